"""How a project gets on: counts, pace, the end that can be expected."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.overlap import Tally
from bot.domain.people import Person
from bot.domain.progress import SHOWN_DAYS, Progress, by_day
from bot.domain.projects import Project
from bot.effects.answered import answered
from bot.effects.find_project import coordinated
from bot.effects.project_quality import Quality, quality_of
from storage import people, progress, review_queue, tasks
from storage.database import Database
from storage.progress import Going


@dataclass(frozen=True, slots=True)
class View:
    """A project with all that is known about how it gets on."""

    project: Project
    person: Person
    counts: dict[str, int]
    going: Going
    progress: Progress
    to_review: int
    quality: Quality
    answers: Tally | None


async def view(db: Database, key: str, *, by: int, now: datetime) -> View:
    """How the project gets on, in the days of who looks."""
    async with db.read() as tx:
        project = await coordinated(tx, key, by)
        person = await people.by_id(tx, by)
        counts = await tasks.progress(tx, project.id)
        since = now - timedelta(days=SHOWN_DAYS + 1)
        days = by_day(await progress.quarters(tx, project.id, since), person.zone, now)
        made = Progress(days, counts["open_slots"] + counts["in_work"], counts["in"])
        waiting = await review_queue.waiting(tx, by, {project.id})
        return View(
            project, person, counts, await progress.going(tx, project.id), made,
            waiting[0].count if waiting else 0,
            await quality_of(tx, project), await answered(tx, project),
        )  # fmt: skip
