"""The card of a task: what is asked about it, and the buttons that answer it."""

from collections.abc import Sequence
from dataclasses import replace

from bot import say
from bot.domain.jobs import Job
from bot.domain.ratings import (
    Assignment,
    RatingState,
    form_for,
    is_finished,
    next_position,
    text_of,
)
from bot.domain.schemes import Question, QuestionKind, Scheme, in_language, in_turn, is_asked
from bot.effects.view_job import View
from bot.layout import Layout
from bot.typeset import Text, quote
from handlers.context import Hall, Words
from handlers.messages import questions, task_text
from handlers.messages.questions import Verbs
from handlers.messages.screen import Button, Row, button, lines

_MOST_LABEL = 40


def head(words: Words, view: View) -> Text:
    """Which task of how many, and of which project."""
    return words.rich(
        "job-task-head",
        position=view.job.position,
        size=view.job.size,
        project=view.project.name,
    )


def whole(hall: Hall, words: Words, view: View, layout: Layout) -> Text:
    """The task with its question, where all of it fits one message."""
    sections = task_text.sections(words, layout)
    return lines(head(words, view), *sections, _ask(hall, words, view), between="\n\n")


def control(hall: Hall, words: Words, view: View) -> Text:
    """The question alone: the task stands above."""
    above = words.rich("job-card-above")
    return lines(head(words, view), above, _ask(hall, words, view), between="\n\n")


def _ask(hall: Hall, words: Words, view: View) -> Text:
    current = view.current
    if current is None:
        raise LookupError("a task card without a task")
    form, asked = form_for(view.scheme, current), questions.shown_question(view)
    due = say.clock_time(words.language, view.job.due_at, view.person.zone, hall.clock.now())
    said: Text | None = None
    if view.returned is not None:
        # What a return is about must be in sight while it is corrected.
        said = lines(words.rich("job-returned"), quote(Text(view.returned.words or "")))
    if current.state in (RatingState.skipped, RatingState.flagged):
        said = words.rich(f"job-was-{current.state}", reason=_note(words, current))
    elif current.values:
        chosen = words.rich("job-chosen", answer=answer_line(words, view, current))
        said = lines(said, chosen)
    written = None
    if asked.kind == QuestionKind.text:
        written = questions.progress(words, asked, text_of(current, asked))
    return lines(
        said,
        questions.ask(words, form, current.answers, asked, written),
        words.rich("job-due", due=due),
    )


def _note(words: Words, one: Assignment) -> str:
    kind = "skip" if one.state is RatingState.skipped else "flag"
    return words(f"{kind}-{one.note}").lower()


def rows(words: Words, view: View) -> tuple[Row, ...]:
    """What answers the question, what goes back and on, and what leaves the task or the job."""
    job, current = view.job, view.current
    if current is None:
        return ()
    form = form_for(view.scheme, current)
    asked = questions.shown_question(view)
    tapped = questions.tapped_question(form, asked)
    made = [
        *questions.option_rows(words, current.answers, tapped, _verbs(view, form, tapped)),
        *questions.text_rows(words, asked, text_of(current, asked), _verbs(view, form, asked)),
        *_copying(words, view, asked),
        *_optional(words, view, form, current),
    ]
    where = (job.number, job.step)
    last = [button(words("button-skip"), "s", *where), button(words("button-flag"), "f", *where)]
    back = _back(words, view, form, asked)
    if back is not None:
        last.insert(0, back)
    following = _forward(words, view, form, asked)
    if following is not None:
        last.append(following)
    if not job.is_return:
        made.append(tuple(last))
    made.append(
        (
            button(words("button-guidelines"), "q", job.number),
            button(words("button-terms"), "tj", job.number),
            button(words(leave_label(job)), "g", job.number),
        )
    )
    return tuple(made)


def leave_label(job: Job) -> str:
    """What the button is called that ends the job without handing it in."""
    return "button-leave" if job.is_return else "button-give-back"


def answer_line(words: Words, view: View, one: Assignment) -> str:
    """One task in one line: the answer, or why there is none."""
    if one.state in (RatingState.skipped, RatingState.flagged):
        return words(f"job-summary-{one.state}", reason=_note(words, one))
    if not one.values:
        return words("job-summary-open")
    return questions.in_one_line(words, form_for(view.scheme, one), one.values)


def _verbs(view: View, form: Scheme, question: Question) -> Verbs:
    job, place = view.job, form.questions.index(question)
    where = (job.number, job.step, place)
    verbs = Verbs(
        option=lambda label, option: button(label, "a", *where, option),
        done=lambda label: button(label, "od", *where, style="success"),
        restart=lambda label: button(label, "or", *where),
    )
    if question.kind != QuestionKind.many or view.current is None:
        return verbs
    task = (job.number, job.position, place)
    return _ticking(verbs, task, question, view.current.answers.chosen(question))


def _ticking(
    verbs: Verbs, where: tuple[str, int, int], question: Question, chosen: Sequence[object]
) -> Verbs:
    """Several options: quick taps go by the task, not by the step, so that none is lost."""

    def option(label: str, nth: int) -> Button:
        one = question.options[nth]
        if one.alone:
            # One tap on it is the whole answer.
            return verbs.option(label, nth)
        return button(label, "ot", *where, nth, int(one.value not in chosen))

    return replace(
        verbs, option=option, done=lambda label: button(label, "oe", *where, style="success")
    )


def _back(words: Words, view: View, form: Scheme, asked: Question) -> Button | None:
    """To the question before this one, else to the task before this one."""
    job, current = view.job, view.current
    label = words("button-back")
    if current is not None:
        here = form.questions.index(asked)
        before = [place for place in in_turn(form, current.values) if place < here]
        if before:
            return button(label, "oq", job.number, job.step, before[-1])
    return button(label, "b", job.number, job.position - 1) if job.position > 1 else None


def _forward(words: Words, view: View, form: Scheme, asked: Question) -> Button | None:
    """From what is answered already: to the next question, or to what is open behind the task."""
    job, current, label = view.job, view.current, words("button-onward")
    if current is None:
        return None
    here = form.questions.index(asked)
    after = [place for place in in_turn(form, current.values) if place > here]
    if asked.id in current.values and after:
        return button(label, "oq", job.number, job.step, after[0])
    if job.is_return or not is_finished(view.scheme, current):
        return None
    held = [one for one in view.assignments if one.held]
    return button(label, "b", job.number, next_position(view.scheme, held, job.position))


def _optional(words: Words, view: View, form: Scheme, current: Assignment) -> list[Row]:
    """What may be answered as well, each a button."""
    asked = questions.shown_question(view)
    found: list[Row] = []
    for place, one in enumerate(form.questions):
        if not one.required and is_asked(one, current.values) and one != asked:
            ask = say.short(in_language(one.ask, words.language), _MOST_LABEL)
            label = words("button-optional", question=ask)
            found.append((button(label, "oq", view.job.number, view.job.step, place),))
    return found


def _copying(words: Words, view: View, asked: Question) -> list[Row]:
    """The answer that is worked on, as a message of its own that can be copied."""
    if asked.kind != QuestionKind.text or asked.of is None or view.job.terms.protect_content:
        return []
    label = words("button-copy-answer")
    return [(button(label, "oa", view.job.number, view.job.position),)]
