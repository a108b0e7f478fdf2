"""The night's computation of tiers: person by person, so that it goes on where it stopped."""

from datetime import datetime

from bot.domain.refusal import Repeated
from bot.domain.tiers import HOUR, WINDOW
from bot.effects.retier import is_stale, retier
from bot.insistence import each
from storage import causes, tier_facts
from storage.database import Database

_PAGE = 200


async def recompute(db: Database, *, now: datetime) -> int:
    """Sweep: once a day everybody's tiers are what the facts come to; returns how many changed.

    What is as it should be is only read: after a break the rest is all that is written.
    """
    cause = f"tiers:{now.date().isoformat()}"
    if now.hour < HOUR:
        return 0
    async with db.look() as tx:
        if await causes.is_known(tx, cause):
            return 0

    async def one(person_id: int) -> int:
        async with db.begin() as tx:
            await retier(tx, person_id, now=now)
            return 1

    changed, after = 0, 0
    while page := await _page(db, after, now):
        changed += await each(await _stale(db, page, now), one)
        after = page[-1]
    try:
        async with db.begin(cause):
            pass
    except Repeated:
        return changed
    return changed


async def _page(db: Database, after: int, now: datetime) -> list[int]:
    async with db.read() as tx:
        return await tier_facts.active(tx, now - WINDOW, after=after, most=_PAGE)


async def _stale(db: Database, page: list[int], now: datetime) -> list[int]:
    async with db.read() as tx:
        return [one for one in page if await is_stale(tx, one, now)]
