from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

NOT_THE_BOTS_FAULT = (
    "bot was blocked by the user",
    "bot can't initiate conversation with a user",
    "user is deactivated",
)


class Refused(Exception):  # noqa: N818  (a refusal is an answer, not an error of ours)
    """Telegram says no: the code, its words, and what it adds for machines."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters
        self.fault = False


def bad_request(words: str) -> Refused:
    """A 400 in Telegram's form."""
    return Refused(400, f"Bad Request: {words}")


def forbidden(words: str) -> Refused:
    """A 403 in Telegram's form."""
    return Refused(403, f"Forbidden: {words}")


@dataclass(frozen=True, slots=True)
class Refusal:
    """One refused call: a `fault` made on purpose, or `excused`.

    That is what comes too soon after a place was lost, and a second answer to a tap that was
    brought twice.
    """

    method: str
    params: Mapping[str, Any]
    code: int
    description: str
    fault: bool
    parameters: Mapping[str, int] = field(default_factory=dict)
    excused: bool = False

    @property
    def bots_own(self) -> bool:
        """Whether a bot that behaves could have avoided it."""
        if self.fault or self.excused or self.code == 429:
            return False
        return not (self.code == 403 and self.description.endswith(NOT_THE_BOTS_FAULT))


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the Bot API: `result` is what was returned, or the refusal; counted from 1."""

    method: str
    params: Mapping[str, Any]
    result: Any
    at: datetime
    number: int = 0
