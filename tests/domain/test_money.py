"""Money: whole minor units, one currency at a time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.money import Money, hourly

minors = st.integers(-(10**12), 10**12)


@given(minors, minors)
def test_amounts_of_one_currency_add_exactly(one: int, other: int) -> None:
    assert Money(one, "EUR") + Money(other, "EUR") == Money(one + other, "EUR")


def test_two_currencies_are_never_added() -> None:
    with pytest.raises(ValueError, match="USD and EUR are not added"):
        Money(1, "USD") + Money(1, "EUR")


@given(minors, st.integers(0, 50))
def test_a_price_times_a_number_is_the_sum_of_so_many(minor: int, quantity: int) -> None:
    summed = Money(0, "USD")
    for _ in range(quantity):
        summed += Money(minor, "USD")
    assert Money(minor, "USD").times(quantity) == summed


@pytest.mark.parametrize(
    ("minor", "seconds", "rate"),
    [(40, 120, 1200), (1, 7200, 1), (1, 7201, 0), (10, 0.1, 360_000), (35, 90.5, 1392)],
)
def test_the_hourly_rate_is_rounded_half_up(minor: int, seconds: float, rate: int) -> None:
    assert hourly(Money(minor, "USD"), seconds) == Money(rate, "USD")


@pytest.mark.parametrize("seconds", [0, -1.0])
def test_an_hourly_rate_without_a_time_is_an_error(seconds: float) -> None:
    with pytest.raises(ValueError, match="needs a time"):
        hourly(Money(40, "USD"), seconds)
