"""The ladder: whatever is decided in whatever order, it is climbed rung by rung or not at all."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.ladder import Case, next_rung, require_step, standing_of
from bot.domain.people import Standing
from bot.domain.refusal import Refused
from bot.domain.steps import (
    ENDINGS,
    REASONS,
    RUNGS,
    Step,
    StepKind,
    StepState,
    new_step,
    over,
    taken_back,
    when_told,
)
from tests.domain.ladder_machine import BEGIN, BY, DAY, RULES, Ladder, any_reason, seen

TestLadder = Ladder.TestCase
TestLadder.settings = settings(
    max_examples=150, stateful_step_count=50, deadline=None, derandomize=True,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip


def case(*given_steps: Step, **more: object) -> Case:
    """A case in which nothing stands in the way but what is named."""
    facts: dict[str, object] = {
        "steps": given_steps, "evidence": [seen(BEGIN)], "used": [], "ratings": 20,
        "deciders": 1, "disputed": False, "appealed": False,
    }  # fmt: skip
    return Case(**(facts | more))  # type: ignore[arg-type]


def step(kind: StepKind, *, told: datetime | None = BEGIN, code: str = "conduct") -> Step:
    """A step of that kind, told or not."""
    decided = BEGIN if told is None else told
    made = new_step(
        1, kind, REASONS[code], words="In words.", by=BY, role="admin", follows=None,
        now=decided, rules=RULES, days=7, project_id=5,
    )  # fmt: skip
    made = replace(made, id=RUNGS.index(kind) + 1 if kind in RUNGS else 9)
    return made if told is None else when_told(made, told)


WARNED = step(StepKind.warning)
LEAVING = step(StepKind.deactivation)
LATER = BEGIN + 14 * DAY
NEW = {"evidence": [seen(LATER, "New.")]}
SECOND, CONDUCT = StepKind.second_warning, "conduct"


@pytest.mark.parametrize(
    ("kind", "code", "known", "now", "reason"),
    [
        (SECOND, CONDUCT, case(WARNED, ratings=19, **NEW), LATER, "step-early"),
        (SECOND, CONDUCT, case(WARNED), LATER - DAY, "step-old-facts"),
        (SECOND, CONDUCT, case(step(StepKind.warning, told=None)), LATER, "step-untold"),
        (SECOND, CONDUCT, case(WARNED, disputed=True, **NEW), LATER, "step-disputed"),
        (SECOND, CONDUCT, case(WARNED, appealed=True, **NEW), LATER, "step-appealed"),
        (SECOND, CONDUCT, case(WARNED, evidence=[]), LATER, "step-evidence"),
        (SECOND, CONDUCT, case(WARNED, evidence=[seen(LATER + DAY)]), LATER, "step-future"),
        (SECOND, CONDUCT, case(WARNED, used=[(WARNED, seen(LATER, "New."))], **NEW), LATER,
         "step-same-facts"),
        # Whoever lost the appeal does not decide the same again: neither as it was, nor more.
        (StepKind.warning, CONDUCT, case(fallen=[seen(BEGIN)]), LATER, "step-overturned"),
        (StepKind.block, CONDUCT, case(fallen=[seen(BEGIN)]), LATER, "step-overturned"),
        (StepKind.hold, "fraud", case(fallen=[seen(BEGIN)]), LATER, "step-overturned"),
        (StepKind.deactivation, "fraud", case(fallen=[seen(BEGIN)]), LATER, "step-overturned"),
        (SECOND, "fraud", case(), LATER, "step-skips"),
        (StepKind.deactivation, CONDUCT, case(WARNED, **NEW), LATER, "step-skips"),
        (StepKind.deactivation, "fraud", case(deciders=0), LATER, "step-no-decider"),
        (StepKind.deactivation, "fraud", case(step(StepKind.deactivation)), LATER, "step-there"),
        (StepKind.block, CONDUCT, case(LEAVING), LATER, "step-there"),
        (StepKind.hold, "fraud", case(replace(LEAVING, state=StepState.effective)), LATER,
         "step-there"),
        (StepKind.suspension, CONDUCT, case(WARNED, step(SECOND), **NEW), LATER, "step-days"),
        (StepKind.block, CONDUCT, case(step(StepKind.block)), LATER, "step-there"),
        (StepKind.hold, CONDUCT, case(), LATER, "hold-egregious"),
        (StepKind.hold, "fraud", case(step(StepKind.hold, code="fraud")), LATER, "step-there"),
        (StepKind.hold, "fraud", case(over(step(StepKind.hold, code="fraud"), LATER)),
         LATER - DAY, "hold-renewed"),
    ],
)  # fmt: skip
def test_a_step_is_refused_with_its_reason(
    kind: StepKind, code: str, known: Case, now: datetime, reason: str
) -> None:
    days = 15 if reason == "step-days" else 7
    with pytest.raises(Refused) as no:
        require_step(kind, REASONS[code], known, days=days, now=now, rules=RULES, project_id=5)
    assert no.value.reason == reason


@pytest.mark.parametrize(
    ("kind", "code", "known", "follows"),
    [
        (StepKind.warning, CONDUCT, case(), None),
        (SECOND, CONDUCT, case(WARNED, **NEW), 1),
        (SECOND, "fraud", case(WARNED, appealed=True, **NEW), 1),
        (StepKind.deactivation, "fraud", case(appealed=True), None),
        (StepKind.hold, "fraud", case(WARNED, **NEW), None),
        # Who is about to leave can do harm until then.
        (StepKind.hold, "fraud", case(LEAVING, **NEW), None),
        (StepKind.block, CONDUCT, case(), None),
        # A warning that was withdrawn is no rung.
        (StepKind.warning, CONDUCT, case(taken_back(WARNED, by=BY, words=None, now=LATER)), None),
    ],
)
def test_what_the_ladder_allows_says_what_it_follows(
    kind: StepKind, code: str, known: Case, follows: int | None
) -> None:
    given_days = {"days": 7, "now": LATER, "rules": RULES}
    assert require_step(kind, REASONS[code], known, **given_days) == follows  # type: ignore[arg-type]


def test_a_warning_is_no_rung_any_more_when_its_time_is_over() -> None:
    ends = BEGIN + RULES.warning_days * DAY
    assert next_rung([WARNED], ends - DAY) is SECOND
    assert next_rung([WARNED], ends) is StepKind.warning
    assert next_rung([step(kind) for kind in RUNGS], BEGIN) is None


any_step = st.builds(
    lambda kind, state, told, code: replace(step(kind, told=told, code=code), state=state),
    st.sampled_from(list(StepKind)), st.sampled_from(list(StepState)),
    st.none() | st.datetimes(datetime(2029, 1, 1), datetime(2031, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - made aware by `timezones`
    any_reason,
)  # fmt: skip


@given(st.lists(any_step, max_size=6), st.sampled_from([BEGIN, LATER, BEGIN + 400 * DAY]))
def test_everybody_stands_somewhere(steps: list[Step], now: datetime) -> None:
    found = standing_of(steps, now)
    assert found is not Standing.applicant
    gone = [one for one in steps if one.is_live and one.told_at and one.kind in ENDINGS]
    assert (found in (Standing.deactivating, Standing.deactivated)) == bool(gone)
