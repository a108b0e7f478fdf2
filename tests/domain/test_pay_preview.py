from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.money import Money
from bot.domain.pay_figures import Margin, age_ends
from bot.domain.pay_preview import (
    Odd,
    Oddity,
    Totals,
    Waiting,
    could_be_unusual,
    highest_usual,
    is_unusual,
    odd_ones,
    totals,
    will_be_paid,
)

END = datetime(2030, 1, 18, 12, tzinfo=UTC)
MONTH = timedelta(days=30)


def waits(person: int, minor: int, currency: str = "USD", *, days: int = 1,
          leaving: bool = False) -> Waiting:  # fmt: skip
    return Waiting(person, Money(minor, currency), END - timedelta(days=days), leaving)


def test_small_sums_are_carried_over_unless_they_are_old_or_their_owner_leaves() -> None:
    small, old = waits(1, 99), waits(2, 99, days=24)
    leaver, other = waits(3, 1, leaving=True), waits(4, 1, "KWD")
    paid, carried = will_be_paid(
        [small, old, leaver, other, waits(5, 100)], end=END,
        threshold=lambda currency: {"USD": 100}.get(currency, 0), carry=MONTH,
    )  # fmt: skip
    assert [one.person_id for one in paid] == [2, 3, 4, 5]
    assert carried == [small]
    assert totals(paid, carried) == [Totals("KWD", 1, 1, 0, 0), Totals("USD", 3, 200, 1, 99)]


@pytest.mark.parametrize(
    ("minor", "earlier", "unusual"),
    [
        (301, [100, 100, 100], True),
        (300, [100, 100, 100], False),
        (301, [100, 100], False),
        (301, [1, 100, 500], True),
        (451, [100, 100, 200, 500], True),
        (450, [100, 100, 200, 500], False),
        (10**9, [], False),
    ],
)
def test_over_three_times_the_median_is_unusual(
    minor: int, earlier: list[int], *, unusual: bool
) -> None:
    assert is_unusual(minor, earlier, None) is unusual


def test_above_the_99th_percentile_is_unusual_where_there_are_enough_people() -> None:
    assert highest_usual([5] * 99) is None
    assert highest_usual([*range(1, 101)]) == 99
    assert highest_usual([*range(1, 202)]) == 199
    assert is_unusual(100, [], 99)
    assert not is_unusual(99, [], 99)


def test_only_whose_sum_is_far_above_the_least_is_looked_up() -> None:
    paid = [waits(1, 301), waits(2, 300), waits(3, 10**9)]
    least = {(1, "USD"): 100, (2, "USD"): 100, (3, "EUR"): 1}
    assert could_be_unusual(paid, least) == {1}


def test_everybody_odd_is_named_with_all_reasons_the_highest_first() -> None:
    paid = [waits(1, 200), waits(2, 900), waits(3, 100)]
    flagged = {Oddity.no_method: {1}, Oddity.failed: {1, 2}, Oddity.changed: {9}}
    assert odd_ones(paid, flagged, {(2, "USD"): [100, 100, 100]}) == [
        Odd(2, Money(900, "USD"), (Oddity.failed, Oddity.unusual)),
        Odd(1, Money(200, "USD"), (Oddity.no_method, Oddity.failed)),
    ]


def test_what_is_left_of_the_clients_money() -> None:
    assert (Margin("USD", 60, 100, 2, 0).left, Margin("USD", 60, 100, 2, 0).percent) == (40, 40)
    assert (Margin("USD", 60, 0, 0, 2).left, Margin("USD", 60, 0, 0, 2).percent) == (-60, None)


def test_ages_end_a_week_a_month_and_two_months_ago() -> None:
    assert [(END - end).days for end in age_ends(END)] == [7, 30, 60]
