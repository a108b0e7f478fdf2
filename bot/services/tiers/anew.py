"""Bringing people's tiers to what the facts come to."""

from collections.abc import Sequence
from datetime import datetime

from bot.effects.retier import retier, stale_among
from bot.insistence import each
from storage import people
from storage.database import Database


async def made_anew(db: Database, page: Sequence[int], *, now: datetime) -> int:
    """Each of these people who needs it, in a transaction of their own; returns how many."""
    async with db.read() as tx:
        stale = await stale_among(tx, page, now)

    async def one(person_id: int) -> int:
        async with db.begin() as tx:
            await people.locked(tx, person_id)
            await retier(tx, person_id, now=now)
            return 1

    return await each(stale, one)
