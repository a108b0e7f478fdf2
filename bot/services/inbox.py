"""Updates: stored before they are acknowledged, then worked off once."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.domain.numbers import public_number
from storage import inbox
from storage.database import Database
from storage.inbox import Incoming

__all__ = ["MOST_ATTEMPTS", "Incoming", "fail", "finish", "latest", "receive", "take"]

MOST_ATTEMPTS = 3


async def receive(
    db: Database,
    updates: list[tuple[int, int, dict[str, Any]]],
    now: datetime,
    *,
    holder: str = "",
) -> int:
    """Store (id, lane, payload) of updates for a process, those known already left as they are.

    Returns how many were new; when it has returned, they may be acknowledged.
    """
    async with db.begin() as tx:
        return await inbox.store(tx, updates, now, holder=holder)


async def latest(db: Database) -> tuple[int, datetime] | None:
    """The highest id of all updates ever stored, and when that update came in."""
    async with db.read() as tx:
        return await inbox.latest(tx)


async def take(db: Database, after: int, limit: int, *, holder: str = "") -> list[Incoming]:
    """Updates that wait to be worked off by a process, in order, with ids above `after`."""
    async with db.look() as tx:
        return await inbox.waiting(tx, after, limit, holder=holder)


async def finish(db: Database, update_ids: Sequence[int]) -> None:
    """The updates have had their effect and are never worked off again."""
    async with db.once() as tx:
        await inbox.done(tx, update_ids)


async def fail(
    db: Database, update_id: int, error: str, *, most: int = MOST_ATTEMPTS
) -> str | None:
    """Count a failure; the `most`-th sets the update aside and returns its public number."""
    async with db.begin() as tx:
        return await inbox.failed(tx, update_id, error=error, number=public_number(), most=most)
