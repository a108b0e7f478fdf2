"""Payouts: what the payer says of them, one by one, a whole run at once, or by file."""

from bot.services.payouts.marking import mark, mark_all

__all__ = ["mark", "mark_all"]
