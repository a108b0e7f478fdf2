"""Submitted ratings: immutable versions, and what became of them."""

from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, func, insert, select, update

from bot.domain.ratings import RatingState
from storage.database import Tx
from storage.schema import assignments, batches, jobs, ratings, tasks
from storage.schema.columns import word

_RECENT_JOBS = (
    select(jobs.c.id)
    .where(
        jobs.c.project_id == bindparam("project"),
        # Those that can still be undone have no ratings yet.
        jobs.c.submitted_at.is_not(None),
        jobs.c.submits_at.is_(None),
    )
    .order_by(jobs.c.id.desc())
    .limit(bindparam("most"))
)
_ADD = insert(ratings)
_VERSIONS = select(ratings.c.assignment_id, ratings.c.version).where(
    ratings.c.assignment_id.in_(bindparam("ids", expanding=True))
)
_RECENT = select(ratings.c.active_seconds).where(ratings.c.job_id.in_(_RECENT_JOBS))


async def add(tx: Tx, rows: list[dict[str, Any]]) -> None:
    """Submitted versions of ratings; their answers never change (the database refuses)."""
    if rows:
        await tx.execute(_ADD, rows)


async def latest_versions(tx: Tx, assignment_ids: list[int]) -> dict[int, int]:
    """The number of the latest version of each that has one."""
    rows = await tx.execute(_VERSIONS, {"ids": assignment_ids})
    return dict(sorted((row[0], row[1]) for row in rows))


async def jobs_to_accept(tx: Tx, now: datetime, limit: int) -> list[int]:
    """Jobs that have submitted ratings past their review deadline."""
    over = select(ratings.c.job_id).where(
        ratings.c.state == word("submitted"), ratings.c.accept_by <= now
    )
    found = await tx.execute(over.order_by(ratings.c.accept_by).limit(limit))
    return list(dict.fromkeys(found.scalars()))


async def submitted_of(tx: Tx, job_id: int, until: datetime) -> list[tuple[int, int, int]]:
    """Ratings of a job that wait past the deadline `until`: rating, assignment and task id."""
    found = (
        select(ratings.c.id, ratings.c.assignment_id, assignments.c.task_id)
        .join(assignments, assignments.c.id == ratings.c.assignment_id)
        .where(
            ratings.c.job_id == job_id,
            ratings.c.state == word("submitted"),
            ratings.c.accept_by <= until,
        )
        .order_by(ratings.c.id)
    )
    return [(row[0], row[1], row[2]) for row in await tx.execute(found)]


async def decide(tx: Tx, rating_id: int, state: RatingState, now: datetime) -> None:
    """The rating was accepted, returned or rejected."""
    await tx.execute(
        update(ratings).where(ratings.c.id == rating_id).values(state=state, decided_at=now)
    )


async def undecided(tx: Tx, job_id: int) -> int:
    """How many ratings of the job wait for a verdict."""
    found = select(func.count()).where(
        ratings.c.job_id == job_id, ratings.c.state == word("submitted")
    )
    return int((await tx.execute(found)).scalar_one())


async def count_accepted(tx: Tx, task_id: int) -> int:
    """How many accepted ratings the task has."""
    found = select(func.count()).where(
        assignments.c.task_id == task_id, assignments.c.state == RatingState.accepted
    )
    return int((await tx.execute(found)).scalar_one())


async def earned(tx: Tx, person_id: int) -> dict[tuple[str, str], tuple[int, int]]:
    """What the person's ratings come to: (state, currency) to (count, minor units)."""
    found = (
        select(ratings.c.state, ratings.c.currency, func.count(), func.sum(ratings.c.pay_minor))
        .join(jobs, jobs.c.id == ratings.c.job_id)
        .where(jobs.c.person_id == person_id)
        .group_by(ratings.c.state, ratings.c.currency)
    )
    rows = await tx.execute(found)
    return {(state, currency): (count, int(minor)) for state, currency, count, minor in rows}


async def recent_seconds(tx: Tx, project_id: int, limit: int) -> list[float]:
    """Active seconds of the ratings in the latest jobs of a project, so many jobs."""
    found = await tx.execute(_RECENT, {"project": project_id, "most": limit})
    return list(found.scalars())


async def votes(tx: Tx, task_ids: list[int]) -> list[dict[str, Any]]:
    """The latest submitted version of each rating of the tasks, with what an export needs."""
    newer = ratings.alias("newer")
    latest = ~(
        select(newer.c.id)
        .where(
            newer.c.assignment_id == ratings.c.assignment_id,
            newer.c.version > ratings.c.version,
        )
        .exists()
    )
    found = (
        select(
            ratings.c.number, ratings.c.answer, ratings.c.active_seconds, ratings.c.submitted_at,
            ratings.c.state, ratings.c.pay_minor, ratings.c.currency,
            assignments.c.task_id, assignments.c.person_id,
            assignments.c.shown_order, jobs.c.claimed_at, jobs.c.terms,
            batches.c.number.label("batch"),
        )
        .join(assignments, assignments.c.id == ratings.c.assignment_id)
        .join(jobs, jobs.c.id == ratings.c.job_id)
        .join(tasks, tasks.c.id == assignments.c.task_id)
        .outerjoin(batches, batches.c.id == tasks.c.batch_id)
        .where(and_(assignments.c.task_id.in_(task_ids), latest))
        .order_by(assignments.c.task_id, ratings.c.id)
    )  # fmt: skip
    return [dict(row._mapping) for row in await tx.execute(found)]  # noqa: SLF001 - public, by SQLAlchemy's docs
