"""`/verify`: whether a number is ours, told only to whom it belongs."""

from bot.domain.numbers import readings
from storage import belongings, people
from storage.belongings import Belonging, Own
from storage.database import Database

__all__ = ["Belonging", "Own", "verify"]


async def verify(db: Database, *, typed: str, person_id: int) -> Own | None:
    """What of the person's own the typed number stands for; none for all else, alike.

    Of a number that can be read in several ways, the likeliest that there is.
    """
    numbers = readings(typed)
    if not numbers:
        return None
    async with db.read() as tx:
        found = await belongings.owned(tx, await people.by_id(tx, person_id), numbers)
    return min(found, key=lambda own: numbers.index(own.number), default=None)
