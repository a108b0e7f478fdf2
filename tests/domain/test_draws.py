"""Draws: who is asked first, what each hand gets, and for how long hands are collected."""

from collections import Counter
from datetime import timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.draws import (
    Draw,
    DrawState,
    Hand,
    HandState,
    answer_to,
    is_collecting,
    lot,
    new_seed,
    pledge,
    ranked,
    window_end,
)
from tests.domain.made import NOW

SECOND = timedelta(seconds=1)
DRAW = Draw(1, DrawState.open, NOW, NOW + 60 * SECOND, 60, "seed")

people = st.lists(st.integers(1, 10_000), unique=True, max_size=40)
seeds = st.text("0123456789abcdef", min_size=1, max_size=32)


@st.composite
def crowds(draw: st.DrawFn) -> list[Hand]:
    """Hands in the order of tapping; some people are on the list, in an order of its own."""
    ids = draw(people)
    places = draw(st.permutations(range(len(ids))))
    listed = draw(st.lists(st.booleans(), min_size=len(ids), max_size=len(ids)))
    return [
        Hand(person_id, place if on else None)
        for person_id, place, on in zip(ids, places, listed, strict=True)
    ]


@given(crowds(), seeds, st.randoms())
def test_the_moment_of_the_tap_does_not_matter(
    hands: list[Hand], seed: str, random: Random
) -> None:
    shuffled = random.sample(hands, len(hands))
    assert ranked(shuffled, seed) == ranked(hands, seed)


@given(crowds(), seeds)
def test_the_list_goes_first_in_its_order_and_everybody_has_one_turn(
    hands: list[Hand], seed: str
) -> None:
    order = ranked(hands, seed)
    listed = sorted((h for h in hands if h.waited is not None), key=lambda h: h.waited or 0)
    assert order[: len(listed)] == [hand.person_id for hand in listed]
    assert Counter(order) == Counter(hand.person_id for hand in hands)


@given(crowds(), seeds, st.integers(0, 50), st.sets(st.integers(1, 10_000)))
def test_jobs_never_exceed_places_and_each_hand_is_answered_once(
    hands: list[Hand], seed: str, places: int, newcomers: set[int]
) -> None:
    left, answers = places, []
    for person_id in ranked(hands, seed):
        answer = answer_to(left=left, ready=person_id not in newcomers)
        answers.append(answer)
        left -= answer is not HandState.listed
    assert len(answers) == len(hands)
    assert HandState.up not in answers
    served = [answer for answer in answers if answer is not HandState.listed]
    assert len(served) == min(places, len(hands))
    # Nobody further back is served before somebody further in front.
    assert answers[: len(served)] == served


def test_without_a_list_every_person_wins_about_equally_often() -> None:
    hands = [Hand(person_id) for person_id in range(1, 11)]
    random = Random(7)
    won = Counter(ranked(hands, new_seed(random))[0] for _ in range(2000))
    assert len(won) == 10
    assert all(130 < times < 270 for times in won.values())


def test_the_pledge_binds_the_seed_and_does_not_tell_it() -> None:
    seed = new_seed(Random(1))
    assert len(seed) == 32
    assert pledge(seed) != pledge(new_seed(Random(2)))
    assert seed not in pledge(seed)
    assert lot(seed, 5) != lot(seed, 6)


def test_hands_are_collected_until_the_window_closes() -> None:
    assert is_collecting(DRAW, NOW + 59 * SECOND)
    assert not is_collecting(DRAW, NOW + 60 * SECOND)
    closed = Draw(1, DrawState.drawing, NOW, NOW + 60 * SECOND, 60, "seed")
    assert not is_collecting(closed, NOW)


def test_a_card_that_was_kept_back_moves_the_window() -> None:
    assert window_end(DRAW, NOW + 2 * SECOND) == DRAW.until
    assert window_end(DRAW, NOW + 90 * SECOND) == NOW + 150 * SECOND
