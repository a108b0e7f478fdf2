"""The two-letter codes of all countries (ISO 3166-1), from the time zone data."""

from functools import cache
from importlib.resources import files


def is_country(code: str) -> bool:
    """Whether these are the two letters of a country."""
    return code in country_codes()


@cache
def country_codes() -> frozenset[str]:
    """The codes of all countries."""
    table = files("tzdata").joinpath("zoneinfo", "iso3166.tab").read_text(encoding="utf-8")
    return frozenset(line[:2] for line in table.splitlines() if line and line[0] != "#")
