"""Amounts, as files of all formats hold them; how they are read and written is below."""

from bot.amounts import AmountFault, decimals, is_currency, read_amount, write_amount

__all__ = ["AmountFault", "decimals", "is_currency", "read_amount", "write_amount"]
