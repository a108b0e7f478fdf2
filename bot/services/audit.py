"""The audit: whether every promise about money and standing holds, by day and on demand."""

import logging
from datetime import datetime

from bot.domain.audit import Breach
from bot.domain.people import Role
from bot.domain.refusal import Repeated
from bot.effects.record import record
from bot.effects.tell import tell
from storage import audit, causes, people
from storage.database import Database

_log = logging.getLogger(__name__)


async def breaches(db: Database) -> list[Breach]:
    """Every promise that does not hold now."""
    async with db.read() as tx:
        return await audit.breaches(tx)


async def audit_of_the_day(db: Database, *, now: datetime) -> int:
    """Sweep: one audit a day (of UTC), journalled; admins are told of what it found."""
    day = now.date().isoformat()
    async with db.look() as tx:
        if await causes.is_known(tx, f"audit:{day}"):
            return 0
    found = await breaches(db)
    for one in found:
        _log.error("audit: %s", one)
    try:
        await _told(db, found, day=day, now=now)
    except Repeated:
        return 0
    return 1


async def _told(db: Database, found: list[Breach], *, day: str, now: datetime) -> None:
    async with db.begin(f"audit:{day}") as tx:
        after = {"breaches": {one.promise: one.count for one in found}}
        await record(tx, "audited", f"audit:{day}", by=None, now=now, after=after)
        for admin in await people.with_role(tx, Role.admin) if found else ():
            await tell(
                tx, admin, "audit_found", key=f"audit:{day}:{admin.id}", now=now, sound=True,
                can_wait=True, language=admin.language, day=day,
                breaches=[[one.promise, one.count, *one.examples] for one in found],
            )  # fmt: skip
