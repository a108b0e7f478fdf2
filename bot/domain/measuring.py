"""What is measured of ratings, and on which level: rules that hold wherever agreement is told."""

from array import array
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from bot.domain.main_question import is_ordered
from bot.domain.schemes import Question, QuestionKind


class Level(StrEnum):
    """Which differences between two answers count."""

    nominal = "nominal"  # equal or not
    ordinal = "ordinal"  # how many answers lie between
    interval = "interval"  # the difference
    ratio = "ratio"  # the difference in relation to the size


class Method(StrEnum):
    """How one answer is made of many."""

    majority = "majority"
    weighted = "weighted"
    dawid_skene = "dawid-skene"
    bradley_terry = "bradley-terry"


class Undefined(StrEnum):
    """Why there is no figure of agreement."""

    nothing = "nothing"  # no rating at all
    no_pairs = "no-pairs"  # no unit with two ratings
    all_equal = "all-equal"  # one and the same answer everywhere: chance cannot be told apart


def level_of(question: Question) -> Level:
    """The level that suits the answers of the question.

    Numbers from low to high (the strength of a preference, a scale) and places in a ranking have
    an order, but nobody promises that their steps are equal: ordinal. All else is equal or not.
    """
    if question.kind == QuestionKind.rank or is_ordered(question):
        return Level.ordinal
    return Level.nominal


# Below that, on so many tasks, people hardly agree more than by chance.
LOW_AGREEMENT: Final = 0.4
LEAST_TASKS: Final = 20


def is_low(alpha: float, units: int) -> bool:
    """Whether who coordinates a project should look why its people agree so little."""
    return units >= LEAST_TASKS and alpha < LOW_AGREEMENT


def place_of(question: Question, value: Any) -> int | None:
    """Where an answer stands on an ordinal question; none where it is no place on the scale.

    Both bad prefers neither, and stands in the middle of a preference, as a tie does.
    """
    if isinstance(value, int):
        return value
    return 0 if question.mirror else None


@dataclass(frozen=True, slots=True)
class Ballots:
    """The answers to one question, one in each place of the three rows.

    Values are numbers on all levels but nominal, where they only tell answers apart.
    """

    question: str
    level: Level
    units: "array[int]" = field(default_factory=lambda: array("q"))
    raters: "array[int]" = field(default_factory=lambda: array("q"))
    values: "array[int]" = field(default_factory=lambda: array("q"))

    def add(self, unit: int, rater: int, value: int) -> None:
        """One more answer."""
        self.units.append(unit)
        self.raters.append(rater)
        self.values.append(value)


@dataclass(frozen=True, slots=True)
class Labels:
    """The answers to the main question, and how many labels each could have been given."""

    ballots: Ballots
    could: "array[int]" = field(default_factory=lambda: array("q"))

    def add(self, unit: int, rater: int, value: int, *, could: int) -> None:
        """One more answer."""
        self.ballots.add(unit, rater, value)
        self.could.append(could)


@dataclass(frozen=True, slots=True)
class Worked:
    """Who rated and how long each took (nan: not known), one rating in each place."""

    raters: "array[int]" = field(default_factory=lambda: array("q"))
    seconds: "array[float]" = field(default_factory=lambda: array("d"))


@dataclass(frozen=True, slots=True)
class QuestionFigures:
    """The agreement on one question; `low` and `high` bound it in 95 of 100 resamples."""

    question: str
    level: Level
    alpha: float | None
    why: Undefined | None
    low: float | None
    high: float | None
    units: int
    ratings: int


@dataclass(frozen=True, slots=True)
class PersonFigures:
    """A rater: alpha against the peers, how often the answers are right, usual seconds.

    `right` is none where there is nothing to tell it by.
    """

    person_id: int
    peers: float | None
    why: Undefined | None
    units: int
    right: float | None
    seconds: float | None
    ratings: int


# The nightly run begins at that hour of UTC unless it is set, or later where the hall stood still.
NIGHT_HOUR: Final = 2


class Failure(StrEnum):
    """Why a project could not be measured."""

    computing = "computing"  # the process beside the bot's ended, or was too slow
    fault = "fault"  # an error of the program or the database, which is in the log


# Whatever could not be measured is tried again after that.
TRIED_AGAIN: Final = timedelta(hours=1)


def night_of(now: datetime, hour: int = NIGHT_HOUR) -> date | None:
    """The day whose nightly run is due; none before its hour."""
    return now.date() if now.hour >= hour else None
