"""What follows from the notice of a step arriving: dates that only ever move on."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.people import Role
from bot.domain.refusal import Refused
from bot.domain.step_notices import StepNotice, as_of, missing, require_complete
from bot.domain.steps import (
    ENDINGS,
    LIVE,
    REASONS,
    REGION_CLOSED,
    Step,
    StepKind,
    StepState,
    new_step,
    over,
    taken_back,
    when_told,
)
from tests.domain.ladder_machine import BEGIN, BY, DAY, RULES, seen
from tests.domain.made import person

HOUR = timedelta(hours=1)
later = st.integers(0, 60 * 24 * 40).map(lambda minutes: BEGIN + timedelta(minutes=minutes))
kinds = st.sampled_from(list(StepKind))


def decided(kind: StepKind, code: str = "conduct", days: int = 7) -> Step:
    """A step that was just decided."""
    reason = REGION_CLOSED if kind is StepKind.closing else REASONS[code]
    return new_step(
        1, kind, reason, words="In words.", by=BY, role="admin", follows=None, now=BEGIN,
        rules=RULES, days=days, project_id=5,
    )  # fmt: skip


@given(kinds, st.sampled_from(["conduct", "fraud"]), later, later)
def test_what_arrives_later_takes_nothing_away_earlier(
    kind: StepKind, code: str, one: object, other: object
) -> None:
    shown_at, arrived_at = sorted([one, other])  # type: ignore[type-var]
    shown, told = (when_told(decided(kind, code), at) for at in (shown_at, arrived_at))  # type: ignore[arg-type]
    for name in ("access_stops", "ends_at", "appeal_by", "counts_until"):
        before, after = getattr(shown, name), getattr(told, name)
        assert before is None or after is None or after >= before
    if kind is StepKind.hold:
        # It lapses when it was to lapse, however late its notice came.
        assert told.access_returns == shown.access_returns == BEGIN + 72 * HOUR


@given(st.sampled_from(ENDINGS), later)
def test_nothing_ends_sooner_than_two_weeks_after_its_notice(kind: StepKind, at: object) -> None:
    told = when_told(decided(kind), at)  # type: ignore[arg-type]
    assert told.told_at is not None
    assert told.access_stops == told.ends_at == told.due_at
    assert told.ends_at is not None
    assert told.ends_at >= told.told_at + 14 * DAY
    assert told.state is StepState.scheduled


def test_an_egregious_reason_stops_access_at_once_and_ends_it_two_weeks_later() -> None:
    told = when_told(decided(StepKind.deactivation, "fraud"), BEGIN)
    assert (told.state, told.access_stops) == (StepState.effective, BEGIN)
    assert told.ends_at == BEGIN + 14 * DAY
    assert told.bars(BEGIN)


@given(st.integers(1, 14), later)
def test_a_suspension_lasts_no_longer_than_it_says(days: int, at: object) -> None:
    told = when_told(decided(StepKind.suspension, days=days), at)  # type: ignore[arg-type]
    assert told.told_at is not None
    assert told.access_returns is not None
    assert told.access_returns <= told.told_at + days * DAY
    assert told.bars(told.access_returns - HOUR / 60)
    assert not told.bars(told.access_returns)


def test_a_hold_whose_notice_comes_too_late_is_over_when_it_comes() -> None:
    told = when_told(decided(StepKind.hold, "fraud"), BEGIN + 4 * DAY)
    assert told.state is StepState.expired
    assert not told.bars(BEGIN + 4 * DAY)


def test_a_block_is_about_its_project_alone() -> None:
    told = when_told(decided(StepKind.block), BEGIN)
    assert told.access_stops == BEGIN
    assert not told.bars(BEGIN + DAY)


@given(kinds, st.booleans())
def test_what_is_over_bars_nobody(kind: StepKind, withdrawn: bool) -> None:
    told = when_told(decided(kind, "fraud"), BEGIN)
    gone = taken_back(told, by=None, words=None, now=BEGIN) if withdrawn else over(told, BEGIN)
    assert gone.state not in LIVE
    assert (gone.due_at, gone.bars(BEGIN)) == (None, False)


def test_what_was_not_told_bars_nobody_and_cannot_be_appealed_yet() -> None:
    one = decided(StepKind.deactivation, "fraud")
    assert (one.bars(BEGIN), one.appeal_by) == (False, None)
    assert when_told(one, BEGIN).appeal_by == BEGIN + 90 * DAY


def notice(kind: StepKind, **more: object) -> StepNotice:
    """A notice that lacks nothing but what is named."""
    facts: dict[str, object] = {
        "step": as_of(decided(kind), BEGIN), "person": person(), "evidence": (seen(BEGIN),),
        "project": "Pairs", "owed": (), "paid_at": BEGIN, "pending": (), "settled_by": None,
        "deciders": frozenset({Role.admin}), "contact": "",
    }  # fmt: skip
    return StepNotice(**(facts | more))  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", list(StepKind))
def test_a_notice_with_everything_lacks_nothing(kind: StepKind) -> None:
    assert missing(require_complete(notice(kind))) == []


def test_a_hold_that_lapsed_on_the_way_is_told_all_the_same() -> None:
    late = as_of(decided(StepKind.hold, "fraud"), BEGIN + 4 * DAY)
    assert missing(notice(StepKind.hold, step=late)) == []


ENDING = as_of(decided(StepKind.deactivation), BEGIN)
PAUSE = as_of(decided(StepKind.suspension), BEGIN)


@pytest.mark.parametrize(
    ("lacks", "more"),
    [
        ("reason", {"step": replace(ENDING, reason="because")}),
        ("rule", {"step": replace(ENDING, rule_version=0)}),
        ("words", {"step": replace(ENDING, words=None)}),
        ("words", {"step": replace(ENDING, words="")}),
        ("evidence", {"evidence": ()}),
        ("decision", {"step": replace(ENDING, role="")}),
        ("decision", {"step": replace(ENDING, decided_by=0)}),
        ("access", {"step": replace(ENDING, access_stops=None)}),
        ("access", {"step": replace(PAUSE, access_stops=None)}),
        ("return", {"step": replace(PAUSE, access_returns=None)}),
        ("end", {"step": replace(ENDING, ends_at=None)}),
        ("project", {"step": as_of(decided(StepKind.block), BEGIN), "project": None}),
        ("appeal", {"step": replace(ENDING, reply_days=0)}),
        ("appeal", {"step": replace(ENDING, told_at=None)}),
        ("deciders", {"deciders": frozenset()}),
        ("pay", {"pending": ("something",)}),
    ],
)
def test_a_notice_that_lacks_something_is_not_sent(lacks: str, more: dict[str, object]) -> None:
    given = notice(StepKind.deactivation, **more)
    assert missing(given) == [lacks]
    with pytest.raises(Refused, match="step-notice-lacks"):
        require_complete(given)
