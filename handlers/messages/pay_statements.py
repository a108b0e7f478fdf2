"""Statements of pay: the list, one as a message, as a PDF, as a CSV; and the chart."""

import logging
from dataclasses import replace
from typing import Any

from bot import say
from bot.computing import ComputeFailed, earnings_chart, statement_pdf
from bot.domain.money import Money
from bot.domain.payouts import PayoutState
from bot.domain.statements import Statement, StatementLine
from bot.formats.statement_csv import statement_csv
from bot.services import pay, people, statements
from bot.services.statements import Shown
from bot.texts import ENGLISH
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.evidence import reason_name
from handlers.messages.pay import method_name
from handlers.messages.pay_lines import MOST_WHY, amount, in_words, shortened
from handlers.messages.screen import File, Row, Screen, button, lines, turning

_log = logging.getLogger(__name__)

MOST_ITEMS = 6
_MOST_PROJECTS = 8
_MOST_NAME = 60


async def listing(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The person's statements, the newest first, each with its button."""
    page = max(int(args["page"]), 0)
    count, found = await statements.listed(hall.db, person_id=args["person_id"], page=page)
    words = hall.words(args["language"])
    said, rows = [], []
    for one in found:
        facts = {
            "money": say.money(words.language, one.net),
            "date": say.date(words.language, one.period_end, one.zone),
        }
        key = f"printed-state-{one.state}"
        said.append(words.rich("pay-statement-line", number=one.number, state=words(key), **facts))
        rows.append((button(words("button-pay-statement-of", **facts), "ev", one.number),))
    turn = turning(count, page, lambda label, to: button(label, "es", to), statements.PAGE)
    empty = None if found else words.rich("pay-statements-none")
    text = lines(words.rich("pay-statements-head", count=count), empty, *said)
    return Screen(text, (*rows, *turn, (button(words("button-back"), "ea"),)))


async def screen(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """A statement as a message: what it pays, for what, how, when, and how to object."""
    shown = await _shown(hall, args)
    words = hall.words(args["language"])
    whole = shown.statement
    text = lines(
        _head(words, shown),
        _payout(words, shown),
        _sums(words, whole),
        _first_lines(words, whole),
        _foot(words, whole),
        between="\n\n",
    )
    return Screen(text, _rows(words, shown, args))


async def _shown(hall: Hall, args: dict[str, Any]) -> Shown:
    return await statements.statement(
        hall.db, number=args["number"], by=args["person_id"], now=hall.clock.now(),
        rules=hall.rules.pay,
    )  # fmt: skip


def _head(words: Words, shown: Shown) -> Text:
    whole = shown.statement
    start, end = (
        say.moment(words.language, at, whole.zone) for at in (whole.period_start, whole.period_end)
    )
    gross, deductions, net = (
        say.money(words.language, money) for money in (whole.gross, whole.deductions, whole.net)
    )
    return lines(
        words.rich("pay-statement-head", number=whole.number),
        words.rich("pay-statement-net", money=net),
        words.rich("pay-statement-gross", gross=gross, deductions=deductions),
        words.rich("pay-statement-period", start=start, end=end),
        words.rich(
            "pay-statement-zone", zone=say.zone_name(words.language, whole.zone, whole.period_end)
        ),
    )


def _payout(words: Words, shown: Shown) -> Text:
    whole = shown.statement
    day = say.date(words.language, whole.expected_at, shown.person.zone)
    method = method_name(words, shown.method) if shown.method else words("printed-method-none")
    state = PayoutState(whole.state)
    key = "pay-statement-paid" if state is PayoutState.paid else "pay-statement-expected"
    return lines(
        words.rich(
            "pay-statement-payout", number=whole.payout, state=words(f"printed-state-{state}")
        ),
        words.rich(key, date=day),
        words.rich("pay-statement-method", method=method),
        words.rich(
            "pay-statement-reference",
            reference=whole.reference or words("printed-reference-none"),
        ),
    )


def _sums(words: Words, whole: Statement) -> Text | None:
    sums = whole.by_project()
    if len(sums) == 1 or len(sums) > _MOST_PROJECTS:
        return None
    said = [
        words.rich(
            "pay-statement-project",
            project=(project or words("pay-statement-other"))[:_MOST_NAME],
            count=count,
            money=say.money(words.language, money),
        )
        for project, count, money in sums
    ]
    return lines(*said)


def _first_lines(words: Words, whole: Statement) -> Text:
    """The first lines, what is alike in one; where that is not all, where the rest is."""
    items = whole.items()
    said = [_item(words, whole, nth, one) for nth, one in enumerate(items[:MOST_ITEMS], 1)]
    rest = words.rich("pay-statement-more", count=len(whole.lines))
    return lines(*said, rest if len(items) > MOST_ITEMS else None)


def _item(words: Words, whole: Statement, nth: int, item: tuple[StatementLine, int]) -> Text:
    line, count = item
    facts = (
        say.date(words.language, line.at, whole.zone),
        words(f"printed-kind-{line.kind}"),
        (line.project or "")[:_MOST_NAME],
        words("pay-line-job", job=line.job) if line.job else "",
    )
    why = in_words(words, line.reason, line.because)
    what = " · ".join(fact for fact in facts if fact)
    money = amount(words, line.pay, line.rate.times(line.quantity))
    if count > 1:
        total = say.money(words.language, line.pay.times(count))
        money = words("pay-statement-pieces", count=count, rate=money, money=total)
    key = "pay-line-less" if line.effect.minor else "pay-line-for"
    return lines(
        words.rich("pay-statement-item", nth=nth, what=what, money=money),
        words.rich(key, why=shortened(why, MOST_WHY)) if why else None,
        words.rich("pay-line-corrects", line=line.corrected) if line.corrected else None,
        words.rich("printed-corrects", number=line.cites) if line.cites else None,
    )


def _foot(words: Words, whole: Statement) -> Text:
    by = say.date(words.language, whole.dispute_by, whole.zone)
    return lines(
        words.rich("pay-statement-dispute", date=by),
        words.rich("pay-statement-contact", contact=_contact(words, whole)),
        words.rich("pay-is-ours", command=f"/verify {whole.number}"),
    )


def _contact(words: Words, whole: Statement) -> str:
    return whole.contact or words("pay-contact-none")


def _rows(words: Words, shown: Shown, args: dict[str, Any]) -> tuple[Row, ...]:
    number = shown.statement.number
    rows: list[Row] = []
    if shown.method is None and shown.person.id == args["person_id"]:
        rows.append((button(words("button-payout-method"), "mb", style="primary"),))
    out = (
        button("PDF", "ep", number), button("CSV", "ec", number),
        button(words("button-pay-lines"), "ex", number),
    )  # fmt: skip
    back = button(words("button-back"), "es", 0)
    below = back if args.get("listed") else button(words("button-my-pay"), "eb")
    return (*rows, out, (below,))


def _in_words(words: Words, shown: Shown) -> Statement:
    """The statement with the names of method and contact in the person's language."""
    method = method_name(words, shown.method) if shown.method else None
    return replace(shown.statement, method=method, contact=_contact(words, shown.statement))


def _printed(words: Words, shown: Shown) -> Statement:
    whole = _in_words(words, shown)
    return replace(whole, lines=tuple(_explained(words, line) for line in whole.lines))


def _explained(words: Words, line: StatementLine) -> StatementLine:
    """The line with its reason as people read it; a table for programs keeps the code."""
    return replace(line, reason=reason_name(words, line.reason) if line.reason else None)


async def pdf(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The statement as a PDF."""
    shown = await _shown(hall, args)
    words = hall.words(args["language"])
    reviewed = hall.texts.is_reviewed(hall.texts.closest(words.language))
    english = None if reviewed else _printed(hall.words(ENGLISH), shown)
    try:
        made = await hall.compute(statement_pdf, _printed(words, shown), words.language, english)
    except ComputeFailed as error:
        return _not_made(words, error)
    return _file(words, shown, made, "pdf")


def _not_made(words: Words, error: ComputeFailed) -> Screen:
    # Once more would most likely end alike, and the figures are to be had in other ways.
    _log.error("a file of pay was not made: %s", error)
    return Screen(words.rich("pay-file-not-made"), ((button(words("button-my-pay"), "eb"),),))


async def csv(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The statement as a table for a spreadsheet."""
    shown = await _shown(hall, args)
    words = hall.words(args["language"])
    return _file(words, shown, statement_csv(_in_words(words, shown)), "csv")


def _file(words: Words, shown: Shown, body: bytes, ending: str) -> Screen:
    number = shown.statement.number
    money = say.money(words.language, shown.statement.net)
    text = words.rich("pay-statement-file", number=number, money=money)
    return Screen(text, file=File(f"statement-{number}.{ending}", body))


async def chart(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """A picture of what the last four weeks earned, day by day."""
    person = await people.by_id(hall.db, args["person_id"])
    words, currency = hall.words(person.language), args["currency"]
    days = await pay.earned_days(
        hall.db, person_id=person.id, currency=currency, now=hall.clock.now()
    )
    paid = sum(one.paid for one in days)
    text = words.rich(
        "pay-chart",
        money=say.money(words.language, Money(paid + sum(one.waiting for one in days), currency)),
        paid=say.money(words.language, Money(paid, currency)),
    )
    try:
        made = await hall.compute(earnings_chart, days, currency, words.language)
    except ComputeFailed as error:
        return _not_made(words, error)
    return Screen(text, file=File(f"earned-{currency}.png", made), picture=True)
