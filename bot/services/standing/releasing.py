"""Jobs of somebody whose access has stopped: what is rated goes in, the rest is released."""

from datetime import datetime

from bot.domain.jobs import JobState
from bot.domain.notices import Priority
from bot.domain.ratings import is_finished, is_rated
from bot.effects.end_return import end_return
from bot.effects.free_slot import free_slots
from bot.effects.record import record
from bot.effects.tell import tell
from bot.effects.touch_call import place_back, touch_calls
from storage import jobs, people, projects
from storage.database import Tx


async def release_job(tx: Tx, job_id: int, *, now: datetime) -> None:
    """Take an active job back; complete ratings are handed in, and paid like any others."""
    job = await jobs.locked_by_id(tx, job_id)
    if job.state is not JobState.active or job.submits_at is not None:
        return
    await projects.lock(tx, job.project_id)
    if job.is_return:
        await end_return(tx, job, JobState.released, by=None, now=now)
        return
    scheme = await projects.scheme_of(tx, job.terms.project_version_id)
    mine = [one for one in await jobs.of_job(tx, job.id) if one.held]
    done = [one for one in mine if is_rated(scheme, one)]
    stays = [one for one in mine if done and is_finished(scheme, one)]
    let_go = [one for one in mine if one not in stays]
    await free_slots(tx, job.project_id, let_go)
    if done:
        # There is nothing to undo: it counts with the next look of the clock.
        await jobs.step(
            tx, job, submits_at=now, submitted_at=now, last_act_at=now, position=job.size + 1
        )
    else:
        await jobs.step(tx, job, state=JobState.released, position=job.size + 1)
        await tell(
            tx, await people.by_id(tx, job.person_id), "job_released",
            key=f"job:{job.id}:released", now=now, priority=Priority.job, job_id=job.id,
            edits=job.card_message_id,
        )  # fmt: skip
    after = {"handed_in": len(done), "released": len(let_go)}
    await record(tx, "released", f"job:{job.number}", by=None, now=now, after=after)
    await place_back(tx, job)
    await touch_calls(tx, job.project_id, now=now)
