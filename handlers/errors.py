"""Every "no" in words, and what is said when something unexpected happened: the one place."""

from datetime import datetime
from typing import Any

from bot import say
from bot.domain.money import Money
from bot.domain.people import Person
from bot.domain.refusal import Refused
from handlers.context import Context, Hall
from handlers.messages.reason_facts import facts_in_names
from handlers.ways_on import LEFT_OPEN

_MOST_TOAST = 200


def facts_in_words(
    hall: Hall, language: str, no: Refused, person: Person | None = None
) -> dict[str, Any]:
    """The facts of a refusal as texts take them: moments as the person's clock shows them."""
    zone = person.zone if person else "UTC"
    words = hall.words(language)

    def told(value: Any) -> Any:
        if isinstance(value, tuple):
            # What a notice lacks: names of its parts.
            return " · ".join(words(f"step-part-{one}") for one in value)
        if isinstance(value, datetime):
            return say.clock_time(language, value, zone, hall.clock.now())
        return say.money(language, value) if isinstance(value, Money) else value

    return {name: told(value) for name, value in facts_in_names(words, no.facts).items()}


def explain(ctx: Context, no: Refused) -> str:
    """The refusal as one plain text in the person's language."""
    facts = facts_in_words(ctx.hall, ctx.person.language, no, ctx.person)
    said = ctx.words(f"refused-{no.reason}", **facts)
    if no.reason not in LEFT_OPEN:
        return said
    whole = ctx.words("refused-next", said=said)
    return whole if len(whole) <= _MOST_TOAST else said
