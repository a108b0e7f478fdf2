"""What admins see of pay: the next run, past runs, what is owed, what a project earns."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.pay_figures import Margin, Owed, age_ends
from bot.domain.pay_periods import Period, due_periods, period_at
from bot.domain.pay_preview import (
    Odd,
    Oddity,
    Totals,
    could_be_unusual,
    odd_ones,
    totals,
    will_be_paid,
)
from bot.domain.payouts import PayoutState
from bot.domain.people import require_admin
from bot.domain.refusal import Refused
from bot.domain.rules import PayRules
from bot.effects.find_project import named
from storage import pay_desk, pay_figures, payout_files, payruns, people
from storage.database import Database, Tx
from storage.pay_desk import PayoutSight, Sum
from storage.payout_files import PayoutFile
from storage.payruns import PayRun, Zones

__all__ = [
    "PAGE", "Overview", "PayoutSight", "Preview", "RunSight", "is_run", "margin", "markable",
    "odd_people", "overview", "owed", "payout", "payouts_of", "run_sight",
]  # fmt: skip

LATEST = 6
PAGE = 10


@dataclass(frozen=True, slots=True)
class Preview:
    """What the next run of a pay zone would pay, and whose part of it is odd."""

    zone: str
    period: Period
    totals: list[Totals]
    odd: list[Odd]
    due: list[Period]

    def count(self, oddity: Oddity) -> int:
        """How many people have that oddity."""
        return len({one.person_id for one in self.odd if oddity in one.oddities})


@dataclass(frozen=True, slots=True)
class RunSight:
    """A run with its statements and payouts in sums, and what is left to do."""

    run: PayRun
    statements: list[Sum]
    payouts: list[Sum]
    unfiled: int
    without_method: int
    files: list[PayoutFile]
    troubles: list[tuple[str, str, str]]

    def sums(self, *states: PayoutState) -> tuple[int, dict[str, int]]:
        """How many payouts are in these states, and minor units by currency."""
        return _summed(self.payouts, states)


@dataclass(frozen=True, slots=True)
class Overview:
    """All that `/payrun` begins with."""

    previews: list[Preview]
    latest: list[RunSight]


def _summed(sums: list[Sum], states: tuple[PayoutState, ...]) -> tuple[int, dict[str, int]]:
    by: dict[str, int] = {}
    count = 0
    for one in sums:
        if one.state in states:
            count += one.count
            by[one.money.currency] = by.get(one.money.currency, 0) + one.money.minor
    return count, by


async def overview(db: Database, *, by: int, now: datetime, rules: PayRules) -> Overview:
    """The next run of each pay zone, and the latest runs."""
    async with db.read() as tx:
        require_admin(await people.by_id(tx, by))
        previews = [await _preview(tx, zone, now, rules) for zone in rules.zones]
        latest = [await _sight(tx, run, now) for run in await payruns.newest(tx, LATEST)]
    return Overview(previews, latest)


async def _preview(tx: Tx, zone: str, now: datetime, rules: PayRules) -> Preview:
    condition = payruns.only_in(Zones.of(zone, rules.zones), rules.zones)
    period = period_at(zone, rules.day, now)
    waiting = await pay_desk.waiting_of(tx, condition, period.end)
    paid, carried = will_be_paid(
        waiting, end=period.end, threshold=rules.threshold, carry=timedelta(rules.carry_days)
    )
    flagged = {
        Oddity.no_method: await pay_desk.without_method(tx, condition, period.end, now),
        Oddity.changed: await pay_desk.with_new_method(
            tx, condition, period.end, now - timedelta(hours=rules.method_hours)
        ),
        Oddity.failed: await pay_desk.failed_last(tx, condition, period.end),
    }
    least = await pay_desk.least_statements(tx, {one.person_id for one in paid})
    earlier = await pay_desk.statements_of(tx, could_be_unusual(paid, least))
    odd = odd_ones(paid, flagged, earlier)
    return Preview(zone, period, totals(paid, carried), odd, await _due(tx, zone, now, rules))


async def _due(tx: Tx, zone: str, now: datetime, rules: PayRules) -> list[Period]:
    """Periods of the zone that have ended and were not run yet."""
    condition = payruns.only_in(Zones.of(zone, rules.zones), rules.zones)
    last = await payruns.latest_end(tx, zone)
    first = last or await payruns.first_payable(tx, condition)
    if first is None:
        return []
    return due_periods(zone, rules.day, since=first, last=last, now=now)


async def odd_people(
    db: Database, zone: str, *, by: int, now: datetime, rules: PayRules
) -> list[tuple[Odd, str]]:
    """Whose part of the next run is odd, with the name."""
    async with db.read() as tx:
        require_admin(await people.by_id(tx, by))
        if zone not in rules.zones:
            raise Refused("stale-button")
        found = (await _preview(tx, zone, now, rules)).odd
        return [(one, (await people.by_id(tx, one.person_id)).name) for one in found[:PAGE]]


async def run_sight(db: Database, number: str, *, by: int, now: datetime) -> RunSight:
    """One run."""
    async with db.read() as tx:
        require_admin(await people.by_id(tx, by))
        return await _sight(tx, await _run(tx, number), now)


async def _run(tx: Tx, number: str) -> PayRun:
    run = await payruns.run_by_number(tx, number)
    if run is None:
        raise Refused("no-run", number=number)
    return run


async def _sight(tx: Tx, run: PayRun, now: datetime) -> RunSight:
    unfiled, lacking = await pay_desk.unfiled(tx, run.id, now)
    troubles = [
        (one.number, (await people.by_id(tx, one.person_id)).name, one.error)
        for one in await payruns.troubles(tx, run_id=run.id)
    ]
    return RunSight(
        run, await pay_desk.statement_sums(tx, run.id), await pay_desk.payout_sums(tx, run.id),
        unfiled, lacking, await payout_files.of_run(tx, run.id), troubles,
    )  # fmt: skip


async def markable(
    db: Database, number: str, state: PayoutState, *, by: int
) -> tuple[int, dict[str, int]]:
    """How many payouts of a run are in a file and would come into that state, with their sums."""
    states = (PayoutState.due, PayoutState.sent)
    async with db.read() as tx:
        require_admin(await people.by_id(tx, by))
        run = await _run(tx, number)
        sums = await pay_desk.payout_sums(tx, run.id, only_filed=True)
    return _summed(sums, states if state is PayoutState.paid else states[:1])


async def payouts_of(
    db: Database, number: str, page: int, *, by: int
) -> tuple[int, list[PayoutSight]]:
    """A page of the payouts of a run, and how many there are."""
    async with db.read() as tx:
        require_admin(await people.by_id(tx, by))
        run = await _run(tx, number)
        return await pay_desk.payout_sights(tx, run.id, limit=PAGE, offset=page * PAGE)


async def payout(db: Database, number: str, *, by: int) -> PayoutSight:
    """One payout."""
    async with db.read() as tx:
        require_admin(await people.by_id(tx, by))
        found = await pay_desk.payout_sight(tx, number)
    if found is None:
        raise Refused("no-payout", number=number)
    return found


async def is_run(db: Database, number: str, *, by: int) -> bool:
    """Whether a number is that of a run; of a payout, where it is not."""
    async with db.read() as tx:
        require_admin(await people.by_id(tx, by))
        return await payruns.run_by_number(tx, number) is not None


async def owed(db: Database, *, by: int, now: datetime) -> list[Owed]:
    """What is owed to people, by state, age and currency."""
    async with db.read() as tx:
        require_admin(await people.by_id(tx, by))
        return await pay_figures.owed(tx, age_ends(now))


async def margin(db: Database, key: str, *, by: int) -> list[Margin]:
    """What the client pays for the work of a project and what contractors earn, by currency."""
    async with db.read() as tx:
        require_admin(await people.by_id(tx, by))
        return await pay_figures.margin(tx, (await named(tx, key)).id)
