"""Votes for tests: tables as they are printed, crowds of known truth, and a slow alpha."""

from collections.abc import Callable, Iterable
from fractions import Fraction
from itertools import permutations

import numpy as np

from bot.analysis.agreement import Votes
from bot.domain.measuring import Level

Ballot = tuple[int, int, int]  # unit, rater, value


def votes_of(ballots: Iterable[Ballot], domain: int) -> Votes:
    """The votes in the order given; values are 0 to `domain` - 1 and stand for 1 and up."""
    rows = list(ballots)
    units, raters, values = (np.array([row[n] for row in rows], dtype=np.int64) for n in range(3))
    return Votes(units, raters, values, list(range(1, domain + 1)))


def printed(table: str, domain: int) -> Votes:
    """A table with a line for each rater, and `*` where there is no answer."""
    return votes_of(
        (
            (unit, rater, int(value) - 1)
            for rater, line in enumerate(table.strip().splitlines())
            for unit, value in enumerate(line.split())
            if value != "*"
        ),
        domain,
    )


def slow_alpha(ballots: Iterable[Ballot], level: Level) -> float | None:
    """Alpha by its definition, from a matrix of coincidences in exact fractions."""
    units: dict[int, list[int]] = {}
    for unit, _, value in ballots:
        units.setdefault(unit, []).append(value + 1)
    matrix: dict[tuple[int, int], Fraction] = {}
    for values in units.values():
        for one, other in permutations(values, 2):
            cell = matrix.get((one, other), Fraction(0))
            matrix[one, other] = cell + Fraction(1, len(values) - 1)
    many: dict[int, Fraction] = {}
    for (one, _), times in matrix.items():
        many[one] = many.get(one, Fraction(0)) + times
    total = sum(many.values(), Fraction(0))
    apart = _difference(level, many)
    observed = sum(times * apart(*pair) for pair, times in matrix.items())
    chance = sum(many[one] * many[other] * apart(one, other) for one in many for other in many)
    return float(1 - (total - 1) * observed / chance) if chance else None


def _difference(level: Level, many: dict[int, Fraction]) -> Callable[[int, int], Fraction]:
    def ordinal(one: int, other: int) -> Fraction:
        low, high = min(one, other), max(one, other)
        between = sum(times for value, times in many.items() if low <= value <= high)
        return (between - (many[low] + many[high]) / 2) ** 2

    differences: dict[Level, Callable[[int, int], Fraction]] = {
        Level.nominal: lambda one, other: Fraction(int(one != other)),
        Level.ordinal: lambda one, other: Fraction(0) if one == other else ordinal(one, other),
        Level.interval: lambda one, other: Fraction((one - other) ** 2),
        Level.ratio: lambda one, other: Fraction(one - other, one + other) ** 2,
    }
    return differences[level]


def crowd(
    seed: int, *, units: int = 300, raters: int = 24, overlap: int = 5, labels: int = 3
) -> tuple[list[int], Votes]:
    """The truth of each unit, and votes of people who are right in 55 to 95 of 100 cases.

    One in three gives the same answer whatever is asked.
    """
    random = np.random.default_rng(seed)
    truth = random.integers(0, labels, units)
    accuracy = random.uniform(0.55, 0.95, raters)
    rows = []
    for unit in range(units):
        for rater in random.choice(raters, overlap, replace=False):
            if rater % 3 == 0:
                value = int(rater) // 3 % labels
            else:
                knows = random.random() < accuracy[rater]
                value = int(truth[unit] if knows else random.integers(labels))
            rows.append((unit, int(rater), value))
    return truth.tolist(), votes_of(rows, labels)
