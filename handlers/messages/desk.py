"""`/desk`: a line and a button for everything that waits, by due time; what comes next."""

from typing import Any

from bot import say
from bot.domain.desk import BY_PROJECT, MOST_COUNTED, Desk, Waiting, is_today
from bot.services import desk
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.screen import Button, Screen, button, lines, rows_of, turning

PAGE = 6
_MOST_NAME = 40
_LATE, _TODAY = "🔴", "🟡"


async def screen(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The desk as it is now; in the morning nothing, where nothing waits by then."""
    now = hall.clock.now()
    found = await desk.look(hall.db, by=args["person_id"], now=now, rules=hall.rules.pay)
    morning = args.get("morning", False)
    words = hall.words(found.person.language)
    if not found.waiting:
        return None if morning else _empty(hall, words, found)
    page = min(args.get("page", 0), (len(found.waiting) - 1) // PAGE)
    shown = list(enumerate(found.waiting, 1))[page * PAGE : (page + 1) * PAGE]
    text = lines(
        _head(hall, words, found),
        lines(*(_line(hall, words, found, nth, one) for nth, one in shown)),
        words.rich("desk-morning") if morning else None,
        between="\n\n",
    )
    taps = [_tap(words, nth, one, page) for nth, one in shown]
    turn = turning(len(found.waiting), page, lambda label, to: button(label, "dk", to), PAGE)
    return Screen(text, (*rows_of(taps, 2), *turn, (_again(words, page),)))


def _again(words: Words, page: int) -> Button:
    return button(words("button-refresh"), "dk", page)


def _head(hall: Hall, words: Words, found: Desk) -> Text:
    now = hall.clock.now()
    late, today = found.late(now), found.today(now)
    return lines(
        words.rich("desk-head", count=len(found.waiting)),
        words.rich("desk-late", count=late) if late else None,
        words.rich("desk-today", count=today) if today else None,
    )


def _line(hall: Hall, words: Words, found: Desk, nth: int, one: Waiting) -> Text:
    now, zone = hall.clock.now(), found.person.zone
    mark = _LATE if one.is_late(now) else _TODAY if is_today(one, zone, now) else ""
    line = lines(mark or None, words.rich("desk-nth", nth=nth), _what(words, one), between=" ")
    if one.due is None:
        return line
    date, several = say.clock_time(words.language, one.due, zone, now), one.count > 1
    if one.is_late(now):
        key = "desk-due-late-first" if several else "desk-due-late"
    else:
        key = "desk-due-first" if several else "desk-due"
    return line + words.rich(key, date=date)


def _what(words: Words, one: Waiting) -> Text:
    if one.matter in BY_PROJECT and not one.name:
        return words.rich(f"desk-more-{one.matter}", count=one.count)
    name = say.short(one.name, _MOST_NAME)
    why = words(f"unmeasured-{one.why}") if one.why else ""
    what = words.rich(f"desk-{one.matter}", count=one.count, name=name, number=one.key, why=why)
    many = words.rich("desk-most") if one.count >= MOST_COUNTED else None
    return lines(what, many, between=" ")


def _tap(words: Words, nth: int, one: Waiting, page: int) -> Button:
    label = words("button-desk", nth=nth, act=words(f"button-desk-{one.matter}"))
    return button(label, "dkg", one.matter.value, one.key, page)


def _empty(hall: Hall, words: Words, found: Desk) -> Screen:
    now = hall.clock.now()
    coming = [
        words.rich(
            f"desk-next-{one.what}", name=one.name[:_MOST_NAME],
            date=say.clock_time(words.language, one.at, found.person.zone, now),
        )
        for one in found.coming
    ]  # fmt: skip
    text = lines(
        words.rich("desk-none"),
        lines(words.rich("desk-next"), *coming) if coming else words.rich("desk-next-none"),
        between="\n\n",
    )
    rows = ((button(words("button-to-projects"), "pl", 0),), (_again(words, 0),))
    return Screen(text, rows)
