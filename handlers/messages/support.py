"""Questions to the hall: for who asks."""

from typing import Any

from bot import say
from bot.domain.questions import Question, QuestionState, Topic
from bot.services import jobs, support
from bot.services.support import Asked, Shown
from bot.typeset import Text, quote
from handlers.context import Hall, Words
from handlers.messages.screen import Button, Row, Screen, button, lines, page_of, rows_of, turning

# So many messages of a conversation fit one screen, each up to 1,000 signs.
AT_A_TIME = 3
_BEGINNING = 40


async def listing(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What the person asked; for staff first what they are to answer."""
    found = await support.mine(hall.db, by=args["person_id"])
    words = hall.words(found.person.language)
    days = hall.rules.standing.question_days
    owned = [_line(hall, words, found, one) for one in found.owned]
    asked = [_line(hall, words, found, one) for one in found.questions]
    text = lines(
        words.rich("support-head"),
        lines(words.rich("support-owned"), *owned) if owned else None,
        words.rich("support-how", days=days),
        lines(*asked) if asked else words.rich("support-none"),
        between="\n\n",
    )
    rows: list[Row] = [
        *((button(_label(words, found, one, "answer"), "ui", one.number, 0),)
          for one in found.owned),
        *((button(_label(words, found, one, "see"), "uc", one.number, 0),)
          for one in found.questions),
        (button(words("button-question-ask"), "ub", style="primary"),),
    ]  # fmt: skip
    if found.person.is_admin:
        rows.append((button(words("button-questions-all"), "um", 0),))
    return Screen(text, tuple(rows))


def _line(hall: Hall, words: Words, found: Asked, one: Question) -> Text:
    now = hall.clock.now()
    date = say.clock_time(words.language, one.reply_by, found.person.zone, now)
    late = one.state is QuestionState.open and now >= one.reply_by
    state = "late" if late else one.state
    return lines(
        words.rich(f"support-line-{state}", number=one.number, date=date),
        quote(Text(beginning(found.openings[one.id]))),
    )


def _label(words: Words, found: Asked, one: Question, what: str) -> str:
    begin = beginning(found.openings[one.id], 20)
    if what == "answer":
        return words("button-question-answer-it", number=one.number, words=begin)
    return words("button-question-see", number=one.number, words=begin)


def beginning(text: str, most: int = _BEGINNING) -> str:
    """How a text begins, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


async def topics(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What is the question about?"""
    words = hall.words(args["language"])
    choices = [button(words(f"button-topic-{one}"), "us", one.value) for one in Topic]
    back = (button(words("button-back"), "ua"),)
    return Screen(words.rich("question-topic"), (*rows_of(choices, 2), back))


async def ask(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What is the question?"""
    words = hall.words(args["language"])
    days = hall.rules.standing.question_days
    mine = await jobs.open_views(hall.db, args["person_id"])
    told = words.rich("question-ask-job", number=mine[0].job.number) if mine else None
    text = lines(words.rich("question-ask", days=days), told, between="\n\n")
    return Screen(text, ((_cancel(words),),))


async def more(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What is to be added?"""
    words = hall.words(args["language"])
    text = words.rich("question-ask-more", number=args["number"])
    return Screen(text, ((_cancel(words),),))


def _cancel(words: Words) -> Button:
    return button(words("button-cancel"), "ac")


async def card(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """One question with its conversation, for who asked."""
    one = await support.asked(hall.db, args["number"], by=args["person_id"])
    words, asking = hall.words(one.person.language), bool(args.get("asking"))
    page = args.get("page", 0)
    open_now = one.question.state is QuestionState.open
    text = lines(
        lines(words.rich("question-head", number=one.question.number), about(words, one)),
        _stands(hall, words, one),
        *conversation(hall, words, one, page, by=one.person.id, zone=one.person.zone),
        words.rich("question-next-words") if asking and open_now else None,
        between="\n\n",
    )
    back = (button(words("button-questions"), "ua"),)
    turn = turns(one, page, "uc")
    return Screen(text, (*_buttons(words, one.question, asking=asking), *turn, back))


def about(words: Words, one: Shown) -> Text:
    """What the question is about, and the job that was open then."""
    topic = words(f"button-topic-{one.question.topic}")
    if one.question.job is None:
        return words.rich("question-about", topic=topic)
    return words.rich("question-about-job", topic=topic, number=one.question.job)


def _buttons(words: Words, one: Question, *, asking: bool) -> tuple[Row, ...]:
    number = one.number
    match one.state:
        case QuestionState.open if asking:
            return ((button(words("button-question-enough"), "uc", number, 0),),)
        case QuestionState.open:
            add = button(words("button-question-more"), "ud", number)
            return ((add, button(words("button-question-close"), "ue", number)),)
        case QuestionState.answered:
            return (
                (button(words("button-question-helped"), "ue", number, style="success"),),
                (button(words("button-question-on"), "ud", number),),
            )
    return ((button(words("button-question-ask"), "ub"),),)


def _stands(hall: Hall, words: Words, one: Shown) -> Text:
    question, now = one.question, hall.clock.now()
    date = say.clock_time(words.language, question.reply_by, one.person.zone, now)
    owner = one.owner.name if one.owner else ""
    if question.state is not QuestionState.open:
        return words.rich(f"question-{question.state}")
    if not owner:
        return words.rich("question-nobody")
    if now >= question.reply_by:
        return words.rich("question-late", owner=owner, date=date)
    return words.rich("question-open", owner=owner, date=date)


def conversation(
    hall: Hall, words: Words, one: Shown, page: int, *, by: int, zone: str
) -> list[Text]:
    """The messages of that page, the latest ones being page 0, each with who wrote it and when."""
    newest_first = list(reversed(one.said))
    told = []
    for said in reversed(page_of(newest_first, page, AT_A_TIME)):
        at = say.clock_time(words.language, said.at, zone, hall.clock.now())
        own = said.by_id == by
        name = words("question-you") if own else _name(words, one, said.by_id)
        told.append(lines(words.rich("question-said", name=name, at=at), quote(Text(said.words))))
    return told


def _name(words: Words, one: Shown, who: int) -> str:
    if who == one.person.id:
        return one.person.name
    if one.owner is not None and who == one.owner.id:
        return one.owner.name
    return words("question-hall")


def turns(one: Shown, page: int, verb: str) -> tuple[Row, ...]:
    """To the earlier and later messages."""
    number = one.question.number
    return turning(
        len(one.said), page, lambda label, to: button(label, verb, number, to), AT_A_TIME
    )


async def late(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The time of the reply has passed: said before the person has to ask."""
    one = await support.asked(hall.db, args["number"], by=args["person_id"])
    return await card(hall, args) if one.question.state is QuestionState.open else None
