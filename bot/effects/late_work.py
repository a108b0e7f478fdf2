"""What a person finished of a job that ran out of time, as far as it is still wanted."""

from bot.domain.jobs import Job
from bot.domain.ratings import Assignment, is_rated
from storage import jobs, projects, tasks
from storage.database import Tx


async def still_wanted(tx: Tx, job: Job) -> list[Assignment]:
    """The finished ratings of an expired job whose tasks nobody else has taken meanwhile."""
    scheme = await projects.scheme_of(tx, job.terms.project_version_id)
    done = [one for one in await jobs.of_job(tx, job.id) if not one.held and is_rated(scheme, one)]
    free = await tasks.takeable(tx, [one.task_id for one in done])
    return [one for one in done if one.task_id in free]
