"""Whether a person gets broadcasts that are about no work of theirs."""

from datetime import datetime

from bot.effects.record import record
from storage import audience, people
from storage.database import Database


async def switch_news(
    db: Database, *, person_id: int, wanted: bool, cause: str, now: datetime
) -> None:
    """Let such broadcasts come, or let them come no more."""
    async with db.begin(cause) as tx:
        await people.locked(tx, person_id)
        if await audience.wants_news(tx, person_id) == wanted:
            return
        await people.change(tx, person_id, hall_news=wanted)
        after = {"on": wanted}
        await record(
            tx, "set-hall-news", f"person:{person_id}", by=person_id, now=now, after=after
        )


async def wants_news(db: Database, person_id: int) -> bool:
    """Whether such broadcasts come."""
    async with db.look() as tx:
        return await audience.wants_news(tx, person_id)
