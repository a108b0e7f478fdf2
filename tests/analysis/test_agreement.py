"""Krippendorff's alpha against what he published, and against its definition."""

import krippendorff
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.analysis import agreement as at
from bot.analysis.agreement import Votes, agreement, numbers_of
from bot.analysis.coincidences import expected, patterns_of, sides_of
from bot.analysis.peers import against_peers
from bot.domain.measuring import Level, Undefined
from tests.analysis.crowds import Ballot, printed, slow_alpha, votes_of

# Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011, parts C and E.
FOUR_BY_TWELVE = """
1 2 3 3 2 1 4 1 2 * * *
1 2 3 3 2 2 4 1 2 5 * 3
* 3 3 3 2 3 4 2 2 5 1 *
1 2 3 3 2 4 4 1 2 5 1 *
"""
# The example of Wikipedia's article and of the library's own tests.
THREE_BY_FIFTEEN = """
* * * * * 3 4 1 2 1 1 3 3 * 3
1 * 2 1 3 3 4 3 * * * * * * *
* * 2 1 3 4 4 * 2 1 1 3 3 * 4
"""

ballots = st.dictionaries(
    st.tuples(st.integers(0, 5), st.integers(0, 4)), st.integers(0, 3), min_size=1
).map(lambda found: [(unit, rater, value) for (unit, rater), value in found.items()])
levels = st.sampled_from(list(Level))


@pytest.mark.parametrize(
    ("table", "level", "published"),
    [
        (FOUR_BY_TWELVE, Level.nominal, 0.743), (FOUR_BY_TWELVE, Level.ordinal, 0.815),
        (FOUR_BY_TWELVE, Level.interval, 0.849), (FOUR_BY_TWELVE, Level.ratio, 0.797),
        (THREE_BY_FIFTEEN, Level.nominal, 0.691), (THREE_BY_FIFTEEN, Level.interval, 0.811),
    ],
)  # fmt: skip
@pytest.mark.parametrize("cells", [0, at._MOST_CELLS])
def test_published_examples(
    table: str, level: Level, published: float, cells: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the library's formula and, where its table would be too large, by our own."""
    monkeypatch.setattr(at, "_MOST_CELLS", cells)
    found = agreement(printed(table, 5), level)
    assert found.alpha == pytest.approx(published, abs=0.0005)
    assert found.alpha is not None
    assert found.interval is not None
    low, high = found.interval
    assert -1 <= low < found.alpha < high <= 1
    assert (found.units, found.ratings) == ((11, 40) if "5" in table else (12, 26))


@given(ballots, levels)
def test_alpha_is_what_its_definition_says(rows: list[Ballot], level: Level) -> None:
    found = agreement(votes_of(rows, 4), level, resamples=0)
    expected = slow_alpha(rows, level)
    assert found.alpha == (None if expected is None else pytest.approx(expected, abs=1e-9))
    assert (found.alpha is None) == (found.why is not None)


@given(ballots, levels)
def test_a_resample_as_large_as_the_whole_is_the_whole(rows: list[Ballot], level: Level) -> None:
    expected = slow_alpha(rows, level)
    assume(expected is not None)
    votes = votes_of(rows, 4)
    numbers = numbers_of(votes.domain, level)
    found = patterns_of(votes.units, votes.values, numbers, level)
    assert found.alpha(found.times) == pytest.approx(expected, abs=1e-9)


@given(st.data(), ballots, levels)
def test_order_and_names_do_not_matter(
    data: st.DataObject, rows: list[Ballot], level: Level
) -> None:
    mixed = data.draw(st.permutations(rows))
    renamed = [(97 - 3 * unit, rater * 11 + 5, value) for unit, rater, value in mixed]
    one, other = (agreement(votes_of(each, 4), level, resamples=8) for each in (rows, renamed))
    assert one == other or one.alpha == pytest.approx(other.alpha, abs=1e-12)
    assert one.interval == pytest.approx(other.interval, abs=1e-9)


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([], Undefined.nothing),
        ([(1, 1, 0), (2, 1, 1), (3, 2, 0)], Undefined.no_pairs),
        ([(1, 1, 2), (1, 2, 2), (2, 1, 2), (2, 2, 2), (3, 1, 0)], Undefined.all_equal),
    ],
)
def test_undefined_says_why(rows: list[Ballot], why: Undefined) -> None:
    found = agreement(votes_of(rows, 4), Level.nominal)
    assert (found.alpha, found.why, found.interval) == (None, why, None)


def test_the_interval_is_that_of_resampling_units_one_by_one() -> None:
    """Against the library called anew for each of many resamples."""
    random = np.random.default_rng(3)
    truth = random.integers(0, 3, 60)
    table = np.where(random.random((3, 60)) < 0.7, truth, random.integers(0, 3, (3, 60)))
    rows = [(unit, rater, int(table[rater, unit])) for rater in range(3) for unit in range(60)]
    found = agreement(votes_of(rows, 3), Level.nominal)
    alphas = [
        krippendorff.alpha(table[:, random.integers(0, 60, 60)], level_of_measurement="nominal")
        for _ in range(1000)
    ]
    assert found.interval == pytest.approx(tuple(np.percentile(alphas, (2.5, 97.5))), abs=0.03)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=12), levels)
def test_one_against_one_peer_is_alpha_of_the_two(
    pairs: list[tuple[int, int]], level: Level
) -> None:
    rows = [(unit, rater, pair[rater]) for unit, pair in enumerate(pairs) for rater in (0, 1)]
    expected = slow_alpha(rows, level)
    for found in against_peers(votes_of(rows, 4), level).values():
        assert found.alpha == (None if expected is None else pytest.approx(expected, abs=1e-9))
        assert found.units == len(pairs)


@pytest.mark.parametrize(
    ("low", "high", "with_nought"),
    [(-1, 1, False), (-30, 30, False), (0, 1, True), (9, 9.001, True)],
)  # fmt: skip
def test_many_numbers_on_the_ratio_level_add_up_to_the_sum_over_all_pairs(
    low: float, high: float, with_nought: bool
) -> None:
    """The integral equals what every pair by itself comes to, also where all are nearly equal."""
    random = np.random.default_rng(1)
    numbers = np.sort(10 ** random.uniform(low, high, 700))
    if with_nought:
        numbers[0] = 0.0
    many = random.integers(0, 4, len(numbers)).astype(np.float64)
    sides = sides_of(numbers)
    assert sides is not None
    slow = expected(many, numbers, Level.ratio)
    assert expected(many, numbers, Level.ratio, sides) == pytest.approx(slow, rel=1e-9)
    assert sides_of(numbers[:500]) is None


def test_who_answers_at_random_agrees_less_with_the_peers_than_they_do() -> None:
    random = np.random.default_rng(5)
    truth = random.integers(0, 4, 300)
    rows = [
        (unit, rater, int(truth[unit] if rater and random.random() < 0.9 else random.integers(4)))
        for unit in range(300)
        for rater in range(4)
    ]
    found = against_peers(votes_of(rows, 4), Level.nominal)
    alphas = {rater: peers.alpha or 0.0 for rater, peers in found.items()}
    assert abs(alphas[0]) < 0.1
    assert all(0.5 < alphas[rater] < 0.75 for rater in (1, 2, 3))


def test_nobody_beside_means_no_figure() -> None:
    found = against_peers(votes_of([(1, 7, 0), (2, 7, 1), (2, 8, 1), (3, 9, 0)], 2), Level.nominal)
    assert found[7].why is Undefined.all_equal
    assert (found[9].why, found[9].units) == (Undefined.no_pairs, 0)
    none: Votes = votes_of([], 2)
    assert against_peers(none, Level.nominal) == {}
