"""Notices of pay: carried over, sent, paid, failed, and what the day earned."""

from datetime import datetime
from typing import Any

from bot import say
from bot.domain.money import Money
from bot.domain.payouts import Payout
from bot.services import pay, people, statements
from bot.services.pay import Overview
from bot.services.statements import Shown
from handlers.context import Hall, Words
from handlers.messages.pay import method_name
from handlers.messages.payouts import reason_in_words
from handlers.messages.screen import Row, Screen, button, lines


def _my_pay(words: Words) -> Row:
    return (button(words("button-my-pay"), "eb"),)


async def carried(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """So little was there that it waits for a later pay run, and until when."""
    found = await _overview(hall, args)
    words, now = hall.words(found.person.language), hall.clock.now()
    currency = args["currency"]
    latest = next((one.paid_at for one in found.accounts if one.currency == currency), None)
    until = found.period.end if latest is None else latest
    text = words.rich(
        "pay-carried",
        money=say.money(words.language, Money(args["minor"], currency)),
        threshold=say.money(words.language, Money(args["threshold"], currency)),
        date=say.clock_time(words.language, until, found.person.zone, now),
    )
    return Screen(text, (_my_pay(words),))


async def _overview(hall: Hall, args: dict[str, Any]) -> Overview:
    return await pay.overview(
        hall.db, person_id=args["person_id"], now=hall.clock.now(), rules=hall.rules.pay
    )


async def sent(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """A payout was sent; nothing where a later notice says more by now."""
    shown, own = await _payout(hall, args)
    if own.settled_at is not None:
        return None
    return _moved(hall, shown, own, "sent", shown.statement.expected_at)


async def paid(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """A payout has arrived."""
    shown, own = await _payout(hall, args)
    return _moved(hall, shown, own, "paid", own.settled_at or own.created_at)


async def _payout(hall: Hall, args: dict[str, Any]) -> tuple[Shown, Payout]:
    return await statements.of_payout(
        hall.db, number=args["number"], by=args["person_id"], now=hall.clock.now(),
        rules=hall.rules.pay,
    )  # fmt: skip


def _moved(hall: Hall, shown: Shown, own: Payout, state: str, at: datetime) -> Screen:
    words, number = hall.words(shown.person.language), shown.statement.number
    text = words.rich(
        f"pay-payout-{state}",
        money=say.money(words.language, own.money),
        date=say.date(words.language, at, shown.person.zone),
    )
    method = method_name(words, shown.method) if shown.method else None
    told = (
        words.rich("pay-statement-method", method=method) if method else None,
        words.rich("pay-statement-reference", reference=own.reference) if own.reference else None,
    )
    row = (button(words("button-pay-statement", number=number), "ew", number),)
    return Screen(lines(text, *told), (row, _my_pay(words)))


async def failed(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """A payout came back; the money is owed as before, and is paid again."""
    shown, own = await _payout(hall, args)
    words = hall.words(shown.person.language)
    whole = shown.statement
    text = words.rich("pay-payout-failed", money=say.money(words.language, own.money))
    reason = reason_in_words(words, own.reason)
    why = words.rich("pay-payout-why", why=reason) if reason else None
    day = say.date(words.language, whole.expected_at, shown.person.zone)
    again = words.rich("pay-payout-again", date=day)
    rows = (
        (button(words("button-payout-method"), "mb", style="primary"),),
        (button(words("button-pay-statement", number=whole.number), "ew", whole.number),),
    )
    return Screen(lines(text, why, again), rows)


async def digest(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What was earned since it was told last."""
    person = await people.by_id(hall.db, args["person_id"])
    words, now = hall.words(person.language), hall.clock.now()
    since = datetime.fromisoformat(args["since"])
    sums = " + ".join(
        say.money(words.language, Money(minor, currency))
        for currency, minor in sorted(args["earned"].items())
    )
    when = say.clock_time(words.language, since, person.zone, now)
    text = words.rich("pay-digest", money=sums, date=when)
    off = (button(words("button-digest-off"), "ef"),)
    return Screen(text, (_my_pay(words), off))
