"""Settling a rating: the one place for the review, the deadline, and whatever else decides."""

from datetime import datetime

from bot.domain.jobs import JobState
from bot.domain.ratings import RatingState
from bot.domain.tasks import TaskState
from storage import jobs, ratings, tasks
from storage.database import Tx


async def settle_rating(
    tx: Tx,
    *,
    rating_id: int,
    assignment_id: int,
    task_id: int,
    verdict: RatingState,
    now: datetime,
) -> None:
    """Write the verdict on the rating and its assignment; a task with all it needs is decided."""
    await ratings.decide(tx, rating_id, verdict, now)
    await jobs.change_assignment(tx, assignment_id, state=verdict)
    task = await tasks.by_id(tx, task_id)
    if task.state is TaskState.open and task.open_slots == 0:
        accepted = await ratings.count_accepted(tx, task_id)
        if accepted >= task.overlap:
            await tasks.set_state(tx, task_id, TaskState.decided)


async def settle_job(tx: Tx, job_id: int, *, now: datetime) -> bool:
    """Settle the job when no rating of it waits any more; says whether it is settled."""
    if await ratings.undecided(tx, job_id):
        return False
    await jobs.change(tx, job_id, state=JobState.settled, settled_at=now)
    return True
