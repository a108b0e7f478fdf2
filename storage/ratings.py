"""Submitted ratings: immutable versions, and what became of them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import (
    Row,
    and_,
    bindparam,
    case,
    func,
    insert,
    select,
    type_coerce,
    update,
)

from bot.domain.ratings import RatingState, Submitted
from storage.database import Tx
from storage.line_kinds import FOR_A_TASK
from storage.schema import assignments, jobs, lines, ratings, reviews
from storage.schema.columns import word
from storage.standing_votes import LATEST, VERDICT_HOLDS
from storage.statements import change_row

_RECENT_JOBS = (
    select(jobs.c.id)
    .where(
        jobs.c.project_id == bindparam("project"),
        # Those that can still be undone have no ratings yet.
        jobs.c.submitted_at.is_not(None),
        jobs.c.submits_at.is_(None),
        # The time of a correction is not that of a rating.
        jobs.c.review_id.is_(None),
    )
    .order_by(jobs.c.id.desc())
    .limit(bindparam("most"))
)
_ADD = insert(ratings)
_VERSIONS = select(ratings.c.assignment_id, ratings.c.version).where(
    ratings.c.assignment_id.in_(bindparam("ids", expanding=True))
)
_RECENT = select(ratings.c.active_seconds).where(ratings.c.job_id.in_(_RECENT_JOBS))


_FIX = case((and_(reviews.c.fix.is_not(None), VERDICT_HOLDS), reviews.c.fix))
_mended = lines.alias("mended")
# What the verdict left, and what made up for it later; the price where the books are gone.
_PAY = func.coalesce(lines.c.pay_minor, ratings.c.pay_minor) + func.coalesce(
    _mended.c.pay_minor, 0
)
_VOTES = (
    select(
        ratings.c.number, ratings.c.answer, ratings.c.active_seconds, ratings.c.submitted_at,
        ratings.c.state, _PAY.label("pay_minor"), ratings.c.currency, assignments.c.task_id,
        assignments.c.person_id, assignments.c.shown_order, jobs.c.claimed_at,
        jobs.c.terms["project_version_id"].as_integer().label("version_id"),
        reviews.c.reviewer_id, type_coerce(_FIX, reviews.c.fix.type).label("fix"),
    )
    .join(assignments, assignments.c.id == ratings.c.assignment_id)
    .join(jobs, jobs.c.id == ratings.c.job_id)
    .outerjoin(
        reviews,
        and_(
            # For the index; one rating has one assignment.
            reviews.c.assignment_id == assignments.c.id,
            reviews.c.rating_id == ratings.c.id, reviews.c.verdict != word("returned"),
        ),
    )
    .outerjoin(
        lines,
        # A rating has no flag.
        and_(lines.c.assignment_id == assignments.c.id, FOR_A_TASK),
    )
    .outerjoin(_mended, _mended.c.corrects == lines.c.id)
    .where(assignments.c.task_id.in_(bindparam("ids", expanding=True)), LATEST)
    .order_by(assignments.c.task_id, ratings.c.id)
)  # fmt: skip
_NEWEST = (
    select(ratings)
    .where(ratings.c.assignment_id == bindparam("assignment"))
    .order_by(ratings.c.version.desc())
    .limit(1)
)


def _submitted(row: Row[Any]) -> Submitted:
    return Submitted(
        row.id,
        row.number,
        row.version,
        row.answer,
        RatingState(row.state),
        row.submitted_at,
        row.decided_at,
    )


async def add(tx: Tx, rows: list[dict[str, Any]]) -> None:
    """Submitted versions of ratings; their answers never change (the database refuses)."""
    if rows:
        await tx.execute(_ADD, rows)


async def latest_versions(tx: Tx, assignment_ids: list[int]) -> dict[int, int]:
    """The number of the latest version of each that has one."""
    rows = await tx.execute(_VERSIONS, {"ids": assignment_ids})
    return dict(sorted((row[0], row[1]) for row in rows))


async def decide_latest(tx: Tx, assignment_id: int, state: RatingState, now: datetime) -> None:
    """The version that waits for a verdict was accepted, returned or rejected."""
    waiting = and_(ratings.c.assignment_id == assignment_id, ratings.c.state == word("submitted"))
    await tx.execute(update(ratings).where(waiting).values(state=state, decided_at=now))


async def latest(tx: Tx, assignment_id: int) -> Submitted | None:
    """The newest submitted version; none where nothing was ever submitted."""
    row = (await tx.execute(_NEWEST, {"assignment": assignment_id})).first()
    return _submitted(row) if row else None


async def judge_anew(
    tx: Tx, rating_id: int, state: RatingState, decided_at: datetime | None
) -> None:
    """A verdict on that version fell, or a returned one is judged as it stood."""
    await change_row(tx, ratings, rating_id, {"state": state, "decided_at": decided_at})


async def recent_seconds(tx: Tx, project_id: int, limit: int) -> list[float]:
    """Active seconds of the ratings in the latest jobs of a project, so many jobs."""
    found = await tx.execute(_RECENT, {"project": project_id, "most": limit})
    return list(found.scalars())


async def votes(tx: Tx, task_ids: Sequence[int]) -> Sequence[Mapping[str, Any]]:
    """The latest submitted version of each rating of the tasks, with what an export needs.

    `fix` is what a reviewer put in the place of the answer, unless that verdict fell.
    """
    found = await tx.execute(_VOTES, {"ids": list(task_ids)})
    return cast("Sequence[Mapping[str, Any]]", found.mappings().all())
