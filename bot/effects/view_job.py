"""All that the card of a job shows, as it stands in the open transaction."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.jobs import Job, JobState
from bot.domain.people import Person
from bot.domain.projects import Project
from bot.domain.ratings import Assignment, at_position
from bot.domain.reviews import Review
from bot.domain.schemes import Scheme
from bot.domain.tasks import Content
from bot.layout import lay_out
from storage import jobs, lines, people, projects, reviews, tasks
from storage.database import Tx


@dataclass(frozen=True, slots=True)
class View:
    """All that the card of a job shows; `content` is none where the summary is shown.

    `returned` is the review that gave the one rating of the job back, and `accept_by` when its
    correction is accepted at the latest.
    """

    job: Job
    person: Person
    project: Project
    scheme: Scheme
    assignments: list[Assignment]
    content: Content | None
    returned: Review | None = None
    accept_by: datetime | None = None

    @property
    def current(self) -> Assignment | None:
        """The assignment that the card shows."""
        return at_position(self.assignments, self.job.position) if self.content else None

    @property
    def fits_one_message(self) -> bool:
        """Whether what the card shows fits one message together with its buttons."""
        current = self.current
        if self.content is None or current is None:
            return True
        return lay_out(self.content, current.shown_order).is_single


async def view_of(tx: Tx, job: Job, mine: list[Assignment] | None = None) -> View:
    """The job as its card shows it now, with its assignments where they are known."""
    if mine is None:
        mine = await jobs.of_job(tx, job.id)
    shown = at_position(mine, job.position) if job.state is JobState.active else None
    review = line = None
    if job.review_id is not None:
        review = await reviews.by_id(tx, job.review_id)
        line = await lines.of_assignment(tx, review.assignment_id)
    return View(
        job,
        await people.by_id(tx, job.person_id),
        await projects.by_id(tx, job.project_id),
        await projects.scheme_of(tx, job.terms.project_version_id),
        mine,
        (await tasks.text_of(tx, shown.task_id))[0] if shown else None,
        review,
        line.accept_by if line else None,
    )
