"""The terms of the hall as they are shown: at the first /start, when they change, in /settings."""

from typing import Any

from bot import say
from bot.domain.hall_terms import Consent, HallTerms
from bot.services import consents
from bot.services.claims import GateView
from bot.services.consents import View
from bot.typeset import Text, markdown
from handlers.context import Hall, Words
from handlers.messages.gate_words import held
from handlers.messages.screen import Row, Screen, button, lines

NOWHERE = "-"


def text_of(hall: Hall, terms: HallTerms, language: str) -> Text:
    """All that one agrees to: the hall's own words, and below them those of its operator."""
    words = hall.words(language)
    own = terms.closest(words.language, hall.texts.closest(words.language), hall.rules.language)
    if own is None:
        return words.rich("start-consent")
    head = words.rich("terms-own-head", version=terms.version)
    return lines(words.rich("start-consent"), head, markdown(own[1]), between="\n\n")


async def question(hall: Hall, view: GateView) -> Screen:
    """The terms have changed: what they say now, and the choice."""
    words, key = hall.words(view.person.language), view.project.key
    found = await consents.view(hall.db, view.person.id)
    text = lines(
        words.rich("terms-changed"), text_of(hall, found.terms, words.language),
        words.rich("terms-choice"), held(hall, view), between="\n\n",
    )  # fmt: skip
    return Screen(
        text, (*_agree(words, found, key), (button(words("button-not-now"), "yn", key),))
    )


def _agree(words: Words, found: View, key: str) -> tuple[Row, ...]:
    agree = button(words("button-consent"), "yk", found.terms.version, key, style="success")
    return ((agree,),)


async def declined(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What goes on without agreeing, and that one can agree at any time."""
    words = hall.words(args["language"])
    rows = (
        (button(words("button-read-terms"), "yt"), button(words("button-my-work"), "w", "below")),
    )
    return Screen(words.rich("terms-declined"), rows)


async def stayed_out(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """A newcomer does not agree: nothing begins, and how it can."""
    words = hall.words(args["language"])
    return Screen(words.rich("start-declined"), ((button(words("button-read-terms"), "yi"),),))


async def card(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The terms that hold now, and to what the person agreed, when."""
    found = await consents.view(hall.db, args["person_id"])
    words = hall.words(found.person.language)
    agreed = agreed_line(hall, found)
    text = lines(text_of(hall, found.terms, words.language), agreed, between="\n\n")
    back = (button(words("button-back"), "va"),)
    return Screen(text, (*(() if found.is_agreed else _agree(words, found, NOWHERE)), back))


def agreed_line(hall: Hall, found: View) -> Text | None:
    """To which version the person agreed, in which language, and when."""
    words = hall.words(found.person.language)
    said = [_agreed(hall, found, words, one) for one in found.given[:1]]
    if not found.is_agreed:
        said.append(words.rich("terms-not-yet", version=found.terms.version))
    return lines(*said) if said else None


def _agreed(hall: Hall, found: View, words: Words, one: Consent) -> Text:
    return words.rich(
        "terms-agreed",
        version=one.version,
        date=say.moment(words.language, one.at, found.person.zone),
        language=hall.texts.name_of(hall.texts.closest(one.language)),
    )
