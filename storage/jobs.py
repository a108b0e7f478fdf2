"""Jobs and their assignments."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, func, insert, select, update

from bot.domain.jobs import Job, JobState
from bot.domain.projects import Terms
from bot.domain.ratings import Assignment, RatingState
from storage.database import Tx, locking
from storage.schema import assignments, jobs
from storage.schema.columns import word
from storage.statements import add_row, change_row, rows_by

_OF_JOB = rows_by(assignments, "job_id").order_by(assignments.c.position)
_LOCKED = {name: locking(rows_by(jobs, name)) for name in ("id", "number")}
_HAND_IN = (
    update(assignments)
    .where(assignments.c.id.in_(bindparam("ids", expanding=True)))
    .values(state=RatingState.submitted, held=False)
)
_ACTIVE = (
    select(jobs)
    .where(jobs.c.person_id == bindparam("person"), jobs.c.state == word("active"))
    .order_by(jobs.c.last_act_at.desc())
)
# How many jobs a person has open; one that is being submitted counts no more.
COUNT_OPEN = select(func.count()).where(
    jobs.c.person_id == bindparam("person"), jobs.c.state == word("active"),
    jobs.c.submits_at.is_(None),
    # What was returned is no new work.
    jobs.c.review_id.is_(None),
)  # fmt: skip
_ENDING = (
    select(jobs.c.id, jobs.c.person_id)
    .where(jobs.c.submits_at <= bindparam("now"), jobs.c.state == word("active"))
    .order_by(jobs.c.submits_at)
    .limit(bindparam("most"))
)


def _job(row: Row[Any]) -> Job:
    return Job(
        id=row.id, number=row.number, person_id=row.person_id, project_id=row.project_id,
        call_id=row.call_id, state=JobState(row.state), terms=Terms.from_json(row.terms),
        size=row.size, position=row.position, step=row.step, claimed_at=row.claimed_at,
        due_at=row.due_at, extended=row.extended, reminders=row.reminders,
        last_act_at=row.last_act_at,
        submits_at=row.submits_at, submitted_at=row.submitted_at,
        card_message_id=row.card_message_id, review_id=row.review_id, asked=row.asked,
    )  # fmt: skip


def _assignment(row: Row[Any]) -> Assignment:
    return Assignment(
        id=row.id, job_id=row.job_id, task_id=row.task_id, person_id=row.person_id,
        position=row.position, shown_order=tuple(row.shown_order), state=RatingState(row.state),
        values=row.answer, written={name: _messages(one) for name, one in row.written.items()},
        note=row.note, active_seconds=row.active_seconds, held=row.held, partial=row.partial,
        turns=row.turns,
    )  # fmt: skip


def _messages(stored: Any) -> list[tuple[int, str]]:
    # An answer that was written before answers could be of several messages has one number only.
    return [(stored, "")] if isinstance(stored, int) else [(one, text) for one, text in stored]


async def add(tx: Tx, values: dict[str, Any]) -> int:
    """A new active job; returns its id."""
    return await add_row(tx, jobs, values)


async def by_id(tx: Tx, job_id: int) -> Job:
    """The job; it must exist."""
    return _job((await tx.execute(rows_by(jobs, "id"), {"id": job_id})).one())


async def by_number(tx: Tx, number: str) -> Job | None:
    """The job with that public number."""
    row = (await tx.execute(rows_by(jobs, "number"), {"number": number})).first()
    return _job(row) if row else None


async def locked(tx: Tx, number: str) -> Job | None:
    """As `by_number`; nobody else changes the job until the transaction ends."""
    row = (await tx.execute(_LOCKED["number"], {"number": number})).first()
    return _job(row) if row else None


async def locked_by_id(tx: Tx, job_id: int) -> Job:
    """As `by_id`; nobody else changes the job until the transaction ends."""
    return _job((await tx.execute(_LOCKED["id"], {"id": job_id})).one())


async def current(tx: Tx, person_id: int, *, lock: bool = False) -> list[Job]:
    """The person's jobs that still want something, the latest touched first."""
    found = locking(_ACTIVE) if lock else _ACTIVE
    return [_job(row) for row in await tx.execute(found, {"person": person_id})]


async def expired_of(tx: Tx, person_id: int, limit: int) -> list[Job]:
    """The person's jobs that ran out of time, the latest touched first."""
    mine = and_(jobs.c.person_id == person_id, jobs.c.state == "expired")
    found = select(jobs).where(mine).order_by(jobs.c.last_act_at.desc()).limit(limit)
    return [_job(row) for row in await tx.execute(found)]


async def change(tx: Tx, job_id: int, **values: Any) -> None:
    """Set columns of a job."""
    await change_row(tx, jobs, job_id, values)


async def step(tx: Tx, job: Job, **values: Any) -> None:
    """Set columns of a job and count one more act on it."""
    await change(tx, job.id, step=job.step + 1, **values)


async def ending(tx: Tx, now: datetime, limit: int) -> list[tuple[int, int]]:
    """Jobs whose undo window is over, each with its person."""
    rows = await tx.execute(_ENDING, {"now": now, "most": limit})
    return [(row.id, row.person_id) for row in rows]


async def overdue(tx: Tx, now: datetime, limit: int) -> list[Job]:
    """Active jobs past their due time."""
    late = and_(jobs.c.state == word("active"), jobs.c.submits_at.is_(None), jobs.c.due_at <= now)
    rows = await tx.execute(select(jobs).where(late).order_by(jobs.c.due_at).limit(limit))
    return [_job(row) for row in rows]


async def to_remind(tx: Tx, now: datetime) -> list[Job]:
    """Active jobs before their due time that were not reminded twice."""
    late = and_(
        jobs.c.state == word("active"), jobs.c.submits_at.is_(None), jobs.c.due_at > now,
        jobs.c.reminders < 2,
    )  # fmt: skip
    rows = (await tx.execute(select(jobs).where(late))).all()
    return [_job(row) for row in rows]


async def of_job(tx: Tx, job_id: int) -> list[Assignment]:
    """The assignments of a job, by position."""
    return [_assignment(r) for r in await tx.execute(_OF_JOB, {"job_id": job_id})]


async def assignment(tx: Tx, assignment_id: int) -> Assignment:
    """One assignment; it must exist."""
    found = await tx.execute(rows_by(assignments, "id"), {"id": assignment_id})
    return _assignment(found.one())


async def of_task(tx: Tx, task_id: int) -> dict[int, Assignment]:
    """All assignments of the task, by id."""
    found = await tx.execute(rows_by(assignments, "task_id"), {"task_id": task_id})
    return {row.id: _assignment(row) for row in found}


async def kept(tx: Tx, person_id: int, task_ids: list[int]) -> dict[int, Assignment]:
    """Assignments that the person has of these tasks from earlier jobs, by task."""
    mine = and_(assignments.c.person_id == person_id, assignments.c.task_id.in_(task_ids))
    rows = await tx.execute(select(assignments).where(mine))
    return {row.task_id: _assignment(row) for row in rows}


async def assign(tx: Tx, rows: list[dict[str, Any]]) -> None:
    """New assignments, each holding a slot."""
    await tx.execute(insert(assignments), rows)


async def hand_in(tx: Tx, assignment_ids: list[int]) -> None:
    """The assignments are rated and hold no slot any more: their ratings do."""
    await tx.execute(_HAND_IN, {"ids": assignment_ids})


async def change_assignment(tx: Tx, assignment_id: int, **values: Any) -> None:
    """Set columns of an assignment."""
    await change_row(tx, assignments, assignment_id, values)
