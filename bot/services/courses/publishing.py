"""Publishing courses, suspending them, withdrawing a question, granting another round."""

from datetime import datetime

from bot.domain.courses import Course, CourseState, Published, same_items
from bot.domain.people import Role, require_coordinator
from bot.domain.refusal import Refused
from bot.domain.sittings import SittingState
from bot.effects.question_room import without_room
from bot.effects.record import record
from bot.effects.tell import tell
from storage import courses, people, projects, sittings
from storage.database import Database, Tx


async def may_look(tx: Tx, by: int | None) -> None:
    """Refuse whoever coordinates nothing; none is the operator at the console."""
    if by is not None:
        require_coordinator(await people.by_id(tx, by))


async def may_change(tx: Tx, by: int | None, published: Published | None) -> None:
    """Refuse whoever neither made the course nor coordinates the whole hall."""
    await may_look(tx, by)
    if by is None or published is None or published.created_by == by:
        return
    person = await people.by_id(tx, by)
    if not (person.is_admin or (Role.coordinator, None) in person.roles):
        raise Refused("course-of-another")


async def publish(
    db: Database, course: Course, *, by: int | None, cause: str | None, now: datetime,
    number: str | None = None,
) -> Published:  # fmt: skip
    """Publish the course, or a new version of it; what runs keeps the version it began with.

    `number` is that of the staged file that it was read from.
    """
    if (nth := without_room(course.items)) is not None:
        raise Refused("course-too-long", nth=nth)
    async with db.begin(cause) as tx:
        known = next(iter(await courses.by_keys(tx, [course.key])), None)
        await may_change(tx, by, known)
        if known is not None and known.course.kind is not course.kind:
            raise Refused("course-kind-fixed")
        if number is not None and not await projects.use_staged(tx, number):
            raise Refused("file-used")
        version = await courses.put(tx, course, by=by, now=now)
        if known is not None:
            await _keep_withdrawn(tx, known.id)
        after = {"version": version, "questions": len(course.items), "kind": course.kind}
        subject = f"course:{course.key}"
        await record(tx, "course-published", subject, by=by, now=now, after=after)
        (made,) = await courses.by_keys(tx, [course.key])
        return made


async def _keep_withdrawn(tx: Tx, course_id: int) -> None:
    """What was withdrawn stays withdrawn in a version that has it unchanged."""
    *_, before, newest = await courses.versions(tx, course_id)
    same = same_items(await courses.body(tx, before), await courses.body(tx, newest))
    for item in await courses.voided(tx, before):
        if item in same:
            await courses.withdraw(tx, newest, same[item])


async def _found(tx: Tx, course_id: int, by: int | None) -> Published:
    await courses.lock(tx, course_id)
    found = await courses.by_id(tx, course_id)
    if found is None:
        raise Refused("stale-button")
    await may_change(tx, by, found)
    return found


async def set_state(
    db: Database, *, course_id: int, state: CourseState, by: int, cause: str, now: datetime
) -> None:
    """Let the course be begun, or not; what runs goes on."""
    async with db.begin(cause) as tx:
        found = await _found(tx, course_id, by)
        await courses.set_state(tx, course_id, state)
        before, after = {"state": found.state}, {"state": state}
        subject = f"course:{found.course.key}"
        await record(tx, "course-state", subject, by=by, now=now, before=before, after=after)


async def withdraw(
    db: Database, *, course_id: int, version: int, item: int, by: int, cause: str, now: datetime
) -> None:
    """A broken question counts as right for everybody, in each version that has it unchanged.

    Failed tries are marked, and graded again one by one; the own ones of who withdraws are not.
    """
    async with db.begin(cause) as tx:
        found = await _found(tx, course_id, by)
        if found.version != version or not 0 <= item < len(found.course.items):
            raise Refused("stale-button")
        for version_id in await courses.versions(tx, course_id):
            same = same_items(found.course, await courses.body(tx, version_id))
            if item in same:
                await courses.withdraw(tx, version_id, same[item])
                await sittings.ask_regrading(tx, version_id, but_of=by)
        subject, after = f"course:{found.course.key}", {"question": item + 1, "version": version}
        await record(tx, "question-withdrawn", subject, by=by, now=now, after=after)


async def lift(
    db: Database, *, course_id: int, number: str, by: int, cause: str, now: datetime
) -> None:
    """Give somebody whose tries are used up all of them again; the person is told."""
    async with db.begin(cause) as tx:
        found = await sittings.by_number(tx, number)
        if found is None or found.course_id != course_id:
            raise Refused("stale-button")
        person = await people.locked(tx, found.person_id)
        course = await _found(tx, course_id, by)
        if person.id == by:
            raise Refused("course-own-tries")
        last = [one for one in await sittings.of(tx, person.id, course_id) if one.nth][-1]
        if last.id != found.id or last.lifted or last.state is SittingState.open:
            raise Refused("stale-button")
        await sittings.lift(tx, last.id)
        subject, after = f"sitting:{number}", {"course": course.course.key}
        await record(tx, "tries-granted", subject, by=by, now=now, after=after)
        await tell(
            tx, person, "tries_granted", key=f"tries-granted:{last.id}", now=now, can_wait=True,
            sitting_id=last.id,
        )  # fmt: skip
