"""Asking a person to write something: the next message is the answer, and nothing else."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.domain.refusal import Refused

HOLDS_FOR = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class AwaitedText:
    """What the person was asked for: `topic` names what takes the words, `args` what it knows.

    `number` names this one question in buttons; `card_id` is the message that asks.
    """

    number: str
    person_id: int
    topic: str
    args: dict[str, Any]
    card_id: int | None
    until: datetime

    @property
    def asked_at(self) -> datetime:
        """When the person was asked."""
        return self.until - HOLDS_FOR


def require_asked(
    found: AwaitedText | None, topic: str, number: str, now: datetime
) -> AwaitedText:
    """The question to which the button belongs, unless a newer one or the time has ended it."""
    if found is None or (found.topic, found.number) != (topic, number) or now >= found.until:
        raise Refused("asked-before")
    return found
