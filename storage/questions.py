"""Questions to the hall, who owns them, and what was said."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, exists, func, select

from bot.domain.numbers import public_number
from bot.domain.questions import STAFF, Question, QuestionState, Said, Topic
from storage.database import Tx, locking
from storage.schema import question_words, questions, roles
from storage.schema.columns import word
from storage.statements import add_row, change_row, rows_by

_COLUMNS = tuple(Question.__dataclass_fields__)
_OPEN = questions.c.state == word("open")
_LOCKED = locking(rows_by(questions, "number"), questions)
_OF_PERSON = rows_by(questions, "person_id").order_by(questions.c.id.desc())
_OWNED = (
    select(questions)
    .where(_OPEN, questions.c.owner_id == bindparam("owner_id"))
    .order_by(questions.c.reply_by, questions.c.id)
)
_ALL_OPEN = select(questions).where(_OPEN).order_by(questions.c.reply_by, questions.c.id)
_LOAD = (
    select(questions.c.owner_id, func.count())
    .where(_OPEN, questions.c.owner_id.is_not(None))
    .group_by(questions.c.owner_id)
)
_owns = and_(
    roles.c.person_id == questions.c.owner_id,
    roles.c.project_id.is_(None),
    roles.c.role.in_([role.value for role in STAFF]),
)
_DUE = (
    select(questions.c.number)
    .where(_OPEN, questions.c.next_at <= bindparam("now"))
    .order_by(questions.c.next_at)
    .limit(bindparam("most"))
)
_UNOWNED = (
    select(questions.c.number)
    .where(_OPEN, ~exists().where(_owns))
    .order_by(questions.c.owner_id, questions.c.id)
    .limit(bindparam("most"))
)
_WORDS = rows_by(question_words, "question_id").order_by(question_words.c.id)


def _question(row: Row[Any]) -> Question:
    found = {name: getattr(row, name) for name in _COLUMNS}
    return Question(**found | {"state": QuestionState(row.state), "topic": Topic(row.topic)})


async def add(
    tx: Tx, *, person_id: int, owner_id: int | None, reply_by: datetime, next_at: datetime,
    now: datetime, topic: Topic = Topic.other, job: str | None = None,
) -> Question:  # fmt: skip
    """An open question under a number of its own."""
    values = {
        "number": public_number(), "person_id": person_id, "owner_id": owner_id,
        "state": QuestionState.open, "asked_at": now, "reply_by": reply_by, "next_at": next_at,
        "topic": topic, "job": job,
    }  # fmt: skip
    which = await add_row(tx, questions, values)
    return _question((await tx.execute(rows_by(questions, "id"), {"id": which})).one())


async def by_number(tx: Tx, number: str) -> Question | None:
    """The question with that public number."""
    row = (await tx.execute(rows_by(questions, "number"), {"number": number})).first()
    return _question(row) if row else None


async def locked(tx: Tx, number: str) -> Question | None:
    """As `by_number`; nobody else changes it until the transaction ends."""
    row = (await tx.execute(_LOCKED, {"number": number})).first()
    return _question(row) if row else None


async def of_person(tx: Tx, person_id: int) -> list[Question]:
    """Every question of the person, the newest first."""
    return [_question(row) for row in await tx.execute(_OF_PERSON, {"person_id": person_id})]


async def owned(tx: Tx, owner_id: int) -> list[Question]:
    """What that person is to answer, the next to be answered first."""
    return [_question(row) for row in await tx.execute(_OWNED, {"owner_id": owner_id})]


async def waiting(tx: Tx) -> list[Question]:
    """Everything that waits for an answer, the next to be answered first."""
    return [_question(row) for row in await tx.execute(_ALL_OPEN)]


async def load(tx: Tx) -> dict[int, int]:
    """How many open questions each owner has."""
    return {int(row[0]): int(row[1]) for row in await tx.execute(_LOAD)}


async def due(tx: Tx, now: datetime, most: int) -> list[str]:
    """The open questions at which the clock has to look, those without a rightful owner too."""
    due_now = (await tx.execute(_DUE, {"now": now, "most": most})).scalars().all()
    unowned = (await tx.execute(_UNOWNED, {"most": most})).scalars().all()
    return list(dict.fromkeys((*due_now, *unowned)))


async def change(tx: Tx, question: Question, **values: Any) -> Question:
    """Set columns of a question; returns it as it is then."""
    await change_row(tx, questions, question.id, values)
    return _question((await tx.execute(rows_by(questions, "id"), {"id": question.id})).one())


async def say(tx: Tx, question_id: int, *, by_id: int, words: str, now: datetime) -> None:
    """Add a message to the conversation."""
    values = {"question_id": question_id, "by_id": by_id, "words": words, "at": now}
    await add_row(tx, question_words, values)


async def said(tx: Tx, question_id: int) -> Sequence[Said]:
    """The conversation, oldest first."""
    found = await tx.execute(_WORDS, {"question_id": question_id})
    return [Said(row.by_id, row.words, row.at) for row in found]
