"""Time zones as people look for them: by city, by country, by what is near."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from babel import Locale
from babel.core import get_global

MOST_CHOICES = 8

# One or two well-known places for each distance from world time, from west to east.
_WORLD = (
    "Pacific/Honolulu", "America/Anchorage", "America/Los_Angeles", "America/Denver",
    "America/Chicago", "America/Mexico_City", "America/New_York", "America/Bogota",
    "America/Caracas", "America/Sao_Paulo", "America/Argentina/Buenos_Aires", "Atlantic/Azores",
    "Europe/London", "Africa/Lagos", "Europe/Paris", "Africa/Cairo", "Africa/Johannesburg",
    "Africa/Nairobi", "Europe/Istanbul", "Asia/Tehran", "Asia/Dubai", "Asia/Karachi",
    "Asia/Kolkata", "Asia/Kathmandu", "Asia/Dhaka", "Asia/Bangkok", "Asia/Jakarta", "Asia/Manila",
    "Asia/Shanghai", "Asia/Tokyo", "Australia/Sydney", "Pacific/Auckland",
)  # fmt: skip

# The languages in which names of cities are understood, whatever the hall speaks.
_WRITTEN = ("en", "ar")

# Where people who use the language on their phone mostly live.
_SPOKEN = {
    "ar": ("Africa/Cairo", "Asia/Riyadh", "Asia/Baghdad", "Africa/Casablanca", "Africa/Algiers",
           "Asia/Dubai", "Asia/Amman", "Africa/Tunis"),
    "de": ("Europe/Berlin", "Europe/Vienna", "Europe/Zurich"),
    "en": ("Europe/London", "America/New_York", "America/Los_Angeles", "Africa/Lagos",
           "Africa/Nairobi", "Asia/Kolkata", "Asia/Manila"),
    "es": ("America/Mexico_City", "Europe/Madrid", "America/Bogota", "America/Lima",
           "America/Argentina/Buenos_Aires", "America/Santiago", "America/Caracas"),
    "fr": ("Europe/Paris", "Africa/Abidjan", "Africa/Kinshasa", "Africa/Algiers",
           "Africa/Casablanca", "Africa/Tunis", "Africa/Douala", "America/Toronto"),
    "pt": ("America/Sao_Paulo", "Europe/Lisbon", "Africa/Luanda", "Africa/Maputo",
           "America/Manaus"),
    "ru": ("Europe/Moscow", "Asia/Yekaterinburg", "Asia/Novosibirsk", "Asia/Almaty",
           "Europe/Minsk", "Asia/Tashkent", "Asia/Vladivostok"),
    "sw": ("Africa/Nairobi", "Africa/Dar_es_Salaam", "Africa/Kampala"),
    "zh": ("Asia/Shanghai", "Asia/Taipei", "Asia/Hong_Kong", "Asia/Singapore"),
}  # fmt: skip

# Large cities that gave their name to no zone.
_CITIES = {
    "Africa/Cairo": "Alexandria, Giza, الإسكندرية, الجيزة",
    "Africa/Casablanca": "Rabat, Marrakesh, Fez, الرباط, مراكش, فاس",
    "Africa/Johannesburg": "Cape Town, Durban, Pretoria",
    "Africa/Lagos": "Abuja, Kano, Ibadan, Port Harcourt",
    "Africa/Nairobi": "Mombasa, Kisumu",
    "America/Bogota": "Medellin, Cali, Barranquilla",
    "America/Chicago": "Houston, Dallas, Austin, Minneapolis, New Orleans",
    "America/Los_Angeles": "San Francisco, Seattle, San Diego, Las Vegas, Portland",
    "America/Mexico_City": "Guadalajara, Puebla",
    "America/New_York": "Washington, Boston, Miami, Atlanta, Philadelphia",
    "America/Sao_Paulo": "Rio de Janeiro, Brasilia, Belo Horizonte, Porto Alegre, Curitiba",
    "America/Toronto": "Ottawa, Montreal",
    "Asia/Dhaka": "Chittagong, Sylhet",
    "Asia/Dubai": "Abu Dhabi, Sharjah, أبو ظبي, الشارقة",
    "Asia/Ho_Chi_Minh": "Hanoi, Da Nang",
    "Asia/Jakarta": "Bandung, Surabaya, Medan",
    "Asia/Karachi": "Lahore, Islamabad, Rawalpindi, Faisalabad, Peshawar",
    "Asia/Kolkata": "Mumbai, Delhi, New Delhi, Bangalore, Bengaluru, Chennai, Hyderabad, Pune",
    "Asia/Manila": "Quezon City, Cebu, Davao",
    "Asia/Riyadh": "Jeddah, Mecca, Medina, Dammam, جدة, مكة, المدينة المنورة, الدمام",
    "Asia/Shanghai": "Beijing, Guangzhou, Shenzhen, Chengdu, Wuhan",
    "Asia/Tokyo": "Osaka, Kyoto, Yokohama",
    "Australia/Sydney": "Canberra",
    "Europe/Berlin": "Munich, Hamburg, Frankfurt, Cologne",
    "Europe/Istanbul": "Ankara, Izmir",
    "Europe/Kyiv": "Kharkiv, Odesa, Lviv",
    "Europe/London": "Manchester, Birmingham, Edinburgh, Glasgow",
    "Europe/Madrid": "Barcelona, Valencia, Seville",
    "Europe/Moscow": "Saint Petersburg",
    "Europe/Paris": "Marseille, Lyon",
    "Europe/Rome": "Milan, Naples, Turin",
    "Europe/Warsaw": "Krakow, Wroclaw, Gdansk",
}

# What people type for a country besides its name.
NICKNAMES = {
    "AE": "UAE, Emirates, الإمارات",
    "GB": "UK, Britain, Great Britain, England",
    "KR": "Korea",
    "SA": "KSA, السعودية",
    "US": "USA, America, أمريكا",
}


@dataclass(frozen=True, slots=True)
class _Place:
    zone: str
    cities: frozenset[str]
    countries: frozenset[str]


def zone_choices(language_code: str | None, guess: str) -> list[str]:
    """At most eight zones: the guess, where the language is spoken, what is near the guess."""
    base = (language_code or "").partition("-")[0].lower()
    near = sorted(_WORLD, key=lambda zone: abs(_distance(zone) - _distance(guess)))
    return list(dict.fromkeys((guess, *_SPOKEN.get(base, ()), *near)))[:MOST_CHOICES]


def find_zones(text: str, limit: int = 8) -> list[str]:
    """The zones whose city or country people may mean by the text, best first.

    Names in English and Arabic, with or without accents, old names, beginnings of names, and
    small slips of spelling.
    """
    wanted = folded(text)
    if not wanted:
        return []
    ranked = [(score, place.zone) for place in _places() if (score := _score(wanted, place)) < 9]
    if not ranked:
        cities = {city: place.zone for place in _places() for city in place.cities}
        close = get_close_matches(wanted, cities, n=limit, cutoff=0.75)
        return list(dict.fromkeys(cities[city] for city in close))
    return [zone for _, zone in sorted(ranked, key=lambda item: item[0])][:limit]


def city_name(zone: str, locale: Locale) -> str:
    """The zone's city in the language where it is known, else in English."""
    known = locale.time_zones
    for name in (zone, *_old_names().get(zone, ())):
        if city := known.get(name, {}).get("city"):
            return str(city)
    return zone.rpartition("/")[2].replace("_", " ")


def _score(wanted: str, place: _Place) -> int:
    if wanted in place.cities:
        return 0
    if wanted in place.countries:
        return 1
    if any(city.startswith(wanted) for city in place.cities):
        return 2
    if any(country.startswith(wanted) for country in place.countries):
        return 3
    if len(wanted) > 2 and any(wanted in name for name in place.cities | place.countries):
        return 4
    return 9


@cache
def _places() -> tuple[_Place, ...]:
    # Well-known zones first, then the order of the table, which puts a country's largest first.
    known = {*_WORLD, *(zone for zones in _SPOKEN.values() for zone in zones)}
    rows = sorted(_rows(), key=lambda row: row[1] not in known)
    locales = [Locale.parse(one) for one in _WRITTEN]
    places = [_place(zone, country, locales) for country, zone in rows]
    return (*places, _Place("UTC", frozenset({"utc", "gmt"}), frozenset()))


def _place(zone: str, country: str, locales: list[Locale]) -> _Place:
    old = [name.rpartition("/")[2].replace("_", " ") for name in _old_names().get(zone, ())]
    cities = [zone, zone.rpartition("/")[2], *old, *_CITIES.get(zone, "").split(", ")]
    cities += [city_name(zone, locale) for locale in locales]
    countries = [locale.territories.get(country, country) for locale in locales]
    countries += [country, *NICKNAMES.get(country, "").split(", ")]
    return _Place(
        zone,
        frozenset(folded(name) for name in cities if name),
        frozenset(folded(name) for name in countries if name),
    )


def _rows() -> Iterator[tuple[str, str]]:
    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    for line in table.splitlines():
        if line and not line.startswith("#"):
            country, _, zone, *_ = line.split("\t")
            yield country, zone


@cache
def _old_names() -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for old, new in get_global("zone_aliases").items():
        names[new] = (*names.get(new, ()), old)
    return names


@cache
def _distance(zone: str) -> timedelta:
    # Winter time of one year is near enough to say which zones are neighbours.
    return datetime(2026, 1, 1, tzinfo=UTC).astimezone(ZoneInfo(zone)).utcoffset() or timedelta()


def folded(text: str) -> str:
    """The text as names are compared: without case, accents, and signs that vary in Arabic."""
    plain = unicodedata.normalize("NFKD", text.casefold()).replace("ـ", "").replace("ى", "ي")
    letters = (
        sign if sign.isalnum() else " " for sign in plain if not unicodedata.combining(sign)
    )
    return " ".join("".join(letters).replace("ة", "ه").split())
