"""How a person stands to a course: what is held, what runs, and what can be begun when."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.courses import CourseState, Published
from bot.domain.projects import Project
from bot.domain.refusal import Refused
from bot.domain.sittings import Chance, Sitting, chance
from storage import courses, qualifications, sittings
from storage.database import Tx
from storage.qualifications import Qualification


@dataclass(frozen=True, slots=True)
class CourseView:
    """A course as one person meets it; `no` is why it cannot be begun now."""

    published: Published
    held: Qualification | None
    running: Sitting | None
    past: tuple[Sitting, ...]
    chance: Chance | None
    no: Refused | None


async def course_before(
    tx: Tx, person_id: int, project: Project, now: datetime
) -> CourseView | None:
    """The course that the person still has to take before a job of the project.

    Refused where it cannot be begun now, with the reason.
    """
    learning = project.offer.learning
    if not learning.courses:
        return None
    held = await qualifications.keys_held(tx, person_id, now)
    missing = [key for key in learning.courses if key not in held][:1]
    for published in await courses.by_keys(tx, missing):
        found = await course_view(tx, person_id, published, now)
        if found.no is not None:
            raise found.no
        return found
    return None


async def running(tx: Tx, person_id: int, now: datetime) -> tuple[CourseView, ...]:
    """What the person is in the middle of."""
    found = []
    for one in await sittings.open_of(tx, person_id):
        published = await courses.by_id(tx, one.course_id)
        if published is not None:
            found.append(await course_view(tx, person_id, published, now))
    return tuple(found)


async def course_view(tx: Tx, person_id: int, published: Published, now: datetime) -> CourseView:
    """The course as that person meets it now."""
    every = await sittings.of(tx, person_id, published.id)
    past = tuple(one for one in every if not one.is_open)
    running = next((one for one in every if one.is_open), None)
    held = await qualifications.held(tx, person_id, published.id)
    if held is not None and held.expires_at is not None and held.expires_at <= now:
        held = None
    if running is not None:
        return CourseView(published, held, running, past, None, None)
    if published.state is CourseState.suspended:
        return CourseView(published, held, None, past, None, Refused("course-suspended"))
    try:
        found = chance(
            published.course, past, held=held is not None,
            expires_at=held.expires_at if held else None, now=now,
        )  # fmt: skip
    except Refused as no:
        return CourseView(published, held, None, past, None, no)
    return CourseView(published, held, None, past, found, None)
