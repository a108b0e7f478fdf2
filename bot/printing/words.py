"""The words and figures of one printed page."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot import say
from bot.bidi import ISOLATE_ENDS
from bot.domain.money import Money
from bot.texts import Texts

_LEFT_TO_RIGHT = "\u2066"


def texts() -> Texts:
    """The texts of all languages, read once."""
    return Texts.load()


@dataclass(frozen=True, slots=True)
class Words:
    """Texts in one language, times in one zone."""

    texts: Texts
    language: str
    zone: str

    def __call__(self, key: str, /, **args: Any) -> str:
        """The text of the key; what somebody else wrote comes isolated."""
        return self.texts.say(self.language, key, **args)

    @property
    def is_rtl(self) -> bool:
        """Whether the page runs from right to left."""
        return self.texts.is_rtl(self.language)

    def money(self, money: Money) -> str:
        """The amount with its currency, which stays behind it in any direction."""
        return f"{_LEFT_TO_RIGHT}{say.money(self.language, money)}{ISOLATE_ENDS}"

    def figure(self, money: Money) -> str:
        """The amount alone, its sign before it in any direction."""
        return f"{_LEFT_TO_RIGHT}{say.figure(self.language, money)}{ISOLATE_ENDS}"

    def day(self, moment: datetime | None) -> str:
        """The local date, or nothing."""
        return "" if moment is None else say.date(self.language, moment, self.zone)

    def moment(self, moment: datetime) -> str:
        """The local date and time."""
        return say.moment(self.language, moment, self.zone)

    def place(self, moment: datetime) -> str:
        """The zone as it was then."""
        return say.zone_name(self.language, self.zone, moment)
