"""The filters of an export as taps choose them, in one small number."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.formats.outgoing.filters import Filters

# What each tap on a filter goes on to; none at first.
VERDICTS = (None, "accepted")
DAYS = (None, 7, 30, 90)
CONFIDENCE = (None, 60, 80, 95)
AGREEMENT = (None, 60, 75, 100)
_LISTS = {"verdict": VERDICTS, "days": DAYS, "confidence": CONFIDENCE, "agreement": AGREEMENT}


@dataclass(frozen=True, slots=True)
class Choice:
    """Of each filter, which of its steps is chosen."""

    verdict: int = 0
    days: int = 0
    confidence: int = 0
    agreement: int = 0

    @classmethod
    def read(cls, number: int) -> "Choice":
        """The choice that a number stands for; what it has too much is left out."""
        steps = {}
        for name, listed in _LISTS.items():
            number, steps[name] = divmod(max(number, 0), len(listed))
        return cls(**steps)

    @property
    def number(self) -> int:
        """The number that stands for the choice."""
        found = 0
        for name, listed in reversed(_LISTS.items()):
            found = found * len(listed) + getattr(self, name)
        return found

    def after(self, name: str) -> "Choice":
        """The choice after a tap on that filter."""
        step = (getattr(self, name) + 1) % len(_LISTS[name])
        if name == "verdict":
            return replace(self, verdict=step)
        if name == "days":
            return replace(self, days=step)
        if name == "confidence":
            return replace(self, confidence=step)
        return replace(self, agreement=step)

    def filters(self, now: datetime) -> Filters:
        """What goes out."""
        verdict, days = VERDICTS[self.verdict], DAYS[self.days]
        return Filters(
            verdicts=frozenset([verdict] if verdict else []),
            since=None if days is None else now - timedelta(days=days),
            confidence=CONFIDENCE[self.confidence],
            agreement=AGREEMENT[self.agreement],
        )
