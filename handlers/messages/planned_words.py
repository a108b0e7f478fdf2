"""When a planned call goes out, in words."""

from datetime import datetime
from itertools import islice

from bot import say
from bot.domain.cron import Cron, moments, read_cron
from bot.domain.schedules import When
from bot.typeset import Text
from handlers.context import Words
from handlers.messages.profile_words import listed

_ALL = frozenset(range(7))
_WORKDAYS = frozenset(range(1, 6))


def when_words(words: Words, when: When, now: datetime) -> Text:
    """Once at that time, or on which days at what time, and in which zone."""
    zone = say.zone_name(words.language, when.zone, now)
    if when.cron is None:
        at = "" if when.at is None else moment_words(words, when.at, when.zone, now)
        return words.rich("planned-once", time=at, zone=zone)
    cron = read_cron(when.cron)
    days, time = days_words(words, cron), _time(cron)
    if days is None or time is None:
        return words.rich("planned-cron", cron=when.cron, zone=zone)
    return words.rich("planned-days", days=days, time=time, zone=zone)


def next_words(words: Words, when: When, now: datetime, most: int = 3) -> str:
    """The next moments, one after the other."""
    if when.cron is None:
        return "" if when.at is None else moment_words(words, when.at, when.zone, now)
    coming = islice(moments(read_cron(when.cron), when.zone, now), most)
    return " · ".join(moment_words(words, one, when.zone, now) for one in coming)


def moment_words(words: Words, moment: datetime, zone: str, now: datetime) -> str:
    """A moment as clocks of the zone show it."""
    return say.clock_time(words.language, moment, zone, now)


def days_words(words: Words, cron: Cron) -> str | None:
    """The days of a pattern, where they have a name; none for others."""
    if cron.days is not None or len(cron.months) < 12:
        return None
    days = _ALL if cron.weekdays is None else cron.weekdays
    if days == _ALL:
        return words("planned-every-day")
    if days == _WORKDAYS:
        return words("planned-workdays")
    # Cron begins the week with Sunday, the names with Monday.
    return listed(words, (say.weekday(words.language, (day - 1) % 7) for day in _in_week(days)))


def _in_week(days: frozenset[int]) -> list[int]:
    return sorted(days, key=lambda day: (day - 1) % 7)


def _time(cron: Cron) -> str | None:
    if len(cron.hours) > 1 or len(cron.minutes) > 1:
        return None
    return f"{cron.hours[0]:02}:{cron.minutes[0]:02}"
