"""One answer from many votes: ties stay ties, and a crowd of known truth is seen through."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis import dawid_skene as ds
from bot.analysis.aggregation import (
    TIED,
    Answers,
    majority,
    peer_weights,
    rater_agreement,
    weighted,
)
from bot.analysis.agreement import Votes
from bot.analysis.dawid_skene import Fallback, dawid_skene
from tests.analysis.crowds import Ballot, crowd, votes_of

ballots = st.dictionaries(
    st.tuples(st.integers(0, 5), st.integers(0, 4)), st.integers(0, 3), min_size=1
).map(lambda found: [(unit, rater, value) for (unit, rater), value in found.items()])


def right(answers: Answers, truth: list[int]) -> float:
    return float(np.mean([lead == known for lead, known in zip(answers.lead, truth, strict=True)]))


@given(ballots)
def test_majority_is_what_counting_by_hand_says(rows: list[Ballot]) -> None:
    found = majority(votes_of(rows, 4))
    for nth, unit in enumerate(found.units):
        counts = Counter(value for one, _, value in rows if one == unit)
        most = max(counts.values())
        leads = [value for value, count in counts.items() if count == most]
        assert found.lead[nth] == (leads[0] if len(leads) == 1 else TIED)
        assert found.confidence[nth] == pytest.approx(most / counts.total())
        shares = dict(zip(found.label[found.unit == nth], found.share[found.unit == nth],
                          strict=True))  # fmt: skip
        assert shares == pytest.approx({v: n / counts.total() for v, n in counts.items()})


@given(ballots)
def test_agreement_with_the_others_is_what_counting_by_hand_says(rows: list[Ballot]) -> None:
    found = rater_agreement(votes_of(rows, 4))
    for who in {rater for _, rater, _ in rows}:
        agreed, counted = 0.0, 0
        for unit, rater, value in rows:
            others = Counter(v for u, r, v in rows if u == unit and r != who)
            if rater == who and others:
                leads = [v for v, n in others.items() if n == max(others.values())]
                agreed += (value in leads) / len(leads)
                counted += 1
        assert found[who][0] == pytest.approx(agreed)
        assert found[who][1] == counted


@given(st.data(), ballots)
def test_order_of_votes_and_names_of_labels_do_not_matter(
    data: st.DataObject, rows: list[Ballot]
) -> None:
    """A tie above all: whichever label comes first, none of them wins."""
    mixed = data.draw(st.permutations(rows))
    names = data.draw(st.permutations(range(4)))
    renamed = [(unit, rater, names[value]) for unit, rater, value in mixed]
    back = {TIED: TIED} | {new: old for old, new in enumerate(names)}
    for method in (majority, lambda v: weighted(v, peer_weights(v)), _dawid_skene):
        one, other = method(votes_of(rows, 4)), method(votes_of(renamed, 4))
        assert [back[lead] for lead in other.lead] == list(one.lead)
        assert other.confidence == pytest.approx(one.confidence, abs=1e-6)


def _dawid_skene(votes: Votes) -> Answers:
    return dawid_skene(votes, rounds=3).answers


def test_one_against_one_is_a_tie_for_all_methods() -> None:
    votes = votes_of([(0, 0, 0), (0, 1, 1), (1, 0, 1), (1, 1, 0)], 2)
    for method in (majority, lambda v: weighted(v, peer_weights(v)), _dawid_skene):
        found = method(votes)
        assert list(found.lead) == [TIED, TIED]
        assert found.ties == 2
        assert found.confidence == pytest.approx([0.5, 0.5])


def test_given_weights_decide() -> None:
    votes = votes_of([(0, 0, 0), (0, 1, 1), (0, 2, 1)], 2)
    assert list(weighted(votes, {0: 0.9, 1: 0.3, 2: 0.4}).lead) == [0]
    assert list(weighted(votes, {0: 0.7, 1: 0.3, 2: 0.4}).lead) == [TIED]


def test_dawid_skene_and_weights_beat_the_majority_where_some_do_not_look() -> None:
    """A third of the crowd always gives the same answer, each another one."""
    plain, by_weight, found = [], [], []
    for seed in range(4):
        truth, votes = crowd(seed)
        plain.append(right(majority(votes), truth))
        by_weight.append(right(weighted(votes, peer_weights(votes)), truth))
        made = dawid_skene(votes)
        assert made.converged
        found.append(right(made.answers, truth))
        accuracies = sorted(made.accuracy.values())
        assert accuracies[0] < 0.5 < accuracies[-1]
    assert np.mean(found) > np.mean(plain) + 0.1
    assert np.mean(by_weight) > np.mean(plain) + 0.05


def test_where_dawid_skene_cannot_work_the_majority_answers_and_it_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    same = dawid_skene(votes_of([(0, 0, 2), (0, 1, 2), (1, 0, 2)], 4))
    assert (same.fallback, list(same.answers.lead)) == (Fallback.one_label, [2, 2])
    _, votes = crowd(1)
    monkeypatch.setattr(ds, "_MOST_CELLS", 100)
    large = dawid_skene(votes)
    assert large.fallback is Fallback.too_large
    assert list(large.answers.lead) == list(majority(votes).lead)


def test_a_label_that_vanishes_is_a_collapse() -> None:
    """Few votes of many people, of which each error is taken for half seen."""
    random = np.random.default_rng(0)
    rows = [(unit, 3 * unit + nth, int(random.random() < 0.75)) for unit in range(40)
            for nth in range(3)]  # fmt: skip
    votes = votes_of(rows, 2)
    assert len(set(majority(votes).lead)) == 2
    found = dawid_skene(votes)
    assert found.fallback is Fallback.collapsed
    assert list(found.answers.lead) == list(majority(votes).lead)


def test_nothing_comes_to_nothing() -> None:
    none = votes_of([], 3)
    assert len(majority(none).units) == 0
    assert rater_agreement(none) == {}
    assert dawid_skene(none).fallback is Fallback.one_label
