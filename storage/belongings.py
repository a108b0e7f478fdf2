"""What a person was sent or has under a public number: never anything of others."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    String,
    bindparam,
    cast,
    literal,
    null,
    or_,
    select,
    union_all,
)

from bot.domain.people import Person
from storage.database import Tx
from storage.schema import (
    Moment,
    appeals,
    jobs,
    lines,
    notices,
    payouts,
    questions,
    statements,
    steps,
)


class Belonging(StrEnum):
    """What a public number can stand for."""

    statement = "statement"
    payout = "payout"
    line = "line"
    job = "job"
    step = "step"
    appeal = "appeal"
    question = "question"
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
    (Belonging.step, steps, steps.c.decided_at),
    (Belonging.appeal, appeals, appeals.c.opened_at),
    (Belonging.question, questions, questions.c.asked_at),
)
_NUMBERS: BindParameter[Any] = bindparam("numbers", expanding=True)
_PERSON: BindParameter[Any] = bindparam("person", type_=BigInteger)
_CHAT: BindParameter[Any] = bindparam("chat", type_=BigInteger)
_told = notices.c
_OWNED = union_all(
    *(
        select(
            literal(what).label("what"), table.c.number, at.label("at"),
            cast(null(), String).label("kind"), cast(null(), Moment).label("sent_at"),
        ).where(table.c.number.in_(_NUMBERS), table.c.person_id == _PERSON)
        for what, table, at in _DATED
    ),
    select(
        literal(Belonging.notice), _told.number, _told.created_at, _told.kind,
        _told.sent_at,
    # Answers to commands are owed to the chat.
    ).where(_told.number.in_(_NUMBERS), or_(_told.person_id == _PERSON, _told.chat_id == _CHAT)),
)  # fmt: skip


async def owned(tx: Tx, person: Person, numbers: Sequence[str]) -> list[Own]:
    """What the person has under these numbers, in no order."""
    facts = {"numbers": list(numbers), "person": person.id, "chat": person.telegram_id}
    return [
        Own(Belonging(row.what), row.number, row.at, row.kind, row.sent_at)
        for row in await tx.execute(_OWNED, facts)
    ]
