"""Lines of pay: a list, some at a time, and one with all that is known of it."""

from typing import Any

from bot import say
from bot.domain.lines import ClientState, LineKind, LineState
from bot.domain.money import Money
from bot.services import pay
from bot.services.pay import WHICH, LineView
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.evidence import reason_name
from handlers.messages.screen import Row, Screen, button, lines, turning

_MOST_NAME = 60
MOST_WHY = 120
# What a line's next date is called, by its state; the others have none.
_DATED = (LineState.submitted, LineState.accepted, LineState.confirmed, LineState.in_run)


async def listing(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The person's lines of one sort, the newest first."""
    which, page = args["which"], max(int(args["page"]), 0)
    count, found = await pay.lines_of(
        hall.db, person_id=args["person_id"], which=which, page=page, now=hall.clock.now(),
        rules=hall.rules.pay,
    )  # fmt: skip
    words = hall.words(args["language"])
    if which in WHICH:
        head = words.rich(f"pay-lines-{which}", count=count)
        back = button(words("button-back"), "ea")
    else:
        head = words.rich("pay-lines-of-statement", number=which, count=count)
        back = button(words("button-back"), "ev", which)
    said = [_in_list(hall, words, nth, one) for nth, one in enumerate(found, 1)]
    opening = tuple(
        button(str(nth), "ei", one.line.number, which, page) for nth, one in enumerate(found, 1)
    )
    choices = tuple(
        button(words(f"button-pay-lines-{other}"), "el", other, 0)
        for other in (WHICH if which in WHICH else ())
        if other != which
    )
    turn = turning(count, page, lambda label, to: button(label, "el", which, to), pay.PAGE)
    rows = (*(row for row in (opening, *turn, choices) if row), (back,))
    return Screen(lines(head, *said, between="\n\n"), rows)


def _in_list(hall: Hall, words: Words, nth: int, one: LineView) -> Text:
    line = one.line
    facts = (
        words(f"printed-kind-{line.kind}"),
        (one.own.project or "")[:_MOST_NAME],
        say.date(words.language, line.submitted_at, one.person.zone),
    )
    what = " · ".join(fact for fact in facts if fact)
    return lines(
        words.rich("pay-line", nth=nth, what=what, money=amount(words, line.pay, line.offered)),
        state(hall, words, one),
        why(words, one, MOST_WHY),
    )


def amount(words: Words, pays: Money, offered: Money) -> str:
    """What a line comes to, and of how much where it is less than was promised."""
    money = say.money(words.language, pays)
    if pays.minor == offered.minor:
        return money
    return words("pay-of", money=money, offered=say.money(words.language, offered))


def state(hall: Hall, words: Words, one: LineView) -> Text:
    """Where the line stands, and by when it moves on."""
    key = f"pay-line-{one.line.state.replace(' ', '-')}"
    if one.line.state not in _DATED:
        return words.rich(key)
    if one.next is None:
        raise LookupError(f"line {one.line.number} has no next date")
    date = say.clock_time(words.language, one.next, one.person.zone, hall.clock.now())
    return words.rich(key, date=date)


def why(words: Words, one: LineView, most: int | None = None) -> Text | None:
    """Why it is less than was promised, or what a bonus is for; none where nobody said."""
    line = one.line
    if line.reason is None and line.because is None:
        return None
    said = shortened(in_words(words, line.reason, line.because), most)
    less = line.pay.minor < line.offered.minor
    return words.rich("pay-line-less" if less else "pay-line-for", why=said)


def in_words(words: Words, reason: str | None, because: str | None) -> str:
    """A reason with what was said to it; empty where there is neither."""
    named = reason_name(words, reason) if reason else None
    return ": ".join(part for part in (named, because) if part)


def shortened(text: str, most: int | None) -> str:
    """The text, cut where a list has no room for all of it."""
    return text if most is None else say.short(text, most)


async def card(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """One line: what it is for, what it comes to and why, where it stands."""
    one = await pay.line(
        hall.db, number=args["number"], person_id=args["person_id"], now=hall.clock.now(),
        rules=hall.rules.pay,
    )  # fmt: skip
    words = hall.words(args["language"])
    text = lines(
        _head(hall, words, one),
        lines(
            words.rich("pay-line-promised", money=say.money(words.language, one.line.offered)),
            words.rich("pay-line-comes", money=say.money(words.language, one.line.pay)),
            why(words, one),
        ),
        lines(state(hall, words, one), _client(words, one), _statement(words, one)),
        between="\n\n",
    )
    return Screen(text, _rows(words, one, args))


def _head(hall: Hall, words: Words, one: LineView) -> Text:
    line, own = one.line, one.own
    when = say.clock_time(words.language, line.submitted_at, one.person.zone, hall.clock.now())
    is_work = line.kind in (LineKind.rating, LineKind.flag)
    return lines(
        words.rich("pay-line-head", kind=words(f"printed-kind-{line.kind}"), number=line.number),
        own.project,
        words.rich("pay-line-job", job=own.job) if own.job else None,
        words.rich("pay-line-handed-in" if is_work else "pay-line-given", date=when),
        words.rich("pay-line-corrects", line=own.corrected) if own.corrected else None,
        words.rich("printed-corrects", number=own.cites) if own.cites else None,
    )


def _client(words: Words, one: LineView) -> Text | None:
    if one.line.client in (ClientState.not_asked, ClientState.waiting):
        return None
    said = words(f"printed-client-{one.line.client.replace(' ', '-')}")
    if one.own.client_at is None:
        return words.rich("pay-line-client", said=said)
    when = say.date(words.language, one.own.client_at, one.person.zone)
    return words.rich("pay-line-client-at", said=said, date=when)


def _statement(words: Words, one: LineView) -> Text | None:
    number = one.own.statement
    return words.rich("pay-line-statement", number=number) if number else None


def _objecting(words: Words, one: LineView) -> Row:
    if one.dispute is not None:
        return (button(words("button-dispute-see"), "rx", one.dispute),)
    if one.verdict is not None:
        return (button(words("button-dispute"), "rd", one.verdict),)
    return ()


def _rows(words: Words, one: LineView, args: dict[str, Any]) -> tuple[Row, ...]:
    rows: list[Row] = []
    if one.line.assignment_id is not None:
        evidence = button(words("button-evidence"), "re", one.line.number)
        rows.append((evidence, *_objecting(words, one)))
    if one.own.statement:
        label = words("button-pay-statement", number=one.own.statement)
        rows.append((button(label, "ev", one.own.statement),))
    rows.append((button(words("button-back"), "el", args["which"], int(args["page"])),))
    return tuple(rows)
