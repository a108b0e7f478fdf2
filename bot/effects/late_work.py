"""What a person finished of a job that ran out of time, as far as it is still wanted."""

from bot.domain.jobs import Job
from bot.domain.ratings import Assignment, is_rated
from storage import jobs, projects, tasks, twins
from storage.database import Tx


async def still_wanted(tx: Tx, job: Job) -> list[Assignment]:
    """The finished ratings of an expired job whose tasks nobody else has taken meanwhile.

    None of a task that another account of the same person has met since.
    """
    scheme = await projects.scheme_of(tx, job.terms.project_version_id)
    done = [one for one in await jobs.of_job(tx, job.id) if not one.held and is_rated(scheme, one)]
    free = await tasks.takeable(tx, [one.task_id for one in done], job.person_id)
    if same := await twins.of_person(tx, job.person_id):
        free -= await tasks.met_by(tx, sorted(free), same)
    return [one for one in done if one.task_id in free]
