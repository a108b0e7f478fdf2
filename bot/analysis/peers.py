"""Each rater against those who rated the same units: Krippendorff's alpha of that pair.

On one side stands what the person answered, on the other what the peers did, each unit counting
once however many peers it has. How far peers differ from one another plays no part.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.analysis.agreement import Votes, numbers_of
from bot.analysis.coincidences import Floats, Ints, expected, midranks, ratio, summed
from bot.domain.measuring import Level, Undefined


@dataclass(frozen=True, slots=True)
class Peers:
    """Alpha of one person with the peers on so many units, or why there is none."""

    alpha: float | None
    why: Undefined | None
    units: int


def against_peers(votes: Votes, level: Level) -> Mapping[int, Peers]:
    """Every rater of the votes against the others."""
    person, peer = _pairs(votes.units)
    weight = 1 / np.bincount(person, minlength=len(votes.units))[person] if len(person) else person
    rater = votes.raters[person]
    order = np.argsort(rater, kind="stable")
    own, other = votes.values[person[order]], votes.values[peer[order]]
    weight, numbers = weight[order].astype(np.float64), numbers_of(votes.domain, level)
    everybody = np.unique(votes.raters)
    ends = np.searchsorted(rater[order], everybody, side="right")
    begins = np.searchsorted(rater[order], everybody, side="left")
    return {
        int(who): _of_one(own[a:b], other[a:b], weight[a:b], numbers, level)
        for who, a, b in zip(everybody, begins, ends, strict=True)
    }


def _of_one(own: Ints, other: Ints, weight: Floats, numbers: Floats, level: Level) -> Peers:
    units = round(float(weight.sum()))
    if not units:
        return Peers(None, Undefined.no_pairs, 0)
    wide = len(numbers)
    many = summed(own, weight, wide) + summed(other, weight, wide)
    if np.count_nonzero(many) < 2:
        return Peers(None, Undefined.all_equal, units)
    places = midranks(many) if level is Level.ordinal else numbers
    observed = 2 * float(weight @ _apart(places[own], places[other], level))
    alpha = 1 - (2 * units - 1) * observed / expected(many, places, level)
    return Peers(float(alpha), None, units)


def _apart(left: Floats, right: Floats, level: Level) -> Floats:
    if level is Level.nominal:
        differ: Floats = (left != right).astype(np.float64)
        return differ
    apart: Floats = ratio(left, right) if level is Level.ratio else np.square(left - right)
    return apart


def _pairs(units: Ints) -> tuple[Ints, NDArray[np.intp]]:
    """The places of every two votes on one unit, each pair both ways round."""
    order = np.argsort(units, kind="stable")
    sorted_units = units[order]
    left, step = np.arange(max(len(order) - 1, 0)), 1
    found: list[tuple[Ints, Ints]] = []
    while len(left):
        left = left[sorted_units[left] == sorted_units[left + step]]
        found += [(left, left + step), (left + step, left)]
        step += 1
        left = left[left + step < len(order)]
    if not found:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.intp)
    return (
        order[np.concatenate([one for one, _ in found])],
        order[np.concatenate([other for _, other in found])],
    )
