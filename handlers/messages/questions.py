"""A question of a form as it stands on a card: what is asked, and the buttons that answer it."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from bot import say
from bot.domain import answering
from bot.domain.answering import Answers
from bot.domain.ratings import form_for
from bot.domain.schemes import (
    Each,
    Option,
    Question,
    QuestionKind,
    Scheme,
    Values,
    in_language,
    is_asked,
    spoken,
)
from bot.effects.view_job import View
from bot.typeset import Text
from handlers.context import Words
from handlers.messages.screen import Button, Row, lines, rows_of

MOST_ANSWER = 60  # signs of one answer in a line of several
MOST_LINE = 140


@dataclass(frozen=True, slots=True)
class Verbs:
    """What the buttons below a question send: a tap on an option, [Done], [Start over]."""

    option: Callable[[str, int], Button]
    done: Callable[[str], Button]
    restart: Callable[[str], Button]


def shown_question(view: View) -> Question:
    """The question that the card asks: the one turned to, the first open one, or the first."""
    current = view.current
    if current is None:
        raise LookupError("a task card without a task")
    return answering.shown_now(form_for(view.scheme, current), current.values, view.job.asked)


def tapped_question(form: Scheme, asked: Question) -> Question:
    """The question whose options are on the buttons: while a text is asked, the choice before it.

    Else a slip of the thumb could be mended only after writing the reason for it.
    """
    before = form.questions[: form.questions.index(asked)]
    if asked.kind != QuestionKind.text or asked.long or not before:
        return asked
    return before[-1] if before[-1].kind == QuestionKind.choice else asked


def ask(
    words: Words, form: Scheme, answers: Answers, question: Question, progress: Text | None = None
) -> Text:
    """What is asked: about which answer, the question, what its numbers mean, how to answer.

    The `progress` of what is being written says how to go on by itself.
    """
    wanted = [one for one in form.questions if one.required and is_asked(one, answers.values)]
    asked = asked_of(words, form, question)
    if len(wanted) > 1 and question in wanted:
        nth = say.number(words.language, wanted.index(question) + 1)
        count = say.number(words.language, len(wanted))
        asked = words("job-question-nth", question=asked, nth=nth, count=count)
    return lines(
        words.rich("job-question", question=asked),
        *(_meaning(words, one) for one in question.options if one.says),
        progress or _how(words, question),
    )


def _about(words: Words, form: Scheme, question: Question) -> str | None:
    if question.about is None:
        return None
    if question.each is Each.turn:
        return words("job-about-turn", nth=say.number(words.language, question.about + 1))
    if form.responses[1] == 1:
        return None
    letter = in_language(form.letters[question.about], words.language)
    return words("job-about-response", letter=letter)


def _meaning(words: Words, option: Option) -> Text:
    says = in_language(option.says or option.label, words.language)
    label = in_language(option.label, words.language)
    return words.rich("job-scale-says", label=label, says=says)


def _how(words: Words, question: Question) -> Text | None:
    match question.kind:
        case QuestionKind.many:
            return words.rich("job-how-many")
        case QuestionKind.rank:
            return words.rich("job-how-rank")
        case QuestionKind.text if question.long and question.min_words:
            return words.rich("job-how-long-words", words=question.min_words)
        case QuestionKind.text if question.long:
            return words.rich("job-how-long")
    return None


def progress(words: Words, question: Question, text: str) -> Text | None:
    """How far a written answer is that is not closed yet."""
    if not text:
        return None
    lacks = answering.missing(question, text)
    if lacks is not None:
        return words.rich(f"job-lacks-{lacks.reason}", **lacks.facts)
    return words.rich("job-written", words=answering.count_words(text))


def option_rows(
    words: Words, answers: Answers, question: Question, verbs: Verbs
) -> tuple[Row, ...]:
    """The options of the question as buttons, marked as they were answered, and what ends it."""
    rows: list[Row] = []
    option = 0
    for row in question.rows:
        buttons = []
        for choice in row:
            label = _marked(words, answers, question, choice)
            buttons.append(verbs.option(label, option))
            option += 1
        rows.append(tuple(buttons))
    rows += _endings(words, answers, question, verbs)
    return tuple(rows)


def _marked(words: Words, answers: Answers, question: Question, choice: Option) -> str:
    label = in_language(choice.label, words.language)
    match question.kind:
        case QuestionKind.many if choice.alone:
            # One tap on it is the whole answer.
            return f"✓ {label}" if choice.value in answers.chosen(question) else label
        case QuestionKind.many:
            mark = "☑️" if choice.value in answers.chosen(question) else "▫️"
            return f"{mark} {label}"
        case QuestionKind.rank:
            order = answers.chosen(question)
            if choice.value not in order:
                return label
            return words("button-ranked", nth=order.index(choice.value) + 1, label=label)
    chosen = answers.values.get(question.id) == choice.value
    return f"✓ {label}" if chosen else label


def _endings(words: Words, answers: Answers, question: Question, verbs: Verbs) -> list[Row]:
    begun = question.id in answers.partial or question.id in answers.values
    match question.kind:
        case QuestionKind.many:
            return [(verbs.done(words("button-done")),)]
        case QuestionKind.rank if begun:
            return [(verbs.restart(words("button-start-over")),)]
    return []


def text_rows(words: Words, question: Question, text: str, verbs: Verbs) -> tuple[Row, ...]:
    """What ends a written answer of several messages, or begins it anew."""
    if question.kind != QuestionKind.text or not text:
        return ()
    buttons = [verbs.restart(words("button-start-over"))]
    if answering.missing(question, text) is None:
        buttons.insert(0, verbs.done(words("button-done")))
    return rows_of(buttons, 2)


def in_one_line(words: Words, form: Scheme, values: Values) -> str:
    """All answers in one line, cut to what fits; what is said about one response stands together.

    The letter of the response, or the number of the reply, stands before that.
    """
    given = [one for one in form.questions if one.id in values and is_asked(one, values)]
    said = []
    for (each, about), group in groupby(given, key=lambda one: (one.each, one.about)):
        answers = [
            say.short(_unbroken(spoken(one, values[one.id], words.language)), MOST_ANSWER)
            for one in group
        ]
        said.append(f"{_mark(words, form, each, about)}{' · '.join(answers)}")
    several = any(one.about is not None for one in given)
    return say.short((" | " if several else " · ").join(said), MOST_LINE)


def _unbroken(text: str) -> str:
    """Paragraphs would make one answer in a list look like several."""
    return " ".join(text.split())


def _mark(words: Words, form: Scheme, each: Each | None, about: int | None) -> str:
    """The letter or the number of what an answer is about, where there are several."""
    if about is None or not any(one.about and one.each is each for one in form.questions):
        return ""
    if each is Each.turn:
        return f"{words('job-about-turn', nth=say.number(words.language, about + 1))}: "
    return f"{in_language(form.letters[about], words.language)}: "


def asked_of(words: Words, form: Scheme, question: Question) -> str:
    """The question with what it is about, as a heading over its answer."""
    about = _about(words, form, question)
    said = in_language(question.ask, words.language)
    return f"{about}: {said}" if about else said
