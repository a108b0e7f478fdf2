"""The order to pay a statement, in the ledger from its first moment."""

from datetime import datetime

from bot.domain import ledger as book
from bot.domain.money import Money
from bot.domain.numbers import public_number
from bot.domain.payouts import PayoutState
from storage import ledger, payruns
from storage.database import Tx


async def issue_payout(
    tx: Tx, statement_id: int, person_id: int, money: Money, *, now: datetime
) -> None:
    """A new payout of the statement that is due now; a failed one may have been before it."""
    values = {
        "number": public_number(), "statement_id": statement_id, "person_id": person_id,
        "minor": money.minor, "currency": money.currency, "state": PayoutState.due,
        "created_at": now,
    }  # fmt: skip
    payout_id = await payruns.add_payout(tx, values)
    await ledger.post(tx, [book.issued(payout_id, person_id, money, now)])
