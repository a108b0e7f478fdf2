"""Questions to the hall: for who answers."""

from typing import Any

from bot import say
from bot.domain.questions import QuestionState
from bot.services import people, support
from bot.services.support import Shown
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.screen import PAGE, Row, Screen, button, lines, page_of, turning
from handlers.messages.support import about, conversation, turns

_MOST_NAME = 30


async def listing(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Everything that waits for an answer."""
    found = await support.everything(hall.db, by=args["person_id"])
    words, page = hall.words(found.person.language), args.get("page", 0)
    now = hall.clock.now()
    said, rows = [], []
    for one in page_of(found.questions, page):
        date = say.clock_time(words.language, one.reply_by, found.person.zone, now)
        owner = found.names[one.owner_id] if one.owner_id else words("questions-nobody")
        line = "questions-late" if now >= one.reply_by else "questions-line"
        name = found.names[one.person_id][:_MOST_NAME]
        said.append(
            words.rich(line, number=one.number, name=name, owner=owner[:_MOST_NAME], date=date)
        )
        label = words("button-question-answer-it", number=one.number, words=name)
        rows.append((button(label, "ui", one.number, 0),))
    text = lines(
        words.rich("questions-head"), *(said or [words.rich("questions-none")]), between="\n\n"
    )
    turn = turning(len(found.questions), page, lambda label, to: button(label, "um", to), PAGE)
    return Screen(text, (*rows, *turn, (button(words("button-questions"), "ua"),)))


async def card(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """One question with its conversation, and how to answer."""
    one = await support.waiting(hall.db, args["number"], by=args["person_id"])
    return await _card(hall, one, args, None)


async def owned(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The notice to its owner; none where it was answered or passed on meanwhile."""
    who = await people.by_id(hall.db, args["person_id"])
    if not who.may_coordinate():
        return None
    listed = await support.mine(hall.db, by=who.id)
    if args["number"] not in {one.number for one in listed.owned}:
        return None
    one = await support.waiting(hall.db, args["number"], by=who.id)
    why = hall.words(who.language).rich(f"question-why-{args['why']}")
    return await _card(hall, one, args, why)


async def _card(hall: Hall, one: Shown, args: dict[str, Any], why: Text | None) -> Screen:
    reader = await people.by_id(hall.db, args["person_id"])
    words, page = hall.words(reader.language), args.get("page", 0)
    number = one.question.number
    text = lines(
        why,
        lines(
            words.rich("question-from", number=number, name=one.person.name[:_MOST_NAME]),
            about(words, one),
        ),
        _stands(hall, words, one, reader.zone),
        *conversation(hall, words, one, page, by=reader.id, zone=reader.zone),
        between="\n\n",
    )
    rows: list[Row] = []
    if one.question.state is not QuestionState.closed:
        again = one.question.state is QuestionState.answered
        label = words("button-question-add" if again else "button-question-answer")
        rows.append((button(label, "uj", number, style="primary"),))
    if one.question.state is QuestionState.open:
        rows.append((button(words("button-question-pass"), "uk", number),))
    back = (button(words("button-questions"), "ua"),)
    return Screen(text, (*rows, *turns(one, page, "ui"), back))


def _stands(hall: Hall, words: Words, one: Shown, zone: str) -> Text:
    now, state = hall.clock.now(), one.question.state
    date = say.clock_time(words.language, one.question.reply_by, zone, now)
    if state is not QuestionState.open:
        return words.rich(f"question-desk-{state}")
    late = now >= one.question.reply_by
    return words.rich("question-desk-late" if late else "question-desk-open", date=date)


async def answer(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The conversation, and that the next message is the answer."""
    one = await support.waiting(hall.db, args["number"], by=args["person_id"])
    reader = await people.by_id(hall.db, args["person_id"])
    words = hall.words(reader.language)
    text = lines(
        words.rich("question-from", number=args["number"], name=one.person.name[:_MOST_NAME]),
        *conversation(hall, words, one, 0, by=reader.id, zone=reader.zone),
        words.rich("question-write-answer"),
        between="\n\n",
    )
    return Screen(text, ((button(words("button-cancel"), "ac"),),))


async def choose(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """To whom the question can be passed on."""
    others = await support.owners(hall.db, args["number"], by=args["person_id"])
    words, number = hall.words(args["language"]), args["number"]
    rows = [(button(one.name[:_MOST_NAME], "ul", number, one.id),) for one in others[:20]]
    key = "question-pass-to" if others else "question-pass-nobody"
    back = (button(words("button-back"), "ui", number, 0),)
    return Screen(words.rich(key, number=number), (*rows, back))


async def overdue(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """For admins: nobody answered in time; none where somebody did meanwhile."""
    reader = await people.by_id(hall.db, args["person_id"])
    if not reader.is_admin:
        return None
    one = await support.waiting(hall.db, args["number"], by=reader.id)
    if one.question.state is not QuestionState.open:
        return None
    words = hall.words(reader.language)
    date = say.clock_time(words.language, one.question.reply_by, reader.zone, hall.clock.now())
    owner = one.owner.name[:_MOST_NAME] if one.owner else words("questions-nobody")
    text = words.rich("question-overdue", number=args["number"], owner=owner, date=date)
    label = words("button-question-open", number=args["number"])
    return Screen(text, ((button(label, "ui", args["number"], 0),),))
