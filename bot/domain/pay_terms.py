"""Pay terms: what besides the price per task is promised before a claim, and frozen by it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.domain.lines import part_of
from bot.domain.money import Money


class Verdict(StrEnum):
    """What a reviewer says of a rating."""

    accepted = "accepted"
    fixed = "fixed"
    returned = "returned"
    rejected = "rejected"


# What a rejection names, besides its words; a project may have a list of its own.
RUBRIC = ("guidelines", "facts", "language", "reason", "care")


@dataclass(frozen=True, slots=True)
class PayTerms:
    """How a verdict changes the pay, what a confirmed flag earns, how long a client may speak.

    Percentages are of the price per task. `flag_percent` is for a task that was rightly flagged
    instead of rated. Without `confirm_days` no client stands before the pay.
    """

    fixed_percent: int = 80
    rejected_percent: int = 0
    flag_percent: int = 100
    confirm_days: int | None = None
    pay_weekday: int = 4  # Monday is 0

    def percent(self, verdict: Verdict) -> int:
        """What part of the price the verdict leaves; the returned is not judged yet."""
        if verdict is Verdict.fixed:
            return self.fixed_percent
        return self.rejected_percent if verdict is Verdict.rejected else 100

    def worth(self, price: Money, verdict: Verdict) -> Money:
        """What a rating under this verdict earns."""
        return part_of(price, self.percent(verdict))

    def flag_pay(self, price: Money) -> Money:
        """What a confirmed flag earns."""
        return part_of(price, self.flag_percent)

    def to_json(self) -> dict[str, Any]:
        """The mapping that is stored."""
        return {
            "fixed_percent": self.fixed_percent,
            "rejected_percent": self.rejected_percent,
            "flag_percent": self.flag_percent,
            "confirm_days": self.confirm_days,
            "pay_weekday": self.pay_weekday,
        }

    @classmethod
    def from_json(cls, body: dict[str, Any] | None) -> "PayTerms":
        """The terms of a stored mapping; what was stored before there were any paid in full."""
        if body is None:
            return cls(fixed_percent=100)
        return cls(**body)
