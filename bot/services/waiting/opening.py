"""What a project offers one person now, or the true reason why it offers nothing."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.people import Person
from bot.domain.projects import Project, Terms, terms_of
from bot.domain.refusal import Refused
from bot.domain.rules import Rules
from bot.effects.course_view import CourseView, course_before
from bot.effects.next_task import has_next, none_left
from bot.effects.right_to_claim import require_right
from bot.effects.touch_call import left
from storage import calls, projects, soonest
from storage.database import Tx


@dataclass(frozen=True, slots=True)
class Opening:
    """A project with places that the person may claim; `drawn` when a draw gives them all."""

    project: Project
    places: int
    terms: Terms
    drawn: bool = False
    course: CourseView | None = None


async def opening(
    tx: Tx, person: Person, project: Project, *, now: datetime, rules: Rules
) -> Opening:
    """The places of the project for the person; refused with the reason and, if any, the date."""
    await require_right(tx, person, project, now=now, rules=rules)
    if await projects.open_slots(tx, project.id) == 0:
        raise await _nothing_open(tx, person, project, now)
    open_now = await calls.unclosed(tx, project.id)
    places, at_once = 0, 0
    for call in open_now:
        free = await left(tx, call, but_for=person.id)
        places += free
        at_once += 0 if call.drawing else free
    if not places:
        raise await _no_place(tx, person, project, now)
    await _require_unseen(tx, person, project)
    course = await course_before(tx, person.id, project, now)
    terms = terms_of(project, rules.pay.day.weekday)
    return Opening(project, places, terms, drawn=not at_once, course=course)


async def _nothing_open(tx: Tx, person: Person, project: Project, now: datetime) -> Refused:
    """No task misses a rating: others are at work on the last of them, or all is done."""
    found = await soonest.of_project(tx, project.id, person_id=person.id, now=now)
    if found.due is not None:
        return Refused("all-with-others", until=found.due)
    return Refused("all-taken" if found.at_work else "all-done")


async def _no_place(tx: Tx, person: Person, project: Project, now: datetime) -> Refused:
    """There are tasks, and no call gives them out now."""
    found = await soonest.of_project(tx, project.id, person_id=person.id, now=now)
    if found.free is not None and (found.call is None or found.free <= found.call):
        return Refused("places-held", until=found.free)
    if found.call is not None:
        return Refused("call-scheduled", until=found.call)
    return Refused("no-call-open")


async def _require_unseen(tx: Tx, person: Person, project: Project) -> None:
    if not await has_next(tx, person.id, project):
        raise await none_left(tx, person.id, project)
