"""Time zones by the local time that people read off their own clock."""

from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo, available_timezones

MOST_CITIES = 24


def zones_by_distance(now: datetime) -> dict[int, list[str]]:
    """The inhabited zones by their distance from world time now, in minutes; well-known first."""
    found: dict[int, list[str]] = {}
    for zone in _inhabited():
        distance = now.astimezone(ZoneInfo(zone)).utcoffset() or timedelta(0)
        found.setdefault(int(distance.total_seconds()) // 60, []).append(zone)
    return found


def local_times(now: datetime) -> list[tuple[int, str]]:
    """Each distance from world time (minutes) with the time of day there, from west to east."""
    by_distance = sorted(zones_by_distance(now).items())
    return [(m, f"{now.astimezone(ZoneInfo(zones[0])):%H:%M}") for m, zones in by_distance]


@cache
def _inhabited() -> tuple[str, ...]:
    # zone1970.tab lists one zone a region of shared history, with the countries first.
    table = (files("tzdata") / "zoneinfo" / "zone1970.tab").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    return tuple(row[2] for row in rows if not row[2].startswith("Antarctica/"))


def is_zone(name: str) -> bool:
    """Whether there is a time zone of that name."""
    return name == "UTC" or name in available_timezones()
