"""Rating schemes for coordinators: the list, one scheme, a dropped file."""

import json
from collections.abc import Mapping
from typing import Any

from bot.domain.gates import mark_of
from bot.domain.refusal import Refused
from bot.formats.records import Fault
from bot.formats.scheme_text import scheme_text
from bot.formats.schemes import file_of
from bot.services import scheme_drafts, schemes
from handlers.context import Hall
from handlers.messages import scheme_words
from handlers.messages.faults import first_faults
from handlers.messages.screen import (
    File,
    Row,
    Screen,
    button,
    lines,
    page_of,
    rows_of,
    turning,
)

_MOST_USERS = 5


async def listing(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """All schemes that a project can name; the hall's own stand first."""
    words = hall.words(args["language"])
    found = await schemes.listed(hall.db, by=args["person_id"])
    page = args.get("page", 0)
    said = [
        words.rich(
            "schemes-line", own="✏️" if one.own else "📦",
            title=scheme_words.title(words, one.body), name=one.name,
            count=len(one.body["questions"]),
        )
        for one in page_of(found, page)
    ]  # fmt: skip
    buttons = [
        button(scheme_words.title(words, one.body)[:40], "tb", one.name)
        for one in page_of(found, page)
    ]
    draft = await scheme_drafts.current(hall.db, by=args["person_id"])
    making: list[Row] = [(button(words("button-scheme-new"), "tg", style="primary"),)]
    if draft is not None:
        making.insert(0, (button(words("button-scheme-go-on"), "tk", draft.number),))
    turn = turning(len(found), page, lambda label, to: button(label, "ta", to))
    back = (button(words("button-back"), "pl", 0),)
    text = lines(words.rich("schemes-head"), lines(*said), words.rich("schemes-hint"),
                 between="\n\n")  # fmt: skip
    return Screen(text, (*rows_of(buttons, 2), *turn, *making, back))


async def card(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """One scheme: what it shows and asks, which projects use it, what can be done."""
    words = hall.words(args["language"])
    found = await schemes.one(hall.db, args["name"], by=args["person_id"])
    users = list(found.users[:_MOST_USERS])
    if len(found.users) > _MOST_USERS:
        users.append("…")
    text = lines(
        words.rich("scheme-saved", line=f"scheme: {found.name}") if args.get("saved") else None,
        lines(
            words.rich("scheme-head", title=scheme_words.title(words, found.body),
                       name=found.name),
            scheme_words.shown(words, found.body),
        ),
        scheme_words.asked(words, found.body),
        words.rich("scheme-users", projects=", ".join(users)) if users else None,
        words.rich("scheme-keeps") if users and found.own else None,
        between="\n\n",
    )  # fmt: skip
    name = found.name
    change = "button-scheme-change" if found.mine else "button-scheme-copy"
    rows: list[Row] = [
        (button(words("button-sample"), "tc", name, style="primary"),),
        (button(words(change), "tf", name), button(words("button-scheme-file"), "te", name)),
    ]
    if found.mine and not users:
        rows.append((button(words("button-scheme-delete"), "td", name),))
    return Screen(text, (*rows, (button(words("button-back"), "ta", 0),)))


async def ask_delete(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Whether to take the scheme away."""
    words = hall.words(args["language"])
    found = await schemes.one(hall.db, args["name"], by=args["person_id"])
    text = words.rich("scheme-delete-ask", title=scheme_words.title(words, found.body))
    row = (
        button(words("button-scheme-delete-yes"), "tdy", found.name, style="danger"),
        button(words("button-back"), "tb", found.name),
    )
    return Screen(text, (row,))


async def file(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The scheme as a file; that of a packaged one has its comments."""
    words = hall.words(args["language"])
    found = await schemes.one(hall.db, args["name"], by=args["person_id"])
    body = scheme_text(found.body) if found.own else file_of(found.name)
    key = "scheme-file-own" if found.own else "scheme-file-packaged"
    return Screen(words.rich(key, name=found.name), file=File(f"{found.name}.yaml", body))


async def faults(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What is wrong in a scheme file, by line."""
    words = hall.words(args["language"])
    found = [Fault(**fault) for fault in args["faults"]]
    said = first_faults(words, found)
    return Screen(lines(words.rich("scheme-file-faults", name=args["file"]), *said))


async def staged(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What a scheme file says, before it is saved."""
    words = hall.words(args["language"])
    number = args["number"]
    name, body = await schemes.staged(hall.db, number, by=args["person_id"])
    if isinstance(body, list):
        raise Refused("stale-button")
    known = {one.name for one in await schemes.listed(hall.db, by=args["person_id"])}
    replaces = body["name"] in known
    text = lines(
        lines(
            words.rich("scheme-staged-head", file=name,
                       title=scheme_words.title(words, body), name=body["name"]),
            scheme_words.shown(words, body),
        ),
        scheme_words.asked(words, body),
        words.rich("scheme-replaces") if replaces else words.rich("scheme-not-yet"),
        between="\n\n",
    )  # fmt: skip
    rows = (
        (button(words("button-sample"), "tfs", number, style="primary"),),
        (button(words("button-scheme-save", name=body["name"]), "tfk", number, style="success"),),
        (button(words("button-drop-file"), "fn", number),),
    )
    return Screen(text, rows)


def mark(scheme: Mapping[str, Any]) -> str:
    """A short name of the scheme as it is now, by which a button says what was looked at."""
    return mark_of(json.dumps(scheme, sort_keys=True))
