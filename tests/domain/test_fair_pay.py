"""The hourly floor: what an hour of accepted work really earned, and what is missing."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.fair_pay import LEAST_SECONDS, Week, Worked, shortfall, totals
from bot.domain.money import Money
from bot.domain.refusal import Refused

FLOORS = {"USD": 800, "JPY": 1200}
MONDAY = datetime(2026, 11, 23, tzinfo=UTC)


def worked(minor: int, seconds: int, currency: str = "USD") -> Worked:
    return Worked(7, 1, Money(minor, currency), seconds, 10)


@pytest.mark.parametrize(
    ("minor", "seconds", "missing"),
    [
        (799, 3600, 1),
        (800, 3600, None),
        (0, 5400, 1200),
        (400, 1801, 1),  # the part of a cent goes to the person
        (0, LEAST_SECONDS - 1, None),
        (0, LEAST_SECONDS, 400),
    ],
)
def test_what_is_missing_is_the_floor_for_the_time_less_what_was_earned(
    minor: int, seconds: int, missing: int | None
) -> None:
    found = shortfall(worked(minor, seconds), FLOORS)
    assert (found.missing.minor if found else None) == missing


def test_a_currency_without_a_floor_is_not_watched() -> None:
    assert shortfall(worked(0, 7200, "EUR"), FLOORS) is None
    assert shortfall(worked(0, 7200), {}) is None
    found = shortfall(worked(600, 3600, "JPY"), FLOORS)
    assert found is not None
    assert (found.missing, found.hourly) == (Money(600, "JPY"), Money(600, "JPY"))


@given(st.integers(0, 10**6), st.integers(LEAST_SECONDS, 10**6), st.integers(1, 10**5))
def test_with_what_is_missing_the_floor_is_met_and_with_less_it_is_not(
    minor: int, seconds: int, floor: int
) -> None:
    found = shortfall(worked(minor, seconds), {"USD": floor})
    if found is not None:
        met = minor + found.missing.minor
        assert shortfall(worked(met, seconds), {"USD": floor}) is None
        assert shortfall(worked(met - 1, seconds), {"USD": floor}) is not None


def test_sums_keep_currencies_apart() -> None:
    found = [shortfall(worked(0, 3600, one), FLOORS) for one in ("USD", "JPY", "USD")]
    assert totals([one for one in found if one]) == [Money(1200, "JPY"), Money(1600, "USD")]


def test_the_week_looked_at_is_the_newest_that_is_over() -> None:
    week = Week.before(MONDAY)
    assert (week.start, week.end) == (MONDAY - timedelta(days=7), MONDAY)
    assert Week.before(MONDAY - timedelta(microseconds=1)).end == MONDAY - timedelta(days=7)
    assert Week.before(MONDAY + timedelta(days=6, hours=23)) == week
    assert (week.key, str(week)) == ("20261116", "2026-11-16 – 2026-11-22")
    assert Week.named("20261116", MONDAY) == week


@pytest.mark.parametrize("key", ["20261117", "20261123", "2026-1-1", "", "99999999", "20261399"])
def test_no_other_day_names_a_week_and_none_that_is_not_over(key: str) -> None:
    with pytest.raises(Refused, match="stale-button"):
        Week.named(key, MONDAY)
    assert Week(date(2026, 11, 23)).end > MONDAY
