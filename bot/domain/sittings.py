"""Sittings: one way through a course, tap by tap; and when the next one may begin."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from random import Random

from bot.domain.courses import Course, Feedback, Record
from bot.domain.money import Money
from bot.domain.refusal import Refused
from bot.domain.tasks import shuffled_order

# A try that nobody goes on with ends after this time.
UNFINISHED = timedelta(hours=24)
# Before it ends a qualification is reminded of, and can be renewed.
REMIND = timedelta(days=7)


class SittingState(StrEnum):
    """Where a sitting stands."""

    open = "open"
    done = "done"  # a training, completed
    passed = "passed"
    failed = "failed"
    lapsed = "lapsed"  # left unfinished, and counted
    dropped = "dropped"  # left unfinished, and not counted


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a sitting: which of the course, and in which order its options stand."""

    item: int
    order: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sitting:
    """One way through a version of a course.

    `answers` are the chosen options, question by question; `turned` counts the questions that are
    done with, their explanation included; `ticked` is what is chosen so far where several are.
    `nth` is the try in its round; none where it did not count. `lifted` ends the round.
    """

    id: int
    number: str
    person_id: int
    course_id: int
    version_id: int
    project_id: int | None
    round: int
    nth: int | None
    state: SittingState
    asked: tuple[Asked, ...]
    started_at: datetime
    last_act_at: datetime
    answers: tuple[tuple[int, ...], ...] = ()
    turned: int = 0
    ticked: tuple[int, ...] = ()
    right: int | None = None
    ended_at: datetime | None = None
    pay: Money | None = None
    line: str | None = None
    lifted: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it goes on."""
        return self.state is SittingState.open

    @property
    def is_finished(self) -> bool:
        """Whether every question was answered."""
        return len(self.answers) == len(self.asked)

    @property
    def explains(self) -> bool:
        """Whether the explanation of the last answer is what is shown now."""
        return len(self.answers) > self.turned


def draw(course: Course, random: Random) -> tuple[Asked, ...]:
    """The questions of a sitting: of an exam some of the pool at random, else all in order."""
    chosen = list(range(len(course.items)))
    if course.exam is not None:
        chosen = random.sample(chosen, course.exam.asked)
    return tuple(
        Asked(item, shuffled_order(len(course.items[item].options), random)) for item in chosen
    )


def _awaits(sitting: Sitting, position: int) -> bool:
    return sitting.is_open and not sitting.explains and position == sitting.turned


def tick(
    sitting: Sitting, course: Course, position: int, place: int, *, on: bool, now: datetime
) -> Sitting | None:
    """Choose one of several, or not; none where the question is not the one at hand."""
    if not _awaits(sitting, position):
        return None
    option = _option(sitting, course, position, place)
    ticked = {one for one in sitting.ticked if one != option} | ({option} if on else set())
    return replace(sitting, ticked=tuple(sorted(ticked)), last_act_at=now)


def choose(
    sitting: Sitting, course: Course, position: int, place: int, *, now: datetime
) -> Sitting | None:
    """Answer a question that has one right option, by the place where the option is shown."""
    if not _awaits(sitting, position):
        return None
    return _answered(sitting, course, (_option(sitting, course, position, place),), now)


def settle(sitting: Sitting, course: Course, position: int, *, now: datetime) -> Sitting | None:
    """Answer a question that has several right options, with those that are ticked."""
    if not _awaits(sitting, position):
        return None
    if not sitting.ticked:
        raise Refused("course-tick-first")
    return _answered(sitting, course, sitting.ticked, now)


def turn(sitting: Sitting, position: int, *, now: datetime) -> Sitting | None:
    """Go on from an explanation to the next question; none where it is not shown now."""
    if not (sitting.is_open and sitting.explains and position == sitting.turned):
        return None
    return replace(sitting, turned=sitting.turned + 1, last_act_at=now)


def _option(sitting: Sitting, course: Course, position: int, place: int) -> int:
    asked = sitting.asked[position]
    if not 0 <= place < len(course.items[asked.item].options):
        raise Refused("stale-button")
    return asked.order[place]


def _answered(sitting: Sitting, course: Course, chosen: tuple[int, ...], now: datetime) -> Sitting:
    shows = course.feedback is Feedback.each
    return replace(
        sitting, answers=(*sitting.answers, chosen), ticked=(), last_act_at=now,
        turned=sitting.turned + (0 if shows else 1),
    )  # fmt: skip


def count_right(sitting: Sitting, course: Course, voided: Collection[int]) -> int:
    """How many questions are right; one that was withdrawn is right whatever was answered."""
    answers: list[tuple[int, ...] | None] = list(sitting.answers)
    answers += [None] * (len(sitting.asked) - len(answers))
    return sum(
        one.item in voided or (chosen is not None and course.items[one.item].is_right(chosen))
        for one, chosen in zip(sitting.asked, answers, strict=True)
    )


def all_count(course: Course, round_: int, past: Sequence[Sitting]) -> bool:
    """Whether an exam counts even a try that is left at once, by the past ones of its round.

    As many as there are tries are for nothing; else all its questions could be read in turn.
    """
    left = sum(one.round == round_ and one.state is SittingState.dropped for one in past)
    return course.exam is not None and left >= course.exam.tries


def graded(
    sitting: Sitting, course: Course, voided: Collection[int], now: datetime,
    past: Sequence[Sitting] = (),
) -> Sitting:  # fmt: skip
    """The sitting at its end: completed, passed, failed, or left unfinished.

    What was left with fewer than half of its answers counts as a try only after enough such ones
    in the `past`.
    """
    right = count_right(sitting, course, voided)
    if course.exam is None:
        state = SittingState.done if sitting.is_finished else SittingState.dropped
    elif _is_little(sitting) and not all_count(course, sitting.round, past):
        state = SittingState.dropped
    elif right >= course.needed(len(sitting.asked)):
        state = SittingState.passed
    else:
        state = SittingState.failed if sitting.is_finished else SittingState.lapsed
    nth = None if state is SittingState.dropped else sitting.nth
    return replace(sitting, state=state, nth=nth, right=right, ended_at=now, ticked=())


def _is_little(sitting: Sitting) -> bool:
    return 2 * len(sitting.answers) < len(sitting.asked)


def regraded(sitting: Sitting, course: Course, voided: Collection[int]) -> Sitting:
    """The sitting after a question was withdrawn: never worse than it was."""
    if sitting.state not in (SittingState.failed, SittingState.lapsed, SittingState.passed):
        return sitting
    right = max(count_right(sitting, course, voided), sitting.right or 0)
    passes = right >= course.needed(len(sitting.asked))
    return replace(sitting, right=right, state=SittingState.passed if passes else sitting.state)


def is_due(sitting: Sitting, course: Course, now: datetime) -> bool:
    """Whether the try has been left for so long that it ends; a training waits for ever."""
    return sitting.is_open and course.exam is not None and now - sitting.last_act_at >= UNFINISHED


@dataclass(frozen=True, slots=True)
class Chance:
    """What the next sitting would be: its round, its number there, tries left with it, its pay."""

    round: int
    nth: int
    left: int | None
    pay: Money | None


def chance(
    course: Course, past: Sequence[Sitting], *, expires_at: datetime | None, held: bool,
    now: datetime,
) -> Chance:  # fmt: skip
    """The next sitting of the course, or the reason why there is none now, with its date.

    `past` are all sittings of the person, the oldest first, none of them open; `held` says whether
    the person has the qualification, until `expires_at`.
    """
    if held and (expires_at is None or now < expires_at - REMIND):
        raise Refused("course-held")
    finished = any(one.is_finished for one in past)
    pay = course.later if finished else course.first
    round_ = past[-1].round if past else 1
    mine = [one for one in past if one.round == round_ and one.nth is not None]
    if course.exam is None or not mine:
        over = bool(past) and past[-1].state is SittingState.done
        left = course.exam.tries if course.exam else None
        return Chance(round_ + over, 1 if over else len(mine) + 1, left, pay)
    last, tries = mine[-1], course.exam.tries
    until = last.ended_at or last.last_act_at
    if last.lifted or any(one.state is SittingState.passed for one in mine):
        return Chance(round_ + 1, 1, tries, pay)
    if len(mine) >= tries:
        if course.exam.again_days is None:
            raise Refused("course-over")
        if now < (again := until + timedelta(days=course.exam.again_days)):
            raise Refused("course-later", until=again)
        return Chance(round_ + 1, 1, tries, pay)
    if now < (wait := until + timedelta(hours=course.exam.wait_hours)):
        raise Refused("course-wait", until=wait, left=tries - len(mine))
    return Chance(round_, len(mine) + 1, tries - len(mine), pay)


def records(course: Course, sittings: Sequence[Sitting], voided: Collection[int]) -> list[Record]:
    """How each question of the course went in finished sittings of this version.

    A good taker of a question is right in enough of all others to have passed by them.
    """
    found = [[0, 0, 0, 0] for _ in course.items]
    for sitting in sittings:
        if not sitting.is_finished:
            continue
        right = count_right(sitting, course, voided)
        for one, chosen in zip(sitting.asked, sitting.answers, strict=True):
            is_right = course.items[one.item].is_right(chosen)
            others = right - (1 if is_right or one.item in voided else 0)
            rest = len(sitting.asked) - 1
            good = course.exam is not None and rest > 0 and others >= course.needed(rest)
            counts = found[one.item]
            counts[0] += 1
            counts[1] += is_right
            counts[2] += good
            counts[3] += good and not is_right
    return [Record(*counts) for counts in found]
