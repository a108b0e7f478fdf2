"""Weeks of pay: they follow one another without gap, whatever the clocks do."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.pay_periods import PayDay, due_periods, ending, nearest_zone, period_at

FRIDAY_NOON = PayDay(4, time(12))
START = datetime(2024, 1, 1, tzinfo=UTC)
MOMENT = st.floats(0, 2200).map(lambda days: START + timedelta(days=days))
ZONES = st.sampled_from(sorted(available_timezones() - {"localtime"}))
PAY_DAYS = st.builds(PayDay, st.integers(0, 6), st.times().map(lambda t: t.replace(microsecond=0)))


def test_a_period_is_named_by_the_local_day_on_which_it_ends() -> None:
    period = period_at("Africa/Nairobi", FRIDAY_NOON, datetime(2026, 11, 23, tzinfo=UTC))
    assert period.key == "2026-11-27"
    assert period.end == datetime(2026, 11, 27, 9, tzinfo=UTC)
    assert period.start == datetime(2026, 11, 20, 9, tzinfo=UTC)


def test_the_moment_of_the_pay_day_belongs_to_the_next_period() -> None:
    noon = datetime(2026, 11, 27, 12, tzinfo=UTC)
    assert period_at("UTC", FRIDAY_NOON, noon).start == noon
    assert period_at("UTC", FRIDAY_NOON, noon - timedelta(microseconds=1)).end == noon


@pytest.mark.parametrize(
    ("zone", "day", "at", "utc"),
    [
        ("Europe/Berlin", date(2026, 3, 29), time(2, 30), "2026-03-29T01:30"),  # skipped
        ("Europe/Berlin", date(2026, 10, 25), time(2, 30), "2026-10-25T00:30"),  # comes twice
        ("America/New_York", date(2026, 3, 8), time(12), "2026-03-08T16:00"),
    ],
)
def test_where_the_clocks_change_on_pay_day_it_is_still_paid_once(
    zone: str, day: date, at: time, utc: str
) -> None:
    pay_day = PayDay(day.weekday(), at)
    period = ending(zone, pay_day, day)
    assert f"{period.end:%Y-%m-%dT%H:%M}" == utc
    assert period_at(zone, pay_day, period.end - timedelta(seconds=1)) == period
    assert period_at(zone, pay_day, period.end).start == period.end


@given(zone=ZONES, pay_day=PAY_DAYS, now=MOMENT)
def test_every_moment_lies_in_one_period(zone: str, pay_day: PayDay, now: datetime) -> None:
    period = period_at(zone, pay_day, now)
    assert period.start <= now < period.end
    assert abs((period.end - period.start) - timedelta(days=7)) <= timedelta(hours=24)


@given(zone=ZONES, pay_day=PAY_DAYS, now=MOMENT, weeks=st.integers(0, 30))
def test_missed_periods_come_in_order_and_without_a_gap(
    zone: str, pay_day: PayDay, now: datetime, weeks: int
) -> None:
    last = period_at(zone, pay_day, now).end
    found = due_periods(zone, pay_day, since=now, last=last, now=last + timedelta(weeks=weeks))
    assert abs(len(found) - weeks) <= 1
    for before, after in zip([last, *(one.end for one in found)], found, strict=False):
        assert after.start == before


def test_the_first_period_is_that_of_the_first_money() -> None:
    first = datetime(2026, 11, 23, tzinfo=UTC)
    found = due_periods("UTC", FRIDAY_NOON, since=first, last=None, now=first + timedelta(days=12))
    assert [one.key for one in found] == ["2026-11-27", "2026-12-04"]


def test_a_clock_that_was_set_back_makes_nothing_due() -> None:
    last = datetime(2026, 11, 27, 12, tzinfo=UTC)
    now = last - timedelta(days=30)
    assert due_periods("UTC", FRIDAY_NOON, since=last, last=last, now=now) == []


def test_people_are_paid_with_the_zone_whose_clock_is_nearest() -> None:
    now = datetime(2026, 11, 23, tzinfo=UTC)
    zones = ("UTC", "Asia/Manila", "America/Bogota")
    assert nearest_zone("Asia/Tokyo", zones, now) == "Asia/Manila"
    assert nearest_zone("America/New_York", zones, now) == "America/Bogota"
    assert nearest_zone("Europe/London", zones, now) == "UTC"


def test_a_pay_day_that_the_calendar_skips_is_held_when_it_would_have_been() -> None:
    """Samoa had no 30 December 2011, a Friday: it went over the date line."""
    skipped = ending("Pacific/Apia", FRIDAY_NOON, date(2011, 12, 30))
    before = datetime(2011, 12, 30, 15, tzinfo=UTC)
    assert period_at("Pacific/Apia", FRIDAY_NOON, before) == skipped
