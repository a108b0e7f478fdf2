"""A sitting as a machine: whatever is tapped, in whatever order, on however many devices."""

from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.domain import sittings as rules
from bot.domain.courses import Course, ExamTerms, Feedback, Record, same_items
from bot.domain.learning import Learning, Read, is_to_read
from bot.domain.refusal import Refused
from bot.domain.sittings import Sitting, SittingState, chance
from tests.services.builders import DAY, NOW
from tests.services.course_acts import PAY, exam, question, training

HOUR = timedelta(hours=1)
ENDED = (SittingState.done, SittingState.passed, SittingState.failed)


def begun(course: Course, random: Random, **more: Any) -> Sitting:
    """A sitting of the course at its first question."""
    return Sitting(
        1, "N", 1, 1, 1, None, 1, 1, SittingState.open, rules.draw(course, random), NOW, NOW,
        **more,
    )  # fmt: skip


class Taking(RuleBasedStateMachine):
    """One sitting, and what an old button or another device may do to it."""

    course: Course
    sitting: Sitting

    @initialize(
        count=st.integers(1, 6), percent=st.integers(1, 100), feedback=st.sampled_from(Feedback),
        several=st.booleans(), seed=st.integers(0, 99), is_exam=st.booleans(), data=st.data(),
    )  # fmt: skip
    def begin(
        self, count: int, percent: int, feedback: Feedback, several: bool, seed: int,
        is_exam: bool, data: st.DataObject,
    ) -> None:  # fmt: skip
        right = (0, 2) if several else (1,)
        items = tuple(question(f"q{n}", right=right, options=4) for n in range(count))
        asked = data.draw(st.integers(1, count))
        terms = ExamTerms(asked, percent, feedback=feedback) if is_exam else None
        self.course = Course("c", {"en": "C"}, {"en": "A"}, 5, items, terms)
        self.sitting = begun(self.course, Random(seed))
        self.given: dict[int, tuple[int, ...]] = {}

    def _take(self, changed: Sitting | None) -> None:
        if changed is None:
            return
        if changed.is_finished and changed.is_open:
            changed = rules.graded(changed, self.course, (), NOW)
        self.sitting = changed

    @rule(position=st.integers(-1, 7), place=st.integers(0, 3), ticked=st.booleans())
    def answer(self, position: int, place: int, ticked: bool) -> None:
        before = self.sitting
        if ticked:
            changed = rules.tick(before, self.course, position, place, on=True, now=NOW)
            if changed is not None:
                changed = rules.settle(changed, self.course, position, now=NOW)
        else:
            changed = rules.choose(before, self.course, position, place, now=NOW)
        if changed is None:
            assert not before.is_open or before.explains or position != before.turned
            return
        assert position not in self.given
        self.given[position] = changed.answers[position]
        assert before.asked[position].order[place] in changed.answers[position]
        self._take(changed)

    @rule(position=st.integers(-1, 7))
    def turn(self, position: int) -> None:
        changed = rules.turn(self.sitting, position, now=NOW)
        if changed is not None:
            assert self.sitting.explains
        self._take(changed)

    @rule(position=st.integers(-1, 7), place=st.integers(0, 3), on=st.booleans())
    def tick(self, position: int, place: int, on: bool) -> None:
        once = rules.tick(self.sitting, self.course, position, place, on=on, now=NOW)
        if once is not None:
            assert rules.tick(once, self.course, position, place, on=on, now=NOW) == once
        self._take(once)

    @precondition(lambda self: self.sitting.is_open and self.course.exam is not None)
    @rule()
    def leave(self) -> None:
        of, answered = len(self.sitting.asked), len(self.sitting.answers)
        ended = rules.graded(self.sitting, self.course, (), NOW)
        assert (ended.nth is None) == (ended.state is SittingState.dropped) == (2 * answered < of)

    @invariant()
    def what_was_answered_stays(self) -> None:
        assert dict(enumerate(self.sitting.answers)) == self.given

    @invariant()
    def it_ends_with_its_last_answer_and_not_before(self) -> None:
        assert self.sitting.is_finished == (not self.sitting.is_open)
        assert self.sitting.turned <= len(self.sitting.answers) <= self.sitting.turned + 1

    @invariant()
    def the_grade_follows_the_answers(self) -> None:
        one, exam_terms = self.sitting, self.course.exam
        if one.is_open:
            return
        right = sum(
            set(chosen) == set(self.course.items[asked.item].right)
            for asked, chosen in zip(one.asked, one.answers, strict=True)
        )
        assert one.right == right
        if exam_terms is None:
            assert one.state is SittingState.done
        else:
            enough = 100 * right >= exam_terms.pass_percent * len(one.asked)
            assert one.state is (SittingState.passed if enough else SittingState.failed)

    @invariant()
    def a_withdrawn_question_never_makes_it_worse(self) -> None:
        if self.sitting.is_open:
            return
        for item in range(len(self.course.items)):
            again = rules.regraded(self.sitting, self.course, {item})
            assert (again.right or 0) >= (self.sitting.right or 0)
            assert again.state is self.sitting.state or again.state is SittingState.passed


TestTaking = Taking.TestCase
TestTaking.settings = settings(
    derandomize=True, deadline=None, max_examples=60, stateful_step_count=25
)


def test_each_question_is_drawn_once_and_its_options_whole() -> None:
    course = exam(count=8, asked=5)
    drawn = {rules.draw(course, Random(seed)) for seed in range(20)}
    assert len(drawn) == 20
    for one in drawn:
        assert len({asked.item for asked in one}) == 5
        assert all(sorted(asked.order) == [0, 1, 2] for asked in one)
    lesson = rules.draw(training(count=4), Random(1))
    assert [asked.item for asked in lesson] == [0, 1, 2, 3]


def test_a_place_that_is_none_is_an_old_button() -> None:
    course = exam()
    with pytest.raises(Refused, match="stale-button"):
        rules.choose(begun(course, Random(1)), course, 0, 3, now=NOW)
    with pytest.raises(Refused, match="course-tick-first"):
        rules.settle(begun(course, Random(1)), course, 0, now=NOW)


def past(nth: int | None, state: SittingState, *, at: int = 0, **more: Any) -> Sitting:
    """A sitting that ended so many days after the first."""
    one = begun(exam(), Random(nth or 0))
    answers = ((0,),) * 4 if state in ENDED else ()
    return replace(one, nth=nth, state=state, ended_at=NOW + at * DAY, answers=answers, **more)


FAILED, PASSED, DROPPED = SittingState.failed, SittingState.passed, SittingState.dropped
CHANCES: dict[str, tuple[Any, ...]] = {
    "the first": ((), {}, NOW, (1, 1, 2)),
    "after one that did not count": ((past(None, DROPPED),), {}, NOW, (1, 1, 2)),
    "the second, a day later": ((past(1, FAILED),), {}, NOW + DAY, (1, 2, 1)),
    "the second, too early": ((past(1, FAILED),), {}, NOW + 23 * HOUR, "course-wait"),
    "no third": ((past(1, FAILED), past(2, FAILED, at=1)), {}, NOW + 99 * DAY, "course-over"),
    "a third of a new round": ((past(1, FAILED), past(2, FAILED, at=1)), {"again_days": 30},
                               NOW + 31 * DAY, (2, 1, 2)),
    "a new round, too early": ((past(1, FAILED), past(2, FAILED, at=1)), {"again_days": 30},
                               NOW + 30 * DAY, "course-later"),
    "what was given again": ((past(1, FAILED), past(2, FAILED, at=1, lifted=True)), {},
                             NOW + DAY, (2, 1, 2)),
    "after it expired": ((past(1, PASSED),), {}, NOW + DAY, (2, 1, 2)),
    "after one that was regraded": ((past(1, PASSED), past(2, FAILED, at=1)), {},
                                    NOW + 99 * DAY, (2, 1, 2)),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANCES)
def test_when_the_next_try_may_begin(name: str) -> None:
    before, terms, now, wanted = CHANCES[name]
    course = exam(**terms)
    if isinstance(wanted, str):
        with pytest.raises(Refused, match=wanted):
            chance(course, before, held=False, expires_at=None, now=now)
        return
    found = chance(course, before, held=False, expires_at=None, now=now)
    assert (found.round, found.nth, found.left) == wanted


@pytest.mark.parametrize(
    ("before", "answered", "counts"),
    [
        ((), 0, False),
        ((past(None, DROPPED),), 1, False),
        ((past(None, DROPPED), past(1, FAILED)), 1, False),
        ((past(None, DROPPED), past(None, DROPPED)), 0, True),
        ((past(None, DROPPED), replace(past(None, DROPPED), round=2)), 0, False),
        ((), 2, True),
    ],
)
def test_only_so_many_tries_can_be_left_for_nothing(
    before: tuple[Sitting, ...], answered: int, counts: bool
) -> None:
    course = exam(asked=4)
    one = replace(begun(course, Random(1)), answers=((0,),) * answered)
    ended = rules.graded(one, course, (), NOW + DAY, before)
    state = SittingState.lapsed if counts else DROPPED
    assert (ended.state, ended.nth) == (state, 1 if counts else None)


def test_a_training_is_left_as_often_as_one_likes() -> None:
    course = training()
    one = begun(course, Random(1))
    ended = rules.graded(one, course, (), NOW, (past(None, DROPPED),) * 9)
    assert ended.state is DROPPED


def test_what_is_held_is_renewed_in_its_last_week() -> None:
    course, before = exam(), (past(1, PASSED),)
    for expires_at in (None, NOW + 8 * DAY):
        with pytest.raises(Refused, match="course-held"):
            chance(course, before, held=True, expires_at=expires_at, now=NOW)
    assert chance(course, before, held=True, expires_at=NOW + 7 * DAY, now=NOW).round == 2


def test_the_first_finished_one_is_paid_as_such_and_each_other_as_later() -> None:
    course = exam(first=PAY)
    lapsed = past(1, SittingState.lapsed)
    for before, pay in (((), PAY), ((lapsed,), PAY), ((past(1, FAILED),), None)):
        found = chance(course, before, held=False, expires_at=None, now=NOW + DAY)
        assert found.pay == pay


def test_a_training_can_be_taken_again_in_a_round_of_its_own() -> None:
    done = past(1, SittingState.done)
    found = chance(training(), (done,), held=False, expires_at=None, now=NOW)
    assert (found.round, found.nth, found.left) == (2, 1, None)


def test_a_question_is_the_same_until_it_or_its_options_change() -> None:
    old = exam()
    other = tuple(replace(one, why={"en": "Other."}) for one in old.items[1:])
    assert same_items(old, replace(old, items=other)) == {1: 0, 2: 1, 3: 2}


@pytest.mark.parametrize(
    ("good", "missed", "suspect"),
    [(4, 4, False), (5, 3, False), (5, 4, True), (10, 6, False), (10, 7, True)],
)
def test_a_question_is_suspect_when_most_good_takers_miss_it(
    good: int, missed: int, suspect: bool
) -> None:
    assert Record(20, 5, good, missed).is_suspect is suspect


@pytest.mark.parametrize(
    ("read", "worked", "due", "check", "wanted"),
    [
        (None, None, 1, False, False),
        (None, None, 1, True, True),
        (None, 1, 2, False, True),
        (None, 2, 2, False, False),
        (None, 2, 2, True, True),
        (2, 1, 2, True, False),
        (1, 1, 2, False, True),
        (None, None, 2, False, False),
    ],
)
def test_who_has_to_read_the_guidelines(
    read: int | None, worked: int | None, due: int, check: bool, wanted: bool
) -> None:
    assert is_to_read(Read(3, due, read, worked), has_check=check) is wanted


def test_what_a_project_asks_to_learn_is_kept_whole() -> None:
    learning = Learning(("a",), ("b", "c"), (question("q"),), reread=False)
    assert Learning.from_json(learning.to_json()) == learning
    assert Learning.from_json(None) == Learning()
    assert learning.in_short["check"] == 1
