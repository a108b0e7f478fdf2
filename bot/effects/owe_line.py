"""Lines that are owed from the moment they are made: bonuses, top-ups, corrections."""

from datetime import datetime

from bot.domain import ledger as book
from bot.domain.lines import ClientState, LineKind, LineState
from bot.domain.money import Money
from bot.domain.numbers import public_number
from bot.domain.refusal import Refused
from storage import erasing, ledger, lines
from storage.database import Tx


async def owe_line(
    tx: Tx,
    *,
    person_id: int,
    project_id: int | None,
    kind: LineKind,
    money: Money,
    reason: str | None,
    because: str | None,
    by: int | None,
    now: datetime,
    corrects: int | None = None,
    job_id: int | None = None,
) -> str:
    """Owe the person money in the next run, with the reason; returns the number of the line.

    Refused where the person was erased, since nobody could be paid.
    """
    if await erasing.is_erased(tx, person_id):
        raise Refused("person-erased")
    number = public_number()
    line_id = await lines.add_one(
        tx,
        {
            "number": number, "person_id": person_id, "project_id": project_id, "job_id": job_id,
            "kind": kind, "state": LineState.confirmed, "client": ClientState.not_asked,
            "offered_minor": money.minor, "pay_minor": money.minor, "currency": money.currency,
            "reason": reason, "because": because, "submitted_at": now, "accept_by": now,
            "accepted_at": now, "confirmed_at": now, "corrects": corrects, "by_id": by,
        },
    )  # fmt: skip
    moved = (
        book.accepted(line_id, project_id, person_id, money, now),
        book.confirmed(line_id, person_id, money, now),
    )
    await ledger.post(tx, moved)
    return number
