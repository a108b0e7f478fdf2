"""Money as integer minor units of one ISO currency; nothing is ever converted."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in minor units (cents, yen, fils) and its ISO 4217 currency."""

    minor: int
    currency: str

    def __add__(self, other: "Money") -> "Money":
        if other.currency != self.currency:
            raise ValueError(f"{self.currency} and {other.currency} are not added")
        return Money(self.minor + other.minor, self.currency)

    def times(self, quantity: int) -> "Money":
        """This amount, `quantity` times."""
        return Money(self.minor * quantity, self.currency)


def hourly(per_task: Money, seconds_per_task: float) -> Money:
    """The hourly rate that a price per task means, rounded half up to the minor unit."""
    if seconds_per_task <= 0:
        raise ValueError("an hourly rate needs a time")
    rate = Decimal(per_task.minor) * 3600 / Decimal(str(seconds_per_task))
    return Money(int(rate.quantize(Decimal(1), ROUND_HALF_UP)), per_task.currency)
