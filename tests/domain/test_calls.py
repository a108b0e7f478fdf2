"""Calls: how many places are left, what state that means, and who may take one."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calls import (
    CallState,
    offer_ends,
    places,
    require_right_to_claim,
    state_after,
)
from bot.domain.people import Pause, Person, Standing
from bot.domain.profiles import NO, Profile
from bot.domain.projects import Project, ProjectState
from bot.domain.refusal import Refused
from bot.domain.requirements import Facts
from bot.domain.requirements_reading import parsed
from tests.domain.made import MINUTE, NOW, call, offer, person, project


@pytest.mark.parametrize(
    ("open_slots", "tasks_per_job", "held", "left"),
    [
        (0, 5, 0, 0),
        (1, 5, 0, 1),
        (5, 5, 0, 1),
        (6, 5, 0, 2),
        (60, 5, 0, 12),
        (60, 5, 3, 9),
        (5, 5, 4, 0),
        (7, 1, 0, 7),
    ],
)
def test_places_are_the_open_slots_by_job_rounded_up_without_those_held(
    open_slots: int, tasks_per_job: int, held: int, left: int
) -> None:
    found = places(call(), open_slots=open_slots, tasks_per_job=tasks_per_job, held=held)
    assert found == left


@pytest.mark.parametrize(
    ("limit", "taken", "held", "left"), [(4, 0, 0, 4), (4, 3, 0, 1), (4, 4, 0, 0), (4, 2, 1, 1)]
)
def test_a_call_offers_no_more_than_it_was_for(
    limit: int, taken: int, held: int, left: int
) -> None:
    one = call(limit=limit, taken=taken)
    assert places(one, open_slots=100, tasks_per_job=5, held=held) == left


@pytest.mark.parametrize(
    ("limit", "elsewhere", "left"),
    [(None, 0, 4), (None, 3, 1), (None, 9, 0), (2, 1, 2), (2, 3, 1)],
)
def test_places_held_by_other_calls_need_slots_but_no_place_of_this_one(
    limit: int | None, elsewhere: int, left: int
) -> None:
    one = call(limit=limit)
    found = places(one, open_slots=20, tasks_per_job=5, held=0, elsewhere=elsewhere)
    assert found == left


@pytest.mark.parametrize(
    ("open_slots", "held", "borrowed", "left"),
    [
        (5, 0, 2, 3),
        (5, 1, 2, 2),
        (2, 0, 1, 1),
        (2, 0, 9, 1),
        (1, 0, 1, 1),
        (1, 1, 1, 0),
        (0, 0, 2, 0),
    ],
)
def test_what_is_borrowed_lowers_the_count_and_never_takes_the_last_place(
    open_slots: int, held: int, borrowed: int, left: int
) -> None:
    found = places(call(), open_slots=open_slots, tasks_per_job=1, held=held, borrowed=borrowed)
    assert found == left


def test_what_is_closed_offers_nothing_and_stays_so() -> None:
    one = call(state=CallState.closed)
    assert places(one, open_slots=100, tasks_per_job=5, held=0) == 0
    assert state_after(one, 3) is CallState.closed


@pytest.mark.parametrize("before", [CallState.live, CallState.filled])
@pytest.mark.parametrize(("left", "after"), [(0, CallState.filled), (1, CallState.live)])
def test_a_call_is_filled_without_places_and_live_again_with_one(
    before: CallState, left: int, after: CallState
) -> None:
    assert state_after(call(state=before), left) is after


@given(
    open_slots=st.integers(0, 10_000),
    tasks_per_job=st.integers(1, 50),
    held=st.integers(0, 100),
    limit=st.none() | st.integers(0, 100),
)
def test_places_are_never_below_none_nor_more_than_the_work(
    open_slots: int, tasks_per_job: int, held: int, limit: int | None
) -> None:
    one = call(limit=limit)
    left = places(one, open_slots=open_slots, tasks_per_job=tasks_per_job, held=held)
    assert left >= 0
    # The last job may be smaller, but no job is empty.
    assert left == 0 or (left + held - 1) * tasks_per_job < open_slots
    assert limit is None or left == 0 or left + held <= limit


def claim(
    who: Person | None = None,
    what: Project | None = None,
    *,
    profile: Profile | None = None,
    open_jobs: int = 0,
) -> None:
    require_right_to_claim(
        who or person(), what or project(), facts=Facts(profile or Profile(("en",))),
        open_jobs=open_jobs, cap=2, now=NOW,
    )  # fmt: skip


@pytest.mark.parametrize(
    "standing",
    [Standing.applicant, Standing.suspended, Standing.deactivating, Standing.deactivated],
)
def test_a_claim_is_refused_by_standing(standing: Standing) -> None:
    with pytest.raises(Refused) as no:
        claim(person(standing=standing))
    assert no.value.reason == f"standing-{standing}"


@pytest.mark.parametrize("standing", [Standing.good, Standing.warned])
def test_good_and_warned_people_may_claim(standing: Standing) -> None:
    claim(person(standing=standing))


def test_a_claim_is_refused_to_who_does_not_meet_what_the_project_requires() -> None:
    what = project(offer=offer(requires=parsed("not country US")))
    with pytest.raises(Refused) as no:
        claim(what=what, profile=Profile(("en",), country="US"))
    assert no.value.reason == "country"
    # What was never asked is asked, and no reason.
    claim(what=what)


def test_a_claim_is_refused_while_paused_and_allowed_at_its_end() -> None:
    with pytest.raises(Refused) as no:
        claim(person(pause=Pause.own, paused_until=NOW + MINUTE))
    assert (no.value.reason, no.value.facts) == ("paused", {"until": NOW + MINUTE})
    claim(person(pause=Pause.own, paused_until=NOW))


@pytest.mark.parametrize("state", [ProjectState.draft, ProjectState.paused, ProjectState.closed])
def test_a_claim_is_refused_when_the_project_is_not_open(state: ProjectState) -> None:
    with pytest.raises(Refused) as no:
        claim(what=project(state=state))
    assert (no.value.reason, no.value.facts) == (f"project-{state}", {"project": "Pairs"})


def test_a_claim_is_refused_to_who_is_known_to_work_in_none_of_the_languages() -> None:
    arabic = project(offer=offer(languages=("ar", "fr")))
    neither = Profile(("en", "de"), {"ar": NO, "fr": NO})
    with pytest.raises(Refused) as no:
        claim(what=arabic, profile=neither)
    assert (no.value.reason, no.value.facts) == ("language", {"languages": "ar, fr"})
    claim(what=arabic, profile=Profile(("en", "fr"), {"ar": NO}))
    claim(what=arabic, profile=Profile(("en", "de")))  # never asked: that comes at the claim


def test_a_claim_is_refused_at_the_cap_on_open_jobs() -> None:
    claim(open_jobs=1)
    with pytest.raises(Refused) as no:
        claim(open_jobs=2)
    assert (no.value.reason, no.value.facts) == ("open-jobs-cap", {"cap": 2})


def test_the_first_reason_is_the_one_about_the_person() -> None:
    with pytest.raises(Refused, match="standing-suspended"):
        claim(person(standing=Standing.suspended), project(state=ProjectState.paused), open_jobs=9)


def test_a_place_is_held_for_some_minutes() -> None:
    assert offer_ends(NOW, 10) == NOW + timedelta(minutes=10)
