"""What could be decided about a person now, and why some of it cannot."""

from typing import Any

from bot.domain.refusal import Refused
from bot.domain.steps import StepKind
from bot.services import standing
from bot.services.standing import Offer
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.deciding import code_of, no_in_words, offer_label
from handlers.messages.screen import Row, Screen, button, lines, rows_of


async def decisions(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Every decision about the person that there is, and why some cannot be taken now."""
    words, whose = hall.words(args["language"]), args["whose"]
    by, now, rules = args["person_id"], hall.clock.now(), hall.rules.standing
    back: Row = (button(words("button-back"), "qp", whose),)
    try:
        found = await standing.offers(hall.db, whose, by=by, now=now, rules=rules)
    except Refused as no:
        return Screen(no_in_words(hall, words, no), (back,))
    said = [_offer(hall, words, one) for one in found]
    buttons = [
        button(offer_label(words, one), "ja", whose, code_of(one.kind))
        for one in found
        if one.no is None
    ]
    text = lines(words.rich("decisions-head"), *said, between="\n\n")
    return Screen(text, (*rows_of(buttons, 1), back))


def _offer(hall: Hall, words: Words, one: Offer) -> Text:
    key = "egregious" if one.egregious and one.kind is StepKind.deactivation else code_of(one.kind)
    rules = hall.rules.standing
    what = words.rich(f"decisions-{key}", grace=rules.grace_days, hours=rules.hold_hours)
    return what if one.no is None else lines(what, no_in_words(hall, words, one.no))
