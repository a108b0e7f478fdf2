"""Preparing a call, and the calls that stand: the screens of who coordinates."""

from typing import Any

from bot.domain.calls import CallState
from bot.domain.places import Place, PostState, meant
from bot.domain.projects import ProjectState
from bot.services import calls, projects
from bot.services.calls import PostedCall, drafts, plans
from bot.services.calls.drafts import Prepared
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages import call_when, schedules
from handlers.messages.places import hindrance_words, place_name
from handlers.messages.private_calls import tally
from handlers.messages.screen import Row, Screen, button, lines, page_of, rows_of, turning

# Calls on a page of the list, and places of each that are named there.
CALLS, NAMED = 5, 4
SIZES = (5, 10, 25, 50)
_MARKS = {
    PostState.live: "🟢",
    PostState.waiting: "⏳",
    PostState.failed: "⚠️",
    PostState.impossible: "⚠️",
}


async def which_project(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The open projects that the coordinator may call for, and the way to the calls that stand."""
    by = args["person_id"]
    words = hall.words(args["language"])
    standing = await calls.open_calls(hall.db, by=by)
    buttons = [
        button(one.name[:40], "cp", one.key)
        for one in await projects.listed(hall.db, by=by)
        if one.state is ProjectState.open
    ]
    said = words.rich("call-which" if buttons else "call-no-projects")
    if standing:
        buttons.append(button(words("button-open-calls", count=len(standing)), "ck", 0))
    if planned := await plans.planned(hall.db, by=by):
        buttons.append(button(words("button-plans", count=len(planned)), "csl", 0))
    return Screen(said, rows_of(buttons, 1))


async def draft(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What is prepared: check marks for the places, how many jobs, first come or draw."""
    words = hall.words(args["language"])
    found = await drafts.prepared(hall.db, number=args["number"], by=args["person_id"])
    if found.draft.posted and found.call is not None:
        return await call(hall, {**args, "number": found.call.number})
    if found.draft.posted:
        return await schedules.card(hall, args)
    page = args.get("page", 0)
    free = [place for place in found.places if place.key not in found.there]
    lost = [place for place in found.hindered if place.key in found.draft.places]
    head = _draft_head(hall, words, found)
    if not free and not lost:
        key = "call-no-more-places" if found.there else "call-no-groups"
        text = lines(head, words.rich(key), _hindered(words, found), between="\n\n")
        rows = tuple(_term_rows(words, found, 0)) if found.call is None else ()
        return Screen(text, rows)
    has_topics = any(place.chat.is_forum for place in free)
    where = words.rich("call-where-topics" if has_topics else "call-where")
    text = lines(head, where, _hindered(words, found), between="\n\n")
    return Screen(text, _draft_rows(words, found, [*free, *lost], page))


def _draft_head(hall: Hall, words: Words, found: Prepared) -> Text:
    if found.call is not None:
        number = found.call.number
        return words.rich("call-more-head", project=found.project.name, number=number)
    limit = found.draft.limit
    size = (
        words.rich("call-draft-all", open=found.jobs)
        if limit is None
        else words.rich("call-draft-some", limit=limit, open=found.jobs)
    )
    how = (
        words.rich("call-draft-draw", seconds=hall.rules.draw_seconds)
        if found.draft.draw
        else words.rich("call-draft-first")
    )
    head = words.rich("call-draft-head", project=found.project.name)
    return lines(head, size, how, call_when.how(hall, words, found))


def _hindered(words: Words, found: Prepared) -> Text | None:
    """The work groups that cannot be checked, and why."""
    away = [(place, hindrance_words(words, place)) for place in found.hindered]
    for place in found.others:
        if place.topic is None:
            fit = meant(place.chat, found.project.id, found.project.offer.languages)
            away.append((place, words(f"meant-{fit}")))
    if not away:
        return None
    said = [
        words.rich("call-hindered", place=place_name(words, place), why=why)
        for place, why in away[:NAMED]
    ]
    more = len(away) - NAMED
    rest = words.rich("call-hindered-more", count=more) if more > 0 else None
    return lines(*said, rest)


def _draft_rows(words: Words, found: Prepared, shown: list[Place], page: int) -> tuple[Row, ...]:
    number, chosen = found.draft.number, set(found.draft.places)
    places = [
        button(
            ("✅ " if place.key in chosen else "⬜️ ") + place_name(words, place)[:48],
            "dt", number, place.chat.id, place.thread_id or 0, int(place.key not in chosen), page,
        )
        for place in page_of(shown, page)
    ]  # fmt: skip
    rows = list(rows_of(places, 1))
    rows += turning(len(shown), page, lambda label, to: button(label, "dp", number, to))
    if len(shown) > 1:
        rows.append(
            (
                button(words("button-all-places"), "da", number, 1, page),
                button(words("button-no-place"), "da", number, 0, page),
            )
        )
    if found.call is None:
        rows += _term_rows(words, found, page)
    elif chosen:
        post = words("button-post-call", count=len(chosen))
        rows.append((button(post, "do", number, style="success"),))
    return tuple(rows)


def _term_rows(words: Words, found: Prepared, page: int) -> list[Row]:
    number, limit, draw = found.draft.number, found.draft.limit, int(found.draft.draw)
    sizes = {size for size in SIZES if size < found.jobs} | ({limit} if limit else set())

    def size_button(size: int) -> str:
        text = words("button-some-jobs", count=size) if size else words("button-all-jobs")
        return f"✓ {text}" if size == (limit or 0) else text

    sized = [
        button(size_button(one), "dj", number, one, draw, page) for one in (0, *sorted(sizes))
    ]
    kinds = [("button-first-come", 0), ("button-draw", 1)]
    modes = [
        button(("✓ " if draw == kind else "") + words(key), "dj", number, limit or 0, kind, page)
        for key, kind in kinds
    ]
    rows = [tuple(sized), tuple(modes)] if len(sized) > 1 else [tuple(modes)]
    return rows + call_when.rows(words, found, page)


async def listing(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The calls that stand, each with its places."""
    words = hall.words(args["language"])
    found = await calls.open_calls(hall.db, by=args["person_id"])
    page = min(args.get("page", 0), max(len(found) - 1, 0) // CALLS)
    shown = page_of(found, page, CALLS)
    said = [_in_list(words, one) for one in shown]
    head = words.rich("calls-head" if found else "calls-none")
    buttons = [
        button(f"{one.project.name[:32]} · {one.call.number}", "cv", one.call.number, 0)
        for one in shown
    ]
    turn = turning(len(found), page, lambda label, to: button(label, "ck", to), CALLS)
    new = (button(words("button-new-call"), "cw"), button(words("button-all-plans"), "csl", 0))
    return Screen(lines(head, *said, between="\n\n"), (*rows_of(buttons, 1), *turn, new))


def _in_list(words: Words, one: PostedCall) -> Text:
    named = [_place_line(words, place, state) for place, state in one.places[:NAMED]]
    more = len(one.places) - NAMED
    rest = words.rich("calls-more-places", count=more) if more > 0 else None
    return lines(_call_line(words, one), *named, rest)


def _call_line(words: Words, one: PostedCall) -> Text:
    return words.rich(
        "calls-line", project=one.project.name, number=one.call.number, state=_state(words, one)
    )


def _state(words: Words, one: PostedCall) -> str:
    if one.call.state is CallState.closed:
        return words("calls-closed")
    if one.call.drawing:
        return words("calls-drawing")
    return words("calls-left", left=one.left) if one.left else words("calls-filled")


def _place_line(words: Words, place: Place, state: PostState) -> Text:
    name = place_name(words, place)
    mark = _MARKS[state]
    if state is PostState.live:
        return words.rich("calls-place", mark=mark, place=name)
    why = {
        PostState.waiting: lambda: words("calls-waiting"),
        PostState.failed: lambda: words("calls-failed"),
        PostState.impossible: lambda: hindrance_words(words, place),
    }[state]()
    return words.rich("calls-place-why", mark=mark, place=name, why=why)


async def call(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """One call: what is left, where it stands, and what can be done about it."""
    words = hall.words(args["language"])
    found = await calls.posted(hall.db, number=args["number"], by=args["person_id"])
    number, page = found.call.number, args.get("page", 0)
    said = [_place_line(words, place, state) for place, state in page_of(found.places, page)]
    rows: list[Row] = [
        *turning(len(found.places), page, lambda label, to: button(label, "cv", number, to))
    ]
    if found.call.state is not CallState.closed:
        rows.append((button(words("button-more-places"), "cm", number),))
        rows.append((button(words("button-close-call"), "cx", number, style="danger"),))
    rows.append(
        (
            button(words("button-refresh"), "cv", number, page),
            button(words("button-all-calls"), "ck", 0),
        )
    )
    asked = tally(words, found.tally) if found.tally else None
    return Screen(
        lines(_call_line(words, found), lines(*said), asked, between="\n\n"), tuple(rows)
    )


async def ask_close(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Whether the call shall really end."""
    words = hall.words(args["language"])
    found = await calls.posted(hall.db, number=args["number"], by=args["person_id"])
    number = found.call.number
    text = words.rich("call-close-sure", project=found.project.name, number=number)
    yes = button(words("button-close-call"), "cz", number, style="danger")
    return Screen(text, ((yes,), (button(words("button-back"), "cv", number, 0),)))
