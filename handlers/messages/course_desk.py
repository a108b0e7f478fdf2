"""Courses for who answers for them: a file before it is published, results, one question."""

from typing import Any

from bot import say
from bot.domain.courses import Course, CourseState, ExamTerms, Record
from bot.domain.refusal import Refused
from bot.domain.sittings import SittingState
from bot.formats.course_file import read_course
from bot.formats.records import Fault
from bot.services import courses, imports
from bot.services.courses import Results
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.courses import shortened
from handlers.messages.faults import first_faults
from handlers.messages.screen import (
    Button,
    Row,
    Screen,
    button,
    lines,
    page_of,
    rows_of,
    turning,
)
from handlers.messages.sittings import explanation, question_text

_PAGE = 8
_MOST_QUESTIONS = 30
# What a message holds beside the line about how a question went.
_MOST_UNITS = 3_700


async def faults(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What is wrong in a course file, by line."""
    words = hall.words(args["language"])
    found = [Fault(**fault) for fault in args["faults"]]
    said = first_faults(words, found)
    return Screen(lines(words.rich("course-file-faults", name=args["file"]), *said))


async def _staged(hall: Hall, args: dict[str, Any]) -> Course:
    _, body = await imports.staged_file(hall.db, args["number"], by=args["person_id"])
    found = read_course(body)
    if isinstance(found, list):
        raise Refused("stale-button")
    return found


async def staged(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What a course file says, before it is published."""
    words = hall.words(args["language"])
    course = await _staged(hall, args)
    number = args["number"]
    rows = (
        (button(words("button-see-questions"), "xe", number, 0),),
        (button(words("button-publish-course"), "xf", number, style="success"),),
        (button(words("button-drop-file"), "fn", number),),
    )
    about = course.about.get(words.language) or course.about["en"]
    text = lines(
        _head(words, course), Text(about), lines(*_terms(words, course)),
        words.rich("course-staged-hint"), between="\n\n",
    )  # fmt: skip
    return Screen(text, rows)


def _head(words: Words, course: Course) -> Text:
    return words.rich(
        "course-desk-head", title=course.name(words.language), key=course.key,
        kind=words(f"course-kind-{course.kind}"),
    )  # fmt: skip


def _terms(words: Words, course: Course) -> list[Text | None]:
    exam, language = course.exam, words.language
    time = say.duration(language, course.minutes * 60)
    pay = words.rich("course-unpaid")
    if course.first is not None:
        later = say.money(language, course.later) if course.later else words("course-desk-nothing")
        money = say.money(language, course.first)
        pay = words.rich("course-desk-pay", money=money, later=later)
    said: list[Text | None] = [
        words.rich("course-size", questions=course.asked, time=time),
        words.rich("course-desk-pool", count=len(course.items)) if exam else None,
    ]
    if exam is not None:
        said.append(
            words.rich("course-exam-how", needed=course.needed(course.asked),
                       questions=course.asked, percent=exam.pass_percent)
        )  # fmt: skip
        said.append(_tries(words, exam))
        if exam.again_days is not None:
            said.append(words.rich("course-desk-again", days=exam.again_days))
    said.append(pay)
    if course.valid_days:
        said.append(words.rich("course-valid", days=course.valid_days))
    said.append(words.rich("course-desk-languages", languages=", ".join(course.title)))
    return said


def _tries(words: Words, exam: ExamTerms) -> Text:
    if not exam.wait_hours:
        return words.rich("course-desk-tries-at-once", tries=exam.tries)
    wait = say.duration(words.language, exam.wait_hours * 3600)
    return words.rich("course-desk-tries", tries=exam.tries, wait=wait)


async def staged_question(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """One question of a file as it will be read, with what is right and why."""
    words = hall.words(args["language"])
    course = await _staged(hall, args)
    at = min(max(int(args["at"]), 0), len(course.items) - 1)
    number = args["number"]
    turn = _neighbours(at, len(course.items), lambda label, to: button(label, "xe", number, to))
    back = (button(words("button-back"), "xh", number),)
    return Screen(_shown(words, course, at), (*turn, back))


def _neighbours(at: int, count: int, to: Any) -> tuple[Row, ...]:
    row: list[Button] = [
        to(f"{mark} {place + 1}", place)
        for mark, place in (("◀️", at - 1), ("▶️", at + 1))
        if 0 <= place < count
    ]
    return (tuple(row),) if row else ()


def _shown(words: Words, course: Course, at: int) -> Text:
    item = course.items[at]
    order = tuple(range(len(item.options)))
    title = course.name(words.language)
    asked = question_text(words, title, item, order, at, len(course.items))
    then = explanation(words, item, order, None)
    whole = lines(asked, words.rich("course-desk-then"), then, between="\n\n")
    if whole.units <= _MOST_UNITS:
        return whole
    # The longest question does not fit with its options said twice.
    asked = question_text(words, title, item, (), at, len(course.items))
    return lines(asked, then, between="\n\n")


async def listing(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """All courses of the hall, each a button."""
    words = hall.words(args["language"])
    found = await courses.listed(hall.db, by=args["person_id"])
    page = int(args.get("page", 0))
    shown = page_of(found, page, _PAGE)
    said = [
        words.rich(
            "courses-line" if one.state is CourseState.open else "courses-line-suspended",
            title=one.course.name(words.language), key=one.course.key, version=one.version,
            kind=words(f"course-kind-{one.course.kind}"),
        )
        for one in shown
    ]  # fmt: skip
    opening = [button(shortened(one.course.name(words.language)), "xv", one.id) for one in shown]
    turn = turning(len(found), page, lambda label, to: button(label, "xl", to), _PAGE)
    text = lines(
        words.rich("courses-head"), *(said or [words.rich("courses-none")]),
        words.rich("courses-hint"), between="\n\n",
    )  # fmt: skip
    back = (button(words("button-back"), "pl", 0),)
    return Screen(text, (*rows_of(opening, 1), *turn, back))


async def _results(hall: Hall, args: dict[str, Any]) -> Results:
    return await courses.results(
        hall.db, course_id=args["course_id"], by=args["person_id"], now=hall.clock.now()
    )


async def results(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """How a course went: tries, people, each question; what looks broken comes first."""
    words = hall.words(args["language"])
    found = await _results(hall, args)
    course, published = found.published.course, found.published
    used = ", ".join(found.used_by)
    text = lines(
        lines(
            _head(words, course),
            words.rich("course-desk-version", version=published.version),
            words.rich("course-desk-suspended") if published.state is CourseState.suspended
            else None,
            words.rich("course-desk-used", projects=used) if used
            else words.rich("course-desk-unused", key=course.key),
        ),
        lines(*_counts(words, found)),
        lines(*_records(words, found)),
        between="\n\n",
    )  # fmt: skip
    return Screen(text, _rows(words, found))


def _counts(words: Words, found: Results) -> list[Text]:
    def of(*states: SittingState) -> int:
        return sum(found.counts.get(one, (0, 0))[0] for one in states)

    running = of(SittingState.open)
    if found.published.course.exam is None:
        return [words.rich("course-desk-done", done=of(SittingState.done), running=running)]
    passed, failed = of(SittingState.passed), of(SittingState.failed, SittingState.lapsed)
    ended = passed + failed
    percent = 100 * passed // ended if ended else 0
    counts = words.rich("course-desk-counts", passed=passed, failed=failed, running=running)
    rate = words.rich("course-desk-rate", percent=percent, count=ended)
    return [counts, rate] if ended else [counts]


def _records(words: Words, found: Results) -> list[Text]:
    said = [words.rich("course-desk-questions")]
    by_trouble = sorted(
        range(len(found.records)),
        key=lambda at: (not _is_suspect(found, at), found.records[at].percent),
    )
    for at in by_trouble[:_MOST_QUESTIONS]:
        one = found.records[at]
        said.append(_record(words, found, at, one))
    return said


def _is_suspect(found: Results, at: int) -> bool:
    return found.records[at].is_suspect and at not in found.voided


def _record(words: Words, found: Results, at: int, one: Record) -> Text:
    if at in found.voided:
        return words.rich("course-record-withdrawn", nth=at + 1)
    if not one.asked:
        return words.rich("course-record-none", nth=at + 1)
    if one.is_suspect:
        return words.rich(
            "course-record-suspect", nth=at + 1, percent=one.percent, asked=one.asked,
            missed=one.missed, good=one.good,
        )  # fmt: skip
    return words.rich("course-record", nth=at + 1, percent=one.percent, asked=one.asked)


def _rows(words: Words, found: Results) -> tuple[Row, ...]:
    course_id = found.published.id
    suspended = found.published.state is CourseState.suspended
    to = CourseState.open if suspended else CourseState.suspended
    label = words("button-open" if suspended else "button-suspend-course")
    rows: list[Row] = [
        (button(words("button-see-questions"), "xj", course_id, 0),),
        (button(label, "xu", course_id, to),),
    ]
    if found.spent:
        count = len(found.spent)
        rows.append((button(words("button-spent-tries", count=count), "xb", course_id),))
    return (*rows, (button(words("button-back"), "xl", 0),))


async def question(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """One question of the newest version, with how it went."""
    words = hall.words(args["language"])
    found = await _results(hall, args)
    course, course_id = found.published.course, found.published.id
    at = min(max(int(args["item"]), 0), len(course.items) - 1)
    turn = _neighbours(at, len(course.items), lambda label, to: button(label, "xj", course_id, to))
    rows: list[Row] = list(turn)
    if at not in found.voided and course.exam is not None:
        rows.append((button(words("button-withdraw-question"), "xy", course_id, at),))
    rows.append((button(words("button-back"), "xv", course_id),))
    text = lines(_shown(words, course, at), _record(words, found, at, found.records[at]),
                 between="\n\n")  # fmt: skip
    return Screen(text, tuple(rows))


async def ask_withdraw(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What withdrawing a question means."""
    words = hall.words(args["language"])
    found = await _results(hall, args)
    course_id, at = found.published.id, int(args["item"])
    surely = button(words("button-withdraw-surely"), "xz", course_id, found.published.version, at,
                    style="danger")  # fmt: skip
    back = button(words("button-back"), "xj", course_id, at)
    return Screen(words.rich("course-withdraw-ask", nth=at + 1), ((surely,), (back,)))


async def spent(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Who has no tries left, by pseudonym, each with a button that gives them back."""
    words = hall.words(args["language"])
    found = await _results(hall, args)
    course_id = found.published.id
    said = [
        words.rich("course-spent-line", name=name, right=one.right or 0, questions=len(one.asked))
        for name, one in found.spent
    ]
    giving = [
        button(words("button-lift", name=name), "xm", course_id, one.number)
        for name, one in found.spent
    ]
    head = words.rich("course-spent-head" if said else "course-spent-none")
    back: Row = (button(words("button-back"), "xv", course_id),)
    return Screen(lines(head, *said), (*rows_of(giving, 1), back))
