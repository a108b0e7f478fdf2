"""Where a person stands: one status for everybody, and one next date or none known."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.appeals import Appeal, AppealState
from bot.domain.people import Arrival, Pause, Person, Standing
from bot.domain.rules import StandingRules
from bot.domain.stands import Coming, WithAppeal, barred_until, stands
from bot.domain.steps import (
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

NOW = datetime(2030, 1, 15, 12, tzinfo=UTC)
DAY = timedelta(days=1)
BACK = NOW + timedelta(days=7, hours=-1)  # the full hour before seven days are over
ADA = Person(
    7, 77, "Ada", "en", "UTC", time(22), time(8), Arrival.done, Standing.good, None, None, None
)


def step(kind: StepKind, *, reason: str = "expired-jobs", nth: int = 1) -> Step:
    made = new_step(
        7, kind, REASONS.get(reason, REGION_CLOSED), words="words", by=1, role="admin",
        follows=None, now=NOW, rules=StandingRules(), days=7, project_id=3,
    )  # fmt: skip
    return replace(made, id=nth, number=f"N{nth}")


def told(kind: StepKind, *, reason: str = "expired-jobs", nth: int = 1) -> Step:
    return when_told(step(kind, reason=reason, nth=nth), NOW)


def appeal(state: AppealState = AppealState.open) -> Appeal:
    return Appeal(1, "A", 1, 7, "", state, NOW, NOW + 7 * DAY, NOW, 0, 1, None, None, None, None)


CASES = [
    ((), NOW, Standing.good, Coming.unknown, None),
    ([step(StepKind.warning)], NOW, Standing.good, Coming.unknown, None),
    ([told(StepKind.warning)], NOW, Standing.warned, Coming.over, NOW + 90 * DAY),
    ([told(StepKind.suspension)], NOW, Standing.suspended, Coming.returns, BACK),
    ([told(StepKind.suspension)], NOW + 8 * DAY, Standing.warned, Coming.over, NOW + 90 * DAY),
    ([told(StepKind.hold, reason="fraud")], NOW, Standing.suspended, Coming.lapses, NOW + 3 * DAY),
    ([told(StepKind.block)], NOW, Standing.good, Coming.unknown, None),
    ([told(StepKind.deactivation)], NOW, Standing.deactivating, Coming.stops, NOW + 14 * DAY),
    (
        [told(StepKind.deactivation, reason="fraud")], NOW, Standing.deactivated, Coming.ends,
        NOW + 14 * DAY,
    ),
    (
        [told(StepKind.deactivation, reason="fraud")], NOW + 15 * DAY, Standing.deactivated,
        Coming.unknown, None,
    ),
    ([told(StepKind.closing)], NOW, Standing.deactivating, Coming.stops, NOW + 14 * DAY),
    (
        [told(StepKind.warning), told(StepKind.suspension, nth=2)], NOW, Standing.suspended,
        Coming.returns, BACK,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("steps", "now", "standing", "coming", "at"), CASES)
def test_one_status_and_one_next_date(
    steps: list[Step], now: datetime, standing: Standing, coming: Coming, at: datetime | None
) -> None:
    found = stands(ADA, [(one, None) for one in steps], now)
    assert (found.standing, found.coming, found.at) == (standing, coming, at)


def test_an_open_appeal_is_what_comes_next_of_an_ending() -> None:
    leaving, gone = told(StepKind.deactivation), told(StepKind.deactivation, reason="fraud")
    for one in (leaving, gone):
        found = stands(ADA, [(one, appeal())], NOW)
        assert (found.coming, found.at) == (Coming.answered, NOW + 7 * DAY)
    upheld = stands(ADA, [(leaving, appeal(AppealState.upheld))], NOW)
    assert upheld.coming is Coming.stops
    overdue = stands(ADA, [(gone, appeal())], NOW + 8 * DAY)
    assert overdue.coming is Coming.ends


def test_good_standing_counts_from_the_end_of_the_last_step() -> None:
    gone = taken_back(told(StepKind.warning), by=1, words=None, now=NOW + DAY)
    ended = over(told(StepKind.warning, nth=2), NOW + 2 * DAY)
    found = stands(ADA, [(gone, None), (ended, None)], NOW + 3 * DAY)
    assert (found.standing, found.since) == (Standing.good, NOW + 2 * DAY)


def test_an_applicant_stays_one_and_a_pause_has_its_end() -> None:
    applicant = replace(ADA, standing=Standing.applicant)
    assert stands(applicant, (), NOW).standing is Standing.applicant
    paused = replace(ADA, pause=Pause.own, paused_until=NOW + DAY)
    found = stands(paused, (), NOW)
    assert (found.coming, found.at) == (Coming.resumes, NOW + DAY)
    assert stands(replace(paused, paused_until=None), (), NOW).coming is Coming.unknown


def test_who_is_barred_knows_until_when() -> None:
    assert barred_until([told(StepKind.suspension)], NOW) == BACK
    assert barred_until([told(StepKind.deactivation)], NOW) == NOW + 14 * DAY
    assert barred_until([told(StepKind.deactivation)], NOW + 15 * DAY) is None
    assert barred_until([told(StepKind.warning)], NOW) is None
    assert barred_until([step(StepKind.suspension)], NOW) is None


histories = st.lists(
    st.tuples(
        st.sampled_from(list(StepKind)),
        st.sampled_from(["none", "told", "withdrawn", "expired", "effective"]),
        st.sampled_from([None, *AppealState]),
    ),
    max_size=5,
)


@given(histories, st.integers(0, 120))
def test_every_history_comes_to_one_status_with_one_date_or_none(
    history: list[tuple[StepKind, str, AppealState | None]], days: int
) -> None:
    own: list[WithAppeal] = []
    for nth, (kind, fate, about) in enumerate(history, 1):
        one = step(kind, nth=nth) if fate == "none" else told(kind, nth=nth)
        if fate == "withdrawn":
            one = taken_back(one, by=1, words=None, now=NOW)
        elif fate == "expired":
            one = over(one, NOW)
        elif fate == "effective" and one.told_at is not None:
            one = replace(one, state=StepState.effective)
        own.append((one, appeal(about) if about and one.told_at else None))
    found = stands(ADA, own, NOW + days * DAY)
    assert (found.at is None) == (found.coming is Coming.unknown)
    assert (found.because is None) == (found.standing is Standing.good)
    assert found.because is None or found.since is not None
