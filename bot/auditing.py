"""The audit at the console."""

from collections.abc import AsyncIterator

from bot.app import opened
from bot.domain.findings import Finding
from bot.services import audit
from bot.settings import Settings
from storage.audit import GUARDED, PROMISES


async def hold(settings: Settings) -> AsyncIterator[Finding]:
    """What does not hold, each with some examples; one good word where everything does."""
    async with opened(settings) as db:
        found = await audit.breaches(db)
    for one in found:
        yield Finding(well=False, text=str(one))
    broken = {one.promise for one in found} - {GUARDED}
    held = len(PROMISES) - len(broken)
    yield Finding(well=not found, text=f"{held} of {len(PROMISES)} promises hold")
