"""Pay periods: weeks that end at the pay day's time in a pay zone."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class PayDay:
    """When the hall pays: the weekday (Monday is 0) and the local time in the pay zone."""

    weekday: int
    at: time


@dataclass(frozen=True, slots=True)
class Period:
    """One week of pay in a zone: what was confirmed before `end` and was not paid yet."""

    zone: str
    start: datetime
    end: datetime

    @property
    def key(self) -> str:
        """The local date of its end, which names it: `2026-11-27`."""
        return self.end.astimezone(ZoneInfo(self.zone)).date().isoformat()


def period_at(zone: str, pay_day: PayDay, now: datetime) -> Period:
    """The period that `now` lies in; it ends after `now`."""
    local = now.astimezone(ZoneInfo(zone)).date()
    day = local + timedelta(days=(pay_day.weekday - local.weekday()) % 7)
    # Where the clocks change, the day that is found may end before or begin after the moment.
    if _end(zone, pay_day, day) <= now:
        day += WEEK
    elif _end(zone, pay_day, day - WEEK) > now:
        day -= WEEK
    return ending(zone, pay_day, day)


def ending(zone: str, pay_day: PayDay, day: date) -> Period:
    """The period that ends on that local day."""
    return Period(zone, _end(zone, pay_day, day - WEEK), _end(zone, pay_day, day))


def _end(zone: str, pay_day: PayDay, day: date) -> datetime:
    # An hour that the clocks skip is taken as what it would have been, one that comes twice as
    # the first.
    return datetime.combine(day, pay_day.at, ZoneInfo(zone)).astimezone(UTC)


def due_periods(
    zone: str, pay_day: PayDay, *, since: datetime, last: datetime | None, now: datetime
) -> list[Period]:
    """Every period that has ended and was not run, the oldest first.

    `last` is the end of the newest period that was run; before the first, `since` is when the
    first money was confirmed. A clock that was set back makes nothing due.
    """
    first = last if last is not None else since
    found = []
    period = period_at(zone, pay_day, first)
    while period.end <= now:
        found.append(period)
        period = period_at(zone, pay_day, period.end)
    return found


def nearest_zone(zone: str, pay_zones: tuple[str, ...], now: datetime) -> str:
    """The pay zone whose clock is nearest to the person's; the first of equals."""

    def distance(other: str) -> timedelta:
        here = now.astimezone(ZoneInfo(zone)).utcoffset() or timedelta()
        there = now.astimezone(ZoneInfo(other)).utcoffset() or timedelta()
        return abs(here - there)

    return min(pay_zones, key=distance)
