"""What a person was sent or has under a public number: never anything of others."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import or_, select

from bot.domain.people import Person
from storage.database import Tx
from storage.schema import jobs, lines, notices, payouts, statements


class Belonging(StrEnum):
    """What a public number can stand for."""

    statement = "statement"
    payout = "payout"
    line = "line"
    job = "job"
    notice = "notice"


@dataclass(frozen=True, slots=True)
class Own:
    """Something of a person: what it is, its number, when it came to be; of a notice its kind.

    `sent_at` is when a notice reached its chat.
    """

    what: Belonging
    number: str
    at: datetime
    kind: str | None = None
    sent_at: datetime | None = None


_DATED = (
    (Belonging.statement, statements, statements.c.made_at),
    (Belonging.payout, payouts, payouts.c.created_at),
    (Belonging.line, lines, lines.c.submitted_at),
    (Belonging.job, jobs, jobs.c.claimed_at),
)


async def owned(tx: Tx, person: Person, numbers: Sequence[str]) -> list[Own]:
    """What the person has under these numbers, in no order."""
    found = []
    for what, table, at in _DATED:
        mine = select(table.c.number, at).where(
            table.c.number.in_(numbers), table.c.person_id == person.id
        )
        found += [Own(what, number, when) for number, when in await tx.execute(mine)]
    return found + await _notices(tx, person, numbers)


async def _notices(tx: Tx, person: Person, numbers: Sequence[str]) -> list[Own]:
    n = notices.c
    mine = n.person_id == person.id
    if person.telegram_id is not None:
        # Answers to commands are owed to the chat.
        mine = or_(mine, n.chat_id == person.telegram_id)
    told = select(n.number, n.created_at, n.kind, n.sent_at).where(n.number.in_(numbers), mine)
    return [
        Own(Belonging.notice, number, at, kind, sent_at)
        for number, at, kind, sent_at in await tx.execute(told)
    ]
