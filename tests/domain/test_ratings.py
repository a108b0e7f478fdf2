"""Ratings: when a task is done, where the card goes next, when silence accepts."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.ratings import (
    Assignment,
    RatingState,
    accepted_by,
    at_position,
    corrected_time,
    is_answered,
    is_finished,
    is_rated,
    next_position,
    still_open,
)
from tests.domain.made import NOW, assignment, scheme


@pytest.mark.parametrize(
    ("values", "answered"),
    [
        ({}, False),
        ({"preference": 0}, True),
        ({"preference": "both_bad"}, True),
        ({"preference": 3}, False),
        ({"preference": 3, "reason": "It is right."}, True),
    ],
)
def test_a_task_is_answered_when_nothing_required_is_missing(
    values: dict[str, Any], answered: bool
) -> None:
    one = assignment(values=values)
    assert is_answered(scheme(), one) is answered
    assert is_finished(scheme(), one) is answered
    assert is_rated(scheme(), one) is answered


@pytest.mark.parametrize("state", [RatingState.skipped, RatingState.flagged])
@pytest.mark.parametrize("values", [{}, {"preference": 0}])
def test_what_was_left_out_is_finished_and_never_a_rating(
    state: RatingState, values: dict[str, Any]
) -> None:
    one = assignment(state=state, values=values)
    assert is_finished(scheme(), one)
    assert not is_rated(scheme(), one)


def row(*done: int) -> list[Assignment]:
    return [assignment(n, values={"preference": 0} if n in done else {}) for n in range(1, 6)]


@pytest.mark.parametrize(
    ("done", "current", "following"),
    [
        ((), 0, 1),
        ((1,), 1, 2),
        ((2, 3), 1, 4),
        ((4, 5), 5, 1),
        ((1, 4, 5), 5, 2),
        ((1, 2, 3, 4, 5), 5, 6),
        ((1, 2, 3, 4, 5), 2, 6),
    ],
)
def test_the_card_goes_to_the_next_open_task_else_the_first_else_the_summary(
    done: tuple[int, ...], current: int, following: int
) -> None:
    assert next_position(scheme(), row(*done), current) == following


@given(st.sets(st.integers(1, 5)), st.integers(0, 6))
def test_the_card_never_goes_to_a_finished_task(done: set[int], current: int) -> None:
    following = next_position(scheme(), row(*done), current)
    assert following not in done
    assert (following == 6) == (done == {1, 2, 3, 4, 5})


def test_what_was_let_go_wants_nothing_more() -> None:
    mine = [*row(1)[:3], assignment(4, held=False), assignment(5)]
    assert still_open(scheme(), mine) == [2, 3, 5]
    assert next_position(scheme(), mine, 3) == 5


def test_a_task_is_found_by_its_position_also_where_others_are_gone() -> None:
    left = [one for one in row() if one.position in (2, 5)]
    assert [at_position(left, n) is not None for n in range(7)] == [
        False, False, True, False, False, True, False,
    ]  # fmt: skip


def test_silence_accepts_at_the_review_deadline() -> None:
    assert accepted_by(NOW, 3) == NOW + timedelta(days=3)


@pytest.mark.parametrize(
    ("seconds", "direction", "corrected"),
    [(400, 1, 500), (400, -1, 300), (40, 1, 70), (40, -1, 10), (10, -1, 0), (0, 1, 30)],
)
def test_the_time_is_corrected_by_a_quarter_at_least_half_a_minute_never_below_none(
    seconds: float, direction: int, corrected: float
) -> None:
    assert corrected_time(seconds, direction) == corrected
