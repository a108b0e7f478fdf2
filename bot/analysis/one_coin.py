"""How often each rater is right, found by turns with what is true, by the model of the answers.

Source: Dawid and Skene (1979), with one figure for each rater in place of a table of errors, and
with votes that are added to everybody (Demartini, Difallah and Cudré-Mauroux, "ZenCrowd", 2012).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from bot.analysis.aggregation import cells
from bot.analysis.agreement import Votes
from bot.analysis.coincidences import Floats, Ints, summed
from bot.domain.confidence import ABOVE_CHANCE, ADDED, GOLD_WORTH, MANY_LABELS, MOST_RIGHT, UNKNOWN

ROUNDS: Final = 200
_STILL: Final = 1e-5  # the largest change of a figure after which nothing more is looked for


@dataclass(frozen=True, slots=True)
class _Table:
    """The votes by cell, which is a label of a unit; `labels` is how many the unit could have."""

    unit: Ints  # of each cell
    starts: Ints
    labels: Floats  # of each unit
    unseen: Floats
    cell: Ints  # of each vote, as the next two
    rater: Ints
    shared: Floats  # 1 where somebody else voted on the unit, else 0

    def shares(self, right: Floats) -> Floats:
        """Of each cell: how likely its label is, as `bot.domain.confidence.weigh` has it."""
        if not len(self.unit):
            return np.zeros(0)
        count = self.labels[self.unit[self.cell]]
        chance = np.clip(right[self.rater], 1 / count + ABOVE_CHANCE, MOST_RIGHT)
        weight = np.log(chance * (count - 1) / (1 - chance))
        score = summed(self.cell, weight, len(self.unit))
        top = np.maximum.reduceat(score, self.starts)
        part = np.exp(score - top[self.unit])
        whole = np.add.reduceat(part, self.starts) + self.unseen * np.exp(-top)
        return np.asarray(part / whole[self.unit], dtype=np.float64)


def accuracies(
    votes: Votes, labels: Ints, known: Mapping[int, tuple[int, int]]
) -> dict[int, float]:
    """How often each rater is right; who shared no unit and met no known answer is left out.

    `labels` says of each vote how many labels its unit could have, `known` how many known answers
    a rater had right, of how many.
    """
    raters = np.union1d(votes.raters, np.array(list(known), dtype=np.int64))
    nth = np.searchsorted(raters, votes.raters)
    table = _table(votes, labels, nth)
    correct, met = (
        GOLD_WORTH * np.array([known.get(int(who), (0, 0))[n] for who in raters], dtype=np.float64)
        for n in range(2)
    )
    met += summed(nth, table.shared, len(raters))
    right = np.full(len(raters), UNKNOWN)
    for _ in range(ROUNDS):
        said = summed(nth, table.shares(right)[table.cell] * table.shared, len(raters))
        before, right = right, (ADDED * UNKNOWN + said + correct) / (ADDED + met)
        if np.allclose(right, before, rtol=0, atol=_STILL):
            break
    return {int(raters[n]): float(right[n]) for n in np.flatnonzero(met)}


def _table(votes: Votes, labels: Ints, rater: Ints) -> _Table:
    units, unit, _, cell = cells(votes)
    seen = np.bincount(unit, minlength=len(units))
    could = np.zeros(len(units), dtype=np.int64)
    np.maximum.at(could, unit[cell], labels)
    # As many as `weigh` counts: of very many those that were given, and one more.
    count = np.maximum(np.where(could > MANY_LABELS, seen + 1, could), np.maximum(seen, 2))
    voters = np.bincount(unit[cell], minlength=len(units))
    return _Table(
        unit, np.searchsorted(unit, np.arange(len(units))), count.astype(np.float64),
        (count - seen).astype(np.float64), cell, rater,
        (voters[unit[cell]] > 1).astype(np.float64),
    )  # fmt: skip
