"""Deleting what is older than its retention, page by page; nothing else ever deletes records."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from bot.domain import retention
from bot.domain.rules import Rules
from bot.effects.record import record
from bot.insistence import insistently
from storage import retaining
from storage.database import Database
from storage.retaining import Page, Phase

_NEWEST = 2**62


@dataclass(frozen=True, slots=True)
class CutOffs:
    """What was over before these moments is kept no longer: records, and messages as they came."""

    records: datetime
    updates: datetime

    def of(self, phase: Phase) -> datetime:
        """The one that holds for these rows."""
        return self.updates if phase is retaining.UPDATES else self.records


def cut_offs(now: datetime, rules: Rules) -> CutOffs:
    """Up to where the hall deletes now."""
    return CutOffs(
        retention.cut_off(now, rules.record_days), retention.cut_off(now, rules.update_days)
    )


async def count(db: Database, *, cut: CutOffs) -> dict[str, int]:
    """How many rows of each table are too old; changes nothing."""
    found = Counter[str]()
    async with db.read() as tx:
        for phase in retaining.PHASES:
            found.update(await retaining.count(tx, phase, cut.of(phase)))
    return dict(sorted(found.items()))


async def delete(db: Database, *, cut: CutOffs, now: datetime) -> dict[str, int]:
    """Delete what is too old, and write into the journal how much of what went.

    Each page is a transaction: after a kill, the next run goes on with what is left.
    """
    gone = Counter[str]()
    for phase in retaining.PHASES:
        gone.update(await _every_page(db, phase, cut.of(phase)))
    # A line that was corrected goes after the line that corrects it, which may be in either phase.
    while more := await _money(db, cut.records):
        gone.update(more)
    if gone:
        after = {"before": f"{cut.records:%Y-%m-%d}", "rows": dict(sorted(gone.items()))}
        async with db.begin() as tx:
            await record(tx, "retained", "hall", by=None, now=now, after=after)
    return dict(sorted(gone.items()))


async def _money(db: Database, cut: datetime) -> Counter[str]:
    gone = Counter[str]()
    for phase in retaining.MONEY:
        gone.update(await _every_page(db, phase, cut))
    return gone


async def _every_page(db: Database, phase: Phase, cut: datetime) -> Counter[str]:
    gone = Counter[str]()
    last: int | None = 0 if phase.oldest_first else _NEWEST
    while last is not None:
        page = await insistently(partial(_page, db, phase, cut, last))
        gone.update(page.gone)
        last = page.last
    return gone


async def _page(db: Database, phase: Phase, cut: datetime, before: int) -> Page:
    async with db.begin() as tx, retaining.opened(tx, cut):
        return await retaining.delete(tx, phase, cut, before)
