"""Choosing another known answer: one question after another, then what it will mean."""

from typing import Any

from bot.domain.gold_choice import DONE, MOST_TAPS, NONE, tapped
from bot.services import gold
from bot.services.gold import Choosing
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.gold import said, short, shown
from handlers.messages.questions import Verbs, asked_of, option_rows
from handlers.messages.screen import Button, Row, Screen, button, lines


async def choice(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The question that is due with all its options, or the whole answer to be confirmed."""
    words, taps = hall.words(args["language"]), args["taps"]
    found = await gold.choosing(hall.db, args["task"], taps=taps, by=args["person_id"])
    one = found.card.item
    head = words.rich(
        "gold-choice-head", task=short(one.external_id), project=found.card.project.name
    )
    ask, rows = _asked(words, found, taps) if found.asked else _ready(words, found, taps)
    chosen = said(words, found.form, found.answers.values) if found.answers.values else None
    so_far = lines(words.rich("gold-choice-answer"), chosen) if chosen else None
    text = lines(head, *shown(words, found.card), so_far, ask, between="\n\n")
    ends: list[Row] = []
    begins = button(words("button-start-over"), "gdx", one.id, NONE)
    if taps != NONE and (begins,) not in rows:
        ends.append((begins,))
    ends.append((button(words("button-back"), "gdo", one.id),))
    return Screen(text, (*rows, *ends))


def _asked(words: Words, found: Choosing, taps: str) -> tuple[Text, tuple[Row, ...]]:
    task, asked = found.card.item.id, found.asked
    if asked is None:
        raise LookupError("nothing is asked any more")

    def sends(label: str, more: str) -> Button:
        # One tap too many leads back to the beginning.
        return button(label, "gdx", task, more if len(more) <= MOST_TAPS else NONE)

    verbs = Verbs(
        option=lambda label, option: sends(label, tapped(taps, option)),
        done=lambda label: sends(label, taps + DONE),
        restart=lambda label: sends(label, NONE),
    )
    question = asked_of(words, found.form, asked)
    rows = option_rows(words, found.answers, asked, verbs)
    return words.rich("gold-choice-ask", question=question), rows


def _ready(words: Words, found: Choosing, taps: str) -> tuple[Text, tuple[Row, ...]]:
    same = found.answer == found.card.known
    key = "gold-choice-same" if same else "gold-choice-effect"
    label = words("button-gold-keep" if same else "button-confirm-gold-corrected")
    yes = button(label, "gdy", found.card.item.id, taps, style="success" if same else "primary")
    return words.rich(key), ((yes,),)
