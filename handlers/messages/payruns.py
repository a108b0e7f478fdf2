"""Pay runs as an admin reads them: the next one, those there were, and one of them."""

from typing import Any

from bot import say
from bot.domain.money import Money
from bot.domain.pay_preview import Oddity
from bot.domain.payouts import PayoutState, RunState
from bot.domain.people import Person
from bot.services import pay_desk, people
from bot.services.pay_desk import Preview, RunSight
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.screen import Button, Row, Screen, button, lines, rows_of

MOST_NAME = 40


def sums(language: str, by: dict[str, int]) -> str:
    """Amounts of several currencies in one line."""
    return " + ".join(say.money(language, Money(by[code], code)) for code in sorted(by)) or "0"


async def overview(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The next run of each pay zone, the latest runs, and what else there is to see."""
    person = await people.by_id(hall.db, args["person_id"])
    words, now = hall.words(person.language), hall.clock.now()
    seen = await pay_desk.overview(hall.db, by=person.id, now=now, rules=hall.rules.pay)
    said: list[Text | None] = [words.rich("payruns-head")]
    rows: list[Row] = []
    for place, one in enumerate(seen.previews):
        said.append(_next_run(hall, words, person, one))
        if one.odd:
            rows.append((button(words("button-payrun-odd", zone=one.zone), "io", place),))
    due = sum(len(one.due) for one in seen.previews)
    if due:
        said.append(words.rich("payruns-due", count=due))
        rows.append((button(words("button-payrun-now"), "in", style="primary"),))
    said.append(_latest(words, seen.latest))
    runs = [button(_label(words, one), "ir", one.run.number) for one in seen.latest]
    rows += rows_of(runs, 1)
    rows.append((button(words("button-payrun-owed"), "id"),))
    return Screen(lines(*said, between="\n\n"), tuple(rows))


def _next_run(hall: Hall, words: Words, person: Person, one: Preview) -> Text:
    when = say.clock_time(words.language, one.period.end, person.zone, hall.clock.now())
    said: list[Text | None] = [words.rich("payruns-next", zone=one.zone, when=when)]
    for total in one.totals:
        paid = say.money(words.language, Money(total.minor, total.currency))
        said.append(words.rich("payruns-total", money=paid, people=total.people))
        if total.carried_people:
            kept = say.money(words.language, Money(total.carried_minor, total.currency))
            said.append(words.rich("payruns-carried", money=kept, people=total.carried_people))
    if not one.totals:
        said.append(words.rich("payruns-nothing"))
    said += [
        words.rich(f"payruns-odd-{oddity}", count=count)
        for oddity in Oddity
        if (count := one.count(oddity))
    ]
    return lines(*said)


def _latest(words: Words, runs: list[RunSight]) -> Text | None:
    if not runs:
        return None
    said = [words.rich("payruns-latest")]
    for one in runs:
        states = [
            words(f"payouts-{state}", count=count)
            for state in PayoutState
            if (count := one.sums(state)[0])
        ]
        if one.run.state is RunState.open:
            states.insert(0, words("payrun-open"))
        what = ", ".join(states) or words("payruns-nothing")
        day = one.run.period.key
        said.append(words.rich("payruns-line", day=day, zone=one.run.period.zone, states=what))
    return lines(*said)


def _label(words: Words, one: RunSight) -> str:
    return words("button-payrun", day=one.run.period.key, zone=one.run.period.zone[:18])


async def odd(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Whose part of the next run deserves a look, and why."""
    words, zones = hall.words(args["language"]), hall.rules.pay.zones
    zone = zones[args["place"]] if args["place"] < len(zones) else ""
    found = await pay_desk.odd_people(
        hall.db, zone, by=args["person_id"], now=hall.clock.now(), rules=hall.rules.pay
    )
    said: list[Text | None] = [words.rich("payrun-odd-head", zone=zone)]
    for one, name in found:
        why = " · ".join(words(f"payrun-odd-{oddity}") for oddity in one.oddities)
        money = say.money(words.language, one.money)
        said.append(words.rich("payrun-odd-line", name=name[:MOST_NAME], money=money, why=why))
    return Screen(lines(*said), (_back(words),))


def _back(words: Words) -> Row:
    return (button(words("button-payruns"), "i"),)


async def done(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The notice that a run is complete, with all that is left to do under it."""
    screen = await run(hall, {**args, "number": args["run"]})
    if screen is None:
        return None
    head = hall.words(args["language"]).rich("payrun-done")
    return Screen(lines(head, screen.text, between="\n\n"), screen.rows)


async def run(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """One run: statements, payouts, files, troubles, and what is left to do."""
    person = await people.by_id(hall.db, args["person_id"])
    words, now = hall.words(person.language), hall.clock.now()
    one = await pay_desk.run_sight(hall.db, args["number"], by=person.id, now=now)
    period, language = one.run.period, words.language
    end = say.date(language, period.end, period.zone)
    said: list[Text | None] = [
        words.rich("payrun-head", number=one.run.number, zone=period.zone, end=end),
        words.rich("payrun-open-line") if one.run.state is RunState.open else None,
    ]
    said += [
        words.rich("payrun-statements", count=part.count, money=say.money(language, part.money))
        for part in one.statements
    ]
    if not one.statements:
        said.append(words.rich("payrun-no-statements"))
    said += [_payouts(words, one, state) for state in PayoutState]
    if one.without_method:
        said.append(words.rich("payrun-without-method", count=one.without_method))
    said += [
        words.rich("payrun-trouble", number=number, name=name[:MOST_NAME], error=error)
        for number, name, error in one.troubles[:5]
    ]
    if len(one.troubles) > 5:
        said.append(words.rich("payrun-more-troubles", count=len(one.troubles) - 5))
    return Screen(lines(*said), _run_rows(words, one))


def _payouts(words: Words, one: RunSight, state: PayoutState) -> Text | None:
    count, by = one.sums(state)
    if not count:
        return None
    return words.rich(f"payrun-{state}", count=count, money=sums(words.language, by))


def _run_rows(words: Words, one: RunSight) -> tuple[Row, ...]:
    number, rows = one.run.number, list[Row]()
    due = one.sums(PayoutState.due)[0]
    payable = one.unfiled - one.without_method
    open_count = due + one.sums(PayoutState.sent)[0]
    if payable > 0:
        label = words("button-payout-file", count=payable)
        rows.append((button(label, "if", number, 0, style="primary"),))
    marks: list[Button] = []
    if due > one.unfiled:
        marks.append(button(words("button-all-sent"), "im", number, PayoutState.sent))
    if open_count > one.unfiled:
        marks.append(button(words("button-all-paid"), "im", number, PayoutState.paid))
    if marks:
        rows.append(tuple(marks))
    if payable <= 0 and due > one.unfiled:
        rows.append((button(words("button-payout-file-again"), "if", number, 1),))
    if one.payouts:
        rows.append((button(words("button-payouts"), "il", number, 0),))
    return (*rows, _back(words))


async def ask(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Whether to mark so many payouts of so much money."""
    words, number = hall.words(args["language"]), args["number"]
    state = PayoutState(args["state"])
    count, by = await pay_desk.markable(hall.db, number, state, by=args["person_id"])
    back = button(words("button-back-to-run"), "ir", number)
    if not count:
        return Screen(words.rich("payrun-none-left", number=number), ((back,),))
    money = sums(words.language, by)
    text = words.rich(f"payrun-ask-{state}", count=count, money=money, number=number)
    yes = button(words(f"button-mark-{state}", count=count), "iy", number, state, style="success")
    return Screen(text, ((yes,), (back,)))
