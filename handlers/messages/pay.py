"""`/pay`: where all of a person's money stands, currency by currency."""

from dataclasses import replace
from typing import Any

from bot import say
from bot.domain.lines import LineState
from bot.domain.money import Money
from bot.domain.payout_methods import Method
from bot.domain.payouts import PayoutState
from bot.services import pay
from bot.services.pay import Account, Overview
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.screen import Button, Row, Screen, button, lines, rows_of

_MOST_UNPAID, _MOST_CHARTS = 3, 4


async def screen(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """All that the person earned, by what it waits for, with the dates."""
    found = await pay.overview(
        hall.db, person_id=args["person_id"], now=hall.clock.now(), rules=hall.rules.pay
    )
    words = hall.words(found.person.language)
    several = len(found.accounts) > 1
    text = lines(
        words.rich("pay-head"),
        *(_account(hall, words, found, one, named=several) for one in found.accounts),
        None if found.accounts else words.rich("pay-nothing"),
        _method(hall, words, found),
        between="\n\n",
    )
    return Screen(text, _rows(words, found))


def _account(hall: Hall, words: Words, found: Overview, account: Account, *, named: bool) -> Text:
    return lines(
        words.rich("pay-currency", currency=account.currency) if named else None,
        *_expected(hall, words, found, account),
        *_owed(hall, words, found, account),
        *_paid(words, found, account),
        "",
        *_figures(hall, words, found, account),
    )


def _expected(hall: Hall, words: Words, found: Overview, account: Account) -> list[Text]:
    """What is not certain yet, and what only waits for the client."""
    said = []
    for state in (LineState.submitted, LineState.accepted):
        stage = account.stages.get(state)
        if stage is None:
            continue
        by = stage.accepted_by if state is LineState.submitted else stage.confirmed_by
        if by is None:
            raise LookupError("an accepted line without its date")
        money = say.money(words.language, Money(stage.minor, stage.currency))
        when = say.clock_time(words.language, by, found.person.zone, hall.clock.now())
        said.append(words.rich(f"pay-{state}", money=money, count=stage.count, date=when))
    return said


def _owed(hall: Hall, words: Words, found: Overview, account: Account) -> list[Text]:
    """What the next pay run takes, and what one has taken."""
    said, now, zone = [], hall.clock.now(), found.person.zone
    confirmed = account.stages.get(LineState.confirmed)
    if confirmed is not None:
        money = say.money(words.language, Money(confirmed.minor, confirmed.currency))
        run = say.clock_time(words.language, found.period.end, zone, now)
        said.append(words.rich("pay-confirmed", money=money, count=confirmed.count, date=run))
    if account.threshold is not None:
        latest = say.clock_time(words.language, account.paid_at, zone, now)
        least = say.money(words.language, account.threshold)
        said.append(words.rich("pay-threshold", threshold=least, date=latest))
    for one, arrives in account.unpaid[-_MOST_UNPAID:]:
        key = "pay-sent" if one.payout.state is PayoutState.sent else "pay-in-run"
        money = say.money(words.language, one.payout.money)
        day = say.date(words.language, arrives, zone)
        said.append(words.rich(key, money=money, number=one.statement, date=day))
        if arrives < now:
            said.append(words.rich("pay-late"))
    return said


def _paid(words: Words, found: Overview, account: Account) -> list[Text]:
    stage, newest = account.stages.get(LineState.paid), account.newest_paid
    if stage is None or newest is None or newest.settled_at is None:
        return []
    said = words.rich(
        "pay-paid",
        money=say.money(words.language, Money(stage.minor, stage.currency)),
        newest=say.money(words.language, newest.money),
        date=say.date(words.language, newest.settled_at, found.person.zone),
    )
    if newest.reference:
        said = said + words.rich("pay-reference", reference=newest.reference)
    return [said]


def _figures(hall: Hall, words: Words, found: Overview, account: Account) -> list[Text]:
    since = say.clock_time(words.language, found.period.start, found.person.zone, hall.clock.now())
    said = [
        words.rich(
            "pay-period",
            money=say.money(words.language, account.period),
            yesterday=say.money(words.language, account.yesterday),
            date=since,
        )
    ]
    if account.hourly is not None:
        rate = say.money(words.language, account.hourly.money)
        said.append(words.rich("pay-hourly", money=rate, n=account.hourly.tasks))
    return said


def method_name(words: Words, method: Method) -> str:
    """A payout method as it is shown: its kind and the end of its number."""
    return words(f"method-is-{method.kind}", end=method.last_four)


def _method(hall: Hall, words: Words, found: Overview) -> Text | None:
    if found.method is None:
        return words.rich("pay-method-none") if found.accounts else None
    said = words.rich("method-now", method=method_name(words, found.method))
    if found.changing_to is None or found.changing_to.effective_at is None:
        return said
    at = found.changing_to.effective_at
    when = say.clock_time(words.language, at, found.person.zone, hall.clock.now())
    new = method_name(words, found.changing_to)
    return lines(said, words.rich("pay-method-changes", method=new, date=when))


def _rows(words: Words, found: Overview) -> tuple[Row, ...]:
    rows: list[Row] = []
    where = button(words("button-payout-method"), "mb")
    others = [_chart(words, found, one.currency) for one in found.accounts[:_MOST_CHARTS]]
    if found.method is None:
        # Without it nobody can be paid, so it comes first where there is money.
        rows.append((replace(where, style="primary" if found.accounts else None),))
    else:
        others.append(where)
    if found.accounts:
        all_lines = button(words("button-pay-lines"), "el", "all", 0)
        rows.append((all_lines, button(words("button-pay-statements"), "es", 0)))
    switch = "button-digest-off" if found.digest else "button-digest-on"
    evening = button(words(switch), "ed", 0 if found.digest else 1)
    refresh = button(words("button-refresh"), "ea")
    return (*rows, *rows_of(others, 2), (evening,), (refresh,))


def _chart(words: Words, found: Overview, currency: str) -> Button:
    named = words("button-pay-chart-of", currency=currency)
    return button(words("button-pay-chart") if len(found.accounts) == 1 else named, "eg", currency)
