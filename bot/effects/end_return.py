"""A returned rating that is not corrected after all: it is judged as it stood."""

from datetime import datetime

from bot.domain.jobs import Job, JobState
from bot.domain.ratings import RatingState
from bot.effects.weigh_answer import weigh_answers
from storage import jobs, journal, ratings
from storage.database import Tx


async def end_return(tx: Tx, job: Job, state: JobState, *, by: int | None, now: datetime) -> None:
    """End the job of a returned rating, which waits for a verdict again as it was handed in.

    The job and its project are kept to this transaction. What was changed in the meantime is
    dropped.
    """
    mine = await jobs.of_job(tx, job.id)
    for one in mine:
        stood = await ratings.latest(tx, one.id)
        if stood is None:
            raise LookupError(f"assignment {one.id} was never handed in")
        await ratings.judge_anew(tx, stood.id, RatingState.submitted, None)
        await jobs.change_assignment(
            tx, one.id, state=RatingState.submitted, held=False, answer=stood.values, note=None
        )
    await weigh_answers(tx, job.project_id, [one.task_id for one in mine], now=now)
    await jobs.step(tx, job, state=state, position=job.size + 1)
    await journal.append(
        tx, at=now, actor_id=by, act="return-ended", subject=f"job:{job.number}",
        after={"state": state},
    )  # fmt: skip
