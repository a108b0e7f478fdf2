"""One act of a person on an open job: whose it is, whether the button is fresh, the time spent."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.domain.jobs import (
    Job,
    JobState,
    allowance,
    counted,
    reading_allowance,
    writing_allowance,
)
from bot.domain.ratings import Assignment, at_position
from bot.domain.refusal import Refused
from bot.domain.schemes import Scheme
from storage import jobs, projects, tasks
from storage.database import Tx


async def open_job(tx: Tx, number: str, person_id: int, step: int | None = None) -> Job:
    """The person's active job of that number; refuses strangers, old buttons, ended jobs."""
    return _open(await jobs.locked(tx, number), person_id, step)


def _open(job: Job | None, person_id: int, step: int | None) -> Job:
    if job is None or job.person_id != person_id:
        raise Refused("not-yours")
    if job.state is not JobState.active:
        raise Refused(f"job-{job.state.replace(' ', '-')}", number=job.number)
    if step is not None and job.step != step:
        raise Refused("stale-button")
    return job


async def at_work(tx: Tx, number: str, person_id: int, step: int | None) -> Job:
    """As `open_job`, and refused while the job is being submitted."""
    return _not_submitting(await open_job(tx, number, person_id, step))


async def seen_at_work(tx: Tx, number: str, person_id: int) -> Job:
    """As `at_work`, for who only reads."""
    return _not_submitting(_open(await jobs.by_number(tx, number), person_id, None))


def _not_submitting(job: Job) -> Job:
    if job.submits_at is not None:
        raise Refused("submitting")
    return job


async def on_task(
    tx: Tx, job: Job, position: int | None = None
) -> tuple[Scheme, list[Assignment], Assignment]:
    """The scheme, all assignments, and the one at `position`, else the one that the card shows.

    Refused where there is none, or where it was let go.
    """
    mine = await jobs.of_job(tx, job.id)
    one = at_position(mine, job.position if position is None else position)
    if one is None:
        raise Refused("stale-button")
    if not one.held:
        raise Refused("job-given-back", number=job.number)
    scheme = await projects.scheme_of(tx, job.terms.project_version_id)
    return scheme, mine, one


async def spend_time(
    tx: Tx, job: Job, scheme: Scheme, assignment: Assignment, *, now: datetime, written: int = 0
) -> float:
    """The active seconds of the assignment with what passed since the last act counted in."""
    content, language = await tasks.text_of(tx, assignment.task_id)
    read = sum(len(turn.text) for turn in content.prompt) + len(content.context or "")
    read += sum(len(response.text) for response in content.responses)
    most = allowance(
        reading_allowance(read, language),
        scheme.seconds_per_choice + writing_allowance(written),
        first=not (assignment.values or assignment.partial or assignment.written),
    )
    return assignment.active_seconds + counted(job.last_act_at, now, most)


async def go_on(tx: Tx, job: Job, *, position: int, now: datetime, **values: Any) -> Job:
    """Count the act, move the card to `position`, and return the job as it is now.

    The card asks the first open question there, unless `asked` names another.
    """
    changed = {"position": position, "asked": None, "last_act_at": now, **values}
    await jobs.step(tx, job, **changed)
    return replace(job, step=job.step + 1, **changed)
