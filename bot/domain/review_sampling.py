"""Which ratings a person is asked to review: drawn by lot, and wherever votes disagree."""

from collections.abc import Collection
from enum import IntEnum
from hashlib import sha256

from bot.domain.rules import ReviewRules
from bot.domain.tiers import TRUSTED_TIER


class Draw(IntEnum):
    """Why a rating is in the queue, in the order in which the queue asks for it.

    What is `left` is accepted at its deadline unless somebody looks for more to do.
    """

    disagreement = 0
    share = 1
    left = 2


def is_drawn(percent: int, purpose: str, *signs: object) -> bool:
    """Whether the lot falls on what bears these signs; the same signs always draw alike."""
    told = ":".join(map(str, (purpose, *signs))).encode()
    lot = int.from_bytes(sha256(told).digest()[:8], "big") / 2**64
    return lot * 100 < percent


def share_of(tier: int | None, own: int | None, rules: ReviewRules) -> int:
    """How many of a hundred ratings are drawn: the project's own figure, else by tier."""
    if own is not None:
        return own
    trusted = tier is not None and tier >= TRUSTED_TIER
    return rules.trusted_percent if trusted else rules.new_percent


def disagree(labels: Collection[str]) -> bool:
    """Whether the votes on a task, each by its label, are not all the same."""
    return len(set(labels)) > 1
