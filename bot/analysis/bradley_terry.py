"""Bradley-Terry: how strong each item is, from who won against whom.

Source: Bradley and Terry, "Rank Analysis of Incomplete Block Designs", Biometrika 39 (1952);
computed by evalica with the iteration of Newman, JMLR 24 (2023).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bot.analysis.coincidences import Floats, Ints

DRAW, LEFT, RIGHT = range(3)
MOST_ITEMS: Final = 5000  # each item against each: 25 million cells
_ROUNDS: Final = 10_000
_STILL: Final = 1e-8
# Who only ever won has no finite strength; so much of a draw between all that met gives one.
_DRAW: Final = 0.1


class TooManyItemsError(ValueError):
    """More items than are compared with one another in memory."""


@dataclass(frozen=True, slots=True)
class Strengths:
    """Of each item: the strength (the strengths of a group make 1), group, and place in it.

    Items of different groups never met, not through others either: their strengths cannot be
    compared. Equal strengths share a place. `smoothed` groups needed a part of a draw.
    """

    strength: Floats
    group: Ints
    place: Ints
    smoothed: Sequence[int]

    @property
    def groups(self) -> int:
        """How many groups there are."""
        return len(np.unique(self.group))


def bradley_terry(left: Ints, right: Ints, outcome: Ints, items: int) -> Strengths:
    """Strengths of so many items, each of which meets another.

    Outcomes are `DRAW`, `LEFT`, `RIGHT`. A draw is half a win for each.
    """
    if items > MOST_ITEMS:
        raise TooManyItemsError(str(items))
    cells, weight = _met(left, right, outcome)
    group = _groups(items, cells[:, :2])
    wins = cells[cells[:, 2] > 0]
    beats = np.where(wins[:, 2:] == 1, wins[:, :2], wins[:, 1::-1])
    draws = cells[cells[:, 2] == 0][:, :2]
    beats = np.concatenate([beats, draws, draws[:, ::-1]])
    smoothed = [
        int(one) for one in np.unique(group) if not _is_strong(items, group, int(one), beats)
    ]
    strength = np.zeros(items)
    for one in np.unique(group):
        inside = group[cells[:, 0]] == one
        strength[group == one] = _of_group(
            cells[inside],
            weight[inside],
            np.flatnonzero(group == one),
            is_smoothed=int(one) in smoothed,
        )
    return Strengths(strength, group, _places(strength, group), smoothed)


def _met(left: Ints, right: Ints, outcome: Ints) -> tuple[Ints, Floats]:
    """Each (lower item, higher item, outcome) once, and how often it came."""
    turned = left > right
    rows = np.stack(
        [
            np.minimum(left, right), np.maximum(left, right),
            np.where(turned & (outcome > 0), 3 - outcome, outcome),
        ],
        axis=1,
    )  # fmt: skip
    cells, count = np.unique(rows, axis=0, return_counts=True)
    return cells, count.astype(np.float64)


def _of_group(cells: Ints, weight: Floats, members: Ints, *, is_smoothed: bool) -> Floats:
    # It brings pandas and scipy, which takes a second: only who ranks waits for it.
    from evalica import Winner
    from evalica import bradley_terry as ranked

    if is_smoothed:
        pairs = np.unique(cells[:, :2], axis=0)
        draws = np.concatenate([pairs, np.zeros((len(pairs), 1), dtype=np.int64)], axis=1)
        cells = np.concatenate([cells, draws])
        weight = np.concatenate([weight, np.full(len(pairs), _DRAW)])
    winners = (Winner.Draw, Winner.X, Winner.Y)
    found = ranked(
        cells[:, 0].tolist(), cells[:, 1].tolist(), [winners[one] for one in cells[:, 2]],
        weights=weight.tolist(), tolerance=_STILL, limit=_ROUNDS,
    )  # fmt: skip
    strength = found.scores.loc[members].to_numpy(dtype=np.float64)
    return np.asarray(strength / strength.sum(), dtype=np.float64)


def _groups(items: int, edges: Ints) -> Ints:
    """The number of the group of each item; who met, also through others, share one."""
    group, before = np.arange(items), np.zeros(0, dtype=np.int64)
    while not np.array_equal(group, before):
        before = group.copy()
        np.minimum.at(group, edges[:, 0], before[edges[:, 1]])
        np.minimum.at(group, edges[:, 1], before[edges[:, 0]])
        # Who points to somebody goes on to where that one points: chains shrink by half.
        group = group[group]
    return np.unique(group, return_inverse=True)[1].astype(np.int64)


def _is_strong(items: int, group: Ints, one: int, beats: Ints) -> bool:
    """Whether each of the group beat each other one, at least through others."""
    start = int(np.flatnonzero(group == one)[0])
    return all(
        _reached(items, start, edges)[group == one].all() for edges in (beats, beats[:, ::-1])
    )


def _reached(items: int, start: int, edges: Ints) -> NDArray[np.bool_]:
    reached = np.zeros(items, dtype=np.bool_)
    reached[start] = True
    many = 0
    while many != (many := int(reached.sum())):
        reached[edges[reached[edges[:, 0]], 1]] = True
    return reached


def _places(strength: Floats, group: Ints) -> Ints:
    place = np.zeros(len(strength), dtype=np.int64)
    for one in np.unique(group):
        own = np.round(np.log(strength[group == one]), 5)
        place[group == one] = 1 + (own[None, :] > own[:, None]).sum(axis=1)
    return place
