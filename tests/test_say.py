from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot import say
from bot.domain.money import Money
from tests.locale_files import visible

NOW = datetime(2026, 11, 22, 12, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("minor", "currency", "written"),
    [
        (200, "USD", "2.00 USD"),
        (5, "EUR", "0.05 EUR"),
        (300, "JPY", "300 JPY"),
        (123456, "KWD", "123.456 KWD"),
        (123456789, "USD", "1,234,567.89 USD"),
        (-150, "USD", "-1.50 USD"),
        (0, "USD", "0.00 USD"),
        (10**17 + 1, "USD", "1,000,000,000,000,000.01 USD"),
    ],
)
def test_money_has_the_decimals_of_its_currency(minor: int, currency: str, written: str) -> None:
    assert say.money("en", Money(minor, currency)) == written
    assert say.money("ar", Money(minor, currency)) == written


@pytest.mark.parametrize(
    ("seconds", "written"),
    [
        (-3, "0 s"),
        (0, "0 s"),
        (45, "45 s"),
        (59.4, "59 s"),
        (59.6, "1 min"),
        (89, "1 min"),
        (90, "2 min"),
        (360, "6 min"),
        (3569, "59 min"),
        (3570, "1 h"),
        (4800, "1 h 20 min"),
        (86400, "24 h"),
        (2 * 86400, "2 days"),
        (2 * 86400 + 3 * 3600, "2 days 3 h"),
        (2 * 86400 + 86400 - 60, "3 days"),
    ],
)
def test_a_duration_has_at_most_two_units(seconds: float, written: str) -> None:
    assert say.duration("en", seconds) == written


@pytest.mark.parametrize(
    ("after", "written"),
    [
        (timedelta(), "14:05"),
        (timedelta(hours=9, minutes=54), "23:59"),
        (timedelta(hours=9, minutes=55), "tomorrow 00:00"),
        (timedelta(days=1), "tomorrow 14:05"),
        (timedelta(days=2), "Tue 24 Nov, 14:05"),
        (timedelta(days=-1), "Sat 21 Nov, 14:05"),
        (timedelta(days=73), "3 Feb 2027, 14:05"),
    ],
)
def test_a_time_tells_the_day_unless_it_is_today(after: timedelta, written: str) -> None:
    assert say.clock_time("en", NOW + after, "Africa/Cairo", NOW) == written


def test_today_and_the_date_are_those_of_the_persons_zone() -> None:
    late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    assert say.clock_time("en", late, "Asia/Tokyo", NOW) == "tomorrow 08:30"
    assert say.clock_time("en", late, "America/Lima", NOW) == "18:30"
    assert say.date("en", late, "Asia/Tokyo") == "23 Nov 2026"
    assert say.date("en", late, "America/Lima") == "22 Nov 2026"


def test_a_time_follows_the_change_of_the_clocks() -> None:
    before = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert say.clock_time("en", before, "Europe/Berlin", before) == "02:30"
    assert say.clock_time("en", before + timedelta(hours=1), "Europe/Berlin", before) == "02:30"
    assert say.clock_time("en", before + timedelta(hours=2), "Europe/Berlin", before) == "03:30"


def test_a_moment_and_its_zone_are_written_whole() -> None:
    assert say.moment("en", NOW, "Africa/Cairo") == (
        f"{say.date('en', NOW, 'Africa/Cairo')}, {NOW.astimezone(ZoneInfo('Africa/Cairo')):%H:%M}"
    )
    assert say.zone_name("en", "Africa/Cairo", NOW) == "Cairo (UTC+2)"
    assert say.zone_name("en", "UTC", NOW) == "UTC"
    assert say.day_of_year("en", NOW.date()) == "22 Nov"
    assert say.day_of_year("ar", NOW.date()) == "22 نوفمبر"


def test_an_amount_may_stand_without_its_currency() -> None:
    assert say.figure("en", Money(-123456, "USD")) == "-1,234.56"
    assert say.figure("en", Money(1234, "JPY")) == "1,234"
    assert say.figure("en", Money(1234, "KWD")) == "1.234"


def test_numbers_have_the_separators_of_the_language() -> None:
    assert say.number("en", 1234567) == "1,234,567"
    assert say.number("en", 12.5) == "12.5"


def test_a_language_without_texts_gets_english_figures_too() -> None:
    assert say.date("xx", NOW, "UTC") == say.date("en", NOW, "UTC")
    assert say.duration("de-AT", 4800) == "1 h 20 min"


@pytest.mark.parametrize(
    ("zone", "written"),
    [
        ("Africa/Cairo", "Cairo (UTC+2, now 14:05)"),
        ("Asia/Kolkata", "Kolkata (UTC+5:30, now 17:35)"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires (UTC−3, now 09:05)"),
        ("America/St_Johns", "St John’s (UTC−3:30, now 08:35)"),
        ("Europe/London", "London (UTC+0, now 12:05)"),
        ("UTC", "UTC (world time, now 12:05)"),
    ],
)
def test_a_zone_is_told_by_its_city_and_its_time_now(zone: str, written: str) -> None:
    assert say.zone_label("en", zone, NOW) == written


def test_summer_time_shows_in_the_label() -> None:
    summer = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
    assert say.zone_label("en", "Europe/Berlin", summer) == "Berlin (UTC+2, now 14:00)"


def test_arabic_figures_have_arabic_words_and_the_digits_of_the_rest_of_the_chat() -> None:
    said = [
        say.zone_label("ar", "Africa/Cairo", NOW),
        say.clock_time("ar", NOW + timedelta(days=1), "Africa/Cairo", NOW),
        say.clock_time("ar", NOW + timedelta(days=2), "Africa/Cairo", NOW),
        say.duration("ar", 4800),
        say.duration("ar", 2 * 86400),
        say.date("ar", NOW, "Africa/Cairo"),
    ]
    assert [visible(text) for text in said] == [
        "القاهرة (UTC+2، الآن 14:05)",
        "غدًا 14:05",
        "الثلاثاء، 24 نوفمبر، 14:05",
        "1 س 20 د",
        "يومان",
        "22 نوفمبر 2026",
    ]
