"""`hiringhall retain`: says what is older than its retention, and deletes it when told to."""

from collections.abc import AsyncIterator
from datetime import datetime

from bot.app import opened
from bot.domain.findings import Finding
from bot.services import audit, retaining
from bot.settings import Settings


async def retain(settings: Settings, *, yes: bool, now: datetime) -> AsyncIterator[Finding]:
    """What can go, table by table; with `yes` it goes, and the books are audited after it."""
    cut = retaining.cut_offs(now, settings.rules)
    yield Finding(
        well=True,
        text=f"records are kept {settings.record_days} days: what was over before "
        f"{cut.records:%Y-%m-%d} goes; messages as they came in {settings.update_days} days: "
        f"what came before {cut.updates:%Y-%m-%d} goes",
    )
    async with opened(settings) as db:
        if yes:
            rows, done = await retaining.delete(db, cut=cut, now=now), "deleted"
        else:
            rows, done = await retaining.count(db, cut=cut), "to delete"
        for table, number in rows.items():
            yield Finding(well=True, text=f"{table}: {number} {done}")
        if not rows:
            yield Finding(well=True, text="nothing is older than that")
        elif not yes:
            yield Finding(well=True, text="nothing was deleted; --yes deletes it, for good")
        else:
            broken = await audit.breaches(db)
            for one in broken:
                yield Finding(well=False, text=str(one))
            if not broken:
                yield Finding(well=True, text="every promise about money and standing holds")
