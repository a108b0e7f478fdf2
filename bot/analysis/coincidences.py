"""Units that got the same answers, counted together, so that drawing units anew is quick."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.domain.measuring import Level

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

# Below that many units to a pattern, drawing units one by one is quicker.
_FEW = 20
_BLOCK = 512  # rows of the table of differences that are held at a time
# The sum over pairs on the ratio level is an integral: how far apart its nodes are (what is lost
# is as e to the power of -pi² / step), and how far they go below the largest number.
_STEP, _BELOW, _ABOVE = 0.3, 20.0, 3.2
# Below that part of all pairs the rest of a difference of sums is no figure.
_LEAST_PART = 1e-7


@dataclass(frozen=True, slots=True)
class Patterns:
    """Which sets of answers units got (two or more answers each), and how many units got each.

    The entries of one pattern follow one another: value `value[i]` came `count[i]` times in
    pattern `of[i]`. `apart` is the disagreement within each pattern where that does not hang on
    what else was answered.
    """

    level: Level
    times: Ints
    of: Ints
    starts: Ints
    value: Ints
    count: Floats
    size: Floats
    apart: Floats
    numbers: Floats
    pattern_of_unit: Ints
    sides: Floats | None = None

    @property
    def total(self) -> int:
        """How many units have two answers or more."""
        return int(self.times.sum())

    @property
    def ratings(self) -> int:
        """How many answers those have."""
        return int(self.times @ self.size)

    @property
    def values_used(self) -> int:
        """How many different answers there are among them."""
        return len(np.unique(self.value))

    def drawn(self, random: np.random.Generator) -> Ints:
        """How often each pattern comes when as many units are drawn anew as there are."""
        many = self.total
        if many > _FEW * len(self.times):
            return random.multinomial(many, self.times / many)
        chosen = self.pattern_of_unit[random.integers(0, many, many)]
        return np.bincount(chosen, minlength=len(self.times))

    def alpha(self, times: Ints) -> float:
        """1 - observed / expected disagreement, each pattern counted so often; nan: undefined."""
        of_value = summed(self.value, self.count * times[self.of], len(self.numbers))
        if np.count_nonzero(of_value) < 2:
            return float("nan")
        if self.level is Level.ordinal:
            places = midranks(of_value)
            apart = _spread(self.starts, self.count, places[self.value], self.size)
        else:
            places, apart = self.numbers, self.apart
        chance = expected(of_value, places, self.level, self.sides)
        return float(1 - (of_value.sum() - 1) * (apart @ times) / chance)


def midranks(many: Floats) -> Floats:
    """The place of each value among so many answers: two differ by what lies between them.

    Of the two themselves one half counts, which is the ordinal difference of Krippendorff.
    """
    return np.cumsum(many) - many / 2


def expected(many: Floats, places: Floats, level: Level, sides: Floats | None = None) -> float:
    """The differences of all pairs of so many answers, added up; `sides` are those of `places`."""
    if level is Level.nominal:
        return float(many.sum() ** 2 - many @ many)
    if level is not Level.ratio:
        return float(2 * (many.sum() * (many @ places**2) - (many @ places) ** 2))
    if sides is not None:
        every = float(many.sum() ** 2)
        found = (
            every - float(many[places == 0].sum() ** 2) - 4 * float(((many @ sides) ** 2).sum())
        )
        if found > _LEAST_PART * every:
            return found
    used = np.flatnonzero(many)
    many, places = many[used], places[used]
    return sum(
        float(many[n : n + _BLOCK] @ ratio(places[n : n + _BLOCK, None], places) @ many)
        for n in range(0, len(used), _BLOCK)
    )


def sides_of(numbers: Floats) -> Floats | None:
    """Columns f of which the sum of f(x) f(y) is x y / (x + y)²; none for few numbers.

    With them the squared differences in relation to the sums, 1 - 4 x y / (x + y)², add up over
    all pairs in the time of one pass. It is the integral of s² x exp(-s x) y exp(-s y) over the
    logarithm of s, by the trapezoidal rule.
    """
    positive = numbers[numbers > 0]
    if len(positive) <= _BLOCK:
        return None
    low, high = -np.log(positive.max()) - _BELOW, -np.log(positive.min()) + _ABOVE
    nodes = np.exp(np.arange(low, high + _STEP, _STEP))
    made = np.empty((len(numbers), len(nodes)))
    for n in range(0, len(numbers), _BLOCK):
        size = numbers[n : n + _BLOCK, None] * nodes
        made[n : n + _BLOCK] = np.sqrt(_STEP) * size * np.exp(-size)
    return made


def patterns_of(units: Ints, values: Ints, numbers: Floats, level: Level) -> Patterns:
    """The patterns of the votes; units with one answer are left out."""
    wide = max(len(numbers), 1)
    _, unit = np.unique(units, return_inverse=True)
    cells, count = np.unique(unit * wide + values, return_counts=True)
    unit, value = cells // wide, cells % wide
    paired = np.bincount(unit, count)[unit] > 1 if len(unit) else np.zeros(0, dtype=bool)
    unit, value, count = unit[paired], value[paired], count[paired]
    _, unit = np.unique(unit, return_inverse=True)
    # Two sets of answers have the same sum of random marks only by a chance of 1 in 2^60 or so.
    marks = np.random.default_rng(1).integers(1, 2**63, wide, dtype=np.uint64)
    sums = np.zeros(int(unit.max()) + 1 if len(unit) else 0, dtype=np.uint64)
    np.add.at(sums, unit, marks[value] * count.astype(np.uint64))
    _, first, pattern_of_unit, times = np.unique(
        sums, return_index=True, return_inverse=True, return_counts=True
    )
    kept = np.isin(unit, first)
    # Patterns keep the order of their sums, which is the same in whatever order votes come.
    of, value, weight = pattern_of_unit[unit[kept]], value[kept], count[kept].astype(np.float64)
    order = np.lexsort((value, of))
    of, value, weight = of[order], value[order], weight[order]
    size = summed(of, weight, len(times))
    starts = np.searchsorted(of, np.arange(len(times)))
    centred = numbers - numbers.mean() if len(numbers) else numbers
    apart = _within(level, of, starts, value, weight, size, centred, numbers)
    return Patterns(
        level, times, of, starts, value, weight, size, apart,
        centred if level is Level.interval else numbers, np.sort(pattern_of_unit),
        sides_of(numbers) if level is Level.ratio else None,
    )  # fmt: skip


def _within(
    level: Level, of: Ints, starts: Ints, value: Ints, count: Floats, size: Floats,
    centred: Floats, numbers: Floats,
) -> Floats:  # fmt: skip
    """The disagreement within each pattern, as its coincidences add up to it."""
    if not len(size) or level is Level.ordinal:
        return np.zeros(len(size))
    if level is Level.nominal:
        return (size**2 - np.add.reduceat(count**2, starts)) / (size - 1)
    if level is Level.interval:
        return _spread(starts, count, centred[value], size)
    apart = np.zeros(len(size))
    left, step = np.arange(len(of) - 1), 1
    while len(left):
        left = left[of[left] == of[left + step]]
        there = left + step
        differs = ratio(numbers[value[left]], numbers[value[there]])
        np.add.at(apart, of[left], 2 * count[left] * count[there] * differs)
        step += 1
        left = left[left + step < len(of)]
    return apart / (size - 1)


def _spread(starts: Ints, count: Floats, place: Floats, size: Floats) -> Floats:
    """Of each pattern: the squared differences of all its pairs, by size - 1."""
    once = np.add.reduceat(count * place, starts)
    twice = np.add.reduceat(count * place**2, starts)
    apart: Floats = 2 * (size * twice - once**2) / (size - 1)
    return apart


def ratio(left: Floats, right: Floats) -> Floats:
    """The squared difference in relation to the sum; nothing between two noughts."""
    both = left + right
    return np.square((left - right) / np.where(both == 0, 1, both), dtype=np.float64)


def summed(places: NDArray[np.integer[Any]], weights: Floats, wide: int) -> Floats:
    """The sum of the weights at each of so many places."""
    return np.bincount(places, weights, minlength=wide).astype(np.float64)
