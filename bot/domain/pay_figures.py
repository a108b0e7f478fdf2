"""Figures of pay for admins: what is owed by age, and what a project earns."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.money import Money

# The upper ends of the ages in days; what is older is the last one.
AGES = (7, 30, 60)


@dataclass(frozen=True, slots=True)
class Owed:
    """What is owed in one state and currency since so long; `age` counts through `AGES`."""

    state: str
    age: int
    count: int
    money: Money


def age_ends(now: datetime) -> tuple[datetime, ...]:
    """Since when at the earliest something of each age is owed, but for the last."""
    return tuple(now - timedelta(days=days) for days in AGES)


@dataclass(frozen=True, slots=True)
class Margin:
    """The money of a project in one currency.

    `earned` is what contractors get, `client` what the client pays for `counted` ratings;
    `unpriced` ratings have no price for the client.
    """

    currency: str
    earned: int
    client: int
    counted: int
    unpriced: int

    @property
    def left(self) -> int:
        """What is left for the hall in minor units; below zero where it pays on top."""
        return self.client - self.earned

    @property
    def percent(self) -> float | None:
        """What part of the client's money is left; none where there is none."""
        return 100 * self.left / self.client if self.client else None
