"""Calls that are planned: the list, one of them, and why one did not go out."""

from datetime import datetime
from typing import Any

from bot.domain.refusal import Refused
from bot.domain.schedules import ScheduleState
from bot.services import people
from bot.services.calls import plans
from bot.services.calls.plans import Planned
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.errors import facts_in_words
from handlers.messages.places import hindrance_words, place_name
from handlers.messages.planned_words import moment_words, next_words, when_words
from handlers.messages.screen import Row, Screen, button, lines, page_of, rows_of, turning

PLANS, NAMED = 6, 8


async def listing(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What is planned, the next to go out first."""
    words, now = hall.words(args["language"]), hall.clock.now()
    found = await plans.planned(hall.db, by=args["person_id"])
    page = min(args.get("page", 0), max(len(found) - 1, 0) // PLANS)
    shown = page_of(found, page, PLANS)
    said = [lines(_head(words, one), _state(words, one, now)) for one in shown]
    buttons = [
        button(f"{one.project.name[:32]} · {one.plan.number}", "csv", one.plan.number)
        for one in shown
    ]
    turn = turning(len(found), page, lambda label, to: button(label, "csl", to), PLANS)
    below = (button(words("button-new-call"), "cw"), button(words("button-all-calls"), "ck", 0))
    head = words.rich("planned-head" if found else "planned-none")
    return Screen(lines(head, *said, between="\n\n"), (*rows_of(buttons, 1), *turn, below))


def _head(words: Words, one: Planned) -> Text:
    return words.rich("planned-line", project=one.project.name, number=one.plan.number)


def _state(words: Words, one: Planned, now: datetime) -> Text:
    plan = one.plan
    match plan.state:
        case ScheduleState.ended:
            return words.rich("planned-ended")
        case ScheduleState.paused:
            return lines(when_words(words, plan.when, now), words.rich("planned-paused"))
    times = "" if plan.next_at is None else moment_words(words, plan.next_at, plan.when.zone, now)
    said = when_words(words, plan.when, now)
    return lines(said, words.rich("planned-next", times=times) if plan.when.cron else None)


async def card(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """One plan: when, where, for how many jobs; to hold, end, or carry it out at once."""
    words, now = hall.words(args["language"]), hall.clock.now()
    one = await plans.one_planned(hall.db, number=args["number"], by=args["person_id"])
    plan = one.plan
    coming = None
    if plan.state is ScheduleState.active and plan.when.cron:
        coming = words.rich("planned-next", times=next_words(words, plan.when, now))
    state = None if plan.state is ScheduleState.active else words.rich(f"planned-{plan.state}")
    text = lines(
        lines(_head(words, one), when_words(words, plan.when, now), coming, state),
        _terms(hall, words, one),
        _places(words, one),
        words.rich("planned-by", name=one.maker.name),
        between="\n\n",
    )
    return Screen(text, _rows(words, one))


def _terms(hall: Hall, words: Words, one: Planned) -> Text:
    plan = one.plan
    size = (
        words.rich("planned-all")
        if plan.limit is None
        else words.rich("planned-some", limit=plan.limit)
    )
    how = (
        words.rich("call-draft-draw", seconds=hall.rules.draw_seconds)
        if plan.draw
        else words.rich("call-draft-first")
    )
    privately = words.rich("call-draft-waves" if plan.waves else "call-draft-no-waves")
    again = words.rich("planned-renews") if plan.when.cron and not plan.draw else None
    return lines(size, how, privately, again)


def _places(words: Words, one: Planned) -> Text | None:
    if not one.places:
        return None
    said = []
    for place in one.places[:NAMED]:
        name, why = place_name(words, place), hindrance_words(words, place)
        key = "calls-place-why" if why else "calls-place"
        facts = {"why": why} if why else {}
        said.append(words.rich(key, mark="⚠️" if why else "📍", place=name, **facts))
    more = len(one.places) - NAMED
    return lines(*said, words.rich("calls-more-places", count=more) if more > 0 else None)


def _rows(words: Words, one: Planned) -> tuple[Row, ...]:
    number = one.plan.number
    rows: list[Row] = []
    if one.plan.state is not ScheduleState.ended:
        held = one.plan.state is ScheduleState.paused
        going = button(words("button-plan-resume"), "csq", number)
        hold = button(words("button-plan-pause"), "csp", number)
        rows.append((button(words("button-plan-now"), "csg", number),))
        rows.append(
            (
                going if held else hold,
                button(words("button-plan-end"), "cse", number, style="danger"),
            )
        )
    if one.call is not None:
        rows.append((button(words("button-plan-call-stands"), "cv", one.call, 0),))
    rows.append((button(words("button-all-plans"), "csl", 0),))
    return tuple(rows)


async def ask_end(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Whether the plan shall really end."""
    words = hall.words(args["language"])
    one = await plans.one_planned(hall.db, number=args["number"], by=args["person_id"])
    text = words.rich("planned-end-sure", project=one.project.name, number=one.plan.number)
    yes = button(words("button-plan-end"), "csf", one.plan.number, style="danger")
    return Screen(text, ((yes,), (button(words("button-back"), "csv", one.plan.number),)))


async def skipped(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """A planned call did not go out: why, and when the next one does."""
    person = await people.by_id(hall.db, args["person_id"])
    words, now = hall.words(person.language), hall.clock.now()
    one = await plans.one_planned(hall.db, number=args["number"], by=person.id)
    zone = one.plan.when.zone
    no = Refused(args["reason"], **args["facts"])
    why = words(f"refused-{no.reason}", **facts_in_words(hall, person.language, no, person))
    moment = moment_words(words, datetime.fromisoformat(args["moment"]), zone, now)
    text = lines(
        words.rich("planned-skipped", project=one.project.name, time=moment),
        words.rich("planned-why", why=why),
        _afterwards(words, one, now),
        between="\n\n",
    )
    return Screen(text, ((button(words("button-plan"), "csv", one.plan.number),),))


def _afterwards(words: Words, one: Planned, now: datetime) -> Text:
    plan = one.plan
    if plan.state is ScheduleState.ended or plan.next_at is None:
        return words.rich(f"planned-skipped-{plan.state}")
    zone = plan.when.zone
    return words.rich("planned-then", time=moment_words(words, plan.next_at, zone, now))
