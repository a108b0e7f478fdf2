"""What nobody reviewed is accepted when the review deadline passes."""

from datetime import datetime

from bot.domain.pay_terms import Verdict
from bot.effects.record import record
from bot.effects.settle_rating import settle_rating
from bot.insistence import each
from bot.services.reviews.closing import close_job
from storage import jobs, lines, projects
from storage.database import Database, Tx


async def accept_overdue(db: Database, *, now: datetime) -> int:
    """Sweep: accept what waited past its review deadline; returns how many ratings it was.

    What is accepted so counts from its deadline, however late the clock came by.
    """
    accepted = 0
    while some := await _accept_some(db, now):
        accepted += some
    return accepted


async def _accept_some(db: Database, now: datetime) -> int:
    async with db.read() as tx:
        due = await lines.jobs_to_accept(tx, now, 500)

    async def accept(job_id: int) -> int:
        async with db.begin() as tx:
            return await _accept(tx, job_id, now)

    return await each(due, accept)


async def _accept(tx: Tx, job_id: int, now: datetime) -> int:
    job = await jobs.locked_by_id(tx, job_id)
    # Whether a task is decided hangs on the ratings of other jobs as well.
    await projects.lock(tx, job.project_id)
    accepted = 0
    for line in await lines.overdue_of_job(tx, job_id, now):
        if line.assignment_id is None:
            raise LookupError(f"line {line.number} is for nothing")
        one = await jobs.assignment(tx, line.assignment_id)
        if one.held:
            # It was returned, and is being corrected; when that ends it waits here again.
            continue
        await settle_rating(
            tx, job=job, assignment=one, line=line, verdict=Verdict.accepted, now=line.accept_by
        )
        accepted += 1
    if accepted:
        after = {"ratings": accepted}
        await record(tx, "accepted", f"job:{job.number}", by=None, now=now, after=after)
        await close_job(tx, job, now=now)
    return accepted
