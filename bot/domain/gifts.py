"""Bonuses and adjustments: money that is no rating's pay, given by a person with a reason."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.lines import MOST_MINOR, LineKind
from bot.domain.money import Money
from bot.domain.refusal import Refused

MOST_WORDS = 300
VERDICTS = "/review"  # where less can be paid, of what is not accepted yet
_LEAST_WORDS = 3


class GiftKind(StrEnum):
    """A thank-you, or something put right."""

    bonus = LineKind.bonus.value
    adjustment = LineKind.adjustment.value


# What may be named, by kind; the words beside it say more.
REASONS = {
    GiftKind.bonus: ("extra-work", "good-work", "helped-others", "thanks"),
    GiftKind.adjustment: ("our-mistake", "lost-work", "unpaid-time", "training"),
}


@dataclass(frozen=True, slots=True)
class Gift:
    """What somebody is to get: the line that it becomes."""

    person_id: int
    kind: GiftKind
    money: Money
    reason: str
    because: str | None


def require_gift(money: Money) -> Money:
    """The amount, refused where it is none that can be given.

    What would take money away is no gift: a verdict can lessen what is not accepted yet, and
    nothing else can.
    """
    if money.minor < 0:
        raise Refused("gift-negative", command=VERDICTS)
    if not 0 < money.minor <= MOST_MINOR:
        raise Refused("amount-too-much")
    return money


def require_reason(kind: GiftKind, reason: str) -> str:
    """The reason, refused where it is none of that kind."""
    if reason not in REASONS[kind]:
        raise Refused("stale-button")
    return reason


def require_words(text: str) -> str:
    """The words that the person will read, on one line; refused when there are too few or many."""
    words = " ".join(text.split())
    if not _LEAST_WORDS <= len(words) <= MOST_WORDS or not words.isprintable():
        raise Refused("gift-words", least=_LEAST_WORDS, most=MOST_WORDS)
    return words


def require_another(giver: int, person_id: int) -> None:
    """Refuse whoever would give oneself something."""
    if giver == person_id:
        raise Refused("gift-self")
