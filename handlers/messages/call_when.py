"""When a call goes out: now, on a day, again and again; and whether it goes privately as well."""

from datetime import timedelta
from typing import Any

from bot import say
from bot.domain.local_moments import wall_time
from bot.domain.planning import PATTERNS, on_day
from bot.services import people
from bot.services.calls import drafts
from bot.services.calls.drafts import Prepared
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.planned_words import next_words, when_words
from handlers.messages.screen import Row, Screen, button, lines, rows_of

DAYS = 7


def how(hall: Hall, words: Words, found: Prepared) -> Text:
    """Whether it goes privately as well, and when."""
    draft, now = found.draft, hall.clock.now()
    privately = words.rich("call-draft-waves" if draft.waves else "call-draft-no-waves")
    if draft.when is None:
        return lines(privately, words.rich("call-draft-now"))
    coming = words.rich("planned-next", times=next_words(words, draft.when, now))
    said = words.rich("call-draft-when", when=when_words(words, draft.when, now).text)
    return lines(privately, said, coming if draft.when.cron else None)


def rows(words: Words, found: Prepared, page: int) -> list[Row]:
    """The buttons for both, and the one that posts it or plans it."""
    draft = found.draft
    toggle = words("button-privately-on" if draft.waves else "button-privately-off")
    made: list[Row] = [
        (button(toggle, "csa", draft.number, int(not draft.waves), page),),
        (button(words("button-when"), "csw", draft.number),),
    ]
    if not (draft.places or draft.waves):
        return made
    if draft.when is not None:
        made.append((button(words("button-plan-call"), "cso", draft.number, style="success"),))
        return made
    key = "button-post-call" if draft.places else "button-post-privately"
    post = words(key, count=len(draft.places)) if draft.places else words(key)
    made.append((button(post, "do", draft.number, style="success"),))
    return made


async def when(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Now, one of the next days, or which days again and again."""
    words = hall.words(args["language"])
    number = args["number"]
    found = await drafts.prepared(hall.db, number=number, by=args["person_id"])
    zone = (await people.by_id(hall.db, args["person_id"])).zone
    now = hall.clock.now()
    today = wall_time(now, zone).date()
    days = [
        button(_day(words, offset, (today + timedelta(days=offset)).weekday()), "csd", number,
               offset)
        for offset in range(DAYS)
    ]  # fmt: skip
    each = [button(pattern_name(words, nth), "csr", number, nth) for nth in range(len(PATTERNS))]
    at_once = ("✓ " if found.draft.when is None else "") + words("button-at-once")
    text = lines(
        words.rich("call-when-head", project=found.project.name),
        words.rich("call-when-zone", zone=say.zone_label(words.language, zone, now)),
        between="\n\n",
    )
    shown = (
        (button(at_once, "csn", number),),
        *rows_of(days, 3),
        *rows_of(each[:2], 2),
        *rows_of(each[2:], 3),
        (button(words("button-write-when"), "cst", number),),
        (button(words("button-back"), "dp", number, 0),),
    )
    return Screen(text, shown)


def _day(words: Words, offset: int, weekday: int) -> str:
    if offset == 0:
        return words("button-today")
    return words("button-tomorrow") if offset == 1 else say.weekday(words.language, weekday)


def pattern_name(words: Words, nth: int) -> str:
    """The days of one of the patterns that can be tapped."""
    if nth == 0:
        return words("button-every-day")
    if nth == 1:
        return words("button-workdays")
    # After the first two they are the days of the week from Monday on.
    return words("button-each-week", day=say.weekday(words.language, nth - 2))


async def hours(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """At what hour: of the day so many `days` ahead, or of the days of the `nth` pattern."""
    words = hall.words(args["language"])
    number, days = args["number"], args.get("days")
    zone = (await people.by_id(hall.db, args["person_id"])).zone
    now = hall.clock.now()
    if days is None:
        nth: int = args["nth"]
        offered = [(hour, button(f"{hour:02}:00", "csi", number, nth, hour)) for hour in range(24)]
        named = pattern_name(words, nth)
    else:
        offered = [
            (hour, button(f"{hour:02}:00", "csh", number, days, hour))
            for hour in range(24)
            if (at := on_day(days, hour, zone, now).at) is not None and at > now
        ]
        day = wall_time(now, zone).date() + timedelta(days=days)
        named = _day(words, days, day.weekday())
    text = lines(
        words.rich("call-hours-head", days=named),
        words.rich("call-when-zone", zone=say.zone_label(words.language, zone, now)),
        words.rich("call-hours-write"),
        between="\n\n",
    )
    back = (button(words("button-back"), "csw", number),)
    return Screen(text, (*rows_of([one for _, one in offered], 4), back))


async def ask(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """How to write the time, or a pattern."""
    words = hall.words(args["language"])
    zone = (await people.by_id(hall.db, args["person_id"])).zone
    now = hall.clock.now()
    text = words.rich(
        "call-when-ask",
        zone=say.zone_name(words.language, zone, now),
        day=f"{wall_time(now, zone).date() + timedelta(days=1):%Y-%m-%d}",
    )
    return Screen(text, ((button(words("button-cancel"), "ac"),),))
