"""Courses: training and exams as data; versions never change, a sitting keeps its own."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from bot.domain.money import Money
from bot.domain.schemes import Labels, in_language
from bot.domain.tasks import Content

# Below so many tries of good takers nothing is said about a question.
GOOD_TAKERS = 5
# A question that a larger part of the good takers miss is likely to be broken.
MISSED_PERCENT = 60


class CourseKind(StrEnum):
    """Whether one can fail."""

    training = "training"
    exam = "exam"


class CourseState(StrEnum):
    """Whether the course can be begun."""

    open = "open"
    suspended = "suspended"


class Feedback(StrEnum):
    """When it is told what was right: after each answer, or when all are given."""

    each = "each"
    end = "end"


@dataclass(frozen=True, slots=True)
class Item:
    """One question with its options, which of them are right, and why; perhaps about a text."""

    ask: Labels
    options: tuple[Labels, ...]
    right: tuple[int, ...]
    why: Labels
    content: Content | None = None

    @property
    def has_several(self) -> bool:
        """Whether more than one option has to be chosen."""
        return len(self.right) > 1

    def is_right(self, chosen: tuple[int, ...]) -> bool:
        """Whether exactly the right options were chosen."""
        return set(chosen) == set(self.right)

    def to_json(self) -> dict[str, Any]:
        """The mapping that is stored."""
        return {
            "ask": dict(self.ask),
            "options": [dict(one) for one in self.options],
            "right": list(self.right),
            "why": dict(self.why),
            "content": self.content.to_json() if self.content else None,
        }

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> "Item":
        """The question of a stored mapping."""
        return cls(
            ask=body["ask"], options=tuple(body["options"]), right=tuple(body["right"]),
            why=body["why"],
            content=Content.from_json(body["content"]) if body["content"] else None,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class ExamTerms:
    """What an exam asks for: `asked` questions of the pool, and how often it can be tried.

    When all tries are used, a new round begins after `again_days`; without a number, by a person.
    """

    asked: int
    pass_percent: int
    tries: int = 2
    wait_hours: int = 24
    again_days: int | None = None
    feedback: Feedback = Feedback.each


@dataclass(frozen=True, slots=True)
class Course:
    """A course as its file says; `exam` is there for exams alone.

    `first` is what completing it pays the first time, `later` each time after that.
    """

    key: str
    title: Labels
    about: Labels
    minutes: int
    items: tuple[Item, ...]
    exam: ExamTerms | None = None
    first: Money | None = None
    later: Money | None = None
    valid_days: int | None = None

    @property
    def kind(self) -> CourseKind:
        """Whether one can fail."""
        return CourseKind.training if self.exam is None else CourseKind.exam

    @property
    def asked(self) -> int:
        """How many questions one is asked."""
        return len(self.items) if self.exam is None else self.exam.asked

    @property
    def feedback(self) -> Feedback:
        """When it is told what was right."""
        return Feedback.each if self.exam is None else self.exam.feedback

    def needed(self, of: int) -> int:
        """How many of so many questions have to be right; none in a training."""
        return 0 if self.exam is None else -(-self.exam.pass_percent * of // 100)

    def name(self, language: str) -> str:
        """The title in that language, else in English."""
        return in_language(self.title, language)

    def to_json(self) -> dict[str, Any]:
        """The mapping that is stored."""
        return {
            "key": self.key,
            "title": dict(self.title),
            "about": dict(self.about),
            "minutes": self.minutes,
            "items": [one.to_json() for one in self.items],
            "exam": _exam_json(self.exam) if self.exam else None,
            "first": self.first.minor if self.first else None,
            "later": self.later.minor if self.later else None,
            "currency": self.first.currency if self.first else None,
            "valid_days": self.valid_days,
        }

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> "Course":
        """The course of a stored mapping."""
        exam, currency = body["exam"], body["currency"]
        terms = ExamTerms(**{**exam, "feedback": Feedback(exam["feedback"])}) if exam else None
        return cls(
            key=body["key"], title=body["title"], about=body["about"], minutes=body["minutes"],
            items=tuple(Item.from_json(one) for one in body["items"]), exam=terms,
            first=_money(body["first"], currency), later=_money(body["later"], currency),
            valid_days=body["valid_days"],
        )  # fmt: skip


def _exam_json(exam: ExamTerms) -> dict[str, Any]:
    return {
        "asked": exam.asked, "pass_percent": exam.pass_percent, "tries": exam.tries,
        "wait_hours": exam.wait_hours, "again_days": exam.again_days,
        "feedback": str(exam.feedback),
    }  # fmt: skip


def _money(minor: int | None, currency: str | None) -> Money | None:
    return None if minor is None or currency is None else Money(minor, currency)


@dataclass(frozen=True, slots=True)
class Published:
    """A course in one of its versions, as the hall keeps it."""

    id: int
    state: CourseState
    created_by: int | None
    version_id: int
    version: int
    course: Course


def same_items(old: Course, new: Course) -> dict[int, int]:
    """Which question of the new version is which one of the old, where nothing was changed.

    A change of the explanation alone leaves a question what it was.
    """
    plain = [replace(one, why={}) for one in new.items]
    return {
        at: plain.index(asked)
        for at, one in enumerate(old.items)
        if (asked := replace(one, why={})) in plain
    }


@dataclass(frozen=True, slots=True)
class Record:
    """How a question went: how often asked, and how often right; of good takers as well."""

    asked: int
    right: int
    good: int
    missed: int

    @property
    def percent(self) -> int:
        """The share of right answers, in whole percent."""
        return 100 * self.right // self.asked if self.asked else 0

    @property
    def is_suspect(self) -> bool:
        """Whether so many good takers miss it that it is likely to be broken."""
        return self.good >= GOOD_TAKERS and 100 * self.missed > MISSED_PERCENT * self.good
