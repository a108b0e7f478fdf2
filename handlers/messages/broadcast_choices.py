"""To whom a broadcast goes, and when: the screens that narrow it down."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot import say
from bot.countries import country_name
from bot.domain.broadcasts import Segment
from bot.domain.refusal import Refused
from bot.services import broadcasts
from bot.services.broadcasts import Choices
from handlers.context import Hall, Words
from handlers.messages.broadcast_parts import reach, segment_lines
from handlers.messages.profile_words import language_name
from handlers.messages.screen import Row, Screen, button, lines, page_of, rows_of, turning
from handlers.messages.settings import WORK_LANGUAGES

IDLE = (7, 14, 30, 60, 90, 180)
TIMES = ("09:00", "12:00", "18:00")
_PAGE = 18
# A thing by which people are told apart, by its letter in buttons.
WHAT = {"p": "project", "w": "worked", "l": "language", "c": "country", "i": "idle", "g": "group",
        "n": "people"}  # fmt: skip

# The value, its name, whether it is chosen.
Option = tuple[str, str, bool]


async def segment(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Everything by which the people can be narrowed down."""
    words = hall.words(args["language"])
    found = await broadcasts.prepared(
        hall.db, number=args["number"], by=args["person_id"], now=hall.clock.now()
    )
    one, number = found.broadcast.segment, found.broadcast.number
    whole = found.project is not None or found.viewer.is_admin
    text = lines(
        words.rich("broadcast-whom"),
        lines(
            segment_lines(words, one, found.project, found.groups),
            reach(hall, words, found) if whole else words.rich("broadcast-needs-project"),
        ),
        between="\n\n",
    )
    kinds = [button(words(f"button-broadcast-{WHAT[one]}"), "brf", number, one, 0)
             for one in "plcig"]  # fmt: skip
    ids = button(words("button-broadcast-people"), "bru", number)
    tier = button(words("button-broadcast-tier"), "brt", number, "-")
    rows = list(rows_of([*kinds, tier, ids], 2))
    if one.project_id is not None:
        worked = _mark(words, words("broadcast-only-worked"), chosen=one.worked)
        rows.append((button(worked, "brg", number, "w", "-", int(not one.worked), 0),))
    if one.people:
        drop = words("button-broadcast-all-ids")
        rows.append((button(drop, "brg", number, "n", "-", 0, 0),))
    rows.append((button(words("button-back"), "brb"),))
    return Screen(text, tuple(rows))


def _mark(words: Words, name: str, *, chosen: bool) -> str:
    return words("button-mark", mark="✅" if chosen else "⬜️", name=name)


async def choose(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What there is of one kind, those chosen marked."""
    words, letter, page = hall.words(args["language"]), args["what"], args["page"]
    found = await broadcasts.choices(hall.db, number=args["number"], by=args["person_id"])
    options = _options(words, found, letter)
    number = found.broadcast.number
    buttons = [
        button(_mark(words, name[:40], chosen=chosen), "brg", number, letter, value,
               int(not chosen), page)
        for value, name, chosen in page_of(options, page, _PAGE)
    ]  # fmt: skip
    width = 1 if letter in "pg" else 2
    turn = turning(len(options), page, lambda label, to: button(label, "brf", number, letter, to),
                   _PAGE)  # fmt: skip
    text = words.rich(f"broadcast-choose-{WHAT[letter]}" if options else "broadcast-choose-none")
    back: Row = (button(words("button-back"), "bre", number),)
    return Screen(text, (*rows_of(buttons, width), *turn, back))


def _options(words: Words, found: Choices, letter: str) -> list[Option]:
    chosen: Segment = found.broadcast.segment
    match letter:
        case "p":
            return [(one.key, one.name, one.id == chosen.project_id) for one in found.projects]
        case "l":
            known = dict.fromkeys((*chosen.languages, *WORK_LANGUAGES))
            return [
                (one, language_name(words.language, one), one in chosen.languages) for one in known
            ]
        case "c":
            return [
                (one, f"{country_name(words.language, one)} · {count}", one in chosen.countries)
                for one, count in found.countries
            ]
        case "i":
            return [
                (str(one), words("broadcast-days", days=one), one == chosen.idle_days)
                for one in IDLE
            ]
        case "g":
            return [(str(one), title, one in chosen.groups) for one, title in found.groups]
    raise Refused("stale-button")


async def when(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """At once, or at a time of each one's own clock."""
    words, number = hall.words(args["language"]), args["number"]
    found = await broadcasts.prepared(
        hall.db, number=number, by=args["person_id"], now=hall.clock.now()
    )
    today = hall.clock.now().astimezone(ZoneInfo(found.viewer.zone))
    rows: list[Row] = [(button(words("button-broadcast-at-once"), "bri", number, "now"),)]
    for days in (1, 2):
        day = today + timedelta(days=days)
        name = say.day_of_year(words.language, day.date())
        rows.append(
            tuple(button(f"{name} {time}", "bri", number, _packed(day, time)) for time in TIMES)
        )
    rows.append((button(words("button-broadcast-at"), "brj", number),))
    rows.append((button(words("button-back"), "brb"),))
    return Screen(words.rich("broadcast-when"), tuple(rows))


def _packed(day: datetime, time: str) -> str:
    return f"{day:%Y%m%d}{time.replace(':', '')}"


async def ask_ids(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Write their ids."""
    words = hall.words(args["language"])
    return Screen(words.rich("broadcast-ask-ids"), ((button(words("button-cancel"), "ac"),),))


async def ask_time(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Write the day and the time."""
    words = hall.words(args["language"])
    tomorrow = hall.clock.now() + timedelta(days=1)
    text = words.rich("broadcast-ask-time", example=f"{tomorrow:%Y-%m-%d} 09:00")
    return Screen(text, ((button(words("button-cancel"), "ac"),),))
