"""When something happens again and again: five plain fields as cron has them, in a time zone.

Minute, hour, day of the month, month, day of the week (0 or 7 is Sunday, or `mon` … `sun`); each
is `*`, a number, a range, a list of them, with `/n` for every nth. Where both days are narrowed
down, either will do, as in cron.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import pairwise

from bot.domain.local_moments import moment_of, wall_time
from bot.domain.refusal import Refused

MOST_CHARACTERS = 100
# Longer than between two 29ths of February, also around a year 2100.
_MOST_DAYS = 8 * 366 + 31
_DAY, _MINUTE = timedelta(days=1), timedelta(minutes=1)
_DAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
_MONTHS = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
_PART = re.compile(
    r"(\*|(?P<low>[a-z]{3}|[0-9]{1,2})(?:-(?P<high>[a-z]{3}|[0-9]{1,2}))?)(?:/(?P<step>[0-9]{1,2}))?"
)


@dataclass(frozen=True, slots=True)
class Cron:
    """A pattern that was read; `days` and `weekdays` are none where all will do."""

    text: str
    minutes: tuple[int, ...]
    hours: tuple[int, ...]
    days: frozenset[int] | None
    months: frozenset[int]
    weekdays: frozenset[int] | None  # 0 is Sunday

    @property
    def least_apart(self) -> timedelta:
        """How close two times of it can be, by the clock on the wall."""
        times = sorted(60 * hour + minute for hour in self.hours for minute in self.minutes)
        over_night = times[0] + _DAY // _MINUTE - times[-1]
        return _MINUTE * min([b - a for a, b in pairwise(times)] + [over_night])


def read_cron(text: str) -> Cron:
    """The pattern, or a refusal that says what it must look like."""
    fields = text.lower().split()
    if len(fields) != 5 or len(text) > MOST_CHARACTERS:
        raise Refused("schedule-cron")
    minute, hour, day, month, weekday = fields
    return Cron(
        text=" ".join(fields),
        minutes=tuple(sorted(_values(minute, 0, 59))),
        hours=tuple(sorted(_values(hour, 0, 23))),
        days=None if day.startswith("*") and "/" not in day else _values(day, 1, 31),
        months=_values(month, 1, 12, {name: n for n, name in enumerate(_MONTHS, 1)}),
        weekdays=None if weekday == "*" else _weekdays(weekday),
    )


def _weekdays(text: str) -> frozenset[int]:
    found = _values(text, 0, 7, {name: n for n, name in enumerate(_DAYS)})
    return frozenset(day % 7 for day in found)


def _values(text: str, low: int, high: int, names: dict[str, int] | None = None) -> frozenset[int]:
    found: set[int] = set()
    for part in text.split(","):
        match = _PART.fullmatch(part)
        if match is None:
            raise Refused("schedule-cron")
        first, last = low, high
        if match["low"] is not None:
            first = _number(match["low"], names)
            last = _number(match["high"], names) if match["high"] else first
            if match["step"] and not match["high"]:
                last = high
        step = int(match["step"]) if match["step"] else 1
        if not low <= first <= last <= high or step == 0:
            raise Refused("schedule-cron")
        found.update(range(first, last + 1, step))
    return frozenset(found)


def _number(text: str, names: dict[str, int] | None) -> int:
    if text.isdecimal():
        return int(text)
    if names is None or text not in names:
        raise Refused("schedule-cron")
    return names[text]


def moments(cron: Cron, zone: str, after: datetime) -> Iterator[datetime]:
    """The moments of the pattern after that one, in order, as far as eight years ahead.

    A time that clocks skip is the first minute after the gap, one that they show twice happens
    once; two that fall on one moment are one.
    """
    last = after
    # A gap can move a time of the day before into the present.
    day = wall_time(after, zone).date() - _DAY
    for _ in range(_MOST_DAYS):
        if _is_on(cron, day.month, day.day, (day.weekday() + 1) % 7):
            for hour in cron.hours:
                for minute in cron.minutes:
                    moment = moment_of(datetime.combine(day, time(hour, minute)), zone)
                    if moment > last:
                        yield moment
                        last = moment
        day += _DAY


def _is_on(cron: Cron, month: int, day: int, weekday: int) -> bool:
    if month not in cron.months:
        return False
    by_day = cron.days is None or day in cron.days
    by_week = cron.weekdays is None or weekday in cron.weekdays
    if cron.days is not None and cron.weekdays is not None:
        return by_day or by_week
    return by_day and by_week


def next_after(cron: Cron, zone: str, after: datetime) -> datetime | None:
    """The first moment of the pattern after that one; none where there never is one."""
    return next(moments(cron, zone, after), None)
