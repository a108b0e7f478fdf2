"""A verdict that took money and a second one that took none, for a third person to decide."""

from typing import Any

from bot import say
from bot.domain.money import Money
from bot.services import doubts, reviews
from handlers.context import Hall
from handlers.messages.evidence import decided, given, protects, task
from handlers.messages.screen import Row, Screen, button, lines


async def card(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Task, answer, both verdicts, and the two ways to decide."""
    words, number = hall.words(args["language"]), args["number"]
    found = await doubts.look(hall.db, number, by=args["person_id"])
    facts, zone = found.facts, found.viewer.zone
    money = say.money(words.language, found.withheld)
    head = words.rich("doubt-head", project=facts.project.name)
    desk: Row = (button(words("button-doubt-desk"), "dk", 0),)
    if not found.is_open:
        return Screen(lines(head, words.rich(f"doubt-was-{found.second.state}")), (desk,))
    first, second = found.verdicts
    text = lines(
        lines(head, words.rich("doubt-why")),
        task(words, facts),
        given(words, facts),
        lines(words.rich("doubt-first"), decided(hall, words, facts, first, zone)),
        lines(words.rich("doubt-second"), decided(hall, words, facts, second, zone)),
        words.rich("doubt-effect", money=money),
        between="\n\n",
    )
    rows: tuple[Row, ...] = (
        (button(words("button-doubt-overturn", money=money), "rdo", number, style="success"),),
        (button(words("button-doubt-uphold"), "rdu", number, style="danger"),),
        (button(words("button-guidelines"), "ru", facts.line.number), *desk),
    )
    return Screen(text, rows, protects(facts))


async def righted(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The contractor hears that a verdict fell, and what is owed for it."""
    words = hall.words(args["language"])
    told = await reviews.told(hall.db, args["line"], args["person_id"])
    line = told.facts.line
    text = words.rich(
        "doubt-righted", project=told.facts.project.name, number=line.number,
        money=say.money(words.language, Money(args["minor"], line.offered.currency)),
    )  # fmt: skip
    return Screen(text, ((button(words("button-evidence"), "re", line.number),),))


SCREENS = {"doubt": card, "verdict_righted": righted}
