"""Tiers: a person's level in a skill, 0 to 100, by a formula that everybody can check.

Everything that speaks for or against somebody in the last 90 days is added up, each piece with
its weight, and so is a constant weight that is half right: who has few facts stays near the
middle. See docs/quality.md; what stands there and what is here is the same.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from math import floor
from typing import Any

from bot.domain.profiles import RATING

TRUSTED_TIER = 60
EXPERT_TIER = 80
STEPS = (TRUSTED_TIER, EXPERT_TIER)
WINDOW = timedelta(days=90)
# So many hours after projects are measured they are computed anew, from what was found.
HOURS_LATER = 2
# Before so many ratings nobody has a tier: there is nothing to tell people apart by.
LEAST_RATINGS = 10
GOLD_WEIGHT, VERDICT_WEIGHT, PEERS_WEIGHT = 3.0, 2.0, 1.0
# So much is half right for everybody.
MIDDLE = 20.0
# Agreement from there on is full agreement, by the bound that is customary for alpha.
FULL_AGREEMENT = 0.8
# Shared tasks beyond say nothing more: known answers and verdicts must keep their say.
MOST_PEERS = 50


@dataclass(frozen=True, slots=True)
class Parts:
    """What a tier is made of: known answers, verdicts, agreement with others, each with its n.

    `peers` is alpha against the others on `units` shared tasks; none where it is undefined.
    Nothing that is disputed or fell is in any of them.
    """

    ratings: int = 0
    gold_right: int = 0
    gold: int = 0
    accepted: int = 0
    verdicts: int = 0
    peers: float | None = None
    units: int = 0

    def to_json(self) -> dict[str, Any]:
        """The mapping that is stored."""
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> "Parts":
        """The parts of a stored mapping."""
        return cls(**{name: body[name] for name in cls.__slots__ if name in body})


@dataclass(frozen=True, slots=True)
class Missing:
    """What is missing to the next step, which is 0 before there is a tier.

    Before there is one it is `ratings`; then any of the others leads there: so many more known
    answers that are right, or so many more verdicts without a correction.
    """

    step: int
    ratings: int = 0
    known: int = 0
    verdicts: int = 0


def skill_of(skill: str | None) -> str:
    """The skill for which ratings of a project count."""
    return skill or RATING


def tier_from(parts: Parts) -> int | None:
    """The tier by the published formula; none while there are too few ratings."""
    if parts.ratings < LEAST_RATINGS:
        return None
    right, whole = _weights(parts)
    return floor(100 * (right + MIDDLE / 2) / (whole + MIDDLE) + 0.5)


def _weights(parts: Parts) -> tuple[float, float]:
    """How much is right, and how much there is in all, without what everybody has."""
    shared = min(parts.units, MOST_PEERS) if parts.peers is not None else 0
    agreed = min(max(parts.peers or 0.0, 0.0) / FULL_AGREEMENT, 1.0)
    right = (
        GOLD_WEIGHT * parts.gold_right + VERDICT_WEIGHT * parts.accepted
        + PEERS_WEIGHT * shared * agreed
    )  # fmt: skip
    whole = GOLD_WEIGHT * parts.gold + VERDICT_WEIGHT * parts.verdicts + PEERS_WEIGHT * shared
    return right, whole


def missing(parts: Parts, steps: Iterable[int] = STEPS) -> Missing | None:
    """What is missing to the next of the steps; nothing above the last one."""
    tier = tier_from(parts)
    ahead = sorted(one for one in steps if tier is None or one > tier)
    if tier is None:
        return Missing(0, LEAST_RATINGS - parts.ratings)
    if not ahead:
        return None
    known = _fewest(parts, ahead[0], "gold", "gold_right")
    return Missing(ahead[0], 0, known, _fewest(parts, ahead[0], "verdicts", "accepted"))


def _fewest(parts: Parts, step: int, *grown: str) -> int:
    """How many more that are all right lead to the step, found by halving."""

    def reaches(more: int) -> bool:
        better = replace(parts, **{name: getattr(parts, name) + more for name in grown})
        return (tier_from(better) or 0) >= step

    low, high = 0, 1
    while not reaches(high):
        low, high = high, 2 * high
    while high - low > 1:
        half = (low + high) // 2
        low, high = (low, half) if reaches(half) else (half, high)
    return high


def lost(before: int | None, after: int | None, steps: Iterable[int]) -> tuple[int, ...]:
    """The steps at which the person was and is no more."""
    was, now = (-1 if one is None else one for one in (before, after))
    return tuple(sorted({one for one in steps if now < one <= was}))


def gained(before: int | None, after: int | None, steps: Iterable[int]) -> tuple[int, ...]:
    """The steps at which the person is and was not."""
    return lost(after, before, steps)
