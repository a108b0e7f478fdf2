"""Preparing a broadcast: the screens of who sends it."""

from typing import Any

from bot import say
from bot.domain.broadcasts import FOR_ALL, require_sendable
from bot.domain.refusal import Refused
from bot.services import broadcasts
from bot.services.broadcasts import Prepared, Seen
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.errors import facts_in_words
from handlers.messages.broadcast_parts import (
    body_line,
    message,
    notes,
    reach,
    segment_lines,
    version_name,
)
from handlers.messages.screen import Row, Screen, button, lines, rows_of


async def desk(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What was sent lately, and the way to a new one."""
    words = hall.words(args["language"])
    found = await broadcasts.desk(hall.db, by=args["person_id"])
    said = [_line(words, one) for one in found.latest]
    buttons = [
        button(words("button-broadcast", number=one.broadcast.number), "brq", one.broadcast.number)
        for one in found.latest
    ]
    text = lines(
        words.rich("broadcasts-head"), lines(*(said or [words.rich("broadcasts-none")])),
        between="\n\n",
    )  # fmt: skip
    new = button(
        words("button-broadcast-go-on" if found.draft else "button-broadcast-new"), "brb",
        style="primary",
    )  # fmt: skip
    return Screen(text, ((new,), *rows_of(buttons, 2)))


def _line(words: Words, one: Seen) -> Text:
    begun = one.broadcast.starts_at or one.broadcast.made_at
    return words.rich(
        "broadcasts-line", number=one.broadcast.number, count=one.broadcast.people or 0,
        whose=one.project.name if one.project else words("broadcast-hall"),
        date=say.moment(words.language, begun, one.viewer.zone),
        state=words(f"broadcast-state-{one.broadcast.state}"),
    )  # fmt: skip


async def draft(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What is being prepared: message, people, time; and what is still missing."""
    words = hall.words(args["language"])
    found = await _prepared(hall, args)
    one = found.broadcast
    said = [
        body_line(words, version_name(words, version), body)
        for version, body in one.bodies.items()
    ]
    text = lines(
        words.rich("broadcast-draft", number=one.number),
        lines(words.rich("broadcast-says"), *(said or [words.rich("broadcast-says-nothing")])),
        lines(
            words.rich("broadcast-to"),
            segment_lines(words, one.segment, found.project, found.groups),
            _reached(hall, words, found),
        ),
        _when(words, found),
        _fault(hall, words, found),
        between="\n\n",
    )
    return Screen(text, _draft_rows(words, found))


def _reached(hall: Hall, words: Words, found: Prepared) -> Text:
    if found.project is None and not found.viewer.is_admin:
        return words.rich("broadcast-needs-project")
    return reach(hall, words, found)


def _when(words: Words, found: Prepared) -> Text:
    at = found.broadcast.at
    if at is None:
        return words.rich("broadcast-at-once")
    return words.rich("broadcast-at", at=at.replace("T", " "))


def _fault(hall: Hall, words: Words, found: Prepared) -> Text | None:
    """What Telegram would refuse, told before anything goes."""
    one = found.broadcast
    if not one.bodies:
        return None
    try:
        require_sendable(one, notes(hall, one, found.project))
    except Refused as no:
        facts = facts_in_words(hall, words.language, no)
        return Text("⛔ ") + words(f"refused-{no.reason}", **facts)
    return None


def _draft_rows(words: Words, found: Prepared) -> tuple[Row, ...]:
    one = found.broadcast
    number, written = one.number, FOR_ALL in one.bodies
    rows: list[Row] = [
        (button(words("button-broadcast-write"), "brc", number, "-"),),
        (
            button(words("button-broadcast-whom"), "bre", number),
            button(words("button-broadcast-when"), "brh", number),
        ),
    ]
    if written:
        rows[0] = (*rows[0], button(words("button-broadcast-versions"), "brs", number))
        rows.append(
            (
                button(words("button-broadcast-see"), "brk", number),
                button(words("button-broadcast-test"), "brl", number),
            )
        )
    if written and found.people:
        go = words("button-broadcast-confirm", count=found.people)
        rows.append((button(go, "brm", number, style="success"),))
    drop = button(words("button-broadcast-discard"), "brn", number, style="danger")
    rows.append((drop, button(words("button-back"), "bra")))
    return tuple(rows)


async def _prepared(hall: Hall, args: dict[str, Any]) -> Prepared:
    return await broadcasts.prepared(
        hall.db, number=args["number"], by=args["person_id"], now=hall.clock.now()
    )


async def versions(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """In which languages it is written, and in which it can be."""
    words = hall.words(args["language"])
    one = (await _prepared(hall, args)).broadcast
    rows: list[Row] = []
    for version in hall.texts.languages:
        name = hall.texts.name_of(version)
        if version in one.bodies:
            drop = words("button-broadcast-drop", language=name)
            rows.append((button(drop, "brd", one.number, version, style="danger"),))
        else:
            write = words("button-broadcast-version", language=name)
            rows.append((button(write, "brc", one.number, version),))
    rows.append((button(words("button-back"), "brb"),))
    return Screen(words.rich("broadcast-versions"), tuple(rows))


async def ask(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Send me the message."""
    words = hall.words(args["language"])
    if args["version"] == FOR_ALL:
        text = words.rich("broadcast-ask")
    else:
        name = version_name(words, args["version"])
        text = words.rich("broadcast-ask-version", language=name)
    return Screen(text, ((button(words("button-cancel"), "ac"),),))


async def ask_count(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Type the number of people."""
    words = hall.words(args["language"])
    found = await _prepared(hall, args)
    text = lines(
        words.rich("broadcast-ask-count", count=found.people),
        lines(
            segment_lines(words, found.broadcast.segment, found.project, found.groups),
            reach(hall, words, found),
        ),
        _when(words, found),
        between="\n\n",
    )
    return Screen(text, ((button(words("button-cancel"), "ac"),),))


async def example(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The very message, as those get it who read that version."""
    found = await _prepared(hall, args)
    version = args["version"]
    words = hall.words(version if version != FOR_ALL else args["language"])
    return message(words, found.broadcast.body_for(version), found.project)


async def sent(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The message itself, if it is still sent and still for this person."""
    language = hall.texts.closest(args["language"])
    which: int = args["broadcast_id"]
    if which not in hall.sent:
        hall.sent[which] = await broadcasts.sent(hall.db, which)
    one, project = hall.sent[which]
    if not await broadcasts.still_gets(hall.db, one, args["person_id"]):
        return None
    return message(hall.words(language), one.body_for(language), project)
