"""When the last line of a job is decided: the job settles, and its person hears of it once."""

from datetime import datetime

from bot.domain.jobs import Job
from bot.effects.settle_rating import settle_job
from bot.effects.tell import tell
from storage import lines, people
from storage.database import Tx


async def close_job(tx: Tx, job: Job, *, now: datetime) -> None:
    """Settle the job if nothing of it waits any more, and owe the sum of what it earned.

    What earned nothing was told when it was decided.
    """
    if not await settle_job(tx, job.id, now=now):
        return
    earning = [one for one in await lines.of_job(tx, job.id) if one.pay.minor]
    if not earning:
        return
    await tell(
        tx, await people.by_id(tx, job.person_id), "job_accepted",
        key=f"job:{job.id}:accepted", now=now, can_wait=True, job_id=job.id,
        ratings=len(earning), minor=sum(one.pay.minor for one in earning),
    )  # fmt: skip
