"""The journal as an admin reads it."""

import json
from datetime import UTC, datetime, time
from typing import Any

from bot import say
from bot.countries import country_name
from bot.domain.detectors import DETECTORS
from bot.domain.journal import ACTS, FACTS, THINGS, Entry, Narrowed, read_code, typed
from bot.domain.money import Money
from bot.domain.my_data import WORDS
from bot.domain.steps import REASONS, REGION_CLOSED
from bot.formats.journal_csv import journal_csv
from bot.services import finding, journal, people
from bot.services.journal import Look, person_of
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.screen import Button, File, Row, Screen, button, lines, rows_of, turning

MOST_NAME = 40
MOST_VALUE = 60
ACTS_SHOWN = 16
# Facts whose values are codes with a name, the same as in the data that people get of themselves.
_CODED = frozenset({"standing", "state", "kind", "role", "roles", "verdict", "pause"})
_MONEY = {"minor", "pay_minor", "hourly_minor"}


async def listing(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The newest entries that fit, how each changed what it is about, and what narrows them."""
    words = hall.words(args["language"])
    asked, rest = typed(args.get("text", ""))
    if "code" in args:
        asked = read_code(args["code"])
    elif rest:
        found = await finding.find(hall.db, rest, by=args["person_id"])
        if len(found) != 1:
            return _whom(words, asked, rest, found)
        asked = Narrowed(found[0].person.id, None, asked.day, asked.act)
    seen = await journal.look(hall.db, asked, by=args["person_id"], before=args["before"])
    said: list[Text | None] = [_head(words, seen)]
    said += [_entry(hall, words, seen, one) for one in seen.entries]
    if not seen.entries:
        said.append(words.rich("journal-nothing"))
    return Screen(lines(*said, between="\n\n"), _buttons(words, seen, args["before"]))


def _whom(words: Words, asked: Narrowed, rest: str, found: list[finding.Found]) -> Screen:
    again = (button(words("button-journal-find"), "hs"),)
    if not found:
        return Screen(words.rich("people-none", text=rest[:MOST_NAME]), (again,))
    buttons = [
        button(
            f"{one.person.name[:MOST_NAME]} · {one.pseudonym}", "hj",
            Narrowed(one.person.id, None, asked.day, asked.act).code, 0,
        )
        for one in found[: finding.MOST]
    ]  # fmt: skip
    return Screen(words.rich("journal-whom"), (*rows_of(buttons, 1), again))


def _head(words: Words, seen: Look) -> Text:
    asked, parts = seen.asked, []
    if asked.about is not None:
        parts.append(words("journal-about", name=_name(words, seen, asked.about)))
    if asked.by is not None:
        parts.append(words("journal-by", name=_name(words, seen, asked.by)))
    if asked.act is not None:
        parts.append(_act(words, asked.act))
    if asked.day is not None:
        noon = datetime.combine(asked.day, time(12), UTC)
        parts.append(say.date(words.language, noon, "UTC"))
    if not parts:
        return words.rich("journal-head")
    return words.rich("journal-head-narrowed", what=" · ".join(parts))


def _entry(hall: Hall, words: Words, seen: Look, one: Entry) -> Text:
    when = say.clock_time(words.language, one.at, seen.viewer.zone, hall.clock.now())
    who = _name(words, seen, one.actor_id or 0)
    what, about = _act(words, one.act), _thing(words, seen, one.subject)
    told = words.rich("journal-entry", when=when, who=who, what=what, about=about)
    changed = " · ".join(_changes(words, one))
    return lines(told, changed or None)


def _name(words: Words, seen: Look, person_id: int) -> str:
    if not person_id:
        return words("journal-nobody")
    name, pseudonym = seen.names.get(person_id, ("", "?"))
    return f"{name[:MOST_NAME]} ({pseudonym})" if name else pseudonym


def _act(words: Words, act: str) -> str:
    return words(f"journal-act-{act}") if act in ACTS else act


def _thing(words: Words, seen: Look, subject: str) -> str:
    what, _, which = subject.partition(":")
    person = person_of(subject)
    if person is not None:
        return _name(words, seen, person)
    return words(f"journal-thing-{what}", which=which) if what in THINGS else subject


def _changes(words: Words, one: Entry) -> list[str]:
    """Each fact as it was and as it is; one that stayed the same is left out."""
    before, after = one.before or {}, one.after or {}
    told = []
    for fact in dict.fromkeys((*before, *after)):
        if fact == "currency" and _MONEY & (before.keys() | after.keys()):
            continue
        code = fact.replace("_", "-")
        name = words(f"journal-fact-{code}") if code in FACTS else fact.replace("_", " ")
        was, now = _value(words, before, fact), _value(words, after, fact)
        if fact in before and fact in after:
            told += [f"{name}: {was} → {now}"] if was != now else []
        else:
            told.append(f"{name}: {was if fact in before else now}")
    return told


def _value(words: Words, facts: dict[str, Any], fact: str) -> str:
    value, currency = facts.get(fact), facts.get("currency")
    if fact in _MONEY and isinstance(value, int) and currency:
        return say.money(words.language, Money(value, currency))
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        text = ", ".join(coded(words, fact, one) for one in value) or "—"
    else:
        text = _plain(words, fact, value)
    return text if len(text) <= MOST_VALUE else f"{text[: MOST_VALUE - 1]}…"


def _plain(words: Words, fact: str, value: Any) -> str:
    if value is None:
        return "—"
    if isinstance(value, bool):
        return words("data-yes" if value else "data-no")
    if isinstance(value, str):
        return coded(words, fact, value)
    return json.dumps(value, ensure_ascii=False)


def coded(words: Words, fact: str, value: str) -> str:
    """A value in the reader's words where it is a code that people know by a name."""
    code = value.replace(" ", "-").replace("_", "-")
    if fact == "reason" and value in (*REASONS, REGION_CLOSED.code):
        return words(f"button-reason-{value}")
    if fact == "detector" and value in [one.name for one in DETECTORS]:
        return words(f"detector-name-{value}")
    if fact == "country":
        return country_name(words.language, value)
    return words(f"data-word-{code}") if fact in _CODED and code in WORDS else value


def _buttons(words: Words, seen: Look, before: int) -> tuple[Row, ...]:
    asked, code = seen.asked, seen.asked.code
    pages: list[Button] = []
    if before:
        pages.append(button(words("button-journal-newest"), "hj", code, 0))
    if seen.more:
        pages.append(button(words("button-journal-older"), "hj", code, seen.entries[-1].id))
    narrow = [
        button(words("button-journal-find"), "hs"),
        button(words("button-journal-acts"), "hk", code, 0),
    ]
    if (asked.about is None) != (asked.by is None):
        key = "button-journal-by" if asked.by is None else "button-journal-about"
        narrow.append(button(words(key), "hj", asked.turned().code, 0))
    last = [button(words("button-journal-file"), "hf", code)] if seen.entries else []
    if code:
        last.insert(0, button(words("button-journal-all"), "hj", "", 0))
    return tuple(row for row in (tuple(pages), *rows_of(narrow, 2), tuple(last)) if row)


async def acts(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The kinds of entries that there are, each a button."""
    words, asked = hall.words(args["language"]), read_code(args["code"])
    there = set(await journal.acts(hall.db, by=args["person_id"]))
    known = [act for act in ACTS if act in there]
    start = args["at"] * ACTS_SHOWN
    buttons = [
        button(_act(words, act), "hj", Narrowed(asked.about, asked.by, asked.day, act).code, 0)
        for act in known[start : start + ACTS_SHOWN]
    ]
    turn = turning(
        len(known), args["at"], lambda text, page: button(text, "hk", asked.code, page), ACTS_SHOWN
    )
    back = (button(words("button-journal-back"), "hj", asked.code, 0),)
    return Screen(words.rich("journal-which"), (*rows_of(buttons, 2), *turn, back))


async def ask(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What the journal can be narrowed down by."""
    words = hall.words(args["language"])
    return Screen(words.rich("journal-ask"), ((button(words("button-cancel"), "ac"),),))


async def file(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The entries as a CSV file."""
    person = await people.by_id(hall.db, args["person_id"])
    words = hall.words(person.language)
    seen = await journal.all_of(hall.db, read_code(args["code"]), by=person.id)
    caption = lines(
        _head(words, seen),
        words.rich("journal-file", count=len(seen.entries)),
        words.rich("journal-file-cut") if seen.more else None,
    )
    made = File("journal.csv", journal_csv(seen.entries, seen.names))
    return Screen(caption, file=made, protect=False)
