"""What a person sees of pay: what each currency comes to, state by state, and each line."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.disputes import dispute_by, is_objectionable
from bot.domain.earnings import DayEarned
from bot.domain.lines import Line, LineState, next_date
from bot.domain.money import Money, hourly
from bot.domain.numbers import is_number
from bot.domain.pay_calendar import arrives_by, paid_in
from bot.domain.pay_periods import Period, period_at
from bot.domain.payout_methods import Method, effective_method, waiting_method
from bot.domain.payouts import Payout
from bot.domain.people import Person, Standing
from bot.domain.refusal import Refused
from bot.domain.rules import PayRules
from storage import disputes, lines, pay, payout_methods, people, reviews
from storage.database import Database, Tx
from storage.pay import OwnLine, OwnPayout, Stage

RATE_DAYS = timedelta(days=30)
CHART_DAYS = 28
LEAST_SECONDS = 60.0  # an hourly figure of less time says nothing
PAGE = 5
WHICH = ("all", "open", "less")
_LEAVING = (Standing.deactivating, Standing.deactivated)


@dataclass(frozen=True, slots=True)
class Hourly:
    """What an hour of work really earned, and how many tasks that rests on."""

    money: Money
    tasks: int


@dataclass(frozen=True, slots=True)
class Account:
    """One currency of a person.

    `paid_at` is the run that pays what is confirmed at the latest; `threshold` is set where the
    next run would still carry it over. `period` and `yesterday` are what came to be owed then.
    """

    currency: str
    stages: dict[LineState, Stage]
    paid_at: datetime
    threshold: Money | None
    unpaid: list[tuple[OwnPayout, datetime]]
    newest_paid: Payout | None
    period: Money
    yesterday: Money
    hourly: Hourly | None

    @property
    def total(self) -> Money:
        """All that was ever earned: what is owed, and what was paid."""
        minor = sum(one.minor for one in self.stages.values() if one.state in _EARNED)
        return Money(minor, self.currency)


_EARNED = (LineState.accepted, LineState.confirmed, LineState.in_run, LineState.paid)


@dataclass(frozen=True, slots=True)
class Overview:
    """What `/pay` shows."""

    person: Person
    accounts: list[Account]
    period: Period
    method: Method | None
    changing_to: Method | None
    digest: bool


@dataclass(frozen=True, slots=True)
class LineView:
    """A line, with the date by which it moves on; none where nothing is to come.

    `verdict` is the number of the one that can be disputed, `dispute` that of the dispute.
    """

    own: OwnLine
    next: datetime | None
    person: Person
    verdict: str | None = None
    dispute: str | None = None

    @property
    def line(self) -> Line:
        """The line itself."""
        return self.own.line


async def overview(db: Database, *, person_id: int, now: datetime, rules: PayRules) -> Overview:
    """Where all the money of the person stands."""
    async with db.read() as tx:
        person = await people.by_id(tx, person_id)
        period, told = await _period(tx, person_id, now, rules)
        stages = await pay.stages(tx, person_id)
        methods = await payout_methods.of_person(tx, person_id)
        return Overview(
            person,
            await _accounts(tx, person, stages, period, now, rules),
            period,
            effective_method(methods, now),
            waiting_method(methods, now),
            told is not None,
        )


async def _period(
    tx: Tx, person_id: int, now: datetime, rules: PayRules
) -> tuple[Period, datetime | None]:
    zone, told = await pay.settings_of(tx, person_id)
    return period_at(zone if zone in rules.zones else rules.zones[0], rules.day, now), told


async def _accounts(
    tx: Tx, person: Person, stages: list[Stage], period: Period, now: datetime, rules: PayRules
) -> list[Account]:
    today = _midnight(person.zone, now)
    in_period = await pay.earned(tx, person.id, period.start, period.end)
    yesterday = await pay.earned(tx, person.id, _midnight(person.zone, now, 1), today)
    worked = await pay.worked(tx, person.id, now - RATE_DAYS)
    on_the_way = [(one, _arrives(one, rules)) for one in reversed(await pay.unpaid(tx, person.id))]
    made = []
    for currency in dict.fromkeys(one.currency for one in stages):
        mine = {one.state: one for one in stages if one.currency == currency}
        paid_at, threshold = _next_run(person, mine.get(LineState.confirmed), period, rules)
        unpaid = [pair for pair in on_the_way if pair[0].payout.money.currency == currency]
        made.append(
            Account(
                currency, mine, paid_at, threshold, unpaid,
                await pay.newest_paid(tx, person.id, currency),
                Money(in_period.get(currency, 0), currency),
                Money(yesterday.get(currency, 0), currency),
                _hourly(currency, worked.get(currency)),
            )
        )  # fmt: skip
    return made


def _next_run(
    person: Person, confirmed: Stage | None, period: Period, rules: PayRules
) -> tuple[datetime, Money | None]:
    """The run that pays what is confirmed; where it is not the next one, the threshold."""
    if confirmed is None or confirmed.oldest is None or person.standing in _LEAVING:
        return period.end, None
    threshold = Money(rules.threshold(confirmed.currency), confirmed.currency)
    latest = paid_in(
        confirmed.minor, confirmed.oldest, threshold=threshold.minor,
        carry=timedelta(days=rules.carry_days), period=period, day=rules.day,
    )  # fmt: skip
    return latest.end, None if latest == period else threshold


def _arrives(one: OwnPayout, rules: PayRules) -> datetime:
    payout = one.payout
    return arrives_by(one.promised, payout.created_at, payout.sent_at, rules.transfer_days)


def _hourly(currency: str, worked: tuple[int, int, float] | None) -> Hourly | None:
    if worked is None or not worked[0] or worked[2] < LEAST_SECONDS:
        return None
    tasks, minor, seconds = worked
    return Hourly(hourly(Money(minor, currency), seconds), tasks)


def _midnight(zone: str, now: datetime, days_back: int = 0) -> datetime:
    there = ZoneInfo(zone)
    day = now.astimezone(there).date() - timedelta(days=days_back)
    return datetime(day.year, day.month, day.day, tzinfo=there)


async def lines_of(
    db: Database, *, person_id: int, which: str, page: int, now: datetime, rules: PayRules
) -> tuple[int, list[LineView]]:
    """How many lines the person has of `which`, and those on that page, the newest first.

    `which` is one of `WHICH`, or the number of a statement.
    """
    if which not in WHICH and not is_number(which):
        raise Refused("stale-button")
    async with db.read() as tx:
        count = await pay.count_lines(tx, person_id, which)
        found = await pay.lines_of(tx, person_id, which, offset=page * PAGE, limit=PAGE)
        return count, await _views(tx, person_id, found, now, rules)


async def line(
    db: Database, *, number: str, person_id: int, now: datetime, rules: PayRules
) -> LineView:
    """The person's line with that number; refused where it is nobody's or another's."""
    async with db.read() as tx:
        own = await pay.line_by_number(tx, person_id, number)
        if own is None:
            raise Refused("not-yours")
        (view,) = await _views(tx, person_id, [own], now, rules)
        return await _with_objection(tx, view, now, rules)


async def _with_objection(tx: Tx, view: LineView, now: datetime, rules: PayRules) -> LineView:
    given = await reviews.of_assignment(tx, view.line.assignment_id or 0)
    if not given:
        return view
    known = await disputes.about_review(tx, given[-1].id)
    if known is not None:
        return replace(view, dispute=known.number)
    last = given[-1]
    is_open = is_objectionable(last.verdict) and now < dispute_by(last.at, rules)
    if not is_open or await lines.is_made_up(tx, view.line.id):
        return view
    return replace(view, verdict=last.number)


async def _views(
    tx: Tx, person_id: int, found: list[OwnLine], now: datetime, rules: PayRules
) -> list[LineView]:
    person = await people.by_id(tx, person_id)
    period, _ = await _period(tx, person_id, now, rules)
    confirmed = {
        one.currency: one
        for one in await pay.stages(tx, person_id)
        if one.state is LineState.confirmed
    }
    views = []
    for own in found:
        run, _ = _next_run(person, confirmed.get(own.line.pay.currency), period, rules)
        arrives = arrives_by(*own.arrives, rules.transfer_days) if own.arrives else None
        views.append(LineView(own, next_date(own.line, run, arrives), person))
    return views


async def earned_days(
    db: Database, *, person_id: int, currency: str, now: datetime
) -> list[DayEarned]:
    """What each of the last four weeks' days earned, by the person's clock; the oldest first."""
    async with db.read() as tx:
        person = await people.by_id(tx, person_id)
        there = ZoneInfo(person.zone)
        since = _midnight(person.zone, now, CHART_DAYS - 1)
        sums = {since.date() + timedelta(days=n): [0, 0] for n in range(CHART_DAYS)}
        for at, minor, state in await pay.earned_each(tx, person_id, currency, since):
            # A clock that was set back may have left something behind today.
            if (day := at.astimezone(there).date()) in sums:
                sums[day][state is LineState.paid] += minor
    return [DayEarned(day, waiting, paid) for day, (waiting, paid) in sums.items()]
