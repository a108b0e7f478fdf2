"""How a project gets on: ratings by quarters of an hour, jobs, held places, calls."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import BigInteger, bindparam, func, literal_column, select, type_coerce

from storage.database import Tx
from storage.schema import assignments, calls, jobs, offers, ratings, tasks
from storage.schema.columns import Moment, among, word

_QUARTER = 15 * 60 * 1_000_000  # microseconds, as times are stored
_BEGINS = type_coerce(ratings.c.submitted_at, BigInteger) // literal_column(str(_QUARTER))
_QUARTERS = (
    select(_BEGINS.label("quarter"), func.count())
    .select_from(
        ratings.join(jobs, jobs.c.id == ratings.c.job_id)
        .join(assignments, assignments.c.id == ratings.c.assignment_id)
        .join(tasks, tasks.c.id == assignments.c.task_id)
    )
    .where(
        jobs.c.project_id == bindparam("project"),
        ratings.c.submitted_at >= bindparam("since", type_=Moment),
        # A correction is no further rating, and gold answers are counted apart.
        ratings.c.version == literal_column("1"),
        tasks.c.gold.is_(None),
    )
    .group_by(_BEGINS)
)  # fmt: skip
_OPEN_JOBS = select(func.count(), func.min(jobs.c.due_at)).where(
    jobs.c.project_id == bindparam("project"),
    jobs.c.state == word("active"),
    jobs.c.submits_at.is_(None),
)
_TASKS = select(func.count()).where(
    tasks.c.project_id == bindparam("project"), tasks.c.gold.is_(None)
)
_HELD = (
    select(func.count(), func.max(offers.c.until))
    .select_from(offers.join(calls, calls.c.id == offers.c.call_id))
    .where(calls.c.project_id == bindparam("project"), offers.c.state == word("held"))
)
_CALLS = select(func.count()).where(
    calls.c.project_id == bindparam("project"), among(calls.c.state, "live", "filled")
)
_START = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Going:
    """What goes on in a project: open jobs and the next due time, held places, calls."""

    jobs: int
    next_due: datetime | None
    held: int
    held_until: datetime | None
    calls: int
    tasks: int


async def going(tx: Tx, project_id: int) -> Going:
    """What goes on in the project now."""
    which = {"project": project_id}
    open_jobs, next_due = (await tx.execute(_OPEN_JOBS, which)).one()
    held, until = (await tx.execute(_HELD, which)).one()
    standing = (await tx.execute(_CALLS, which)).scalar_one()
    count = (await tx.execute(_TASKS, which)).scalar_one()
    return Going(open_jobs, next_due, held, until, standing, count)


async def quarters(tx: Tx, project_id: int, since: datetime) -> list[tuple[datetime, int]]:
    """How many ratings came in, by the quarter of an hour in which they did."""
    rows = await tx.execute(_QUARTERS, {"project": project_id, "since": since})
    return [
        (_START + timedelta(microseconds=quarter * _QUARTER), count) for quarter, count in rows
    ]
