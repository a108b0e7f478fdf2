"""Waves: the order of asking is total and fair, and never are more asked than there are places."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.waves import (
    IGNORED_BEHIND,
    LIST_AGAIN,
    LOOK_AGAIN,
    LOOK_ON,
    MOST_UNTOLD,
    ROUND_AGAIN,
    SEEN_WITHIN,
    Candidate,
    Cursor,
    Round,
    after_end,
    after_looked,
    asks_only_list,
    held_on,
    in_order,
    is_near,
    look_again,
    start_of,
    wave_size,
)

NOW = datetime(2030, 3, 4, 12, tzinfo=UTC)
HOLD = timedelta(minutes=10)
DAY = timedelta(days=1)


def somebody(person_id: int = 1, **more: object) -> Candidate:
    given = {"listed": None, "idle_since": NOW - DAY, "seen_at": NOW} | more
    return Candidate(person_id, **given)  # type: ignore[arg-type]


@st.composite
def crowds(draw: st.DrawFn) -> list[Candidate]:
    """People of whom no two are the same, and no two have the same place on the list."""
    size = draw(st.integers(0, 12))
    places = draw(st.permutations(range(1, size + 1)))
    ago = st.integers(0, 20_000).map(lambda minutes: NOW - timedelta(minutes=minutes))
    return [
        Candidate(
            person,
            draw(st.sampled_from([None, place])),
            draw(ago),
            draw(st.integers(0, 3)),
            draw(st.none() | ago),
            draw(st.none() | st.floats(0, 1)),
        )
        for person, place in enumerate(places, start=1)
    ]


@given(crowds(), st.randoms(use_true_random=False))
def test_the_order_is_total_and_does_not_depend_on_how_it_was_read(
    crowd: list[Candidate], random: object
) -> None:
    shuffled = list(crowd)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    ordered = in_order(shuffled, NOW)
    assert ordered == in_order(crowd, NOW)
    assert sorted(one.person_id for one in ordered) == [one.person_id for one in crowd]


@given(crowds())
def test_the_list_comes_first_in_its_order_and_who_ignores_calls_behind_it(
    crowd: list[Candidate],
) -> None:
    ordered = in_order(crowd, NOW)
    listed = [one for one in ordered if one.listed is not None]
    assert ordered[: len(listed)] == listed
    keys = [(one.ignored >= IGNORED_BEHIND, one.listed) for one in listed]
    assert keys == sorted(keys)
    others = ordered[len(listed) :]
    near = [is_near(one, NOW) for one in others]
    assert near == sorted(near, reverse=True)


@given(crowds())
def test_of_two_who_are_alike_the_longer_without_work_comes_first(crowd: list[Candidate]) -> None:
    others = [one for one in in_order(crowd, NOW) if one.listed is None]
    for before, after in pairwise(others):
        if is_near(before, NOW) == is_near(after, NOW):
            assert before.idle_since.date() <= after.idle_since.date()


def test_of_one_day_the_better_quality_comes_first_and_the_unknown_is_the_middle() -> None:
    low, high, unknown = somebody(1, quality=0.2), somebody(2, quality=0.9), somebody(3)
    assert in_order([low, unknown, high], NOW) == [high, unknown, low]


@given(st.integers(-5, 10_000), st.integers(0, 1_000))
def test_never_are_more_asked_than_there_are_places_or_can_be_told_soon(
    places: int, untold: int
) -> None:
    size = wave_size(places, untold)
    assert 0 <= size <= max(places, 0)
    assert size + untold <= max(MOST_UNTOLD, untold)
    assert size == min(places, MOST_UNTOLD - untold) or size == 0


@given(crowds(), st.integers(1, 5), st.integers(1, 4))
def test_looking_page_after_page_meets_everybody_once(
    crowd: list[Candidate], page_size: int, room: int
) -> None:
    """Whoever is near and not on the list, by pages, so many at a time: none twice, none left."""
    people = [replace(one, listed=None, ignored=0, seen_at=NOW) for one in crowd]
    people.sort(key=lambda one: (one.idle_since, one.person_id))
    cursor, asked = replace(start_of(None, NOW), round=Round.near), list[int]()
    for _ in range(200):
        behind = (cursor.idle_since, cursor.person_id)
        page = [
            one
            for one in people
            if (one.idle_since, one.person_id) > behind and one.person_id not in asked
        ][:page_size]
        if not page:
            break
        looked = [one.person_id for one in in_order(page, NOW)[:room]]
        asked += looked
        cursor = after_looked(cursor, page, looked)
    assert sorted(asked) == sorted(one.person_id for one in people)


def test_the_list_is_looked_at_from_its_beginning_again_after_a_while() -> None:
    begun = replace(start_of(None, NOW), listed=77, round=Round.near, person_id=5)
    assert start_of(begun, NOW + LIST_AGAIN - LOOK_ON) == begun
    again = start_of(begun, NOW + LIST_AGAIN)
    assert (again.listed, again.round, again.person_id) == (0, Round.near, 5)


def test_the_rounds_follow_one_another_and_begin_anew_after_a_rest() -> None:
    cursor, seen = start_of(None, NOW), []
    while cursor.round is not Round.rest:
        seen.append(cursor.round)
        cursor = after_end(replace(cursor, person_id=9), NOW)
    assert seen == [Round.behind, Round.near, Round.far]
    assert start_of(cursor, NOW + ROUND_AGAIN - LOOK_ON).round is Round.rest
    assert start_of(cursor, NOW + ROUND_AGAIN).round is Round.behind


@pytest.mark.parametrize("round_", list(Round))
def test_what_is_stored_of_a_cursor_is_the_cursor(round_: Round) -> None:
    cursor = Cursor(round_, NOW, 3, 4, NOW - DAY)
    assert Cursor.from_json(cursor.to_json()) == cursor


def test_who_is_behind_on_the_list_is_passed_by_their_place() -> None:
    page = [somebody(7, listed=3), somebody(5, listed=9)]
    assert after_looked(Cursor(Round.behind), page, {7, 5}).person_id == 9
    assert after_looked(Cursor(Round.behind), page, {5}).person_id == 0


@pytest.mark.parametrize(
    ("seen_at", "ignored", "near"),
    [
        (NOW - SEEN_WITHIN, 0, True),
        (NOW - SEEN_WITHIN - LOOK_ON, 0, False),
        (None, 0, False),
        (NOW, IGNORED_BEHIND, False),
    ],
)
def test_near_is_who_was_here_lately_and_answers(
    seen_at: datetime | None, ignored: int, near: bool
) -> None:
    assert is_near(somebody(seen_at=seen_at, ignored=ignored), NOW) is near


def test_a_call_in_groups_asks_only_the_list_for_one_hold_time() -> None:
    last = NOW + HOLD - LOOK_ON
    assert asks_only_list(NOW, last, posted=True, hold=HOLD)
    assert not asks_only_list(NOW, NOW + HOLD, posted=True, hold=HOLD)
    assert not asks_only_list(NOW, NOW, posted=False, hold=HOLD)


def test_somebody_looks_again_soon_where_there_is_more_and_when_all_may_be_asked() -> None:
    def again(now: datetime, *, only_list: bool = False, more: bool = False) -> datetime:
        return look_again(now, opened_at=NOW, hold=HOLD, only_list=only_list, more=more)

    assert again(NOW, more=True) == NOW + LOOK_ON
    assert again(NOW) == NOW + LOOK_AGAIN
    late = NOW + HOLD - LOOK_ON
    assert again(late, only_list=True) == NOW + HOLD


def test_a_place_is_held_for_its_whole_time_from_when_it_was_told() -> None:
    assert held_on(NOW + DAY, NOW, NOW + HOLD) == NOW + DAY + HOLD
