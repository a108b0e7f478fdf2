"""What somebody observed, written down with the day on which it happened."""

import re
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.domain.refusal import Refused

_DATED = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?: +([0-9]{1,2}:[0-9]{2}))?[\s,:.]+(\S.*)", re.DOTALL
)


def dated_event(typed: str, zone: str, now: datetime) -> tuple[datetime, str]:
    """When it happened, and the words: begun with a date (`2026-11-20`, `2026-11-20 14:30`).

    A day alone counts from its beginning, so that it is never later than it was; without a date
    it happened now.
    """
    found = _DATED.fullmatch(typed.strip())
    if found is None:
        return now, typed
    day, clock, words = found.groups()
    try:
        at_time = time.fromisoformat(clock.zfill(5)) if clock else time()
        local = datetime.combine(date.fromisoformat(day), at_time, ZoneInfo(zone))
        at = local.astimezone(now.tzinfo)
    except (ValueError, OverflowError):
        return now, typed
    if at > now:
        raise Refused("step-future")
    return at, words
