"""Questions to the hall: who owns one, who may answer, when the clock looks."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.domain.people import Arrival, Person, Role, Standing
from bot.domain.questions import (
    MOST_SIGNS,
    Question,
    QuestionState,
    choose_owner,
    is_staff,
    look_next,
    remind_at,
    require_answerer,
    require_going_on,
    require_room,
    require_words,
)
from bot.domain.refusal import Refused

NOW = datetime(2030, 1, 15, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def person(who: int, *roles: tuple[Role, int | None], away: bool = False) -> Person:
    return Person(
        who, 1000 + who, f"Person {who}", "en", "UTC", time(22), time(8), Arrival.done,
        Standing.good, None, None, NOW if away else None, roles,
    )  # fmt: skip


ADMIN, COORDINATOR = (Role.admin, None), (Role.coordinator, None)
QUESTION = Question(
    1, "J7K2", 9, 2, QuestionState.open, NOW, NOW + 3 * DAY, None, 0, None, None, None
)


def test_whoever_has_the_fewest_open_questions_gets_the_next_one() -> None:
    staff = [person(3, ADMIN), person(1, COORDINATOR), person(2, COORDINATOR)]
    assert choose_owner(staff, {1: 2, 2: 1, 3: 1}, {9}) == 2
    assert choose_owner(staff, {1: 2, 2: 1, 3: 1}, {9, 2}) == 3
    assert choose_owner(staff, {}, {9}) == 1
    assert choose_owner(staff, {}, {1, 2, 3}) is None


def test_somebody_away_or_without_an_account_is_no_first_choice() -> None:
    assert choose_owner([person(1, ADMIN, away=True), person(2, ADMIN)], {2: 5}, ()) == 2
    assert choose_owner([person(1, ADMIN, away=True)], {}, ()) == 1
    assert choose_owner([replace(person(1, ADMIN), telegram_id=None)], {}, ()) is None


@pytest.mark.parametrize(
    ("who", "reason"),
    [
        (person(4), "not-coordinator"),
        (person(2, (Role.coordinator, 7)), "not-coordinator"),
        (person(9, ADMIN), "question-own"),
        (person(4, COORDINATOR), "question-passed"),
        (person(2, COORDINATOR), None),
        (person(4, ADMIN), None),
    ],
)
def test_the_owner_and_admins_answer_and_nobody_their_own(who: Person, reason: str | None) -> None:
    if reason is None:
        require_answerer(QUESTION, who)
        return
    with pytest.raises(Refused, match=reason):
        require_answerer(QUESTION, who)


def test_who_coordinates_one_project_does_not_answer_for_the_hall() -> None:
    assert is_staff(person(1, COORDINATOR))
    assert not is_staff(person(1, (Role.coordinator, 7)))


def test_words_are_neither_empty_nor_endless() -> None:
    assert require_words("  Why? ") == "Why?"
    assert require_words("x" * MOST_SIGNS) == "x" * MOST_SIGNS
    with pytest.raises(Refused, match="question-empty"):
        require_words(" \n ")
    with pytest.raises(Refused, match="words-too-many"):
        require_words("x" * (MOST_SIGNS + 1))


def test_a_sixth_open_question_is_refused() -> None:
    require_room(4)
    with pytest.raises(Refused, match="question-most"):
        require_room(5)


def test_what_is_closed_is_over() -> None:
    require_going_on(replace(QUESTION, state=QuestionState.answered))
    with pytest.raises(Refused, match="question-closed"):
        require_going_on(replace(QUESTION, state=QuestionState.closed))


def test_the_clock_looks_after_two_thirds_then_at_the_time_then_daily() -> None:
    assert remind_at(NOW, NOW + 3 * DAY) == NOW + 2 * DAY
    assert look_next(QUESTION, NOW + 2 * DAY) == QUESTION.reply_by
    assert look_next(QUESTION, NOW + 3 * DAY) == NOW + 4 * DAY
