"""All that bears on one line: the task, the answer, the verdicts, a dispute about the last."""

from dataclasses import dataclass

from bot.domain.disputes import Dispute
from bot.domain.jobs import Job
from bot.domain.lines import Line
from bot.domain.projects import Project
from bot.domain.ratings import Assignment, Submitted
from bot.domain.reviews import Review
from bot.domain.schemes import Scheme
from bot.domain.tasks import Content
from bot.layout import Layout, lay_out
from storage import disputes, jobs, projects, ratings, reviews, tasks
from storage.database import Tx


@dataclass(frozen=True, slots=True)
class Evidence:
    """A line with its work as it was handed in; `rating` is none for a flag.

    `guidelines` are those under which the job was claimed.
    """

    line: Line
    job: Job
    project: Project
    scheme: Scheme
    guidelines: str
    assignment: Assignment
    content: Content
    rating: Submitted | None
    reviews: tuple[Review, ...]
    dispute: Dispute | None

    @property
    def layout(self) -> Layout:
        """The task as the contractor saw it."""
        return lay_out(self.content, self.assignment.shown_order)

    @property
    def last(self) -> Review | None:
        """The newest verdict."""
        return self.reviews[-1] if self.reviews else None


async def evidence_of(tx: Tx, line: Line) -> Evidence:
    """All that bears on the line, which must be for a rating or a flag."""
    if line.assignment_id is None or line.job_id is None:
        raise LookupError(f"line {line.number} is for no task")
    job = await jobs.by_id(tx, line.job_id)
    assignment = await jobs.assignment(tx, line.assignment_id)
    given = await reviews.of_assignment(tx, assignment.id)
    version = job.terms.project_version_id
    return Evidence(
        line=line,
        job=job,
        project=await projects.by_id(tx, job.project_id),
        scheme=await projects.scheme_of(tx, version),
        guidelines=await projects.guidelines_of(tx, version),
        assignment=assignment,
        content=(await tasks.text_of(tx, assignment.task_id))[0],
        rating=await ratings.latest(tx, assignment.id),
        reviews=tuple(given),
        dispute=await disputes.about_review(tx, given[-1].id) if given else None,
    )
