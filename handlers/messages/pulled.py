"""Pulled tasks as their coordinators see them: the list with why, and one task."""

from typing import Any

from bot import say
from bot.domain.pulled import Pulled
from bot.domain.tasks import Content
from bot.layout import Section, lay_out
from bot.services import pulled
from bot.services.pulled import Card
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages import task_text
from handlers.messages.screen import File, Row, Screen, button, lines, rows_of, turning

PAGE = 6
_ROOM = 2600
_NAME = 40
_SHOWN = 60


async def listing(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The pulled tasks of a project, those that wait for a decision first."""
    words = hall.words(args["language"])
    key, page = args["key"], args.get("page", 0)
    found = await pulled.listed(hall.db, key, by=args["person_id"], page=page, size=PAGE)
    back: tuple[Row, ...] = ((button(words("button-back"), "p", key),),)
    if not found.count:
        return Screen(words.rich("pulled-none", project=found.project.name), back)
    head = words.rich(
        "pulled-head", project=found.project.name, count=found.count,
        waiting=found.count - found.left_out,
    )  # fmt: skip
    said = [_line(words, one) for one in found.tasks]
    buttons = [
        button(f"{_mark(one)} {say.short(one.external_id, _NAME)}", "pjo", one.id)
        for one in found.tasks
    ]
    turn = turning(found.count, page, lambda label, to: button(label, "pjl", key, to), PAGE)
    text = lines(head, lines(*said), between="\n\n")
    return Screen(text, (*rows_of(buttons, 1), *turn, *back))


def _line(words: Words, one: Pulled) -> Text:
    return words.rich(
        "pulled-line",
        mark=_mark(one),
        task=say.short(one.external_id, _SHOWN),
        why=_why(words, one),
    )


def _mark(one: Pulled) -> str:
    return "▪️" if one.is_left_out else "❓"


def _why(words: Words, one: Pulled) -> str:
    """The reasons that people gave, those of most people first; or that somebody pulled it."""
    if not one.why:
        return words("pulled-by-hand")
    said = []
    for is_flag, count in ((False, one.skips), (True, one.flags)):
        reasons = ", ".join(
            words(
                "pulled-reason", reason=words(f"{'flag' if is_flag else 'skip'}-{why.reason}"),
                count=why.people,
            )
            for why in one.why if why.is_flag is is_flag
        )  # fmt: skip
        if count:
            said.append(words("pulled-flags" if is_flag else "pulled-skips", count=count,
                              reasons=reasons))  # fmt: skip
    return " · ".join(said)


async def card(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """One pulled task: why, what it says, and what can be done."""
    words = hall.words(args["language"])
    found = await pulled.card(hall.db, args["task"], by=args["person_id"])
    one = found.task
    content, is_cut = in_short(words, found.content)
    text = lines(
        lines(
            words.rich("pulled-task-head", task=say.short(one.external_id, _SHOWN),
                       project=found.project.name),
            _why(words, one),
            words.rich("pulled-missing", count=one.open_slots) if one.open_slots else None,
            words.rich("pulled-left-out") if one.is_left_out else None,
        ),
        content,
        between="\n\n",
    )  # fmt: skip
    return Screen(text, _rows(words, found, is_cut=is_cut))


def _rows(words: Words, found: Card, *, is_cut: bool) -> tuple[Row, ...]:
    one = found.task
    decide = [button(words("button-put-back"), "pju", one.id, style="success")]
    if not one.is_left_out:
        decide.append(button(words("button-leave-out"), "pjx", one.id))
    rows: list[Row] = [tuple(decide)]
    if is_cut:
        rows.append((button(words("button-pulled-file"), "pjt", one.id),))
    rows.append((button(words("button-back"), "pjl", found.project.key, 0),))
    return tuple(rows)


def in_short(words: Words, content: Content) -> tuple[Text, bool]:
    """The task as it fits one card, and whether something of it was left to the file."""
    sections = _sections(content)
    room = _ROOM // max(len(sections), 1)
    said, is_cut = [], False
    for section in sections:
        plain = section.text.text
        is_cut = is_cut or len(plain) > room
        shown: Text | str = section.text if len(plain) <= room else say.short(plain, room)
        if section.image is not None and not plain:
            shown = words.rich("job-image-above")
        heading = words.rich(task_text.heading_key(section), **task_text.named(section))
        said.append(lines(heading, shown))
    return lines(*said, between="\n\n"), is_cut


def _sections(content: Content) -> tuple[Section, ...]:
    return tuple(lay_out(content, tuple(range(len(content.responses)))).sections)


def whole(words: Words, content: Content) -> File:
    """The whole text of a task as a file."""
    said = [
        f"{words.rich(task_text.heading_key(one), **task_text.named(one)).text}\n\n{one.source}\n"
        for one in _sections(content)
    ]
    return File("task.md", "\n".join(said).encode())


async def file(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The whole text of a pulled task as a file."""
    words = hall.words(args["language"])
    found = await pulled.card(hall.db, args["task"], by=args["person_id"])
    caption = words.rich("pulled-file", task=say.short(found.task.external_id, _SHOWN))
    rows = ((button(words("button-back"), "pjo", found.task.id),),)
    return Screen(caption, rows, file=whole(words, found.content))
