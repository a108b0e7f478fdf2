"""All that the card of a job shows, as it stands in the open transaction."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.domain.jobs import Job, JobState
from bot.domain.people import Person
from bot.domain.projects import Project
from bot.domain.ratings import Assignment, RatingState, at_position
from bot.domain.refusal import Refused
from bot.domain.reviews import Review
from bot.domain.schemes import Scheme
from bot.domain.tasks import Content
from bot.layout import Layout, lay_out, room_of
from storage import images, jobs, lines, people, projects, reviews, showings, tasks
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
    # Tasks of which a part has not arrived: the one that is shown, on the summary any.
    unread: frozenset[int] = frozenset()
    # The images of the task that Telegram did not take.
    refused_images: frozenset[str] = frozenset()

    @property
    def current(self) -> Assignment | None:
        """The assignment that the card shows."""
        return at_position(self.assignments, self.job.position) if self.content else None

    @property
    def layout(self) -> Layout | None:
        """How the task is laid out that the card shows; none where it shows none."""
        current = self.current
        if self.content is None or current is None:
            return None
        room = room_of(self.scheme, returned=self.job.is_return)
        return lay_out(self.content, current.shown_order, room)

    @property
    def fits_one_message(self) -> bool:
        """Whether what the card shows fits one message together with its buttons."""
        layout = self.layout
        return layout is None or layout.is_single


async def unread(tx: Tx, job: Job, mine: Iterable[Assignment]) -> frozenset[int]:
    """The positions of those tasks in several messages of which one has not arrived yet."""
    missing = await showings.unshown(tx, job.id)
    scheme = await projects.scheme_of(tx, job.terms.project_version_id)
    room = room_of(scheme, returned=job.is_return)
    found = set()
    for one in mine:
        if one.id in missing:
            content, _ = await tasks.text_of(tx, one.task_id)
            if not lay_out(content, one.shown_order, room).is_single:
                found.add(one.position)
    return frozenset(found)


async def require_read(tx: Tx, job: Job, mine: Iterable[Assignment]) -> None:
    """Refuse to take ratings of tasks that have not arrived whole."""
    if found := await unread(tx, job, drafts(mine)):
        raise Refused("unread", tasks=", ".join(map(str, sorted(found))))


def drafts(mine: Iterable[Assignment]) -> list[Assignment]:
    """Those with answers that may be handed in."""
    return [one for one in mine if one.held and one.state is RatingState.draft]


async def view_of(tx: Tx, job: Job, mine: list[Assignment] | None = None) -> View:
    """The job as its card shows it now, with its assignments where they are known."""
    if mine is None:
        mine = await jobs.of_job(tx, job.id)
    shown = at_position(mine, job.position) if job.state is JobState.active else None
    review = line = None
    if job.review_id is not None:
        review = await reviews.by_id(tx, job.review_id)
        line = await lines.of_assignment(tx, review.assignment_id)
    content = (await tasks.text_of(tx, shown.task_id))[0] if shown else None
    is_open = job.state is JobState.active and job.submits_at is None
    return View(
        job,
        await people.by_id(tx, job.person_id),
        await projects.by_id(tx, job.project_id),
        await projects.scheme_of(tx, job.terms.project_version_id),
        mine,
        content,
        review,
        line.accept_by if line else None,
        await unread(tx, job, [shown] if shown else drafts(mine)) if is_open else frozenset(),
        await images.refused(tx, content.images) if content else frozenset(),
    )
