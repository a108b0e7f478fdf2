"""Countries: that of a time zone, their names, and what people may mean by a name."""

from functools import cache
from importlib.resources import files
from zoneinfo import available_timezones

from babel import Locale
from babel.core import get_global

from bot.country_codes import country_codes
from bot.texts import Texts
from bot.zones import NICKNAMES, folded

# The languages in which names of countries are understood, whatever the hall speaks.
_WRITTEN = ("en", "ar", "de", "es", "fr", "pt", "ru", "zh")


def country_of(zone: str) -> str | None:
    """The two letters of the country in which the zone lies; none for UTC and the like."""
    return _countries().get(zone)


def home_of(stated: str | None, zone: str) -> str | None:
    """Where somebody lives: the country that was stated, else that of the time zone."""
    return stated or country_of(zone)


def places_of(country: str) -> tuple[str, ...]:
    """Where people of the country are found: its zones, and the country itself where stated."""
    return (*zones_of(country), country)


def zones_of(country: str) -> tuple[str, ...]:
    """Every name under which a zone of the country may be stored, old ones too."""
    return tuple(sorted(zone for zone, code in _countries().items() if code == country))


def country_name(language: str, country: str) -> str:
    """The name of the country in that language; its letters where it has none."""
    return str(locale_of(language).territories.get(country, country))


@cache
def locale_of(language: str) -> Locale:
    """Whose names of countries and languages stand between the texts of the language."""
    return Texts.load().locale(language)


@cache
def _countries() -> dict[str, str]:
    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and line[0] != "#"]
    known = {zone: country for country, _, zone, *_ in rows}
    zones = available_timezones()  # looks through all files of the system at each call
    # Names without a place, such as EST, are offsets that several countries share.
    old = {
        zone: known[new]
        for zone, new in get_global("zone_aliases").items()
        if "/" in zone and new in known and zone in zones
    }
    return old | known


def find_countries(text: str, most: int = 8) -> list[str]:
    """The countries that people may mean by the text, best first; names in any known language."""
    wanted = folded(text)
    if not wanted:
        return []
    if text.strip().upper() in country_codes():
        return [text.strip().upper()]
    ranked = sorted(
        (min(map(len, fitting)), code)
        for code, names in _names().items()
        if (fitting := [name for name in names if name.startswith(wanted)])
    )
    return [code for _, code in ranked[:most]]


@cache
def _names() -> dict[str, frozenset[str]]:
    """Each country's names, folded, in the languages that most people write in."""
    locales = [Locale.parse(one) for one in _WRITTEN]
    return {
        code: frozenset(
            folded(name)
            for name in (
                *(str(locale.territories[code]) for locale in locales
                  if code in locale.territories),
                *NICKNAMES.get(code, "").split(", "),
            )
            if name
        )
        for code in country_codes()
    }  # fmt: skip
