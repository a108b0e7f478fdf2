"""How things are written for a person: money, times, spans, numbers by Babel; long texts cut."""

from datetime import date as date_of_days
from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_skeleton, get_day_names
from babel.numbers import format_decimal, get_currency_precision

from bot.domain.money import Money
from bot.texts import Texts
from bot.zones import city_name, find_zones, zone_choices

__all__ = [
    "agreement", "clock_time", "date", "day_of_year", "duration", "figure", "find_zones",
    "moment", "money", "number", "short", "weekday", "zone_choices", "zone_label", "zone_name",
]  # fmt: skip

_HOUR = 3600
_DAYS_FROM = 48 * _HOUR  # below, hours say it better


def money(language: str, amount: Money) -> str:
    """The amount with its currency's decimals, then the ISO code: `2.00 USD`, `300 JPY`."""
    return f"{figure(language, amount)} {amount.currency}"


def figure(language: str, amount: Money) -> str:
    """The amount with its currency's decimals alone, where the currency is said elsewhere."""
    digits = get_currency_precision(amount.currency)
    value = Decimal(amount.minor).scaleb(-digits)
    pattern = "#,##0." + "0" * digits if digits else "#,##0"
    return format_decimal(value, format=pattern, locale=_locale(language))


def number(language: str, n: float | Decimal) -> str:
    """The number with the language's separators, at most three decimals: `1,234.5`."""
    return format_decimal(n, locale=_locale(language))


def agreement(language: str, alpha: float) -> str:
    """Alpha with two decimals: with as many votes as there are, more of them say nothing."""
    return number(language, round(alpha, 2))


def duration(language: str, seconds: float) -> str:
    """A span in at most two units: `45 s`, `6 min`, `1 h 20 min`, `3 days 4 h`."""
    whole = max(round(seconds), 0)
    if whole < 60:
        return _words().say(language, "duration-seconds", seconds=whole)
    if whole < _DAYS_FROM:
        hours, minutes = divmod((whole + 30) // 60, 60)
        if not hours:
            return _words().say(language, "duration-minutes", minutes=minutes)
        if not minutes:
            return _words().say(language, "duration-hours", hours=hours)
        return _words().say(language, "duration-hours-minutes", hours=hours, minutes=minutes)
    days, hours = divmod((whole + _HOUR // 2) // _HOUR, 24)
    if not hours:
        return _words().say(language, "duration-days", days=days)
    return _words().say(language, "duration-days-hours", days=days, hours=hours)


def clock_time(language: str, when: datetime, zone: str, now: datetime) -> str:
    """The local time, with the day unless it is today.

    `14:05`, `tomorrow 09:00`, `Tue 24 Nov, 14:05`, `3 Feb 2027, 14:05`.
    """
    local, here = when.astimezone(ZoneInfo(zone)), now.astimezone(ZoneInfo(zone))
    time = local.strftime("%H:%M")
    if local.date() == here.date():
        return time
    if local.date() == here.date() + timedelta(days=1):
        return _words().say(language, "time-tomorrow", time=time)
    day = _day(language, local, "MMMEd" if local.year == here.year else "yMMMd")
    return _words().say(language, "time-on-day", day=day, time=time)


def date(language: str, when: datetime, zone: str) -> str:
    """The local date with its year: `24 Nov 2026`."""
    return _day(language, when.astimezone(ZoneInfo(zone)), "yMMMd")


def day_of_year(language: str, day: date_of_days) -> str:
    """The day and month alone: `24 Nov`."""
    return str(format_skeleton("MMMd", day, locale=_locale(language)))


def weekday(language: str, day: int) -> str:
    """The name of the weekday; Monday is 0."""
    return str(get_day_names("wide", "stand-alone", _locale(language))[day])


def moment(language: str, when: datetime, zone: str) -> str:
    """The local date with its year, and the time: `24 Nov 2026, 14:05`."""
    time = when.astimezone(ZoneInfo(zone)).strftime("%H:%M")
    return _words().say(language, "time-on-day", day=date(language, when, zone), time=time)


def zone_name(language: str, zone: str, when: datetime) -> str:
    """A zone and how far it was from world time then: `Cairo (UTC+2)`."""
    if zone == "UTC":
        return zone
    offset = _offset(when.astimezone(ZoneInfo(zone)).utcoffset() or timedelta())
    city = city_name(zone, _locale(language))
    return _words().say(language, "zone-name", city=city, offset=offset)


def zone_label(language: str, zone: str, now: datetime) -> str:
    """A zone as people know it: `Cairo (UTC+2, now 14:05)`."""
    local = now.astimezone(ZoneInfo(zone))
    time = local.strftime("%H:%M")
    if zone == "UTC":
        return _words().say(language, "zone-label-utc", time=time)
    city = city_name(zone, _locale(language))
    offset = _offset(local.utcoffset() or timedelta())
    return _words().say(language, "zone-label", city=city, offset=offset, time=time)


def _offset(distance: timedelta) -> str:
    sign = "−" if distance < timedelta() else "+"
    hours, minutes = divmod(int(abs(distance).total_seconds()) // 60, 60)
    return f"UTC{sign}{hours}" + (f":{minutes:02}" if minutes else "")


def _day(language: str, local: datetime, skeleton: str) -> str:
    return str(format_skeleton(skeleton, local, locale=_locale(language)))


def _words() -> Texts:
    return Texts.load()


def _locale(language: str) -> Locale:
    # The figures follow the language of the words around them.
    return _words().locale(language)


def short(text: str, most: int) -> str:
    """The text, or its beginning where it is longer than there is room for."""
    return text if len(text) <= most else text[: most - 1] + "…"
