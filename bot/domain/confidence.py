"""How sure the answer of a task is, from the votes on it; no clock, no order, no data.

The model is the one-coin one: each rater is right with a probability of their own, and else says
any of the other labels alike. Before the first vote every label is as likely as any other.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import exp, fsum, isclose, log
from typing import Final

# How often somebody is right of whom nothing is measured yet.
UNKNOWN: Final = 0.7
# So many votes that are right as often are added to everybody's when it is measured.
ADDED: Final = 20
# One known answer says as much as so many tasks shared with others: it is known, they may all err.
GOLD_WORTH: Final = 3
# Nobody is taken for hardly better than chance, and nobody for certain.
ABOVE_CHANCE: Final = 0.05
MOST_RIGHT: Final = 0.95
# With more labels than that hardly any is given by chance: what was said, and one more, count.
MANY_LABELS: Final = 20

Vote = tuple[str, float | None]


@dataclass(frozen=True, slots=True)
class Weighed:
    """The label that leads (none on a tie, or without votes), its share, and that of each label.

    What is missing to 1 belongs to labels that nobody gave.
    """

    ratings: int
    label: str | None = None
    confidence: float | None = None
    shares: Mapping[str, float] = field(default_factory=dict)

    def is_sure(self, target: int) -> bool:
        """Whether one label leads with at least so many percent."""
        return self.label is not None and (self.confidence or 0.0) >= target / 100


def weigh(votes: Iterable[Vote], labels: int) -> Weighed:
    """The share of each label by the votes, each a label and how often its rater is right.

    `labels` is how many there could be; the order of the votes makes no difference.
    """
    given = list(votes)
    if not given:
        return Weighed(0)
    seen = sorted({label for label, _ in given})
    count = _count(labels, len(seen))
    rights = [(label, _clipped(right, count)) for label, right in given]
    scores = {one: _score(one, rights, count) for one in seen}
    unseen = _score(None, rights, count)
    top = max(scores.values())
    parts = {one: exp(score - top) for one, score in scores.items()}
    whole = fsum([*parts.values(), (count - len(seen)) * exp(unseen - top)])
    shares = {one: part / whole for one, part in parts.items()}
    first = max(shares.values())
    leading = [one for one, share in shares.items() if isclose(share, first, rel_tol=1e-9)]
    return Weighed(len(given), leading[0] if len(leading) == 1 else None, first, shares)


def _count(labels: int, seen: int) -> int:
    if labels > MANY_LABELS:
        labels = seen + 1
    return max(labels, seen, 2)


def _clipped(right: float | None, count: int) -> float:
    return min(max(UNKNOWN if right is None else right, 1 / count + ABOVE_CHANCE), MOST_RIGHT)


def _score(label: str | None, votes: list[tuple[str, float]], count: int) -> float:
    """The logarithm of how likely the votes are where that label is the right one."""
    return fsum(
        log(right) if said == label else log((1 - right) / (count - 1)) for said, right in votes
    )
