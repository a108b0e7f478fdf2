"""How sure an answer is: shares of labels by their votes."""

from math import isclose
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.confidence import UNKNOWN, Vote, Weighed, weigh

LABELS = ("a", "b", "c", "d")
votes = st.lists(
    st.tuples(st.sampled_from(LABELS), st.none() | st.floats(0, 1)), min_size=1, max_size=8
)


@given(votes, st.integers(2, 200), st.randoms())
def test_the_order_of_votes_makes_no_difference(
    given_: list[Vote], labels: int, random: Random
) -> None:
    other = list(given_)
    random.shuffle(other)
    assert weigh(given_, labels) == weigh(other, labels)


@given(votes, st.integers(2, 200))
def test_shares_are_a_distribution_and_the_leader_has_the_largest(
    given_: list[Vote], labels: int
) -> None:
    found = weigh(given_, labels)
    assert set(found.shares) == {label for label, _ in given_}
    assert 0 < sum(found.shares.values()) <= 1 + 1e-9
    assert found.confidence == max(found.shares.values())
    if found.label is not None:
        assert found.shares[found.label] == found.confidence


@given(votes, st.integers(4, 20), st.sampled_from(LABELS))
def test_one_more_vote_for_a_label_never_makes_it_less_likely(
    given_: list[Vote], labels: int, label: str
) -> None:
    before = weigh(given_, labels).shares.get(label, 0.0)
    assert weigh([*given_, (label, None)], labels).shares[label] >= before - 1e-12


def test_no_votes_say_nothing() -> None:
    assert weigh([], 2) == Weighed(0)
    assert not weigh([], 2).is_sure(50)


def test_a_tie_has_no_label_and_is_never_sure() -> None:
    found = weigh([("a", None), ("b", None)], 2)
    assert found.label is None
    assert isclose(found.confidence or 0, 0.5)
    assert not found.is_sure(50)


@pytest.mark.parametrize(
    ("said", "labels", "share"),
    [
        ("a", 2, UNKNOWN),
        ("aa", 2, 0.49 / (0.49 + 0.09)),
        ("aab", 2, 0.7),
        ("aa", 8, 0.49 / (0.49 + 7 * (0.3 / 7) ** 2)),
        # With so many labels only those that were said, and one more, count.
        ("aa", 120, 0.49 / (0.49 + 0.09)),
    ],
)
def test_the_share_of_the_leader(said: str, labels: int, share: float) -> None:
    found = weigh([(one, None) for one in said], labels)
    assert found.label == "a"
    assert isclose(found.confidence or 0, share)


def test_who_is_right_more_often_weighs_more() -> None:
    found = weigh([("a", 0.95), ("b", 0.55), ("b", 0.55)], 2)
    assert found.label == "a"


def test_nobody_weighs_against_what_they_say_and_nobody_is_certain() -> None:
    assert weigh([("a", 0.0)], 2).label == "a"
    assert weigh([("a", 1.0)], 2).confidence == pytest.approx(0.95)
