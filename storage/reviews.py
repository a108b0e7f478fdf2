"""Verdicts as they were given, and those in preparation."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, delete, func, select

from bot.domain.numbers import public_number
from bot.domain.pay_terms import Verdict
from bot.domain.reviews import Draft, Review
from storage.database import Tx, locking
from storage.schema import review_drafts, reviews
from storage.statements import add_row, change_row, rows_by

_OF_ASSIGNMENT = rows_by(reviews, "assignment_id").order_by(reviews.c.id)
_RETURNS = select(func.count()).where(
    and_(
        reviews.c.assignment_id == bindparam("assignment_id"),
        reviews.c.verdict == Verdict.returned.value,
    )
)
_LOCKED_DRAFT = locking(rows_by(review_drafts, "number"), review_drafts)
_DROP = delete(review_drafts).where(review_drafts.c.person_id == bindparam("whose"))


def as_review(row: Row[Any]) -> Review:
    """The verdict of a row of the table."""
    return Review(
        id=row.id, number=row.number, assignment_id=row.assignment_id, rating_id=row.rating_id,
        reviewer_id=row.reviewer_id, verdict=Verdict(row.verdict), item=row.item,
        words=row.words, percent=row.percent, fix=row.fix, due_at=row.due_at, at=row.at,
    )  # fmt: skip


def _draft(row: Row[Any]) -> Draft:
    return Draft(
        id=row.id, number=row.number, person_id=row.person_id, line_id=row.line_id,
        dispute_id=row.dispute_id, verdict=row.verdict, item=row.item, words=row.words,
        fix=row.fix, hours=row.hours, partial=row.partial,
    )  # fmt: skip


async def add(
    tx: Tx, *, assignment_id: int, rating_id: int | None, by: int, verdict: Verdict,
    item: str | None, words: str | None, percent: int, fix: dict[str, Any] | None,
    due_at: datetime | None, now: datetime,
) -> Review:  # fmt: skip
    """A verdict, for good: the database refuses to change one."""
    values = {
        "number": public_number(), "assignment_id": assignment_id, "rating_id": rating_id,
        "reviewer_id": by, "verdict": verdict, "item": item, "words": words, "percent": percent,
        "fix": fix, "due_at": due_at, "at": now,
    }  # fmt: skip
    return await by_id(tx, await add_row(tx, reviews, values))


async def by_id(tx: Tx, review_id: int) -> Review:
    """The verdict; it must exist."""
    return as_review((await tx.execute(rows_by(reviews, "id"), {"id": review_id})).one())


async def by_number(tx: Tx, number: str) -> Review | None:
    """The verdict with that public number."""
    row = (await tx.execute(rows_by(reviews, "number"), {"number": number})).first()
    return as_review(row) if row else None


async def of_assignment(tx: Tx, assignment_id: int) -> list[Review]:
    """All verdicts on it, the oldest first."""
    found = await tx.execute(_OF_ASSIGNMENT, {"assignment_id": assignment_id})
    return [as_review(row) for row in found]


async def count_returns(tx: Tx, assignment_id: int) -> int:
    """How often it was given back to be corrected."""
    return int((await tx.execute(_RETURNS, {"assignment_id": assignment_id})).scalar_one())


async def put_draft(
    tx: Tx, *, person_id: int, line_id: int, dispute_id: int | None, verdict: str,
    item: str | None, hours: int, now: datetime,
) -> Draft:  # fmt: skip
    """What the person is deciding now, in place of what they were deciding before."""
    await drop_draft(tx, person_id)
    values = {
        "number": public_number(), "person_id": person_id, "line_id": line_id,
        "dispute_id": dispute_id, "verdict": verdict, "item": item, "hours": hours,
        "created_at": now,
    }  # fmt: skip
    draft_id = await add_row(tx, review_drafts, values)
    return _draft((await tx.execute(rows_by(review_drafts, "id"), {"id": draft_id})).one())


async def draft(tx: Tx, number: str) -> Draft | None:
    """The verdict in preparation with that public number."""
    row = (await tx.execute(rows_by(review_drafts, "number"), {"number": number})).first()
    return _draft(row) if row else None


async def locked_draft(tx: Tx, number: str) -> Draft | None:
    """As `draft`; its person does nothing else with it until the transaction ends."""
    row = (await tx.execute(_LOCKED_DRAFT, {"number": number})).first()
    return _draft(row) if row else None


async def change_draft(tx: Tx, draft_id: int, **values: Any) -> None:
    """Set columns of a verdict in preparation."""
    await change_row(tx, review_drafts, draft_id, values)


async def drop_draft(tx: Tx, person_id: int) -> None:
    """The person is deciding nothing any more."""
    await tx.execute(_DROP, {"whose": person_id})
