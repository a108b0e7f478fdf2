"""The night's computation of tiers: person by person, so that it goes on where it stopped."""

from datetime import datetime

from bot.domain.measuring import NIGHT_HOUR
from bot.domain.tiers import HOURS_LATER, WINDOW
from bot.services.tiers.anew import made_anew
from storage import causes, tier_facts
from storage.database import Database

_PAGE = 200


async def recompute(db: Database, *, now: datetime, hour: int = NIGHT_HOUR) -> int:
    """Sweep: once a day everybody's tiers are what the facts come to; returns how many changed.

    What is as it should be is only read: after a break the rest is all that is written.
    """
    cause = f"tiers:{now.date().isoformat()}"
    if now.hour < hour + HOURS_LATER:
        return 0
    async with db.look() as tx:
        if await causes.is_known(tx, cause):
            return 0
    changed, after = 0, 0
    while page := await _page(db, after, now):
        changed += await made_anew(db, page, now=now)
        after = page[-1]
    await causes.note(db, cause)
    return changed


async def _page(db: Database, after: int, now: datetime) -> list[int]:
    async with db.read() as tx:
        return await tier_facts.active(tx, now - WINDOW, after=after, most=_PAGE)
