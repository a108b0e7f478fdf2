"""Appeals: who may object, until when, who decides, and when somebody is reminded."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.appeals import (
    Appeal,
    AppealState,
    after_upheld,
    decide_by,
    look_next,
    may_decide,
    require_appealable,
    require_decider,
    require_open,
)
from bot.domain.people import Role
from bot.domain.refusal import Refused
from bot.domain.steps import StepKind, StepState, over, taken_back, when_told
from tests.domain.ladder_machine import BEGIN, BY, DAY
from tests.domain.made import person
from tests.domain.test_steps import decided

HOUR = timedelta(hours=1)
TOLD = when_told(decided(StepKind.deactivation), BEGIN)
APPEAL = Appeal(
    id=1, number="A1", step_id=1, person_id=1, words="", state=AppealState.open, opened_at=BEGIN,
    decide_by=BEGIN + 7 * DAY, next_at=BEGIN + 3 * DAY, reminded=0, step_by=BY, decided_by=None,
    role=None, answer=None, decided_at=None,
)  # fmt: skip
ADMIN = ((Role.admin, None),)


@pytest.mark.parametrize(
    ("step", "by", "after", "reason"),
    [
        (TOLD, 2, 0 * DAY, "not-yours"),
        (taken_back(TOLD, by=BY, words=None, now=BEGIN), 1, DAY, "step-withdrawn"),
        (decided(StepKind.warning), 1, DAY, "step-untold"),
        (TOLD, 1, 90 * DAY, "appeal-over"),
    ],
)
def test_an_appeal_is_refused_with_its_reason(
    step: object, by: int, after: timedelta, reason: str
) -> None:
    with pytest.raises(Refused, match=reason):
        require_appealable(step, by, BEGIN + after)  # type: ignore[arg-type]


def test_what_was_told_can_be_appealed_for_90_days_even_when_it_is_over() -> None:
    require_appealable(TOLD, 1, BEGIN + 90 * DAY - HOUR)
    require_appealable(over(TOLD, BEGIN + DAY), 1, BEGIN + 2 * DAY)
    assert decide_by(TOLD, BEGIN + DAY) == BEGIN + 8 * DAY


@pytest.mark.parametrize(
    ("who", "reason"),
    [
        (person(id=9), "not-arbiter"),
        (person(id=9, roles=((Role.coordinator, None),)), "not-arbiter"),
        (person(id=1, roles=ADMIN), "own-standing"),
        (person(id=BY, roles=ADMIN), "own-verdict"),
    ],
)
def test_neither_who_decided_nor_who_appeals_nor_anybody_decides(who: object, reason: str) -> None:
    assert not may_decide(who, BY, 1)  # type: ignore[arg-type]
    with pytest.raises(Refused, match=reason):
        require_decider(APPEAL, who)  # type: ignore[arg-type]


@pytest.mark.parametrize("role", [Role.admin, Role.arbiter])
def test_another_admin_or_an_arbiter_decides(role: Role) -> None:
    somebody = person(id=9, roles=((role, None),))
    require_decider(APPEAL, somebody)
    assert may_decide(somebody, BY, 1)


def test_what_was_decided_is_not_decided_again() -> None:
    require_open(APPEAL)
    for state in (AppealState.upheld, AppealState.overturned):
        with pytest.raises(Refused, match=f"decided-{state}"):
            require_open(replace(APPEAL, state=state))


def test_deciders_are_reminded_and_then_every_day() -> None:
    by = BEGIN + 7 * DAY
    assert look_next(BEGIN, by, 0, BEGIN) == BEGIN + 3 * DAY
    assert look_next(BEGIN, by, 1, BEGIN + 3 * DAY) == BEGIN + 6 * DAY
    assert look_next(BEGIN, by, 2, BEGIN + 6 * DAY) == by
    assert look_next(BEGIN, by, 2, by + HOUR) == by + HOUR + DAY


def test_who_lost_an_appeal_keeps_the_date_or_a_day() -> None:
    stops = BEGIN + 14 * DAY
    assert after_upheld(TOLD, BEGIN + DAY) == stops
    assert after_upheld(TOLD, stops + DAY) == stops + 2 * DAY
    assert after_upheld(replace(TOLD, state=StepState.effective), BEGIN) is None
    assert after_upheld(when_told(decided(StepKind.warning), BEGIN), BEGIN) is None
