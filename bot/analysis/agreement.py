"""Krippendorff's alpha: how far raters agree beyond chance, with the interval of a bootstrap.

Source: Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), and "Content Analysis",
4th edition, chapter 12.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import krippendorff
import numpy as np

from bot.analysis.coincidences import Floats, Ints, Patterns, patterns_of
from bot.domain.measuring import Level, Undefined

RESAMPLES: Final = 1000
_TAILS: Final = (2.5, 97.5)  # percent: what is left out of an interval of 95 %
_SEED: Final = 8
_MOST_CELLS: Final = 1_000_000  # above that the library's table of coincidences takes too much


@dataclass(frozen=True, slots=True)
class Votes:
    """Who gave which unit which value, one vote in each place of the three rows.

    A value stands for its place in `domain`; for levels other than nominal the domain goes up.
    """

    units: Ints
    raters: Ints
    values: Ints
    domain: Sequence[Any]


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was found: `alpha` is none where it is undefined, and `why` says so.

    Only units with two ratings or more are counted. `interval` holds 95 % of the resamples.
    """

    level: Level
    alpha: float | None
    why: Undefined | None
    units: int
    ratings: int
    interval: tuple[float, float] | None


def agreement(votes: Votes, level: Level, *, resamples: int = RESAMPLES) -> Agreement:
    """Alpha with its interval; equal votes give equal figures, in whatever order they come."""
    found = patterns_of(votes.units, votes.values, numbers_of(votes.domain, level), level)
    ratings = found.ratings
    why = _why_not(votes, found)
    if why is not None:
        return Agreement(level, None, why, found.total, ratings, None)
    alpha = _alpha(votes, found, level)
    interval = _interval(found, resamples) if found.total > 1 else None
    return Agreement(level, alpha, None, found.total, ratings, interval)


def _why_not(votes: Votes, found: Patterns) -> Undefined | None:
    if not len(votes.units):
        return Undefined.nothing
    if not found.total:
        return Undefined.no_pairs
    return Undefined.all_equal if found.values_used < 2 else None


def _alpha(votes: Votes, found: Patterns, level: Level) -> float:
    if found.total * len(votes.domain) ** 2 > _MOST_CELLS:
        return found.alpha(found.times)
    _, unit = np.unique(votes.units, return_inverse=True)
    table = np.zeros((int(unit.max()) + 1, len(votes.domain)), dtype=np.int64)
    np.add.at(table, (unit, votes.values), 1)
    # What nobody chose would be a level of its own to an ordinal scale by its mere name.
    used = table[table.sum(axis=1) > 1].sum(axis=0) > 0
    numbers = numbers_of(votes.domain, level)[used]
    return float(
        krippendorff.alpha(
            value_counts=table[:, used], value_domain=numbers, level_of_measurement=level.value
        )
    )


def _interval(found: Patterns, resamples: int) -> tuple[float, float] | None:
    """Units are drawn anew, as many as there are; draws that leave alpha undefined are left out.

    The percentile method of Efron, "Bootstrap Methods" (1979).
    """
    random = np.random.default_rng(_SEED)
    drawn = [found.alpha(found.drawn(random)) for _ in range(resamples)]
    defined = [one for one in drawn if not np.isnan(one)]
    if not defined:
        return None
    low, high = np.percentile(defined, _TAILS)
    return float(low), float(high)


def numbers_of(domain: Sequence[Any], level: Level) -> Floats:
    """What the values stand for on that level: themselves, or only their order."""
    if level in (Level.interval, Level.ratio):
        return np.asarray(domain, dtype=np.float64)
    return np.arange(len(domain), dtype=np.float64)
