"""What waits for a verdict: by the review deadline, never one's own work."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from bot.domain.lines import Line
from storage.database import Tx
from storage.lines import as_line
from storage.schema import assignments, disputes, lines, projects, reviews
from storage.schema.columns import word
from storage.twins import other_accounts

_WAITS = and_(lines.c.state == word("submitted"), assignments.c.held.is_(False))
_JOINED = lines.join(assignments, assignments.c.id == lines.c.assignment_id)


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much of a project waits, and when the first of it is decided by the clock."""

    project_id: int
    key: str
    name: str
    count: int
    first: datetime


def _among(only: Collection[int] | None) -> list[Any]:
    return [] if only is None else [lines.c.project_id.in_(sorted(only))]


def _not_ones_own(person_id: int) -> ColumnElement[bool]:
    return and_(
        lines.c.person_id != person_id, lines.c.person_id.not_in(other_accounts(person_id))
    )


async def waiting(tx: Tx, person_id: int, only: Collection[int] | None) -> list[Waiting]:
    """What the person could review, project by project; `only` these, or none for all."""
    found = (
        select(
            projects.c.id, projects.c.key, projects.c.name, func.count().label("count"),
            func.min(lines.c.accept_by),
        )
        .select_from(_JOINED.join(projects, projects.c.id == lines.c.project_id))
        .where(_WAITS, _not_ones_own(person_id), *_among(only))
        .group_by(projects.c.id, projects.c.key, projects.c.name)
        .order_by(func.min(lines.c.accept_by))
    )  # fmt: skip
    return [Waiting(*row) for row in await tx.execute(found)]


async def next_line(
    tx: Tx, person_id: int, only: Collection[int] | None, *, after: Line | None
) -> Line | None:
    """The line that the person should judge next, behind `after` in the order of the queue."""
    found = (
        select(lines).select_from(_JOINED).where(_WAITS, _not_ones_own(person_id), *_among(only))
    )
    row = (await tx.execute(_behind(found, after).limit(1))).first()
    return as_line(row) if row else None


def _behind(found: Select[Any], after: Line | None) -> Select[Any]:
    if after is not None:
        same = and_(lines.c.accept_by == after.accept_by, lines.c.id > after.id)
        found = found.where(or_(lines.c.accept_by > after.accept_by, same))
    return found.order_by(lines.c.accept_by, lines.c.id)


async def open_disputes(
    tx: Tx, person_id: int, only: Collection[int] | None, *, after: int = 0
) -> list[tuple[str, int, datetime]]:
    """Disputes that the person could decide, by date: number, project, until when.

    Neither their own nor one about a verdict of theirs. `after` leaves out those up to an id.
    """
    found = (
        select(disputes.c.number, lines.c.project_id, disputes.c.decide_by)
        .join(lines, lines.c.id == disputes.c.line_id)
        .outerjoin(reviews, reviews.c.id == disputes.c.review_id)
        .where(
            disputes.c.state == word("open"), disputes.c.id > after,
            disputes.c.person_id != person_id,
            or_(reviews.c.reviewer_id.is_(None), reviews.c.reviewer_id != person_id),
            *_among(only),
        )
        .order_by(disputes.c.decide_by, disputes.c.id)
    )  # fmt: skip
    return [(row[0], row[1], row[2]) for row in await tx.execute(found)]


async def counts_of(tx: Tx, project_id: int) -> tuple[int, int]:
    """How many ratings of the project wait for a verdict, and how many disputes are open."""
    ratings = select(func.count()).select_from(_JOINED).where(
        _WAITS, lines.c.project_id == project_id
    )  # fmt: skip
    objections = (
        select(func.count())
        .select_from(disputes.join(lines, lines.c.id == disputes.c.line_id))
        .where(disputes.c.state == word("open"), lines.c.project_id == project_id)
    )
    return (
        int((await tx.execute(ratings)).scalar_one()),
        int((await tx.execute(objections)).scalar_one()),
    )
