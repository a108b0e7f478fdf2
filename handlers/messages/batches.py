"""Batches as coordinators and clients see them: the list, one card, and what is asked first."""

from datetime import datetime
from typing import Any

from bot import say
from bot.domain.batches import BatchState
from bot.formats.writing import fitting
from bot.services import batches
from bot.services.batches import Card
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.screen import Button, File, Row, Screen, button, lines, rows_of, turning

PAGE = 8
ALL = "-"  # in a button: the batches of all projects


async def listing(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The batches of a project, or of all that the person speaks for; each a button."""
    words = hall.words(args["language"])
    key, page = args.get("key") or ALL, args.get("page", 0)
    only = None if key == ALL else key
    found, count = await batches.listed(
        hall.db, by=args["person_id"], key=only, page=page, size=PAGE
    )
    back: tuple[Row, ...] = () if only is None else ((button(words("button-back"), "p", key),),)
    if not count:
        return Screen(words.rich("batches-none"), back)
    said = [_line(words, one) for one in found]
    buttons = [
        button(f"{one.batch.number} · {one.project.name[:24]}", "bb", one.batch.number)
        for one in found
    ]
    turn = turning(count, page, lambda label, to: button(label, "bl", key, to), PAGE)
    text = lines(words.rich("batches-head"), *said)
    return Screen(text, (*rows_of(buttons, 1), *turn, *back))


def _line(words: Words, one: Card) -> Text:
    tally, zone = one.tally, one.person.zone
    head = words.rich("batches-line", number=one.batch.number, project=one.project.name)
    if one.batch.state is BatchState.open:
        what = words("batch-line-open", done=tally.lines, all=tally.lines + one.missing)
    elif tally.waiting and tally.last is not None:
        date = say.date(words.language, tally.last, zone)
        what = words("batch-line-waiting", count=tally.waiting, date=date)
    elif one.batch.state is BatchState.contested:
        what = words("batch-line-contested", refused=tally.refused, held=tally.held)
    else:
        what = words(f"batch-line-{one.batch.state}")
    return lines(head, what)


async def card(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """One batch: what is in it, what the client said, and what can be done."""
    words = hall.words(args["language"])
    one = await batches.card(hall.db, args["number"], by=args["person_id"])
    text = lines(_head(words, one), _contents(words, one), _answers(words, one), between="\n\n")
    return Screen(text, _rows(words, one))


def _head(words: Words, one: Card) -> Text:
    zone, batch = one.person.zone, one.batch
    on = batch.delivered_at
    if batch.state is BatchState.confirmed and batch.confirmed_at is not None:
        on = batch.confirmed_at
    date = say.date(words.language, on, zone) if on else ""
    return lines(
        words.rich("batch-head", number=batch.number, project=one.project.name),
        words.rich(f"batch-is-{batch.state}", date=date),
    )


def _contents(words: Words, one: Card) -> Text:
    tally = one.tally
    mine = one.person.may_coordinate(one.project.id)
    return lines(
        words.rich("batch-tasks", tasks=one.tasks, ratings=tally.lines),
        words.rich("batch-not-accepted", count=tally.submitted) if tally.submitted else None,
        words.rich("batch-missing", count=one.missing, work=one.in_work)
        if mine and (one.missing or one.in_work)
        else None,
    )


def _answers(words: Words, one: Card) -> Text | None:
    tally = one.tally
    if tally.lines and tally.lines == tally.not_asked:
        return words.rich("batch-no-client")
    said: list[Text] = []
    for name in ("confirmed", "silent", "refused"):
        count = getattr(tally, name)
        if count:
            said.append(words.rich(f"batch-count-{name}", count=count))
    if tally.held:
        said.append(words.rich("batch-count-held", count=tally.held))
    if tally.waiting and one.batch.state is not BatchState.open:
        dates = _dates(words, one)
        said.append(words.rich("batch-count-waiting", count=tally.waiting, dates=dates))
        said.append(words.rich("batch-silence"))
    return lines(*said) if said else None


def _dates(words: Words, one: Card) -> str:
    """From when to when the client may answer, as days there."""
    first, last = one.tally.first, one.tally.last
    if first is None or last is None:
        return ""
    begins, ends = (say.date(words.language, day, one.person.zone) for day in (first, last))
    return begins if begins == ends else words("batch-dates", first=begins, last=ends)


def _rows(words: Words, one: Card) -> tuple[Row, ...]:
    number, tally = one.batch.number, one.tally
    rows: list[Row] = []
    if tally.held and one.person.is_admin:
        text = words("button-held", count=tally.held)
        rows.append((button(text, "bh", number, 0, style="danger"),))
    if one.batch.state is BatchState.open:
        if one.person.may_coordinate(one.project.id) and tally.lines:
            rows.append((button(words("button-deliver"), "bv", number, style="primary"),))
        if one.person.may_coordinate(one.project.id):
            rows.append((button(words("button-take-back"), "pjb", number),))
    elif one.batch.state is not BatchState.withdrawn:
        if tally.waiting > tally.held:
            text = words("button-confirm-all", count=tally.waiting - tally.held)
            rows.append((button(text, "bc", number, style="success"),))
        if tally.lines > tally.not_asked:
            rows.append(
                (
                    button(words("button-batch-lines"), "bn", number, 0),
                    button(words("button-batch-file"), "bi", number),
                )
            )
        if one.person.may_coordinate(one.project.id):
            rows.append((button(words("button-batch-export"), "be", number),))
    rows.append((_back(words, one),))
    return tuple(rows)


def _back(words: Words, one: Card) -> Button:
    key = one.project.key if one.person.may_coordinate(one.project.id) else ALL
    return button(words("button-batches"), "bl", key, 0)


async def ask_deliver(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What delivering comes to, before it is done."""
    words = hall.words(args["language"])
    one = await batches.card(hall.db, args["number"], by=args["person_id"])
    tally = one.tally
    text = lines(
        words.rich("deliver-ask", number=one.batch.number, project=one.project.name),
        lines(
            words.rich("deliver-ratings", count=tally.lines),
            words.rich("batch-not-accepted", count=tally.submitted) if tally.submitted else None,
            words.rich("deliver-missing", count=one.missing) if one.missing else None,
            words.rich("deliver-dates", dates=_dates(words, one)) if tally.waiting else None,
            words.rich("deliver-past", count=tally.silent) if tally.silent else None,
        ),
        words.rich("deliver-means"),
        between="\n\n",
    )
    rows = (
        (button(words("button-deliver"), "bd", one.batch.number, style="success"),),
        (button(words("button-back"), "bb", one.batch.number),),
    )
    return Screen(text, rows)


async def ask_confirm(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """How many ratings a yes would be about, before it is said."""
    words = hall.words(args["language"])
    one = await batches.card(hall.db, args["number"], by=args["person_id"])
    count = one.tally.waiting - one.tally.held
    text = lines(
        words.rich("confirm-ask", count=count, number=one.batch.number),
        words.rich("confirm-held", count=one.tally.held) if one.tally.held else None,
        words.rich("confirm-behalf") if one.person.may_coordinate(one.project.id) else None,
    )
    yes = button(words("button-confirm-all", count=count), "by", one.batch.number, style="success")
    rows = ((yes,), (button(words("button-back"), "bb", one.batch.number),))
    return Screen(text, rows)


async def lines_file(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The ratings of a batch as a file to fill in."""
    words = hall.words(args["language"])
    name, body = await batches.lines_file(hall.db, args["number"], by=args["person_id"])
    return Screen(words.rich("batch-file-caption", number=args["number"]), file=File(name, body))


async def export_choice(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The formats in which a delivered batch can be exported."""
    words = hall.words(args["language"])
    one = await batches.card(hall.db, args["number"], by=args["person_id"])
    buttons = [
        button(words(f"export-{name}"), "bg", one.batch.number, name)
        for name in fitting(one.project.scheme)
    ]
    back = (button(words("button-back"), "bb", one.batch.number),)
    text = words.rich("export-which", name=f"{one.project.name}, {one.batch.number}")
    return Screen(text, (*rows_of(buttons, 1), back))


async def told_delivered(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """For a client: a batch is there to be judged."""
    return await _to_client(hall, args, "batch-told")


async def reminder(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """For a client: the date comes near; none when nothing waits any more."""
    return await _to_client(hall, args, "batch-reminder")


async def _to_client(hall: Hall, args: dict[str, Any], key: str) -> Screen | None:
    words = hall.words(args["language"])
    one = await batches.card(hall.db, args["batch"], by=args["person_id"])
    tally = one.tally
    if key == "batch-reminder" and tally.waiting <= tally.held:
        return None
    text = lines(
        words.rich(key, number=one.batch.number, project=one.project.name, count=tally.lines),
        words.rich("batch-count-waiting", count=tally.waiting, dates=_dates(words, one))
        if tally.waiting
        else None,
        words.rich("batch-silence") if tally.waiting else None,
    )
    return Screen(text, ((button(words("button-open-batch"), "bb", one.batch.number),),))


async def good_news(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """For a contractor: what clients confirmed since the evening before."""
    words = hall.words(args["language"])
    since, until = (datetime.fromisoformat(args[name]) for name in ("since", "until"))
    found = await batches.good_news(hall.db, of=args["person_id"], since=since, until=until)
    if not found:
        return None
    said = [words.rich("client-confirmed", project=name, count=count) for name, count in found]
    return Screen(lines(*said), ((button(words("button-my-pay"), "eb"),),))
