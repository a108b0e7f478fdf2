"""Looking at courses: as who takes them, and as who answers for them."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.courses import Published, Record
from bot.domain.people import Person
from bot.domain.projects import Project, ProjectState
from bot.domain.refusal import Refused
from bot.domain.sittings import Sitting, SittingState, records
from bot.effects.course_view import CourseView, course_view
from bot.effects.find_project import named
from bot.services.courses.publishing import may_look
from storage import courses, people, projects, qualifications, sittings
from storage.database import Database
from storage.qualifications import Qualification

_MOST = 30


@dataclass(frozen=True, slots=True)
class Card:
    """A course before its start, as the person meets it on the way to a project."""

    person: Person
    project: Project | None
    view: CourseView


async def card(
    db: Database, *, person_id: int, now: datetime, course_id: int = 0, key: str = "",
    project_key: str | None = None,
) -> Card:  # fmt: skip
    """The course of that id or key, and how the person stands to it."""
    async with db.read() as tx:
        found = (
            next(iter(await courses.by_keys(tx, [key])), None)
            if key
            else await courses.by_id(tx, course_id)
        )
        if found is None:
            raise Refused("stale-button")
        project = await named(tx, project_key) if project_key else None
        view = await course_view(tx, person_id, found, now)
        return Card(await people.by_id(tx, person_id), project, view)


@dataclass(frozen=True, slots=True)
class Own:
    """What a person holds, held and tried: courses with the newest qualification and all tries."""

    person: Person
    courses: list[tuple[CourseView, Qualification | None]]


async def own(db: Database, *, person_id: int, now: datetime) -> Own:
    """Every course that the person has begun, or that an open project asks for."""
    async with db.read() as tx:
        mine = {one.course_id for one in await sittings.of_person(tx, person_id)}
        asked = {
            key
            for project in await projects.everything(tx)
            if project.state is ProjectState.open
            for key in project.offer.learning.courses
        }
        newest: dict[int, Qualification] = {}
        for one in await qualifications.of_person(tx, person_id):
            newest.setdefault(one.course_id, one)
        found = [
            (await course_view(tx, person_id, one, now), newest.get(one.id))
            for one in await courses.everything(tx)
            if one.id in mine or one.course.key in asked
        ]
        return Own(await people.by_id(tx, person_id), found)


async def qualification(
    db: Database, qualification_id: int, now: datetime
) -> tuple[Person, Qualification, CourseView]:
    """A qualification and its course, for a notice about it."""
    async with db.read() as tx:
        found = await qualifications.by_id(tx, qualification_id)
        published = await courses.by_id(tx, found.course_id)
        if published is None:
            raise LookupError(f"qualification {qualification_id} has no course")
        view = await course_view(tx, found.person_id, published, now)
        return await people.by_id(tx, found.person_id), found, view


async def listed(db: Database, *, by: int) -> list[Published]:
    """All courses of the hall, for who coordinates."""
    async with db.read() as tx:
        await may_look(tx, by)
        return await courses.everything(tx)


@dataclass(frozen=True, slots=True)
class Results:
    """How a course went: tries by their ends, people, each question of the newest version.

    `spent` are the last tries of people who have none left, by pseudonym.
    """

    published: Published
    counts: dict[SittingState, tuple[int, int]]
    records: list[Record]
    voided: frozenset[int]
    used_by: list[str]
    spent: list[tuple[str, Sitting]]


async def results(db: Database, *, course_id: int, by: int, now: datetime) -> Results:
    """How the course went, for who coordinates."""
    async with db.read() as tx:
        await may_look(tx, by)
        published = await courses.by_id(tx, course_id)
        if published is None:
            raise Refused("stale-button")
        voided = await courses.voided(tx, published.version_id)
        every = await sittings.of_version(tx, published.version_id)
        used_by = [
            one.name
            for one in await projects.everything(tx)
            if published.course.key in one.offer.learning.courses
        ]
        spent = []
        for sitting in await sittings.last_failed(tx, course_id, _MOST):
            view = await course_view(tx, sitting.person_id, published, now)
            if view.no is not None and view.no.reason in ("course-over", "course-later"):
                spent.append(sitting)
        names = await people.pseudonyms(tx, {one.person_id for one in spent})
        return Results(
            published, await sittings.counts(tx, course_id),
            records(published.course, every, voided), voided, used_by,
            [(names[one.person_id], one) for one in spent],
        )  # fmt: skip
