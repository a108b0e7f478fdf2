"""The card of a job: a task with its buttons, or the summary."""

from typing import Any

from bot import say
from bot.domain.jobs import Job, JobState
from bot.domain.ratings import Assignment, RatingState, is_finished, is_rated
from bot.domain.schemes import Question, Values, in_language, is_asked, next_question
from bot.effects.view_job import View
from bot.layout import Layout, Part, lay_out
from bot.services import jobs
from bot.typeset import Text, quote
from handlers.context import Hall, Words
from handlers.messages import task_text
from handlers.messages.screen import Button, Row, Screen, button, lines, rows_of


async def card(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The control card as notices carry it; none when the job shows something else by now."""
    view = await jobs.view(hall.db, args["job_id"])
    if view.job.step != args["step"]:
        return None
    return screen(hall, view)


def screen(hall: Hall, view: View) -> Screen:
    """The card of the job in whatever state it is: task, summary, or what became of it."""
    words = hall.words(view.person.language)
    if view.job.state is not JobState.active:
        return over(words, view)
    if view.job.submits_at is not None:
        return undo_card(hall, words, view)
    if view.content is None or view.current is None:
        return summary(words, view)
    layout = lay_out(view.content, view.current.shown_order)
    if layout.is_single:
        return Screen(_whole(hall, words, view, layout), _task_rows(words, view), _protect(view))
    return Screen(_control(hall, words, view), _task_rows(words, view), _protect(view))


def _protect(view: View) -> bool:
    return view.job.terms.protect_content


async def part(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """One part of a long task; none when the job has moved on."""
    view = await jobs.view(hall.db, args["job_id"])
    if view.job.position != args["position"] or view.content is None or view.current is None:
        return None
    words = hall.words(view.person.language)
    layout = lay_out(view.content, view.current.shown_order)
    one = layout.parts[args["part"]]
    if one.text is None:
        return _file(words, view, one)
    body = task_text.part_text(words, one)
    first = _head(words, view) if args["part"] == 0 else None
    return Screen(lines(first, body, between="\n\n"), protect=_protect(view))


def _file(words: Words, view: View, one: Part) -> Screen:
    name = f"task-{view.job.number}-{view.job.position}"
    caption, file = task_text.part_file(words, one, name)
    return Screen(caption, protect=_protect(view), file=file)


def _head(words: Words, view: View) -> Text:
    return words.rich(
        "job-task-head",
        position=view.job.position,
        size=view.job.size,
        project=view.project.name,
    )


def _whole(hall: Hall, words: Words, view: View, layout: Layout) -> Text:
    sections = task_text.sections(words, layout)
    return lines(_head(words, view), *sections, _ask(hall, words, view), between="\n\n")


def _control(hall: Hall, words: Words, view: View) -> Text:
    above = words.rich("job-card-above")
    return lines(_head(words, view), above, _ask(hall, words, view), between="\n\n")


def _ask(hall: Hall, words: Words, view: View) -> Text:
    current = view.current
    if current is None:
        raise LookupError("a task card without a task")
    question = shown_question(view, current)
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
    return lines(
        said,
        words.rich("job-question", question=in_language(question.ask, words.language)),
        words.rich("job-due", due=due),
    )


def shown_question(view: View, current: Assignment) -> Question:
    """The question that the card asks: the first open one, else the first of all."""
    return next_question(view.scheme, current.values) or view.scheme.questions[0]


def _tapped_question(view: View, current: Assignment) -> Question:
    """The question whose options are on the buttons: while a text is asked, the choice before it.

    Else a slip of the thumb could be mended only after writing the reason for it.
    """
    asked = shown_question(view, current)
    until = view.scheme.questions.index(asked) + 1
    choices = [one for one in view.scheme.questions[:until] if one.kind == "choice"]
    return choices[-1] if choices else asked


def _note(words: Words, one: Assignment) -> str:
    kind = "skip" if one.state is RatingState.skipped else "flag"
    return words(f"{kind}-{one.note}").lower()


def _task_rows(words: Words, view: View) -> tuple[Row, ...]:
    job, current = view.job, view.current
    if current is None:
        return ()
    question = _tapped_question(view, current)
    index = view.scheme.questions.index(question)
    rows: list[Row] = []
    option = 0
    for row in question.rows:
        buttons = []
        for choice in row:
            chosen = current.values.get(question.id) == choice.value
            label = in_language(choice.label, words.language)
            text = f"✓ {label}" if chosen else label
            buttons.append(button(text, "a", job.number, job.step, index, option))
            option += 1
        rows.append(tuple(buttons))
    where = (job.number, job.step)
    last = [button(words("button-skip"), "s", *where), button(words("button-flag"), "f", *where)]
    if job.position > 1:
        last.insert(0, button(words("button-back"), "b", job.number, job.position - 1))
    leave = "button-leave" if job.is_return else "button-give-back"
    if not job.is_return:
        rows.append(tuple(last))
    rows.append(
        (
            button(words("button-guidelines"), "q", job.number),
            button(words("button-terms"), "tj", job.number),
            button(words(leave), "g", job.number),
        )
    )
    return tuple(rows)


def answer_line(words: Words, view: View, one: Assignment) -> str:
    """One task in one line: the answer, or why there is none."""
    if one.state in (RatingState.skipped, RatingState.flagged):
        return words(f"job-summary-{one.state}", reason=_note(words, one))
    if not one.values:
        return words("job-summary-open")
    return " · ".join(_values(words, view, one.values))


def _values(words: Words, view: View, values: Values) -> list[str]:
    said = []
    for question in view.scheme.questions:
        if question.id not in values or not is_asked(question, values):
            continue
        value = values[question.id]
        labels = [o.label for o in question.options if o.value == value]
        text = in_language(labels[0], words.language) if labels else str(value)
        said.append(text if len(text) <= 60 else text[:59] + "…")
    return said


def summary(words: Words, view: View) -> Screen:
    """All answers on one card, to change or to submit."""
    job = view.job
    mine = _in_hand(view)
    rated = sum(1 for one in mine if is_rated(view.scheme, one))
    spent = sum(one.active_seconds for one in mine)
    text = lines(
        words.rich("job-summary-head", size=len(mine), project=view.project.name),
        lines(
            *(
                words.rich(
                    "job-summary-line", position=one.position, answer=answer_line(words, view, one)
                )
                for one in mine
            )
        ),
        lines(
            words.rich("job-summary-pay", count=rated, money=_money(words, job, rated)),
            words.rich("job-summary-time", time=say.duration(words.language, spent)),
            words.rich("job-summary-hint"),
        ),
        between="\n\n",
    )
    return Screen(text, _summary_rows(words, view, rated))


def _in_hand(view: View) -> list[Assignment]:
    # What was given back before a submission was undone belongs to others now.
    return [one for one in view.assignments if one.held]


def _summary_rows(words: Words, view: View, rated: int) -> tuple[Row, ...]:
    where = (view.job.number, view.job.step)
    changes: list[Button] = []
    for one in _in_hand(view):
        mark = "✓" if is_finished(view.scheme, one) else "…"
        text = words("button-task", mark=mark, position=one.position)
        changes.append(button(text, "b", view.job.number, one.position))
    return (
        (button(words("button-submit", count=rated), "u", *where, style="success"),),
        *rows_of(changes, 5),
        (
            button(words("button-shorter"), "t", *where, -1),
            button(words("button-longer"), "t", *where, 1),
        ),
        (button(words("button-give-back"), "g", view.job.number),),
    )


def _money(words: Words, job: Job, count: int) -> str:
    return say.money(words.language, job.terms.pay.times(count))


def undo_card(hall: Hall, words: Words, view: View) -> Screen:
    """Submitted, with the way back while the window is open."""
    job = view.job
    rated = sum(1 for one in view.assignments if one.held and is_rated(view.scheme, one))
    text = words.rich(
        "job-submitted-undo",
        count=rated,
        money=_money(words, job, rated),
        seconds=hall.rules.undo_seconds,
    )
    return Screen(text, ((button(words("button-undo"), "x", job.number, job.step),),))


def over(words: Words, view: View) -> Screen:
    """What became of a job that is no longer active, and where to go from here."""
    job = view.job
    if job.is_return:
        return Screen(_corrected(words, view), (next_row(words, view),))
    rated = sum(
        1
        for one in view.assignments
        if one.state in (RatingState.submitted, RatingState.accepted, RatingState.returned)
    )
    if job.state is JobState.given_back:
        text = words.rich("job-given-back", number=job.number)
    elif job.state is JobState.expired or job.submitted_at is None:
        text = words.rich("job-gone", number=job.number)
    elif rated:
        text = words.rich(
            "job-submitted",
            number=job.number,
            count=rated,
            money=_money(words, job, rated),
            date=say.date(words.language, jobs.review_ends(job), view.person.zone),
        )
    else:
        text = words.rich("job-submitted-none", number=job.number)
    return Screen(text, (next_row(words, view),))


def _corrected(words: Words, view: View) -> Text:
    by = view.accept_by or view.job.due_at
    date = say.clock_time(words.language, by, view.person.zone, view.job.last_act_at)
    handed_in = view.job.submitted_at is not None
    key = "job-return-in" if handed_in else "job-return-stands"
    return words.rich(key, date=date)


def next_row(words: Words, view: View) -> Row:
    """The way on: another job of the project, or all work."""
    return (
        button(words("button-next-job"), "n", view.project.key,
               view.job.terms.project_version_id),
        button(words("button-my-work"), "w", "below"),
    )  # fmt: skip
