"""The morning digest: the desk itself, once a day, to whom something waits for."""

from datetime import datetime

from bot.domain.desk import Desk, day_ends, digest_due
from bot.domain.people import Arrival, Person, require_coordinator
from bot.domain.rules import PayRules
from bot.effects.record import record
from bot.effects.tell import tell
from bot.insistence import each
from bot.services.desk.looking import look
from storage import desk_digests, people
from storage.database import Database, Tx


async def wanted(db: Database, person_id: int) -> bool:
    """Whether the person is told the desk each morning."""
    async with db.read() as tx:
        return (await desk_digests.of_person(tx, person_id))[0]


async def switch(db: Database, *, person_id: int, on: bool, cause: str, now: datetime) -> None:
    """Tell the person the desk each morning, from the next one on, or tell it no more."""
    async with db.begin(cause) as tx:
        person = await people.locked(tx, person_id)
        require_coordinator(person)
        was, _ = await desk_digests.of_person(tx, person_id)
        if was is on:
            return
        # What was not told while it was off is not made up for.
        await desk_digests.keep(tx, person_id, wanted=on, told_at=now)
        await record(
            tx, "set-desk-digest", f"person:{person_id}", by=person_id, now=now, after={"on": on}
        )


async def tell_due(db: Database, *, now: datetime, rules: PayRules) -> int:
    """Sweep: tell the desk to everybody whose morning has come; returns how many are told."""
    async with db.look() as tx:
        staff = [await people.by_id(tx, one) for one in await desk_digests.staff(tx)]
        due = [one.id for one in staff if await _morning(tx, one, now) is not None]

    async def one(person_id: int) -> int:
        # Looked through before, so that nobody waits for it behind the lock.
        found = await look(db, by=person_id, now=now, rules=rules)
        async with db.begin() as tx:
            return await _tell_one(tx, found, now=now)

    return await each(due, one)


async def _morning(tx: Tx, person: Person, now: datetime) -> datetime | None:
    """The morning that is to be told now; to somebody new from the next one on, so it is `now`."""
    on, told = await desk_digests.of_person(tx, person.id)
    reads = person.arrival is Arrival.done and person.is_reachable and person.may_coordinate()
    if not (on and reads):
        return None
    return now if told is None else digest_due(person, told, now)


async def _tell_one(tx: Tx, found: Desk, *, now: datetime) -> int:
    """Once for a morning; somebody for whom nothing waits hears nothing."""
    person = await people.locked(tx, found.person.id)
    morning = await _morning(tx, person, now)
    if morning is None:
        return 0
    _, told = await desk_digests.of_person(tx, person.id)
    await desk_digests.keep(tx, person.id, told_at=morning)
    if told is None or not found.waiting:
        return 0
    await tell(
        tx, person, "desk", key=f"desk:{person.id}:{morning:%Y%m%d%H%M}", now=now,
        sound=bool(found.late(now) or found.today(now)), can_wait=True,
        expires_at=day_ends(person.zone, now), morning=True,
    )  # fmt: skip
    return 1
