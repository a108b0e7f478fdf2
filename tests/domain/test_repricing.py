"""Another price: what it means an hour, and which new terms are worse than the old."""

from dataclasses import replace

import pytest

from bot.domain.money import Money
from bot.domain.pay_terms import PayTerms
from bot.domain.refusal import Refused
from bot.domain.repricing import MOST_PER_TASK, at_price, is_worse, new_price
from tests.domain import made

FLOORS = {"USD": 800}


def test_a_price_is_shown_with_its_hourly_rate_by_the_measured_time_where_there_is_one() -> None:
    estimated = new_price(made.project(), Money(20, "USD"), FLOORS)
    assert (estimated.before, estimated.after) == (Money(1200, "USD"), Money(600, "USD"))
    assert estimated.is_below_floor
    assert not new_price(made.project(), Money(20, "USD"), {}).is_below_floor
    measured = made.project(measured_jobs=34, measured_seconds=60.0)
    found = new_price(measured, Money(20, "USD"), FLOORS)
    assert (found.after, found.pace.measured) == (Money(1200, "USD"), 34)
    assert not found.is_below_floor


@pytest.mark.parametrize(
    ("price", "reason"),
    [
        (Money(0, "USD"), "price-range"),
        (Money(-1, "USD"), "price-range"),
        (Money(MOST_PER_TASK + 1, "USD"), "price-range"),
        (Money(40, "USD"), "price-same"),
        (Money(40, "EUR"), "currency-fixed"),
    ],
)
def test_what_is_no_new_price_is_refused(price: Money, reason: str) -> None:
    with pytest.raises(Refused) as no:
        new_price(made.project(), price, FLOORS)
    assert no.value.reason == reason
    assert at_price(made.project(), Money(40, "USD"), FLOORS).after == Money(1200, "USD")


WORSE = [
    {"pay": Money(39, "USD")},
    {"review_days": 4},
    {"pay_terms": PayTerms(fixed_percent=79, rejected_percent=5)},
    {"pay_terms": PayTerms(rejected_percent=4)},
    {"pay_terms": PayTerms(rejected_percent=5, flag_percent=99)},
    {"pay_terms": PayTerms(rejected_percent=5, confirm_days=1)},
]


@pytest.mark.parametrize("change", WORSE)
def test_terms_are_worse_where_any_of_them_is(change: dict[str, object]) -> None:
    old = replace(made.project().offer, pay_terms=PayTerms(rejected_percent=5))
    new = replace(old, **change)  # type: ignore[arg-type]
    assert is_worse(new, old)
    assert not is_worse(old, new)


def test_other_guidelines_languages_or_tasks_are_no_worse_terms() -> None:
    old = made.project().offer
    assert not is_worse(old, old)
    assert not is_worse(replace(old, languages=("de",), tasks_per_job=1, overlap=9), old)
