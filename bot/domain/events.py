"""What somebody observed, written down with the day on which it happened."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.domain.refusal import Refused

_DATED = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?: +([0-9]{1,2}:[0-9]{2}))?[\s,:.]+(\S.*)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Event:
    """What was observed: when, in which words; `timed` where the hour of it is known."""

    at: datetime
    words: str
    timed: bool = False


def dated_event(typed: str, *, zone: str, theirs: str, now: datetime) -> Event:
    """When it happened, and the words: begun with a date (`2026-11-20`, `2026-11-20 14:30`).

    An hour is by the clock of who writes, in `zone`. A day alone is that day by the clock of
    whom it is about, in `theirs`, since it is told to them; it counts from its beginning, so that
    it is never later than it was. Without a date it happened today.
    """
    found = _DATED.fullmatch(typed.strip())
    if found is None:
        return Event(now, typed)
    day, clock, words = found.groups()
    try:
        at_time = time.fromisoformat(clock.zfill(5)) if clock else time()
        local = datetime.combine(date.fromisoformat(day), at_time)
        at = local.replace(tzinfo=ZoneInfo(zone)).astimezone(now.tzinfo)
        begins = local.replace(tzinfo=ZoneInfo(theirs)).astimezone(now.tzinfo)
    except (ValueError, OverflowError):
        return Event(now, typed)
    if at > now:
        raise Refused("step-future")
    return Event(at, words, timed=True) if clock else Event(min(begins, now), words)
