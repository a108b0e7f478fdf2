"""The country of a person: that of the time zone. The one place where this is said."""

from functools import cache
from importlib.resources import files
from zoneinfo import available_timezones

from babel import Locale
from babel.core import get_global


def country_of(zone: str) -> str | None:
    """The two letters of the country in which the zone lies; none for UTC and the like."""
    return _countries().get(zone)


def zones_of(country: str) -> tuple[str, ...]:
    """Every name under which a zone of the country may be stored, old ones too."""
    return tuple(sorted(zone for zone, code in _countries().items() if code == country))


def country_name(language: str, country: str) -> str:
    """The name of the country in that language; its letters where it has none."""
    return str(Locale.parse(language.replace("-", "_")).territories.get(country, country))


@cache
def _countries() -> dict[str, str]:
    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and line[0] != "#"]
    known = {zone: country for country, _, zone, *_ in rows}
    # Names without a place, such as EST, are offsets that several countries share.
    old = {
        zone: known[new]
        for zone, new in get_global("zone_aliases").items()
        if "/" in zone and new in known and zone in available_timezones()
    }
    return old | known
