"""Another price for a task: the question, what it would mean, and that it is set."""

from typing import Any

from bot import say
from bot.domain.money import Money
from bot.domain.repricing import NewPrice
from bot.services import repricing
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.screen import Screen, button, lines
from handlers.messages.work import basis


async def ask(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What a task earns now, and how to write another price."""
    words = hall.words(args["language"])
    found = await repricing.asked_about(
        hall.db, key=args["key"], by=args["person_id"], rules=hall.rules.pay
    )
    text = words.rich(
        "reprice-ask",
        project=found.project.name,
        money=say.money(words.language, found.price),
        hourly=say.money(words.language, found.after),
        basis=basis(words, found.pace),
    )
    return Screen(text, ((button(words("button-cancel"), "ac"),),))


async def preview(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What the typed price would mean, with the tap that sets it."""
    words = hall.words(args["language"])
    found = await repricing.proposed(
        hall.db, number=args["number"], by=args["person_id"], now=hall.clock.now(),
        rules=hall.rules.pay,
    )  # fmt: skip
    price = say.money(words.language, found.price)
    text = lines(
        words.rich("reprice-head", project=found.project.name),
        change(words, found),
        below_floor(words, found),
        words.rich("reprice-new-claims"),
        between="\n\n",
    )
    confirm = button(
        words("button-reprice-yes", money=price), "pq", args["number"], style="success"
    )
    return Screen(text, ((confirm,), (button(words("button-cancel"), "ac"),)))


def change(words: Words, found: NewPrice) -> Text:
    """The price for a task and what it makes an hour, before and after."""

    def money(amount: Money) -> str:
        return say.money(words.language, amount)

    return words.rich(
        "reprice-change",
        old=money(found.project.offer.pay), new=money(found.price),
        before=money(found.before), after=money(found.after), basis=basis(words, found.pace),
    )  # fmt: skip


def below_floor(words: Words, found: NewPrice) -> Text | None:
    """That the new price means less an hour than people should earn, where it does."""
    if found.floor is None or not found.is_below_floor:
        return None
    return words.rich("reprice-below", floor=say.money(words.language, found.floor))


async def done(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The new price holds."""
    words = hall.words(args["language"])
    found = await repricing.asked_about(
        hall.db, key=args["key"], by=args["person_id"], rules=hall.rules.pay
    )
    text = words.rich(
        "reprice-done", project=found.project.name,
        money=say.money(words.language, found.price), version=found.project.version,
    )  # fmt: skip
    return Screen(text, ((button(words("button-back"), "p", args["key"]),),))
