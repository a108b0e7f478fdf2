"""Why a project offers somebody nothing: a few reasons under `/work`, all of them page by page."""

from datetime import datetime
from typing import Any

from bot import say
from bot.domain.people import after_quiet_hours
from bot.domain.refusal import Refused
from bot.services import waiting
from bot.services.waiting import Work
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages import absence
from handlers.messages.reason_facts import facts_in_names
from handlers.messages.screen import Row, Screen, button, lines, turning

MOST = 6  # reasons that stand under `/work` itself
PAGE = 8
_OVER = "project-closed"


def has_work(found: Work) -> bool:
    """Whether there is anything that the person has or could have."""
    return bool(found.jobs or found.openings or found.held or found.unasked)


def told(hall: Hall, words: Words, found: Work) -> Text | None:
    """Why there is nothing at all; what one can do something about stands first."""
    if has_work(found):
        return None
    no = found.barred
    paused = absence.of_work(words, found.person, hall.clock.now())
    if no is not None and no.reason.startswith("paused") and paused is not None:
        # What the pause is, and its end, stands where the list would.
        return None
    if no is not None:
        return words.rich("work-not-now", reason=reason(hall, words, found, no))
    said = [_line(hall, words, found, *one) for one in found.reasons[:MOST]]
    more = len(found.reasons) - len(said)
    return lines(
        words.rich("work-none"), *(said or [words.rich("work-no-projects")]),
        words.rich("work-why-more", count=more) if more > 0 else None,
    )  # fmt: skip


def rows(words: Words, found: Work) -> tuple[Row, ...]:
    """The way to the reasons that do not stand here."""
    left = [no for _, no in found.reasons if no.reason != _OVER]
    shown = 0 if has_work(found) else MOST
    if found.barred is not None or len(left) <= shown:
        return ()
    return ((button(words("button-why", count=len(found.reasons)), "wy", 0),),)


def reason(hall: Hall, words: Words, found: Work, no: Refused) -> str:
    """Why a project offers the person nothing."""
    facts = facts_in_names(words, no.facts)
    facts.pop("project", None)
    if isinstance(facts.get("until"), datetime):
        now = hall.clock.now()
        facts["until"] = say.clock_time(words.language, facts["until"], found.person.zone, now)
    return words(f"why-{no.reason}", **facts)


def _line(hall: Hall, words: Words, found: Work, project: str, no: Refused) -> Text:
    return words.rich("work-reason", project=project, reason=reason(hall, words, found, no))


def quiet(hall: Hall, words: Words, found: Work) -> Text | None:
    """That calls wait for the end of the person's quiet hours; on the list they do not."""
    now = hall.clock.now()
    ends = after_quiet_hours(found.person, now)
    if ends == now or found.list_place is not None or has_work(found) or found.barred:
        return None
    until = say.clock_time(words.language, ends, found.person.zone, now)
    return words.rich("work-quiet", until=until)


async def screen(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Every project that offers the person nothing, each with the reason."""
    found = await waiting.work(
        hall.db, person_id=args["person_id"], now=hall.clock.now(), rules=hall.rules
    )
    words = hall.words(found.person.language)
    back = (button(words("button-back"), "w"),)
    if not found.reasons:
        return Screen(words.rich("why-none"), (back,))
    page = min(args.get("page", 0), (len(found.reasons) - 1) // PAGE)
    some = found.reasons[page * PAGE : (page + 1) * PAGE]
    text = lines(
        words.rich("why-head"), *(_line(hall, words, found, *one) for one in some), between="\n\n"
    )
    turn = turning(len(found.reasons), page, lambda label, to: button(label, "wy", to), PAGE)
    return Screen(text, (*turn, back))
