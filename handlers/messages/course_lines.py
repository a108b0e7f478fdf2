"""What /work says of courses: what runs, and what stands before the jobs of a project."""

from bot import say
from bot.domain.learning import Learning
from bot.domain.money import Money
from bot.effects.course_view import CourseView
from bot.typeset import Text
from handlers.context import Words
from handlers.messages.courses import shortened
from handlers.messages.screen import Button, button


def running_line(words: Words, view: CourseView) -> Text:
    """One course that was begun, and how far it is."""
    one = view.running
    if one is None:
        raise LookupError("a course that does not run")
    return words.rich(
        "work-sitting", title=view.published.course.name(words.language),
        position=min(one.turned + 1, len(one.asked)), questions=len(one.asked),
    )  # fmt: skip


def running_button(words: Words, view: CourseView) -> Button:
    """Back into it."""
    title = shortened(view.published.course.name(words.language))
    number = view.running.number if view.running else ""
    return button(words("button-continue-course", title=title), "xq", number, style="primary")


def before_line(words: Words, view: CourseView) -> Text:
    """The course that comes before the jobs of a project: minutes, pay, which try."""
    course = view.published.course
    title = course.name(words.language)
    if view.chance is None:
        return words.rich("work-before-running", title=title)
    time = say.duration(words.language, course.minutes * 60)
    pay = _pay(words, view.chance.pay)
    if course.exam is None:
        return words.rich("work-before-training", title=title, time=time, pay=pay)
    return words.rich(
        "work-before-exam", title=title, time=time, pay=pay, nth=view.chance.nth,
        tries=course.exam.tries,
    )  # fmt: skip


def _pay(words: Words, pay: Money | None) -> str:
    return words("work-course-unpaid") if pay is None else say.money(words.language, pay)


def before_button(words: Words, view: CourseView, project_key: str) -> Button:
    """To what the course asks and pays, from where it is begun."""
    if view.running is not None:
        return running_button(words, view)
    course = view.published.course
    label = words(f"button-open-{course.kind}", title=shortened(course.name(words.language)))
    return button(label, "xc", view.published.id, project_key, style="success")


def asked_first(words: Words, learning: Learning) -> Text | None:
    """What a project asks people to learn before the first job; none where it asks nothing."""
    parts = []
    if learning.training:
        parts.append(words("asked-training", count=len(learning.training)))
    if learning.exam:
        parts.append(words("asked-exam", count=len(learning.exam)))
    if learning.check:
        parts.append(words("asked-check"))
    return words.rich("asked-first", what=" · ".join(parts)) if parts else None
