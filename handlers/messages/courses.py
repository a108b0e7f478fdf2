"""A course before its start: what it is, what it asks, what it pays; and all that one holds."""

from typing import Any

from bot import say
from bot.domain.courses import Course, Feedback
from bot.domain.people import Person
from bot.domain.refusal import Refused
from bot.domain.sittings import all_count
from bot.effects.course_view import CourseView
from bot.services import courses
from bot.services.claims import GateView
from bot.services.courses import Card
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.screen import Row, Screen, button, lines, rows_of

MOST_NAME = 26
# Stands in buttons where a course is taken for no project.
NO_PROJECT = "-"


def shortened(name: str) -> str:
    """A name that leaves room for other words on a button."""
    return say.short(name, MOST_NAME)


async def gate(hall: Hall, view: GateView) -> Screen:
    """The training or exam that stands before a job of the project."""
    found = await courses.card(
        hall.db, person_id=view.person.id, key=view.gate.what, project_key=view.project.key,
        now=hall.clock.now(),
    )  # fmt: skip
    return card_screen(hall, found, declines=True)


async def card(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """A course as it is before its start, or while it runs."""
    found = await courses.card(
        hall.db, person_id=args["person_id"], course_id=args["course_id"],
        project_key=args.get("project"), now=hall.clock.now(),
    )  # fmt: skip
    return card_screen(hall, found)


def card_screen(hall: Hall, found: Card, *, declines: bool = False) -> Screen:
    """What the course asks and pays, shown before the start, and the button that begins it."""
    view, words = found.view, hall.words(found.person.language)
    course = view.published.course
    project = found.project
    text = lines(
        lines(
            words.rich("course-head", kind=course.kind, title=course.name(words.language)),
            words.rich("course-for", project=project.name) if project else None,
        ),
        _about(words, course),
        lines(*_terms(words, view)) if view.no is None else None,
        standing(hall, words, found.person, view),
        between="\n\n",
    )
    rows: list[Row] = []
    key = project.key if project else NO_PROJECT
    if view.running is not None:
        label = words("button-go-on-course")
        rows.append((button(label, "xq", view.running.number, style="primary"),))
    elif view.no is None:
        label = words(f"button-begin-{course.kind}")
        rows.append((button(label, "xs", view.published.id, key, style="success"),))
    elif view.no.reason == "course-over":
        rows.append((button(words("button-ask-hall"), "ua"),))
    last = [button(words("button-my-work"), "w")]
    if declines and project is not None and view.no is None:
        last.insert(0, button(words("button-decline"), "wd", project.key))
    return Screen(text, (*rows, *rows_of(last, 1)))


def _about(words: Words, course: Course) -> Text:
    about = course.about.get(words.language) or course.about["en"]
    return Text(about)


def _terms(words: Words, view: CourseView) -> list[Text | None]:
    course = view.published.course
    time = say.duration(words.language, course.minutes * 60)
    said: list[Text | None] = [words.rich("course-size", questions=course.asked, time=time)]
    if course.exam is None:
        said.append(words.rich("course-training-how"))
    else:
        said.append(
            words.rich(
                "course-exam-how", needed=course.needed(course.asked), questions=course.asked,
                percent=course.exam.pass_percent,
            )
        )  # fmt: skip
        each = course.feedback is Feedback.each
        said.append(words.rich("course-exam-each" if each else "course-exam-end"))
        said.append(_tries(words, view))
    said.append(_pay(words, view))
    if course.valid_days:
        said.append(words.rich("course-valid", days=course.valid_days))
    said.append(words.rich("course-resume"))
    if course.exam is not None:
        round_ = view.chance.round if view.chance else 0
        counts = all_count(course, round_, view.past)
        said.append(words.rich("course-unfinished", counts="yes" if counts else "no"))
    return said


def _tries(words: Words, view: CourseView) -> Text | None:
    exam, chance = view.published.course.exam, view.chance
    if exam is None or chance is None:
        return None
    if not exam.wait_hours:
        return words.rich("course-tries-at-once", nth=chance.nth, tries=exam.tries)
    wait = say.duration(words.language, exam.wait_hours * 3600)
    return words.rich("course-tries", nth=chance.nth, tries=exam.tries, wait=wait)


def _pay(words: Words, view: CourseView) -> Text | None:
    if view.chance is None:
        return None
    if view.chance.pay is None:
        return words.rich("course-unpaid")
    money = say.money(words.language, view.chance.pay)
    exam = view.published.course.exam
    return words.rich("course-pay" if exam else "course-pay-training", money=money)


def standing(hall: Hall, words: Words, person: Person, view: CourseView) -> Text | None:
    """How the person stands to the course: what is held, what runs, why it cannot be begun."""
    held = view.held
    said: list[Text | None] = []
    if held is not None:
        if held.expires_at is None:
            said.append(words.rich("course-held"))
        else:
            date = say.date(words.language, held.expires_at, person.zone)
            said.append(words.rich("course-held-until", date=date))
    if view.running is not None:
        position, of = min(view.running.turned + 1, len(view.running.asked)), view.running.asked
        said.append(words.rich("course-running", position=position, questions=len(of)))
    elif view.no is not None:
        said.append(why_not(hall, words, person, view.no))
    return lines(*said) if said else None


def why_not(hall: Hall, words: Words, person: Person, no: Refused) -> Text:
    """Why a course cannot be begun now, with its date by the person's clock."""
    facts = dict(no.facts)
    if "until" in facts:
        now = hall.clock.now()
        facts["until"] = say.clock_time(words.language, facts["until"], person.zone, now)
    return words.rich(f"course-no-{no.reason.removeprefix('course-')}", **facts)


async def own(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What the person holds, has tried, and could do."""
    found = await courses.own(hall.db, person_id=args["person_id"], now=hall.clock.now())
    words = hall.words(found.person.language)
    said = [_own_line(hall, words, found.person, *one) for one in found.courses]
    opening = [
        button(shortened(view.published.course.name(words.language)), "xc", view.published.id,
               NO_PROJECT)
        for view, _ in found.courses
        if view.past or view.running
    ]  # fmt: skip
    text = lines(
        words.rich("own-courses-head"), *(said or [words.rich("own-courses-none")]),
        between="\n\n",
    )  # fmt: skip
    return Screen(text, (*rows_of(opening, 1), (button(words("button-my-standing"), "ka"),)))


def _own_line(hall: Hall, words: Words, person: Person, view: CourseView, newest: Any) -> Text:
    title = view.published.course.name(words.language)
    zone, language = person.zone, words.language
    if view.held is not None and view.held.expires_at is not None:
        date = say.date(language, view.held.expires_at, zone)
        line = words.rich("own-held-until", title=title, date=date)
    elif view.held is not None:
        line = words.rich(
            "own-held", title=title, date=say.date(language, view.held.gained_at, zone)
        )
    elif view.running is not None:
        line = words.rich("own-running", title=title)
    elif newest is not None and newest.expires_at is not None:
        line = words.rich(
            "own-expired", title=title, date=say.date(language, newest.expires_at, zone)
        )
    else:
        line = words.rich("own-open", title=title)
    used = sum(one.nth is not None for one in view.past)
    no = view.no if view.held is None and view.no is not None else None
    return lines(
        line,
        words.rich("own-tries", used=used) if used and view.published.course.exam else None,
        why_not(hall, words, person, no) if no else None,
    )
