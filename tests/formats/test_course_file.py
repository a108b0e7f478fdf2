"""Course files: what they say, and each fault of a broken one with its line and its field."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.courses import Course, CourseKind, ExamTerms, Feedback
from bot.domain.money import Money
from bot.formats.course_file import is_course_file, read_course
from bot.formats.new_project import new_project
from bot.formats.scheme_file import is_scheme_file
from tests.formats.test_project_file import LEAST as PROJECT

QUICK = settings(derandomize=True, deadline=None, max_examples=150)
EXAM = """\
course: basics
kind: exam
title: Rating basics
about: What every rater knows.
minutes: 8
pass: 80
questions:
  - ask: Which is better?
    options:
      - right: The true one.
      - The longer one.
    why: Length counts for nothing.
  - prompt: What is 2 + 2?
    responses: ["4", "5"]
    ask: Which answers are right?
    options: [{right: A}, {right: Both A and another}, B]
    why: Two and two make four.
"""
TRAINING = EXAM.replace("kind: exam", "kind: training").replace("pass: 80\n", "")


def told(source: str) -> list[tuple[int, str, str]]:
    found = read_course(source.encode())
    assert isinstance(found, list)
    return [(fault.line, fault.field, fault.code) for fault in found]


def read(source: str) -> Course:
    found = read_course(source.encode())
    assert isinstance(found, Course), found
    return found


def test_a_short_exam_has_two_tries_a_day_apart() -> None:
    course = read(EXAM)
    assert course.kind is CourseKind.exam
    assert course.exam == ExamTerms(2, 80, 2, 24, None, Feedback.each)
    assert (course.first, course.later, course.valid_days) == (None, None, None)
    first, second = course.items
    assert (first.right, first.content) == ((0,), None)
    assert second.right == (0, 1)
    assert second.content is not None
    assert [one.text for one in second.content.responses] == ["4", "5"]
    assert Course.from_json(course.to_json()) == course


def test_everything_can_be_said() -> None:
    course = read(
        EXAM.replace("title: Rating basics", "title: {en: Basics, ar: أساسيات}")
        .replace("about: What every rater knows.", "about: {en: About it., ar: عنه.}")
        .split("  - ask: Which is better?", maxsplit=1)[0]
        + "  - ask: {en: Which one, ar: أيهما}\n    context: Read it.\n"
        "    prompt: [{role: user, content: Hello}]\n"
        "    options: [{right: {en: A, ar: أ}}, {en: B, ar: ب}]\n"
        "    why: {en: So., ar: هكذا.}\n"
        "ask: 1\ntries: 3\nwait_hours: 0\nagain_days: 30\nfeedback: end\nvalid_days: 180\n"
        "pay: {amount: 1.50, currency: USD, later: 0.50}\n"
    )
    assert course.exam == ExamTerms(1, 80, 3, 0, 30, Feedback.end)
    assert (course.first, course.later) == (Money(150, "USD"), Money(50, "USD"))
    assert (course.valid_days, course.name("ar")) == (180, "أساسيات")
    assert Course.from_json(course.to_json()) == course


def test_a_training_has_no_pass_mark() -> None:
    course = read(TRAINING)
    assert (course.kind, course.exam, course.asked) == (CourseKind.training, None, 2)


BROKEN = {
    "no right option": ("      - right: The true one.", "      - The true one.",
                        (9, "questions.1.options", "no-right-option")),
    "only right options": ("      - The longer one.", "      - right: The longer one.",
                           (9, "questions.1.options", "all-options-right")),
    "one option": ("      - The longer one.\n", "",
                   (9, "questions.1.options", "too-few-to-choose")),
    "a blank option": ("      - The longer one.", '      - "  "',
                       (11, "questions.1.options.2", "empty")),
    "an option of nothing": ("      - The longer one.", "      -",
                             (11, "questions.1.options.2", "missing")),
    "two equal options": ("      - The longer one.", "      - the TRUE  one.",
                          (11, "questions.1.options.2", "same-option")),
    "nine options": ("options: [{right: A}, {right: Both A and another}, B]",
                     "options: [{right: A}, B, C, D, E, F, G, H, I]",
                     (16, "questions.2.options", "too-long")),
    "an option that is no text": ("      - The longer one.", "      - 4",
                                  (11, "questions.1.options.2", "wrong-type")),
    "a blank question": ("ask: Which is better?", 'ask: " "', (8, "questions.1.ask", "empty")),
    "no question": ("  - ask: Which is better?\n    options:", "  - options:",
                    (8, "questions.1.ask", "missing")),
    "the same question twice": (('  - prompt: What is 2 + 2?\n    responses: ["4", "5"]\n'
                                "    ask: Which answers are right?"), "  - ask: Which is better?",
                                (13, "questions.2.ask", "same-question")),
    "no explanation": ("    why: Length counts for nothing.\n", "",
                       (8, "questions.1.why", "missing")),
    "an unknown field of a question": ("why: Length", "reason: x\n    why: Length",
                                       (12, "questions.1.reason", "unknown-field")),
    "one try": ("pass: 80", "pass: 80\ntries: 1", (7, "tries", "out-of-range")),
    "no pass mark": ("pass: 80\n", "", (1, "pass", "missing")),
    "a pass mark of nothing": ("pass: 80", "pass: 0", (6, "pass", "out-of-range")),
    "a pass mark beyond all": ("pass: 80", "pass: 101", (6, "pass", "out-of-range")),
    "more questions than there are": ("pass: 80", "pass: 80\nask: 3",
                                      (7, "ask", "more-than-there-are")),
    "an unknown kind": ("kind: exam", "kind: quiz", (2, "kind", "not-an-option")),
    "feedback at no time": ("pass: 80", "pass: 80\nfeedback: never",
                            (7, "feedback", "not-an-option")),
    "a key with blanks": ("course: basics", "course: The Basics", (1, "course", "bad-form")),
    "no questions": (EXAM[EXAM.index("questions:"):], "questions: []\n",
                     (7, "questions", "empty")),
    "money without a currency": ("pass: 80", "pass: 80\npay: {amount: 1.50}",
                                 (7, "pay.currency", "missing")),
    "money that is none": ("pass: 80", "pass: 80\npay: {amount: much, currency: USD}",
                           (7, "pay.amount", "bad-amount")),
    "money finer than cents": ("pass: 80", "pass: 80\npay: {amount: 1.505, currency: USD}",
                               (7, "pay.amount", "too-exact")),
    "a language that is missing": ("title: Rating basics", "title: {en: Basics, ar: أساسيات}",
                                   (4, "about.ar", "missing")),
    "no English": ("title: Rating basics", "title: {ar: أساسيات}", (3, "title.en", "missing")),
    "a name twice": ("pass: 80", "pass: 80\npass: 90", (7, "pass", "duplicate-key")),
    "a role that nobody has": ("prompt: What is 2 + 2?", "prompt: [{role: robot, content: Hi}]",
                               (13, "questions.2.prompt.1.role", "unknown-role")),
    "texts beyond one message": ("prompt: What is 2 + 2?", f"prompt: {'word ' * 400}",
                                 (13, "questions.2.prompt", "too-long")),
    "texts beyond one message together": (
        "prompt: What is 2 + 2?", f"context: {'word ' * 300}\n    prompt: {'word ' * 100}",
        (14, "questions.2.prompt", "too-long-together"),
    ),
    "validity of a day": ("pass: 80", "pass: 80\nvalid_days: 1",
                          (7, "valid_days", "out-of-range")),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_told_with_its_line(name: str) -> None:
    before, after, fault = BROKEN[name]
    assert before in EXAM
    assert fault in told(EXAM.replace(before, after, 1))


def test_every_fault_is_told_at_once() -> None:
    broken = EXAM.replace("pass: 80", "pass: 0\ntries: 1").replace("right: The true one.", "x")
    assert {code for _, _, code in told(broken)} == {"out-of-range", "no-right-option"}


def test_what_is_for_exams_is_refused_in_a_training() -> None:
    assert told(TRAINING + "tries: 2\n") == [(17, "tries", "for-exams-only")]


@pytest.mark.parametrize("data", [b"", b"\xff", b"- a\n", b"course: [\n", b"course: x\n" * 2])
def test_what_is_no_course_at_all_is_told(data: bytes) -> None:
    assert isinstance(read_course(data), list)


def test_a_course_is_known_by_its_first_word() -> None:
    assert is_course_file(EXAM.encode())
    assert not is_course_file(PROJECT.encode())


def test_a_file_that_cannot_be_read_is_told_as_what_it_was_meant_to_be() -> None:
    assert is_course_file(b"course: [")
    assert not is_course_file(b"key: [\ntraining: course: x")
    assert is_scheme_file(b"name: x\nquestions:\n\t- id: a\n")
    assert not is_scheme_file(b"key: x\nquestions:\n\t- id: a\n")
    assert not is_scheme_file(b"key: [")


def test_a_name_that_is_none_is_told_with_what_is_expected() -> None:
    for found in (
        read_course(EXAM.replace("course: basics", "course: The Basics").encode()),
        new_project(PROJECT.replace("key: ", "key: X ", 1).encode()),
    ):
        assert isinstance(found, list)
        (fault,) = [one for one in found if one.code == "bad-form"]
        assert fault.facts["expected"] == "a–z 0–9 -, 2–40"


@QUICK
@given(st.text(alphabet="abcr:-[]{}'\" \n#|>&*!?%@0189é\u200f", max_size=80), st.integers(0, 400))
def test_reading_never_raises(noise: str, at: int) -> None:
    mixed = EXAM[:at] + noise + EXAM[at:]
    found = read_course(mixed.encode())
    assert isinstance(found, (Course, list))
    if isinstance(found, Course):
        for item in found.items:
            assert 0 < len(item.right) < len(item.options) <= 8
            assert all(label["en"].strip() for label in (item.ask, item.why, *item.options))


def test_a_project_names_courses_and_has_a_check() -> None:
    made = new_project(
        (
            PROJECT + "training: lesson\nexam: [basics, more]\nreread: false\ncheck:\n"
            "  - {ask: Which one, options: [{right: A}, B], why: So.}\n"
        ).encode()
    )
    assert not isinstance(made, list)
    learning = made.offer.learning
    assert (learning.training, learning.exam, learning.reread) == (
        ("lesson",), ("basics", "more"), False,
    )  # fmt: skip
    assert [one.right for one in learning.check] == [(0,)]


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ("exam: [a b]\n", (10, "exam.0", "bad-form")),
        ("exam: [one, one]\n", (10, "exam", "duplicate-key")),
        ("check: []\n", (10, "check", "empty")),
        ("check:\n  - {ask: A, options: [a, b], why: c}\n",
         (11, "check.1.options", "no-right-option")),
        ("check:\n  - {ask: A, options: [{right: a}, {right: b}, c], why: c}\n",
         (11, "check.1.options", "one-right-option")),
    ],
)  # fmt: skip
def test_a_broken_check_is_told_with_its_line(more: str, fault: tuple[int, str, str]) -> None:
    found = new_project((PROJECT + more).encode())
    assert isinstance(found, list)
    assert fault in [(one.line, one.field, one.code) for one in found]
