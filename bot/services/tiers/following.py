"""Tiers follow a decision about a known answer, without a person's lock in that decision."""

from datetime import datetime, timedelta

from bot.insistence import each
from bot.services.tiers.anew import made_anew
from storage import causes, gold_followed
from storage.database import Database

_PAGE = 200
# What is older, the nights between have brought in.
_LOOKED_BACK = timedelta(days=2)


async def follow_gold(db: Database, *, now: datetime) -> int:
    """Sweep: whoever answered a known answer about which was decided has the tier of now.

    The decision moves the scores; people follow one by one, each in a transaction of their own.
    Returns how many changed.
    """
    async with db.read() as tx:
        due = await gold_followed.due(tx, now - _LOOKED_BACK)

    async def one(decision: tuple[int, int]) -> int:
        decision_id, task_id = decision
        changed = await _all_of(db, task_id, now)
        await causes.note(db, gold_followed.cause_of(decision_id))
        return changed

    return await each(due, one)


async def _all_of(db: Database, task_id: int, now: datetime) -> int:
    changed, after = 0, 0
    while page := await _page(db, task_id, after):
        changed += await made_anew(db, page, now=now)
        after = page[-1]
    return changed


async def _page(db: Database, task_id: int, after: int) -> list[int]:
    async with db.read() as tx:
        return await gold_followed.answered(tx, task_id, after=after, most=_PAGE)
