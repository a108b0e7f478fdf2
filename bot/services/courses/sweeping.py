"""What the clock does about courses: tries that were left, qualifications that end, regrading."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial

from bot.domain.sittings import REMIND, UNFINISHED, is_due
from bot.effects.record import record
from bot.effects.tell import tell
from bot.insistence import each
from bot.services.courses.ending import end, grade_again
from storage import courses, people, qualifications, sittings
from storage.database import Database, Tx

_AT_ONCE = 200


async def look(db: Database, *, now: datetime) -> int:
    """Sweep: all that is due, each in a transaction of its own; how much was found."""
    async with db.read() as tx:
        left = await sittings.left(tx, now - UNFINISHED, _AT_ONCE)
        again = await sittings.to_regrade(tx, _AT_ONCE)
        ended = await qualifications.expiring(tx, now, _AT_ONCE)
        soon = await qualifications.to_remind(tx, now + REMIND, _AT_ONCE)
    acts = [
        *(partial(_lapse, which=which, person_id=who, now=now) for which, who in left),
        *(partial(_regrade, which=which, person_id=who, now=now) for which, who in again),
        *(partial(_expire, which=which, now=now) for which in ended),
        *(partial(_remind, which=which, now=now) for which in soon),
    ]

    async def alone(act: Callable[[Tx], Awaitable[bool]]) -> bool:
        async with db.begin() as tx:
            return await act(tx)

    return await each(acts, alone)


async def _lapse(tx: Tx, *, which: int, person_id: int, now: datetime) -> bool:
    """A try that nobody went on with ends, and is told; looked at once more, since taps go on."""
    person = await people.locked(tx, person_id)
    sitting = await sittings.by_id(tx, which)
    course = await courses.body(tx, sitting.version_id)
    if not is_due(sitting, course, now):
        return False
    await end(tx, person, sitting, course, by=None, now=now)
    await tell(
        tx, person, "sitting_lapsed", key=f"sitting-lapsed:{sitting.id}", now=now, can_wait=True,
        sitting_id=sitting.id,
    )  # fmt: skip
    return True


async def _regrade(tx: Tx, *, which: int, person_id: int, now: datetime) -> bool:
    person = await people.locked(tx, person_id)
    if not await sittings.is_to_regrade(tx, which):
        return False
    await grade_again(tx, person, await sittings.by_id(tx, which), now)
    return True


async def _expire(tx: Tx, *, which: int, now: datetime) -> bool:
    found = await qualifications.by_id(tx, which)
    person = await people.locked(tx, found.person_id)
    found = await qualifications.by_id(tx, which)
    if found.state != "held" or found.expires_at is None or found.expires_at > now:
        return False
    await qualifications.end(tx, found.id, "expired", now)
    course = await courses.by_id(tx, found.course_id)
    after = {"course": course.course.key if course else ""}
    subject = f"person:{person.id}"
    await record(tx, "qualification-expired", subject, by=None, now=now, after=after)
    # It takes work away: as every notice about standing, it is heard.
    await tell(
        tx, person, "qualification_expired", key=f"qualification-expired:{found.id}", now=now,
        sound=True, can_wait=True, qualification_id=found.id,
    )  # fmt: skip
    return True


async def _remind(tx: Tx, *, which: int, now: datetime) -> bool:
    found = await qualifications.by_id(tx, which)
    person = await people.locked(tx, found.person_id)
    found = await qualifications.by_id(tx, which)
    if found.state != "held" or found.reminded:
        return False
    await qualifications.mark_reminded(tx, found.id)
    await tell(
        tx, person, "qualification_ends", key=f"qualification-ends:{found.id}", now=now,
        can_wait=True, expires_at=found.expires_at, qualification_id=found.id,
    )  # fmt: skip
    return True
