"""Closing a region: the hall ends its work in a country, with a notice to each person there."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.money import Money
from bot.domain.refusal import Refused

# Access never stops earlier after the notice; longer is for whoever closes to choose.
GRACE_DAYS = (14, 30, 60, 90)


class ClosingState(StrEnum):
    """Where it stands: announced once everybody's notice is queued and every line has a date.

    It is being withdrawn until the last of its steps is taken back.
    """

    announcing = "announcing"
    announced = "announced"
    withdrawing = "withdrawing"
    withdrawn = "withdrawn"


@dataclass(frozen=True, slots=True)
class Closing:
    """The closing of one country, with the words that people read."""

    id: int
    number: str
    country: str
    words: str
    state: ClosingState
    grace_days: int
    by_id: int
    decided_at: datetime
    announced_at: datetime | None
    withdrawn_at: datetime | None
    withdrawn_by: int | None
    withdrawn_words: str | None

    @property
    def is_live(self) -> bool:
        """Whether it stands."""
        return self.state in (ClosingState.announcing, ClosingState.announced)


@dataclass(frozen=True, slots=True)
class Toll:
    """Whom a closing concerns: `people` get a notice, `leaving` have one that ends their work.

    `undated` lines wait for somebody's word whose date has passed without it.
    """

    people: int
    leaving: int
    jobs: int
    owed: tuple[Money, ...]
    pending: tuple[Money, ...]
    undated: int
    last_date: datetime | None


def require_grace(days: int) -> int:
    """How many days pass between the notice and the end of access."""
    if days not in GRACE_DAYS:
        raise Refused("stale-button")
    return days


def require_dated(toll: Toll) -> None:
    """Refuse to close while there is pay of which nobody can say when it is decided."""
    if toll.undated:
        raise Refused("closing-undated", count=toll.undated)
