"""How fast somebody may go."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.pace import Bucket, Pace, take
from handlers.pace import Paces, Turn

NOW = datetime(2030, 1, 15, 12, tzinfo=UTC)
PACE = Pace.of(60)
SECOND = timedelta(seconds=1)


def counted(gaps: Sequence[float], pace: Pace = PACE) -> list[bool]:
    """Which of acts with these seconds between them count."""
    bucket, now, found = None, NOW, []
    for gap in gaps:
        now += timedelta(seconds=gap)
        bucket, counts = take(bucket, pace, now)
        found.append(counts)
    return found


def test_forty_at_once_count_and_no_more() -> None:
    assert counted([0] * 50) == [True] * 40 + [False] * 10


def test_one_a_second_counts_for_ever() -> None:
    assert all(counted([1] * 2000))


def test_who_was_too_fast_goes_on_when_half_is_back() -> None:
    assert counted([0] * 41 + [19, 1, 0]) == [True] * 40 + [False, False, True, True]


def test_a_clock_that_is_set_back_keeps_nobody_waiting() -> None:
    bucket = Bucket(0, NOW, NOW + 20 * SECOND)
    assert not take(bucket, PACE, NOW)[1]
    later, _ = take(Bucket(0, NOW), PACE, NOW - timedelta(days=1))
    assert later.rests == NOW - timedelta(days=1) + 20 * SECOND


@given(st.lists(st.floats(0, 120), min_size=1, max_size=200), st.integers(5, 500))
def test_nobody_gets_more_than_the_burst_and_what_time_brings(
    gaps: list[float], a_minute: int
) -> None:
    pace = Pace.of(a_minute)
    passed = sum(counted(gaps, pace))
    assert passed <= pace.burst + sum(gaps[1:]) * a_minute / 60 + 1


def test_the_first_that_does_not_count_is_told_and_a_second_try_is_the_same_act() -> None:
    paces = Paces(Pace.of(6))
    turns = [paces.turn(7, act, NOW) for act in (1, 2, 2, 3, 4, 5, 5, 6)]
    assert turns == [Turn.counts] * 5 + [Turn.slower] * 2 + [Turn.dropped]
    assert paces.turn(8, 7, NOW) is Turn.counts
    assert paces.rests(7) == NOW + 20 * SECOND
    assert paces.turn(7, 8, NOW + 20 * SECOND) is Turn.counts
    assert paces.rests(8) is None
