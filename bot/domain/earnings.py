"""What a person earned, day by day."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DayEarned:
    """What one local day brought, in minor units of one currency.

    `waiting` was accepted and waits for the client or the next pay run, `paid` was paid.
    """

    day: date
    waiting: int
    paid: int
