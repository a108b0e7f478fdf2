"""Payouts: the order to pay one statement, and what keeps money back until the next run."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.money import Money
from bot.domain.refusal import Refused


class PayoutState(StrEnum):
    """Where a payout stands; a failed one is followed by a new one for the same statement."""

    due = "due"
    sent = "sent"
    paid = "paid"
    failed = "failed"


class RunState(StrEnum):
    """Where a pay run stands: statements are being made, or all are."""

    open = "open"
    completed = "completed"


@dataclass(frozen=True, slots=True)
class Payout:
    """The order to pay one statement; `reference` is the payer's."""

    id: int
    number: str
    statement_id: int
    person_id: int
    money: Money
    state: PayoutState
    method_id: int | None
    reference: str | None
    reason: str | None
    created_at: datetime
    sent_at: datetime | None
    settled_at: datetime | None


# A payer may report the end of what was never reported as sent.
_LEADS_TO = {
    PayoutState.due: (PayoutState.sent, PayoutState.paid, PayoutState.failed),
    PayoutState.sent: (PayoutState.paid, PayoutState.failed),
    PayoutState.paid: (),
    PayoutState.failed: (),
}


def require_next(payout: Payout, state: PayoutState) -> None:
    """Refuse a step that the payout cannot take from where it stands."""
    if state not in _LEADS_TO[payout.state]:
        raise Refused(f"payout-{payout.state}", number=payout.number)


def is_carried_over(
    sum_minor: int, threshold: int, oldest: datetime, next_end: datetime, carry: timedelta
) -> bool:
    """Whether so little money waits for the next run.

    `oldest` is when the first of it was confirmed, `next_end` when the period after this one
    ends: nothing is kept longer than `carry`.
    """
    return sum_minor < threshold and next_end - oldest <= carry
