"""Newcomers who wait to be approved, as admins see them; and what an applicant is told."""

from typing import Any

from bot import say
from bot.domain.applications import ApplicationState
from bot.services import applications
from bot.services.applications import Applicant
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.evidence import quoted
from handlers.messages.screen import Row, Screen, button, lines, rows_of, turning

PAGE = 8


async def listing(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Who waits, the next to be answered first."""
    words, page = hall.words(args["language"]), args.get("page", 0)
    found, count = await applications.waiting(hall.db, by=args["person_id"], page=page, size=PAGE)
    back: Row = (button(words("button-people-again"), "qs"),)
    if not count:
        return Screen(words.rich("applicants-none"), (back,))
    said = [
        words.rich(
            "applicants-line", name=one.person.name[:40], number=one.pseudonym,
            date=say.moment(words.language, one.application.reply_by, one.viewer.zone),
        )
        for one in found
    ]  # fmt: skip
    buttons = [
        button(
            words("button-applicant", name=one.person.name[:20], number=one.pseudonym), "ns",
            one.application.number,
        )
        for one in found
    ]  # fmt: skip
    turn = turning(count, page, lambda label, to: button(label, "nr", to), PAGE)
    text = lines(
        words.rich("applicants-head", count=count), lines(*said), words.rich("applicants-hint"),
        between="\n\n",
    )  # fmt: skip
    return Screen(text, (*rows_of(buttons, 2), *turn, back))


async def card(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """One applicant, and the two answers."""
    words = hall.words(args["language"])
    one = await applications.one_applicant(hall.db, args["number"], by=args["person_id"])
    state, number = one.application.state, one.application.number
    yes = button(words("button-approve-applicant"), "nt", number, style="success")
    no = button(words("button-decline-applicant"), "nu", number)
    answers: dict[ApplicationState, Row] = {
        ApplicationState.open: (yes, no), ApplicationState.declined: (yes,),
    }  # fmt: skip
    below: Row = (
        button(words("button-person"), "qp", one.person.id),
        button(words("button-back"), "nr", 0),
    )
    rows = tuple(row for row in (answers.get(state, ()), below) if row)
    return Screen(lines(_head(words, one), _stands(words, one), between="\n\n"), rows)


def _head(words: Words, one: Applicant) -> Text:
    date = say.moment(words.language, one.application.applied_at, one.viewer.zone)
    return words.rich("applicant-head", name=one.person.name, number=one.pseudonym, date=date)


def _stands(words: Words, one: Applicant) -> Text:
    applied = one.application
    at = applied.reply_by if applied.decided_at is None else applied.decided_at
    date = say.moment(words.language, at, one.viewer.zone)
    return lines(words.rich(f"applicant-{applied.state}", date=date), quoted(applied.words))


async def ask_words(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Why is the application declined?"""
    words = hall.words(args["language"])
    one = await applications.one_applicant(hall.db, args["number"], by=args["person_id"])
    cancel: Row = (button(words("button-cancel"), "ac"),)
    return Screen(words.rich("applicant-ask-words", name=one.person.name), (cancel,))


async def declining(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The very words that the applicant will read, and the confirmation."""
    words = hall.words(args["language"])
    found = await applications.declining(hall.db, by=args["person_id"], now=hall.clock.now())
    theirs = hall.words(found.applicant.person.language)
    text = lines(
        words.rich("applicant-reads", name=found.applicant.person.name),
        _declined(theirs, found.words),
        words.rich("applicant-mend"),
        between="\n\n",
    )
    confirm = button(words("button-confirm-decline"), "nv", found.number, style="danger")
    return Screen(text, ((confirm,), (button(words("button-cancel"), "ac"),)))


def _declined(words: Words, said: str | None) -> Text:
    return lines(
        lines(words.rich("applied-declined"), quoted(said)), words.rich("applied-declined-more"),
        between="\n\n",
    )  # fmt: skip


async def decided(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """For the applicant: approved, or declined with the reason and a way to object."""
    applied, person = await applications.own(hall.db, args["person_id"])
    if applied is None or applied.state is ApplicationState.open:
        return None
    words = hall.words(person.language)
    if applied.state is ApplicationState.declined:
        return Screen(_declined(words, applied.words))
    silent = applied.decided_by is None
    text = words.rich("applied-accepted-silence") if silent else words.rich("applied-accepted")
    return Screen(text, ((button(words("button-my-work"), "w"),),))


async def wait(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """For admins, once a day: how many wait; nothing where all were answered meanwhile."""
    words = hall.words(args["language"])
    found, count = await applications.waiting(hall.db, by=args["person_id"], page=0, size=1)
    if not count:
        return None
    first = found[0]
    date = say.moment(words.language, first.application.reply_by, first.viewer.zone)
    open_list: Row = (button(words("button-applicants", count=count), "nr", 0),)
    return Screen(words.rich("applicants-wait", count=count, date=date), (open_list,))


SCREENS = {
    "applicants": listing,
    "applicant": card,
    "applicant_words": ask_words,
    "applicant_declining": declining,
    "applicants_wait": wait,
    "application_decided": decided,
}
