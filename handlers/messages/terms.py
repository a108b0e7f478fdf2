"""The terms of pay, whole: what a task earns, what changes it, when it is owed and paid."""

from typing import Any

from bot import say
from bot.domain.money import Money
from bot.domain.pay_terms import Verdict
from bot.domain.projects import Pace, Terms
from bot.services import terms
from bot.services.terms import Shown
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.screen import Row, Screen, button, lines
from handlers.messages.work import basis


async def of_project(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What a job of the project would be claimed under now."""
    found = await terms.of_project(
        hall.db, args["key"], reader=args["person_id"], now=hall.clock.now(),
        rules=hall.rules.pay,
    )  # fmt: skip
    words = hall.words(found.reader.language)
    back = (
        button(words("button-back"), "p", found.project.key)
        if args.get("from_desk")
        else button(words("button-my-work"), "w")
    )
    return Screen(whole(hall, words, found), ((back,),))


async def of_call(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The same for who comes from the card of a call."""
    found = await terms.of_call(
        hall.db, args["number"], reader=args["person_id"], now=hall.clock.now(),
        rules=hall.rules.pay,
    )  # fmt: skip
    words = hall.words(found.reader.language)
    return Screen(whole(hall, words, found), ((button(words("button-my-work"), "w", "below"),),))


async def of_job(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What the job was claimed under."""
    found = await terms.of_job(
        hall.db, args["number"], reader=args["person_id"], now=hall.clock.now(),
        rules=hall.rules.pay,
    )  # fmt: skip
    words = hall.words(found.reader.language)
    row: Row = (button(words("button-back"), "j", args["number"]),)
    return Screen(whole(hall, words, found), (row,))


def whole(hall: Hall, words: Words, found: Shown) -> Text:
    """All terms in one message: the table by verdict, the dates, the client, the pay day."""
    held = found.terms
    return lines(
        words.rich("terms-head", project=found.project.name),
        lines(_price(words, held), *_table(words, held)),
        words.rich("terms-review", days=held.review_days),
        _client(words, held),
        _pay_day(hall, words, found),
        words.rich("terms-frozen-on", number=found.job)
        if found.job
        else words.rich("terms-frozen"),
        between="\n\n",
    )


def _price(words: Words, held: Terms) -> Text:
    return words.rich(
        "terms-price",
        money=say.money(words.language, held.pay),
        time=say.duration(words.language, held.seconds_per_task),
        hourly=say.money(words.language, held.hourly),
        basis=basis(words, Pace(held.seconds_per_task, held.measured)),
    )


def _table(words: Words, held: Terms) -> list[Text]:
    table = held.pay_terms
    rows = [
        (verdict.value, table.percent(verdict), table.worth(held.pay, verdict))
        for verdict in (Verdict.accepted, Verdict.fixed, Verdict.rejected)
    ]
    rows.append(("flagged", table.flag_percent, table.flag_pay(held.pay)))
    return [_row(words, name, percent, money) for name, percent, money in rows]


def _row(words: Words, name: str, percent: int, money: Money) -> Text:
    share = say.number(words.language, percent)
    return words.rich(f"terms-if-{name}", percent=share, money=say.money(words.language, money))


def _client(words: Words, held: Terms) -> Text:
    days = held.pay_terms.confirm_days
    if days is None:
        return words.rich("terms-no-client")
    return words.rich("terms-client", days=days, whole=held.review_days + days)


def _pay_day(hall: Hall, words: Words, found: Shown) -> Text:
    rules, now = hall.rules.pay, hall.clock.now()
    least = Money(rules.threshold(found.terms.pay.currency), found.terms.pay.currency)
    paid = words.rich(
        "terms-pay-day",
        day=say.weekday(words.language, found.terms.pay_terms.pay_weekday),
        next=say.clock_time(words.language, found.next_run, found.reader.zone, now),
    )
    if not least.minor:
        return paid
    carried = words.rich(
        "terms-least", money=say.money(words.language, least), days=rules.carry_days
    )
    return lines(paid, carried)
