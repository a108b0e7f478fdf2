"""Erasure: what has to be over before a person's account goes, and what may be waived for it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.money import Money
from bot.domain.refusal import Refused

# The reason of a line whose pay the person expressly did without.
WAIVED = "waived"


class Obstacle(StrEnum):
    """What is still open between the person and the hall, in the order in which it is told."""

    roles = "roles"
    jobs = "jobs"
    review = "review"
    payout = "payout"
    owed = "owed"
    disputes = "disputes"
    appeals = "appeals"


@dataclass(frozen=True, slots=True)
class Ties:
    """All that is open: counts, amounts, and until when the last rating waits for a verdict."""

    roles: int
    jobs: int
    review: int
    review_by: datetime | None
    on_the_way: tuple[Money, ...]
    owed: tuple[Money, ...]
    disputes: int
    appeals: int

    @property
    def obstacles(self) -> tuple[Obstacle, ...]:
        """What keeps the account from being erased now."""
        open_now = {
            Obstacle.roles: self.roles, Obstacle.jobs: self.jobs, Obstacle.review: self.review,
            Obstacle.payout: self.on_the_way, Obstacle.owed: self.owed,
            Obstacle.disputes: self.disputes, Obstacle.appeals: self.appeals,
        }  # fmt: skip
        return tuple(one for one in Obstacle if open_now[one])


def require_free(ties: Ties) -> None:
    """Refuse to erase an account with which something is still open."""
    if ties.obstacles:
        raise Refused(f"erase-{ties.obstacles[0]}")


def require_same(owed: Money, shown: Money) -> None:
    """Refuse to waive another amount than the one that was shown."""
    if not owed.minor:
        raise Refused("waive-nothing")
    if owed != shown:
        raise Refused("waive-changed", money=owed)
