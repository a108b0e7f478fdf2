"""One answer for each unit from the votes of many, with what share speaks for it.

A tie stays one: no label is drawn, and none comes first because of its name or its column.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from bot.analysis.agreement import Votes
from bot.analysis.coincidences import Floats, Ints, summed

TIED: Final = -1
_EQUAL: Final = 1e-9  # shares that differ by less are equal: sums in another order differ as much


@dataclass(frozen=True, slots=True)
class Answers:
    """The shares of labels (unit, label and share in three rows) and what they come to.

    `units` are the units in order; `lead` has the label of each, `TIED` where several lead, and
    `confidence` the share of the leading label, or of each that leads. Shares of a unit make 1.
    """

    units: Ints
    unit: Ints
    label: Ints
    share: Floats
    lead: Ints
    confidence: Floats

    @property
    def ties(self) -> int:
        """How many units have no single answer."""
        return int(np.count_nonzero(self.lead == TIED))


def majority(votes: Votes) -> Answers:
    """Each vote counts the same."""
    return _counted(votes, np.ones(len(votes.units)))


def weighted(votes: Votes, weights: Mapping[int, float]) -> Answers:
    """Each vote counts as much as its rater's weight says, which must be above 0."""
    return _counted(votes, np.array([weights[int(one)] for one in votes.raters], dtype=np.float64))


def rater_agreement(votes: Votes) -> dict[int, tuple[float, int]]:
    """For each rater: with how many majorities of the others the votes agree, and of how many.

    Where several labels lead among the others, agreeing with one of them counts as its part.
    Votes that nobody else's stand beside are not counted.
    """
    met, has_others = _agrees(votes)
    raters, nth = np.unique(votes.raters, return_inverse=True)
    agreed = summed(nth, met, len(raters))
    counted = summed(nth, has_others, len(raters))
    return {
        int(who): (float(one), int(of))
        for who, one, of in zip(raters, agreed, counted, strict=True)
    }


def peer_weights(votes: Votes) -> dict[int, float]:
    """The weight of each rater: (0.5 + agreed) / (1 + counted), see `rater_agreement`."""
    return {
        who: (0.5 + agreed) / (1 + counted)
        for who, (agreed, counted) in rater_agreement(votes).items()
    }


def settled(units: Ints, unit: Ints, label: Ints, weight: Floats) -> Answers:
    """The answers that these sums of weight come to; each (unit, label) comes once, in order."""
    share = weight / summed(unit, weight, len(units))[unit]
    starts = np.searchsorted(unit, np.arange(len(units)))
    confidence = np.maximum.reduceat(share, starts) if len(units) else np.zeros(0)
    leads = share >= confidence[unit] - _EQUAL
    several = np.bincount(unit[leads], minlength=len(units)) > 1
    lead = np.full(len(units), TIED, dtype=np.int64)
    lead[unit[leads]] = label[leads]
    lead[several] = TIED
    return Answers(units, unit, label, share, lead, confidence)


def _counted(votes: Votes, weight: Floats) -> Answers:
    units, unit, label, place = cells(votes)
    return settled(units, unit, label, summed(place, weight, len(unit)))


def cells(votes: Votes) -> tuple[Ints, Ints, Ints, Ints]:
    """The units, each (unit, label) that was voted for, in order, and which one each vote is."""
    units, nth = np.unique(votes.units, return_inverse=True)
    wide = max(len(votes.domain), 1)
    found, place = np.unique(nth * wide + votes.values, return_inverse=True)
    return units, found // wide, found % wide, place


def _agrees(votes: Votes) -> tuple[Floats, Floats]:
    """Of each vote: what it counts as agreeing with the others, and 1 where there are others."""
    units, unit, _, place = cells(votes)
    count = np.bincount(place, minlength=len(unit))
    starts = np.searchsorted(unit, np.arange(len(units)))
    if not len(units):
        return np.zeros(0), np.zeros(0)
    top = np.maximum.reduceat(count, starts)[unit]
    at_top = np.bincount(unit[count == top], minlength=len(units))[unit]
    below = np.where(count < top, count, 0)
    second = np.maximum.reduceat(below, starts)[unit]
    at_second = np.bincount(unit[count == second], minlength=len(units))[unit]
    # The most votes that any other label has, and how many labels have as many.
    alone = (count == top) & (at_top == 1)
    rival = np.where(alone, second, top)
    rivals = np.where(alone, at_second, at_top - (count == top))
    own = count - 1
    agrees = np.where(own > rival, 1.0, np.where(own == rival, 1 / (rivals + 1), 0.0))
    others = (summed(unit, count.astype(np.float64), len(units))[unit] > 1).astype(np.float64)
    return (agrees * others)[place], others[place]
