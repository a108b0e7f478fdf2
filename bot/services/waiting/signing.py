"""The out-of-work list: signing on and off, and the end of a wait."""

from datetime import datetime, timedelta

from bot.effects.record import record
from bot.effects.right_to_claim import require_standing
from storage import people
from storage.database import Database


async def sign_on(
    db: Database, *, person_id: int, hours: int, cause: str, now: datetime
) -> tuple[int, datetime]:
    """Put the person on the out-of-work list; returns the place and until when."""
    async with db.begin(cause) as tx:
        person = await people.locked(tx, person_id)
        await require_standing(tx, person, now=now)
        until = now + timedelta(hours=hours)
        await people.sign_on(tx, person_id, now=now, until=until)
        await people.change(tx, person_id, ignored_calls=0)
        after = {"hours": hours}
        await record(tx, "signed-on", f"person:{person_id}", by=person_id, now=now, after=after)
        place = await people.place_on_list(tx, person_id, now)
        if place is None:
            raise LookupError("signed on the list, yet not on it")
        return place


async def sign_off(db: Database, *, person_id: int, cause: str, now: datetime) -> None:
    """Take the person off the list."""
    async with db.begin(cause) as tx:
        if await people.sign_off(tx, person_id):
            await record(tx, "signed-off", f"person:{person_id}", by=person_id, now=now)


async def end_waits(db: Database, *, now: datetime) -> None:
    """Sweep: whose time on the list has ended is taken off it."""
    async with db.begin() as tx:
        await people.drop_ended(tx, now)
