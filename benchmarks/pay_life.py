"""One process of a hall on pay days: it works through a year, and can be killed anywhere.

Everything it does is done once for its cause, or goes on where it stopped, so that the next
process begins from the first week and comes to the same end. What stands in for Telegram is a
file to which each message is added before it is acknowledged.
"""

import asyncio
import json
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.lives import Simulated, lived
from bot.domain.lines import LineKind
from bot.domain.money import Money
from bot.domain.notices import Delivered, Notice, Outcome
from bot.domain.payouts import PayoutState
from bot.domain.refusal import Repeated
from bot.domain.rules import PayRules
from bot.effects.owe_line import owe_line
from bot.services import outbox, payouts, payruns
from bot.workers.outbox import Outbox
from storage import causes
from storage import payruns as stored_runs
from storage.database import Database

FIRST_FRIDAY = datetime(2030, 1, 4, 12, tzinfo=UTC)
WEEK, DAY = timedelta(weeks=1), timedelta(days=1)
PAY = PayRules(thresholds={"USD": 1000, "JPY": 300})
# Who earns in a week, one in so many; and whose first payout fails, by its id.
EARNS, FAILS = 3, 40
_CHUNK = 50


@dataclass(frozen=True)
class Year:
    """What happens, all of it known beforehand: who earns what when, which Fridays are missed."""

    url: str
    messages: str
    seed: int
    people: int
    weeks: int
    missed: frozenset[int]

    def earnings(self, week: int) -> list[tuple[int, Money]]:
        """What each person earns in a week; people have the ids from 2 on, 1 is the admin."""
        chance = Random(f"{self.seed}:{week}")
        earned = []
        for person_id in range(2, self.people + 2):
            if chance.randrange(EARNS) == 0:
                currency = "JPY" if person_id % 5 == 0 else "USD"
                earned.append((person_id, Money(chance.randint(1, 3000), currency)))
        return earned


class Life:
    """What one process does from its start."""

    def __init__(self, year: Year, db: Database) -> None:
        self.year, self.db, self.clock = year, db, Simulated(FIRST_FRIDAY)
        self.worker = Outbox(db, self.clock, self._deliver)
        self._file = os.open(year.messages, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self._ids = count(Path(year.messages).stat().st_size + 1)

    async def _deliver(self, notice: Notice) -> Outcome:
        said = {"key": notice.key, "kind": notice.kind, "repeated": notice.repeated}
        # One call, so that a kill leaves the whole line or nothing.
        os.write(self._file, json.dumps(said).encode() + b"\n")
        await asyncio.sleep(0)
        return Delivered(next(self._ids))

    async def work(self) -> None:
        """Every week that is not over, then the weeks in which the last small sums are paid."""
        await outbox.recover(self.db, self.clock.now(), all=True)
        for week in range(self.year.weeks + 6):
            async with self.db.look() as tx:
                if await causes.is_known(tx, f"week:{week}"):
                    continue
            await self._week(week)
            async with self.db.begin(f"week:{week}"):
                pass

    async def _week(self, week: int) -> None:
        friday = FIRST_FRIDAY + week * WEEK
        if week < self.year.weeks:
            await self._earn(week, friday - 2 * DAY)
        if week not in self.year.missed:
            self.clock.time = friday + timedelta(minutes=1)
            await payruns.run_due(self.db, now=self.clock.time, rules=PAY)
            self.clock.time = friday + 2 * DAY
            await self._pay()
        self.clock.time = friday + 3 * DAY
        await self.worker.drain()

    async def _earn(self, week: int, now: datetime) -> None:
        earned = self.year.earnings(week)
        for start in range(0, len(earned), _CHUNK):
            with suppress(Repeated):
                async with self.db.begin(f"earned:{week}:{start}") as tx:
                    for person_id, money in earned[start : start + _CHUNK]:
                        await owe_line(
                            tx, person_id=person_id, project_id=None, kind=LineKind.bonus,
                            money=money, reason="week", because=None, by=None, now=now,
                        )  # fmt: skip

    async def _pay(self) -> None:
        """The payer: some payouts come back once, all others and the new ones arrive."""
        unpaid = (PayoutState.due, PayoutState.sent)
        most = self.year.people
        async with self.db.read() as tx:
            runs = await stored_runs.newest(tx, self.year.weeks + 6)
            due = [
                (run, await stored_runs.payouts_of_run(tx, run.id, unpaid, after=0, limit=most))
                for run in runs
            ]
        for run, ids in due:
            for payout_id in ids:
                if payout_id % FAILS == 0:
                    await self._fail(payout_id)
            if ids:
                await payouts.mark_all(
                    self.db, run=run.number, state=PayoutState.paid, reference="R", by=1,
                    now=self.clock.time,
                )  # fmt: skip

    async def _fail(self, payout_id: int) -> None:
        async with self.db.begin() as tx:
            number = (await stored_runs.locked_payout_by_id(tx, payout_id)).number
        with suppress(Repeated):
            await payouts.mark(
                self.db, number=number, state=PayoutState.failed, reference=None,
                reason="account closed", by=1, cause=f"failed:{payout_id}", now=self.clock.time,
            )  # fmt: skip


def live(year: Year, begun: Any, plant: str | None) -> None:
    """Be the process, from its start until its end or its death."""
    lived(year.url, begun, plant, lambda db: Life(year, db).work())
