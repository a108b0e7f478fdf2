"""How often raters are right, by their votes alone: crowds of known truth, and the day's rule."""

from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.one_coin import accuracies
from bot.domain.confidence import ADDED, GOLD_WORTH, UNKNOWN, Weighed, weigh
from tests.analysis.crowds import Ballot, votes_of

NOBODY: dict[int, tuple[int, int]] = {}
ballots = st.dictionaries(
    st.tuples(st.integers(0, 5), st.integers(0, 4)), st.integers(0, 3), min_size=1
).map(lambda found: [(unit, rater, value) for (unit, rater), value in found.items()])


def found(
    rows: list[Ballot], labels: int, known: dict[int, tuple[int, int]] = NOBODY
) -> dict[int, float]:
    return accuracies(votes_of(rows, max(labels, 4)), np.full(len(rows), labels), known)


def answers(rows: list[Ballot], labels: int, right: dict[int, float]) -> dict[int, Weighed]:
    """The answer of each unit as the bot makes it by day."""
    by_unit = defaultdict(list)
    for unit, rater, value in rows:
        by_unit[unit].append((str(value), right.get(rater)))
    return {unit: weigh(votes, labels) for unit, votes in by_unit.items()}


def crowd(
    seed: int, *, labels: int, overlap: int, least: float, most: float, units: int = 400,
    raters: int = 40,
) -> tuple[list[int], list[float], list[Ballot]]:  # fmt: skip
    """The truth of each unit, how often each rater is right, and the votes."""
    random = np.random.default_rng(seed)
    truth = random.integers(0, labels, units).tolist()
    right = random.uniform(least, most, raters).tolist()
    rows = []
    for unit in range(units):
        for rater in random.choice(raters, overlap, replace=False).tolist():
            miss = (truth[unit] + 1 + int(random.integers(labels - 1))) % labels
            rows.append((unit, rater, truth[unit] if random.random() < right[rater] else miss))
    return truth, right, rows


def sureness(made: dict[int, Weighed]) -> float:
    return float(np.mean([one.confidence or 0.0 for one in made.values()]))


@given(ballots, st.integers(2, 30))
def test_the_figures_fit_the_answers_that_the_day_makes_of_them(
    rows: list[Ballot], labels: int
) -> None:
    """By turns they come to rest where each follows from the other."""
    right = found(rows, labels)
    made = answers(rows, labels, right)
    shared = {unit for unit, one in made.items() if one.ratings > 1}
    for who in {rater for _, rater, _ in rows}:
        own = [made[unit].shares[str(value)] for unit, rater, value in rows
               if rater == who and unit in shared]  # fmt: skip
        if own:
            expected = (ADDED * UNKNOWN + sum(own)) / (ADDED + len(own))
            assert right[who] == pytest.approx(expected, abs=1e-4)
        else:
            assert who not in right


@pytest.mark.parametrize("labels", [2, 3, 8])
@pytest.mark.parametrize("overlap", [2, 3])
def test_of_the_answers_that_are_called_sure_as_many_are_right(labels: int, overlap: int) -> None:
    sure, hits, promised = 0, 0, 0.0
    for seed in range(6):
        truth, _, rows = crowd(seed, labels=labels, overlap=overlap, least=0.55, most=0.95)
        for unit, one in answers(rows, labels, found(rows, labels)).items():
            if one.is_sure(80):
                sure += 1
                hits += one.label == str(truth[unit])
                promised += one.confidence or 0.0
    assert sure > 300
    assert hits / sure >= 0.8
    assert hits / sure >= promised / sure - 0.04


@pytest.mark.parametrize("labels", [2, 3, 8])
@pytest.mark.parametrize("overlap", [2, 3])
def test_a_good_crowd_is_surer_after_the_first_night(labels: int, overlap: int) -> None:
    for seed in range(3):
        _, _, rows = crowd(seed, labels=labels, overlap=overlap, least=0.8, most=0.95)
        assert sureness(answers(rows, labels, found(rows, labels))) > sureness(
            answers(rows, labels, {})
        )


@pytest.mark.parametrize("labels", [2, 8])
def test_two_raters_to_a_task_are_not_taken_for_worse_than_they_are(labels: int) -> None:
    """With one peer, agreeing as often as two good people do is no sign of errors."""
    _, right, rows = crowd(1, labels=labels, overlap=2, least=0.85, most=0.85, units=2000)
    said = found(rows, labels)
    assert np.mean(list(said.values())) == pytest.approx(np.mean(right), abs=0.05)


def test_who_knows_better_comes_out_above_who_does_not() -> None:
    _, right, rows = crowd(3, labels=3, overlap=3, least=0.4, most=0.95, units=1500)
    said = found(rows, 3)
    both = np.corrcoef([right[who] for who in said], list(said.values()))
    assert both[0, 1] > 0.9


def test_known_answers_weigh_as_much_as_three_and_stand_alone() -> None:
    said = found([(1, 5, 0)], 2, {5: (1, 2), 6: (2, 2)})
    assert said[5] == (ADDED * UNKNOWN + GOLD_WORTH) / (ADDED + 2 * GOLD_WORTH)
    assert said[6] == (ADDED * UNKNOWN + 2 * GOLD_WORTH) / (ADDED + 2 * GOLD_WORTH)


def test_few_votes_change_little_and_nobody_is_left_who_said_nothing() -> None:
    assert found([(1, 5, 0)], 2) == {}
    assert found([], 2) == {}
    both = found([(1, 5, 0), (1, 6, 0)], 2)
    assert both[5] == both[6]
    assert UNKNOWN < both[5] < UNKNOWN + 0.03
