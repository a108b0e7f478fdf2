"""What everything that needs the time is given; the rules themselves get `now`."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """The system's clock, or the sandbox's, which can be moved."""

    def now(self) -> datetime:
        """The time now, aware, in UTC."""
        ...

    async def sleep_until(self, when: datetime) -> None:
        """Return when `now()` has reached `when`, also when the clock was moved there."""
        ...

    def subscribe(self, wake: Callable[[], None]) -> Callable[[], None]:
        """Call `wake` after each move of the clock; returns what ends the subscription."""
        ...
