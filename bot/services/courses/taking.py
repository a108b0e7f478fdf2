"""Taking a course: begun, answered, gone on with; each tap is kept before it is answered."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from random import Random

from bot.domain import sittings as rules_of
from bot.domain.courses import Course
from bot.domain.gates import GateKind
from bot.domain.people import Person
from bot.domain.projects import Project, ProjectState
from bot.domain.refusal import Refused
from bot.domain.rules import Rules
from bot.domain.sittings import Sitting, draw
from bot.effects.course_view import CourseView, course_view
from bot.effects.find_project import named
from bot.effects.gates import next_gate
from bot.effects.record import record
from bot.effects.right_to_claim import require_right, require_standing
from bot.services.courses.ending import end
from storage import courses, people, projects, sittings
from storage.database import Database, Tx

Change = Callable[[Sitting, Course], Sitting | None]


@dataclass(frozen=True, slots=True)
class SittingView:
    """A sitting as it is shown: its course in that version, what was withdrawn, what is next.

    `fresh` says whether the tap that led here had its effect.
    """

    person: Person
    sitting: Sitting
    course: Course
    voided: frozenset[int]
    project: Project | None
    stands: CourseView
    fresh: bool = True


async def start(
    db: Database, *, course_id: int, project_key: str | None, person_id: int, cause: str,
    now: datetime, rules: Rules, random: Random,
) -> SittingView:  # fmt: skip
    """Begin the course, or go on with what runs; refused with the reason and the date."""
    async with db.begin(cause) as tx:
        person = await people.locked(tx, person_id)
        published = await courses.by_id(tx, course_id)
        if published is None:
            raise Refused("stale-button")
        found = await course_view(tx, person_id, published, now)
        if found.running is not None:
            return await _view(tx, found.running, now, fresh=False)
        project_id = await _for_project(tx, person, found, project_key, now, rules)
        if found.no is not None:
            raise found.no
        if found.chance is None:
            raise LookupError("a course that cannot be begun, and no reason")
        sitting = await sittings.add(
            tx, person_id=person_id, course_id=course_id, version_id=published.version_id,
            project_id=project_id, chance=found.chance, asked=draw(published.course, random),
            now=now,
        )  # fmt: skip
        after = {"course": published.course.key, "version": published.version, "try": sitting.nth}
        subject = f"sitting:{sitting.number}"
        await record(tx, "sitting-started", subject, by=person_id, now=now, after=after)
        return await _view(tx, sitting, now)


async def _for_project(
    tx: Tx, person: Person, found: CourseView, key: str | None, now: datetime, rules: Rules
) -> int | None:
    """The project that the course is taken for; refused to who could not work there anyway.

    Without a project somebody renews what they once began.
    """
    if key is None:
        await require_standing(tx, person, now=now)
        if not found.past:
            raise Refused("stale-button")
        return found.past[-1].project_id
    project = await named(tx, key)
    if found.published.course.key not in project.offer.learning.courses:
        raise Refused("stale-button")
    await require_right(tx, person, project, now=now, rules=rules)
    gate = await next_gate(tx, person, project, now=now)
    if gate is not None and gate.kind in (GateKind.consent, GateKind.profile):
        # Perhaps the answer bars the person from the project: nobody learns for nothing.
        raise Refused("course-asked-first")
    return project.id


async def view(db: Database, *, number: str, person_id: int, now: datetime) -> SittingView:
    """The person's sitting of that number; refused when it is not theirs."""
    async with db.read() as tx:
        return await _view(tx, await _mine(tx, number, person_id), now)


async def choose(
    db: Database, *, number: str, position: int, place: int, person_id: int, cause: str,
    now: datetime,
) -> SittingView:  # fmt: skip
    """Answer a question that has one right option."""

    def change(sitting: Sitting, course: Course) -> Sitting | None:
        return rules_of.choose(sitting, course, position, place, now=now)

    return await _change(db, number, person_id, cause, now, change)


async def tick(
    db: Database, *, number: str, position: int, place: int, on: bool, person_id: int,
    cause: str, now: datetime,
) -> SittingView:  # fmt: skip
    """Choose one of several options, or not."""

    def change(sitting: Sitting, course: Course) -> Sitting | None:
        return rules_of.tick(sitting, course, position, place, on=on, now=now)

    return await _change(db, number, person_id, cause, now, change)


async def settle(
    db: Database, *, number: str, position: int, person_id: int, cause: str, now: datetime
) -> SittingView:
    """Answer with the options that are ticked."""

    def change(sitting: Sitting, course: Course) -> Sitting | None:
        return rules_of.settle(sitting, course, position, now=now)

    return await _change(db, number, person_id, cause, now, change)


async def turn(
    db: Database, *, number: str, position: int, person_id: int, cause: str, now: datetime
) -> SittingView:
    """Go on from an explanation to the next question."""

    def change(sitting: Sitting, course: Course) -> Sitting | None:
        del course
        return rules_of.turn(sitting, position, now=now)

    return await _change(db, number, person_id, cause, now, change)


async def _change(
    db: Database, number: str, person_id: int, cause: str, now: datetime, change: Change
) -> SittingView:
    """One tap: kept, and the sitting ended by its last answer; an old tap changes nothing."""
    async with db.begin(cause) as tx:
        person = await people.locked(tx, person_id)
        sitting = await _mine(tx, number, person_id)
        course = await courses.body(tx, sitting.version_id)
        if rules_of.is_due(sitting, course, now):
            # The clock has only not come by yet.
            raise Refused("course-unfinished")
        changed = change(sitting, course)
        if changed is None:
            return await _view(tx, sitting, now, fresh=False)
        if changed.is_finished:
            changed = await end(tx, person, changed, course, by=person_id, now=now)
        else:
            await sittings.keep(tx, changed)
        return await _view(tx, changed, now)


async def _mine(tx: Tx, number: str, person_id: int) -> Sitting:
    sitting = await sittings.by_number(tx, number)
    if sitting is None or sitting.person_id != person_id:
        raise Refused("not-yours")
    return sitting


async def view_by_id(db: Database, sitting_id: int, now: datetime) -> SittingView:
    """The sitting, for a notice about it."""
    async with db.read() as tx:
        return await _view(tx, await sittings.by_id(tx, sitting_id), now)


async def _view(tx: Tx, sitting: Sitting, now: datetime, *, fresh: bool = True) -> SittingView:
    published = await courses.by_id(tx, sitting.course_id)
    if published is None:
        raise LookupError(f"sitting {sitting.number} has no course")
    project = None
    if sitting.project_id is not None:
        found = await projects.by_id(tx, sitting.project_id)
        project = found if found.state is ProjectState.open else None
    return SittingView(
        await people.by_id(tx, sitting.person_id), sitting,
        await courses.body(tx, sitting.version_id), await courses.voided(tx, sitting.version_id),
        project, await course_view(tx, sitting.person_id, published, now), fresh,
    )  # fmt: skip
