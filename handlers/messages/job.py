"""The card of a job: a task with its buttons, or the summary."""

from dataclasses import replace
from typing import Any

from bot import say
from bot.domain.jobs import Job, JobState
from bot.domain.ratings import Assignment, RatingState, is_finished, is_rated
from bot.effects.view_job import View
from bot.services import jobs
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages import arrival, task_card, task_text
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
    layout = view.layout
    if layout is None:
        return summary(words, view)
    if layout.is_single:
        text = task_card.whole(hall, words, view, layout)
    else:
        text = task_card.control(hall, words, view)
    made = Screen(text, task_card.rows(words, view), _protect(view))
    return arrival.noted(words, view, made)


def _protect(view: View) -> bool:
    return view.job.terms.protect_content


async def part(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """One part of a long task; none when the job has moved on."""
    view = await jobs.view(hall.db, args["job_id"])
    layout = view.layout
    if view.job.position != args["position"] or layout is None:
        return None
    words = hall.words(view.person.language)
    one = layout.parts[args["part"]]
    name = f"task-{view.job.number}-{view.job.position}"
    made = await task_text.part_screen(hall, words, one, name)
    first = task_card.head(words, view) if args["part"] == 0 else None
    text = lines(first, made.text, between="\n\n")
    return replace(made, text=text, protect=_protect(view))


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
                    "job-summary-line",
                    position=one.position,
                    answer=task_card.answer_line(words, view, one),
                )
                for one in mine
            )
        ),
        lines(
            words.rich("job-summary-pay", count=rated, money=_money(words, job, rated)),
            words.rich("job-summary-time", time=say.duration(words.language, spent)),
            arrival.unread_line(words, view) or words.rich("job-summary-hint"),
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
        if one.position in view.unread:
            mark = "⚠️"
        text = words("button-task", mark=mark, position=one.position)
        changes.append(button(text, "b", view.job.number, one.position))
    return (
        (button(words("button-submit", count=rated), "u", *where, style="success"),),
        *rows_of(changes, 5),
        (
            button(words("button-shorter"), "t", *where, -1),
            button(words("button-longer"), "t", *where, 1),
        ),
        (button(words(task_card.leave_label(view.job)), "g", view.job.number),),
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
