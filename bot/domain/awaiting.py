"""Asking a person to write something: the next message is the answer, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.domain.refusal import Refused

HOLDS_FOR = timedelta(minutes=15)
# Stands among what a question knows once the person has turned to something else.
_ELSEWHERE = "elsewhere"


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

    @property
    def is_left(self) -> bool:
        """Whether the person has turned to something else: no message is meant for it then.

        Its own buttons still lead on from it.
        """
        return bool(self.args.get(_ELSEWHERE))


def once_left(args: Mapping[str, Any]) -> dict[str, Any]:
    """What a question knows, of which the person has turned away."""
    return {**args, _ELSEWHERE: True}


def asked_anew(args: Mapping[str, Any]) -> dict[str, Any]:
    """What a question knows that is asked (again) now."""
    return {name: value for name, value in args.items() if name != _ELSEWHERE}


def require_asked(
    found: AwaitedText | None, topic: str, number: str, now: datetime
) -> AwaitedText:
    """The question to which the button belongs, unless a newer one or the time has ended it."""
    if found is None or (found.topic, found.number) != (topic, number) or now >= found.until:
        raise Refused("asked-before")
    return found
