"""From what clocks on the wall show to the moment, also where they are put forward or back."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

_MINUTE = timedelta(minutes=1)


def moment_of(wall: datetime, zone: str) -> datetime:
    """When clocks of the zone show that time (no zone in it): the first time where they do twice.

    Where they never do, because they are put forward over it, the first minute after that.
    """
    here = ZoneInfo(zone)
    # Before a change clocks go by the first of these, after it by the second.
    first, second = (
        wall.replace(tzinfo=here, fold=fold).astimezone(UTC) for fold in (0, 1)
    )  # fmt: skip
    if first <= second:
        return first
    # `second` is before the change and `first` after it; between them lies the change itself.
    late, early = first, second
    after = first.astimezone(here).utcoffset()
    while late - early > _MINUTE:
        middle = early + (late - early) / 2
        middle -= timedelta(seconds=middle.second, microseconds=middle.microsecond)
        if middle <= early:
            break
        if middle.astimezone(here).utcoffset() == after:
            late = middle
        else:
            early = middle
    return late


def wall_time(when: datetime, zone: str) -> datetime:
    """What clocks of the zone show then, without a zone."""
    return when.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
