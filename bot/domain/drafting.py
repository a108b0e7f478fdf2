"""Acts on the card of one task, in a job or a sample: what each makes of the answer."""

from dataclasses import dataclass, replace

from bot.domain import answering
from bot.domain.answering import MORE_FOLLOWS, Answers, asked_at
from bot.domain.ratings import Assignment, text_of
from bot.domain.refusal import Refused
from bot.domain.schemes import Question, QuestionKind, Scheme, in_turn, next_question


@dataclass(frozen=True, slots=True)
class Drafted:
    """The task after an act; `making` is the place of the question that the card stays at.

    None of it means that the card goes on to what is open.
    """

    one: Assignment
    making: int | None


def tapped(form: Scheme, one: Assignment, place: int, option: int) -> Drafted:
    """After a tap on an option of the question at that place."""
    question = asked_at(form, one.values, place)
    answers = answering.tap(form, one.answers, question, option)
    making = place if question.id in answers.partial else None
    if answers == one.answers:
        making = _behind(form, answers, place)
    return Drafted(_with(one, answers), making)


def _behind(form: Scheme, answers: Answers, place: int) -> int | None:
    """The question behind one that was answered as before, where all of the task is answered."""
    if next_question(form, answers.values) is not None:
        return None
    return next((one for one in in_turn(form, answers.values) if one > place), None)


def ticked(form: Scheme, one: Assignment, place: int, option: int, *, on: bool) -> Drafted:
    """After a tap that takes an option of several, or takes it away; a second one changes nothing.

    Unlike a tap on whatever the card shows it means the same on a card that is not redrawn yet.
    """
    question = asked_at(form, one.values, place)
    options = question.options
    if question.kind != QuestionKind.many or not 0 <= option < len(options):
        raise Refused("stale-button")
    if (options[option].value in one.answers.chosen(question)) is on:
        return Drafted(one, place)
    return tapped(form, one, place, option)


def require_shown(form: Scheme, one: Assignment, turned_to: int | None, place: int) -> None:
    """Refuse a tap on a question that the card of the task does not ask any more."""
    if form.at(place) != answering.shown_now(form, one.values, turned_to):
        raise Refused("stale-button")


def closed(form: Scheme, one: Assignment, place: int) -> Drafted:
    """After [Done] below an answer of several taps or messages."""
    question = asked_at(form, one.values, place)
    if question.kind == QuestionKind.text:
        text = answering.check_text(question, text_of(one, question))
        answers = answering.worded(form, one.answers, question, text)
    else:
        answers = answering.close(form, one.answers, question)
    return Drafted(_with(one, answers), None)


def restarted(form: Scheme, one: Assignment, place: int) -> Drafted:
    """After [Start over]: the question is asked anew."""
    question = asked_at(form, one.values, place)
    written = {name: parts for name, parts in one.written.items() if name != question.id}
    bare = replace(one, written=written)
    return Drafted(_with(bare, answering.restart(one.answers, question)), place)


def said(form: Scheme, one: Assignment, question: Question, message_id: int, text: str) -> Drafted:
    """After a message; what is too short to be the answer, or may go on, is kept and stays."""
    now = _with_message(one, question, message_id, text)
    whole = text_of(now, question)
    is_open = _goes_on(question, text, whole)
    answers = answering.worded(form, one.answers, question, None if is_open else whole.strip())
    return Drafted(_with(now, answers), form.questions.index(question) if is_open else None)


def _with_message(one: Assignment, question: Question, message_id: int, text: str) -> Assignment:
    before = one.written.get(question.id, [])
    goes_on = any(len(part) >= MORE_FOLLOWS for _, part in before[-1:])
    if not question.long and not goes_on and answering.missing(question, text) is None:
        # A whole answer stands for itself: it takes the place of a shorter try.
        before = []
    return replace(one, written={**one.written, question.id: [*before, (message_id, text)]})


def _goes_on(question: Question, text: str, whole: str) -> bool:
    """Whether the answer waits for more: it is closed by [Done], or lacks something still."""
    full = len(text) >= MORE_FOLLOWS
    return question.long or full or answering.missing(question, whole) is not None


def _with(one: Assignment, answers: Answers) -> Assignment:
    partial = {name: list(chosen) for name, chosen in answers.partial.items()}
    return replace(one, values=dict(answers.values), partial=partial)
