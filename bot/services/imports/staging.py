"""Files that somebody dropped, kept until it is decided what becomes of them."""

from datetime import datetime

from bot.domain.numbers import public_number
from bot.domain.people import require_coordinator
from bot.domain.refusal import Refused
from storage import people, projects
from storage.database import Database


async def stage(
    db: Database, *, person_id: int, name: str, body: bytes, cause: str, now: datetime
) -> str:
    """Keep an uploaded file until it is decided upon; returns its number."""
    async with db.begin(cause) as tx:
        require_coordinator(await people.by_id(tx, person_id))
        number = public_number()
        await projects.stage(tx, number=number, person_id=person_id, name=name, body=body, now=now)
        return number


async def staged_file(db: Database, number: str, *, by: int) -> tuple[str, bytes]:
    """Name and content of a file that the person staged; refused once it was used."""
    async with db.read() as tx:
        found = await projects.staged(tx, number, by)
    if found is None or found[2]:
        raise Refused("file-used")
    return found[0], found[1]


async def drop(db: Database, *, number: str, by: int, cause: str) -> None:
    """Forget a file that the person staged."""
    async with db.begin(cause) as tx:
        require_coordinator(await people.by_id(tx, by))
        mine = await projects.staged(tx, number, by)
        if mine is None or not await projects.use_staged(tx, number):
            raise Refused("file-used")
