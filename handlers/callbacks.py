"""Button data: a verb and its arguments in at most 64 bytes.

It is forgeable, so it carries no right: every tap is checked again where it has its effect.
"""

import re
from dataclasses import dataclass

from bot.domain.refusal import Refused

MOST_BYTES = 64

# int() would accept " 1", "1_0" and digits of any script.
_WHOLE = re.compile(r"-?[0-9]{1,15}")


@dataclass(frozen=True, slots=True)
class Tap:
    """What a button asks for."""

    verb: str
    args: tuple[str, ...]

    def text(self, index: int) -> str:
        """The argument at `index`; refused as an old button when it is missing."""
        try:
            return self.args[index]
        except IndexError:
            raise Refused("stale-button") from None

    def number(self, index: int) -> int:
        """The argument at `index` as a whole number; refused when it is none."""
        text = self.text(index)
        if not _WHOLE.fullmatch(text):
            raise Refused("stale-button")
        return int(text)

    def number_if_any(self, index: int) -> int | None:
        """The argument at `index` as a whole number; none where buttons of old have none."""
        return self.number(index) if len(self.args) > index else None


def pack(verb: str, *args: str | int) -> str:
    """The button data of a verb with its arguments."""
    data = ":".join((verb, *map(str, args)))
    if len(data.encode()) > MOST_BYTES:
        raise ValueError(f"button data too long: {data}")
    return data


def unpack(data: str) -> Tap:
    """The verb and arguments of button data, whoever sent it."""
    verb, *args = data.split(":")
    return Tap(verb, tuple(args))
