"""What a coordinator writes or taps for the time of a call: a time, a day with it, a pattern."""

import re
import unicodedata
from datetime import date, datetime, time, timedelta

from bot.domain.cron import read_cron
from bot.domain.local_moments import moment_of, wall_time
from bot.domain.refusal import Refused
from bot.domain.schedules import When, require_sensible

_TIME = re.compile(r"(\d{1,2})[:.](\d{2})")
_DAY_TIME = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})[ T,]+(\d{1,2})[:.](\d{2})")
_DAY = timedelta(days=1)

# Which days a repeated call can be for by one tap, as cron's day of the week: each day, the days
# from Monday to Friday, and each single one.
PATTERNS = ("*", "1-5", "1", "2", "3", "4", "5", "6", "0")


def repeated(pattern: str, hour: int, zone: str) -> When:
    """At that hour on the days of one of the `PATTERNS`."""
    if pattern not in PATTERNS or not 0 <= hour <= 23:
        raise Refused("stale-button")
    return When(zone, cron=f"0 {hour} * * {pattern}")


def on_day(days: int, hour: int, zone: str, now: datetime) -> When:
    """At that hour, so many days from today in the zone."""
    if not 0 <= days <= 366 or not 0 <= hour <= 23:
        raise Refused("stale-button")
    day = wall_time(now, zone).date() + days * _DAY
    return When(zone, at=moment_of(datetime.combine(day, time(hour)), zone))


def read_when(text: str, zone: str, now: datetime) -> When:
    """When the words mean; refused where they say no time, or one that does not do.

    `18:45` is the next time that clocks show it; `2030-02-01 09:30`; five fields of cron.
    """
    plain = " ".join(_plain_digits(text).split())
    when = _read(plain, zone, now)
    require_sensible(when, now)
    return when


def _read(plain: str, zone: str, now: datetime) -> When:
    if match := _TIME.fullmatch(plain):
        here = wall_time(now, zone)
        at = moment_of(datetime.combine(here.date(), _time(*match.groups())), zone)
        if at <= now:
            later = datetime.combine(here.date() + _DAY, _time(*match.groups()))
            at = moment_of(later, zone)
        return When(zone, at=at)
    if match := _DAY_TIME.fullmatch(plain):
        year, month, day, *clock = match.groups()
        try:
            wall = datetime.combine(date(int(year), int(month), int(day)), _time(*clock))
            return When(zone, at=moment_of(wall, zone))
        except (ValueError, OverflowError):
            raise Refused("schedule-words") from None
    if len(plain.split()) == 5:
        return When(zone, cron=read_cron(plain).text)
    raise Refused("schedule-words")


def _time(hour: str, minute: str) -> time:
    try:
        return time(int(hour), int(minute))
    except ValueError:
        raise Refused("schedule-words") from None


def _plain_digits(text: str) -> str:
    """The text with digits of every script as 0 to 9."""
    return "".join(str(d) if (d := unicodedata.digit(c, -1)) >= 0 else c for c in text)
