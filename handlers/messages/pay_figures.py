"""Figures of pay for admins: what is owed by age, and the margin of a project."""

from typing import Any

from bot import say
from bot.domain.money import Money
from bot.domain.pay_figures import AGES, Margin
from bot.services import pay_desk, projects
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.screen import Screen, button, lines


async def owed(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What is owed to people, by currency, state and age."""
    words = hall.words(args["language"])
    found = await pay_desk.owed(hall.db, by=args["person_id"], now=hall.clock.now())
    said: list[Text | None] = [words.rich("owed-head")]
    for currency in sorted({one.money.currency for one in found}):
        mine = [one for one in found if one.money.currency == currency]
        total = Money(sum(one.money.minor for one in mine), currency)
        said += ["", words.rich("owed-total", money=say.money(words.language, total))]  # type: ignore[list-item]
        for one in mine:
            money = say.money(words.language, one.money)
            said.append(
                words.rich("owed-line", state=words(f"owed-{one.state}"), age=_age(words, one.age),
                           money=money, count=one.count)
            )  # fmt: skip
    if not found:
        said.append(words.rich("owed-nothing"))
    return Screen(lines(*said), ((button(words("button-payruns"), "i"),),))


def _age(words: Words, age: int) -> str:
    if age < len(AGES):
        return words("owed-age", days=AGES[age])
    return words("owed-older", days=AGES[-1])


async def margin(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What the client pays for a project, what contractors earn, and what is left."""
    words, by = hall.words(args["language"]), args["person_id"]
    project = await projects.by_key(hall.db, args["key"], by=by)
    found = await pay_desk.margin(hall.db, args["key"], by=by)
    said = [words.rich("margin-head", name=project.name)]
    said += [_margin(words, one) for one in found] or [words.rich("margin-nothing")]
    back = button(words("button-back"), "p", project.key)
    return Screen(lines(*said, between="\n\n"), ((back,),))


def _margin(words: Words, one: Margin) -> Text:
    def money(minor: int) -> str:
        return say.money(words.language, Money(minor, one.currency))

    percent = one.percent
    share = "–" if percent is None else f"{percent:.0f} %"
    return lines(
        words.rich("margin-client", money=money(one.client), count=one.counted),
        words.rich("margin-earned", money=money(one.earned)),
        words.rich("margin-left", money=money(one.left), share=share),
        words.rich("margin-unpriced", count=one.unpriced) if one.unpriced else None,
    )
