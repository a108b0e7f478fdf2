"""The facts of a refusal with names where they hold codes: the same for every reader."""

from typing import Any

from bot import say
from bot.countries import country_name
from bot.domain.money import Money
from bot.domain.requirements_reading import parsed
from handlers.context import Words
from handlers.messages.broadcast_parts import version_name
from handlers.messages.profile_words import (
    language_name,
    language_names,
    level_name,
    skill_name,
)
from handlers.messages.requirements import spoken_requirement

# Eight such reasons stand in one message; the card of the call has all of it.
MOST_NEEDS = 280


def _in_short(said: str) -> str:
    if len(said) <= MOST_NEEDS:
        return said
    return said[: MOST_NEEDS - 1].rpartition(" ")[0] + "…"


def facts_in_names(words: Words, facts: dict[str, Any]) -> dict[str, Any]:
    """The facts in words of the reader's language."""
    told = dict(facts)
    for fact in ("level", "have"):
        if fact in told:
            told[fact] = level_name(words, told[fact])
    if "language" in told:
        told["language"] = language_name(words.language, told["language"])
    if "wording" in told:
        told["wording"] = version_name(words, told["wording"])
    if "languages" in told:
        told["languages"] = language_names(words, told["languages"].split(", "))
    if "country" in told:
        told["country"] = country_name(words.language, told["country"])
    if "skill" in told:
        told["skill"] = skill_name(words, told["skill"])
    if "needs" in told:
        told["needs"] = _in_short(spoken_requirement(words, parsed(told["needs"])))
    if "most" in told and "currency" in told:
        told["most"] = say.money(words.language, Money(told["most"], told["currency"]))
    return told
