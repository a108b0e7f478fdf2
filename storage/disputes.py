"""Disputes: what people object to, until when it is decided, and what came of it."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, or_, select

from bot.domain.disputes import Dispute, DisputeState
from bot.domain.numbers import public_number
from storage.database import Tx, locking
from storage.schema import disputes, second_reviews
from storage.schema.columns import among, word
from storage.statements import add_row, change_row, rows_by

_LOCKED = locking(rows_by(disputes, "number"), disputes)
_DUE = (
    select(disputes.c.number)
    .where(disputes.c.state == word("open"), disputes.c.decide_by <= bindparam("now"))
    .order_by(disputes.c.decide_by)
    .limit(bindparam("most"))
)


def _dispute(row: Row[Any]) -> Dispute:
    return Dispute(
        id=row.id, number=row.number, line_id=row.line_id, person_id=row.person_id,
        review_id=row.review_id, refusal_id=row.refusal_id, words=row.words,
        state=DisputeState(row.state), opened_at=row.opened_at, decide_by=row.decide_by,
        decided_by=row.decided_by, answer=row.answer, decided_at=row.decided_at,
        task_id=row.task_id,
    )  # fmt: skip


async def add(
    tx: Tx, *, line_id: int, person_id: int, review_id: int | None, refusal_id: int | None,
    decide_by: datetime, now: datetime, task_id: int | None = None,
) -> Dispute:  # fmt: skip
    """An open dispute without words yet; the database refuses a second one about the same."""
    values = {
        "number": public_number(), "line_id": line_id, "person_id": person_id,
        "review_id": review_id, "refusal_id": refusal_id, "words": "",
        "state": DisputeState.open, "opened_at": now, "decide_by": decide_by,
        "task_id": task_id,
    }  # fmt: skip
    return await by_id(tx, await add_row(tx, disputes, values))


async def by_id(tx: Tx, dispute_id: int) -> Dispute:
    """The dispute; it must exist."""
    return _dispute((await tx.execute(rows_by(disputes, "id"), {"id": dispute_id})).one())


async def by_number(tx: Tx, number: str) -> Dispute | None:
    """The dispute with that public number."""
    row = (await tx.execute(rows_by(disputes, "number"), {"number": number})).first()
    return _dispute(row) if row else None


async def locked(tx: Tx, number: str) -> Dispute | None:
    """As `by_number`; nobody else decides it until the transaction ends."""
    row = (await tx.execute(_LOCKED, {"number": number})).first()
    return _dispute(row) if row else None


async def about_review(tx: Tx, review_id: int) -> Dispute | None:
    """The dispute about that verdict."""
    row = (await tx.execute(rows_by(disputes, "review_id"), {"review_id": review_id})).first()
    return _dispute(row) if row else None


async def about_refusal(tx: Tx, refusal_id: int) -> Dispute | None:
    """The dispute about that refusal of a client."""
    row = (await tx.execute(rows_by(disputes, "refusal_id"), {"refusal_id": refusal_id})).first()
    return _dispute(row) if row else None


async def about_gold(tx: Tx, task_id: int) -> list[Dispute]:
    """The open disputes about the known answer of the task, kept to this transaction."""
    found = locking(rows_by(disputes, "task_id", "state"), disputes).order_by(disputes.c.id)
    rows = await tx.execute(found, {"task_id": task_id, "state": DisputeState.open})
    return [_dispute(row) for row in rows]


async def gold_of_line(tx: Tx, line_id: int) -> Dispute | None:
    """The dispute about a known answer that the line is for."""
    mine = rows_by(disputes, "line_id").where(disputes.c.task_id.is_not(None))
    row = (await tx.execute(mine, {"line_id": line_id})).first()
    return _dispute(row) if row else None


async def is_about(tx: Tx, line_id: int) -> bool:
    """Whether anything about the line was ever disputed."""
    row = (await tx.execute(rows_by(disputes, "line_id").limit(1), {"line_id": line_id})).first()
    return row is not None


async def change(tx: Tx, dispute_id: int, **values: Any) -> None:
    """Set columns of a dispute."""
    await change_row(tx, disputes, dispute_id, values)


async def due(tx: Tx, now: datetime, limit: int) -> list[str]:
    """Open disputes whose time to be decided is over."""
    return list((await tx.execute(_DUE, {"now": now, "most": limit})).scalars())


async def shields(tx: Tx, line_id: int) -> bool:
    """Whether what is said of the line counts for nothing.

    It is disputed now, or was overturned: in a dispute, or after a second look at the verdict.
    """
    mine = select(disputes.c.id).where(
        disputes.c.line_id == line_id, among(disputes.c.state, "open", "overturned")
    )
    righted = select(second_reviews.c.id).where(
        second_reviews.c.line_id == line_id, second_reviews.c.state == word("overturned")
    )
    return bool((await tx.execute(select(or_(mine.exists(), righted.exists())))).scalar_one())
