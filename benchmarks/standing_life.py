"""One process of a hall in a year of standing: it works through the days, and can be killed.

Everything it does is done once for its cause, or goes on where it stopped, so that the next
process begins with the first week that is not over. What stands in for Telegram is a file.
"""

import asyncio
import json
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.lives import Simulated, lived
from bot.domain.appeals import AppealState
from bot.domain.ladder import next_rung
from bot.domain.notices import Delivered, Notice, Outcome, Undeliverable
from bot.domain.refusal import Refused, Repeated
from bot.domain.rules import Rules, StandingRules
from bot.domain.steps import Evidence, EvidenceKind, StepKind
from bot.services import absence, outbox, people, standing
from bot.workers.outbox import Outbox
from storage import appeals, causes, step_drafts, steps
from storage.database import Database

BOSS, OTHER = 1, 2  # who decides, and who decides appeals
DAY = timedelta(days=1)
# The ratings between two steps are a matter of the tests of the ladder.
RULES = Rules(standing=StandingRules(between_ratings=0))
WORDS = "This is what was seen, in words."
# Of so many people one is judged in a week; one of so many is known to climb.
JUDGED, CLIMBS = 100, 20


@dataclass(frozen=True)
class Year:
    """What happens, all of it known beforehand."""

    url: str
    messages: str
    seed: int
    people: int
    weeks: int
    begins: datetime

    def everybody(self) -> range:
        """The ids of those who work; the two admins are the first."""
        return range(3, self.people + 3)

    def is_away(self, person_id: int, week: int) -> bool:
        """Whether the person has blocked the bot in that week: one in ten, for five weeks."""
        return person_id % 10 == 7 and (week + person_id // 10) % 20 < 5


class Life:
    """What one process does from its start."""

    def __init__(self, year: Year, db: Database) -> None:
        self.year, self.db, self.clock = year, db, Simulated(year.begins)
        self.worker = Outbox(db, self.clock, self._deliver)
        self.week = 0
        self._file = os.open(year.messages, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self._ids = count(Path(year.messages).stat().st_size + 1)
        self._drafts = count()

    async def _deliver(self, notice: Notice) -> Outcome:
        if notice.person_id is not None and self.year.is_away(notice.person_id, self.week):
            return Undeliverable("bot was blocked by the user")
        now = self.clock.now()
        said = {"key": notice.key, "at": now.timestamp(), "repeated": notice.repeated}
        if notice.kind == "step":
            # Raises where a field is missing, as the screen does.
            shown, _ = await standing.told(
                self.db, notice.args["number"], by=notice.person_id or 0, now=now, rules=RULES.pay
            )
            stops = shown.step.access_stops
            said |= {"stops": stops.timestamp() if stops else None}
        # One call, so that a kill leaves the whole line or nothing.
        os.write(self._file, json.dumps(said).encode() + b"\n")
        await asyncio.sleep(0)
        return Delivered(next(self._ids))

    async def work(self) -> None:
        """Every week that is not over, and some in which what was begun comes to its end."""
        for week in range(self.year.weeks + 6):
            self.week = week
            async with self.db.look() as tx:
                if await causes.is_known(tx, f"week:{self.week}"):
                    continue
            self.clock.time = self.year.begins + 7 * self.week * DAY
            await outbox.recover(self.db, self.clock.now(), all=True)
            await self._come_back()
            if self.week < self.year.weeks:
                await self._judge()
            for _ in range(7):
                await self._day()
                self.clock.time += DAY
            async with self.db.begin(f"week:{self.week}"):
                pass

    async def _day(self) -> None:
        """What goes out, what people say to it, and what the clock does."""
        now = self.clock.now()
        await self.worker.drain()
        await self._object()
        await self._answer()
        for sweep in (standing.look_at_appeals, standing.carry_out):
            while await sweep(self.db, now=now):
                pass
        await absence.look_for_absent(self.db, now=now, rules=RULES.standing)
        await self.worker.drain()

    async def _come_back(self) -> None:
        for person_id in self.year.everybody():
            was = self.week and self.year.is_away(person_id, self.week - 1)
            if was and not self.year.is_away(person_id, self.week):
                await people.came_back(self.db, person_id=person_id, now=self.clock.now())

    async def _judge(self) -> None:
        chance = Random(f"{self.year.seed}:{self.week}")
        for person_id in self.year.everybody():
            climbs = person_id % CLIMBS == 0 and self.week % 3 == 0
            if climbs or chance.randrange(JUDGED) == 0:
                await self._decide(person_id, egregious=not climbs and chance.random() < 0.3)

    async def _decide(self, person_id: int, *, egregious: bool) -> None:
        """The next rung, or what an egregious reason allows; refused where that is too early."""
        cause, now = f"decided:{self.week}:{person_id}", self.clock.now()
        async with self.db.look() as tx:
            if await causes.is_known(tx, cause):
                return
            kind = next_rung(await steps.of_person(tx, person_id), now)
        if egregious:
            kind = StepKind.hold if self.week % 2 else StepKind.deactivation
        if kind is None:
            return
        seen = Evidence(EvidenceKind.event, "event", now, words=f"Case {cause}.")
        async with self.db.begin() as tx:
            code = "fraud" if egregious else "conduct"
            draft = await step_drafts.put(
                tx, by=BOSS, person_id=person_id, evidence=[seen], reason=code, now=now
            )
            await step_drafts.change(tx, draft.id, kind=kind, words=WORDS, days=7)
        with suppress(Refused, Repeated):
            await standing.decide(
                self.db, number=draft.number, by=BOSS, cause=cause, now=now, rules=RULES
            )

    async def _object(self) -> None:
        """Every third one who was told of a step objects, some days later."""
        now = self.clock.now()
        for step in await self._told_lately(now):
            with suppress(Refused, Repeated):
                await standing.appeal(
                    self.db, step=step.number, by=step.person_id, cause=f"objects:{step.id}",
                    now=now,
                )  # fmt: skip

    async def _told_lately(self, now: datetime) -> list[Any]:
        async with self.db.read() as tx:
            found = await steps.told_between(tx, now - 4 * DAY, now - 3 * DAY)
        return [one for one in found if one.id % 3 == 0]

    async def _answer(self) -> None:
        """One appeal of three is never answered by anybody; the others after two days."""
        now = self.clock.now()
        async with self.db.read() as tx:
            found = await appeals.waiting(tx)
        for one in found:
            if one.id % 3 and one.opened_at + 2 * DAY <= now:
                state = AppealState.upheld if one.id % 3 == 1 else AppealState.overturned
                with suppress(Refused, Repeated):
                    await standing.decide_appeal(
                        self.db, number=one.number, state=state, text=WORDS, by=OTHER,
                        cause=f"answers:{one.id}", now=now,
                    )  # fmt: skip


def live(year: Year, begun: Any, plant: str | None) -> None:
    """Be the process, from its start until its end or its death."""
    lived(year.url, begun, plant, lambda db: Life(year, db).work())
