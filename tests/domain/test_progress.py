"""How fast a project gets on: days, pace, and a range for its end that holds."""

from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.progress import (
    LEAST_RATINGS,
    MOST_DAYS,
    SHOWN_DAYS,
    DayRated,
    Forecast,
    Progress,
    by_day,
    forecast,
)

TODAY = date(2030, 1, 15)
NOW = datetime(2030, 1, 15, 12, tzinfo=UTC)


def days_from(*counts: int) -> tuple[DayRated, ...]:
    first = TODAY - timedelta(days=len(counts) - 1)
    return tuple(DayRated(first + timedelta(days=nth), one) for nth, one in enumerate(counts))


def on(ahead: int) -> date:
    return TODAY + timedelta(days=ahead)


def test_days_are_those_of_who_looks() -> None:
    late = datetime(2030, 1, 14, 22, 45, tzinfo=UTC)
    found = by_day([(late, 5), (NOW, 2), (NOW - timedelta(days=40), 9)], "Africa/Cairo", NOW)
    assert len(found) == SHOWN_DAYS
    assert found[-1] == DayRated(TODAY, 7)
    assert by_day([(late, 5)], "UTC", NOW)[-2:] == (DayRated(on(-1), 5), DayRated(TODAY, 0))
    # A quarter of an hour is where the day ends also in zones that are not on the hour.
    assert by_day([(late, 5)], "Asia/Kolkata", NOW)[-1].ratings == 5


def test_the_pace_rests_on_whole_days_behind_the_first_one() -> None:
    made = Progress(days_from(0, 0, 3, 10, 20, 7), left=100, done=40)
    assert (made.whole, made.pace, made.today) == ((10, 20), 15.0, 7)
    assert Progress(days_from(*[50] * 10, 1), left=9, done=1).whole == (50,) * 7
    assert Progress(days_from(0, 0, 5), left=9, done=5).pace is None


@pytest.mark.parametrize(
    ("whole", "left"),
    [((), 100), ((50, 50), 100), ((6, 6, 7), 100), ((0, 0, 0, 0), 100), ((50, 50, 50), 0)],
)
def test_of_too_little_no_end_is_told(whole: tuple[int, ...], left: int) -> None:
    assert forecast(whole, left, TODAY) is None


@pytest.mark.parametrize(
    ("whole", "left", "so_far", "found"),
    [
        ((100,) * 7, 1000, 0, Forecast(on(9), on(10), 7, 700)),
        ((100,) * 7, 1000, 100, Forecast(on(10), on(11), 7, 700)),
        ((10, 200, 90), 1000, 0, Forecast(on(4), None, 3, 300)),
        ((100, 120, 80, 100), 10, 0, Forecast(TODAY, TODAY, 4, 400)),
        ((10,) * 7, 10**6, 0, Forecast(on(MOST_DAYS), None, 7, 70)),
    ],
)
def test_the_end_lies_in_a_range(
    whole: tuple[int, ...], left: int, so_far: int, found: Forecast
) -> None:
    assert forecast(whole, left, TODAY, so_far) == found


@settings(derandomize=True, deadline=None)
@given(
    st.lists(st.integers(0, 5000), min_size=3, max_size=7), st.integers(1, 10**6),
    st.integers(0, 10**5),
)  # fmt: skip
def test_whatever_came_in_the_range_is_one(whole: list[int], left: int, so_far: int) -> None:
    found = forecast(whole, left, TODAY, so_far)
    if found is None:
        assert sum(whole) < LEAST_RATINGS
        return
    assert TODAY <= found.first <= (found.last or found.first)
    later = forecast(whole, left * 2, TODAY, so_far)
    assert later is not None
    assert later.first >= found.first


@pytest.mark.parametrize(("mean", "spread", "left"), [(50, 20, 3000), (20, 8, 400), (90, 40, 900)])
def test_the_range_holds_in_eight_of_ten_cases(mean: int, spread: int, left: int) -> None:
    random, held, cases = Random(1), 0, 400

    def one_day() -> int:
        return max(0, round(random.gauss(mean, spread)))

    for _ in range(cases):
        found = forecast([one_day() for _ in range(7)], left, TODAY)
        assert found is not None
        end, missing = TODAY - timedelta(days=1), left
        while missing > 0:
            missing -= one_day()
            end += timedelta(days=1)
        held += found.first <= end <= (found.last or end)
    assert held / cases >= 0.76
