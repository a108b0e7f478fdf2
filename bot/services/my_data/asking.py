"""Asking for one's own data; the file is a notice like any other."""

from datetime import datetime

from bot.domain.notices import Priority
from bot.domain.refusal import Refused
from bot.effects.record import record
from bot.effects.tell import tell
from storage import notices, people
from storage.database import Database


async def request(db: Database, *, person_id: int, cause: str, now: datetime) -> None:
    """Owe the person the file with everything; refused while one is on its way."""
    async with db.begin(cause) as tx:
        person = await people.locked(tx, person_id)
        begins = f"my-data:{person_id}:"
        if await notices.is_pending(tx, begins):
            raise Refused("my-data-coming")
        await tell(
            tx, person, "my_data", key=f"{begins}{cause}", now=now, priority=Priority.personal
        )
        await record(tx, "my-data-asked", f"person:{person_id}", by=person_id, now=now)
