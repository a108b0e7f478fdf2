"""Jobs: due times, expiry, reminders, more time, active seconds."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.jobs import (
    LEAST_DUE,
    MOST_DUE,
    JobState,
    counted,
    due_in,
    extended_due,
    is_expired,
    reading_allowance,
    reminder_due,
    writing_allowance,
)
from tests.domain.made import MINUTE, NOW, SECOND, job, offer, project

DUE = NOW + 30 * MINUTE


@pytest.mark.parametrize(
    ("seconds", "tasks", "due"),
    [
        (120, 5, timedelta(minutes=30)),
        (10, 5, LEAST_DUE),
        (40, 5, timedelta(minutes=10)),
        (3600, 10, MOST_DUE),
    ],
)
def test_a_job_is_given_three_times_its_time_within_bounds(
    seconds: int, tasks: int, due: timedelta
) -> None:
    assert due_in(project(offer=offer(seconds_per_task=seconds)), tasks) == due


def test_the_figure_of_the_project_goes_before_the_rule() -> None:
    assert due_in(project(offer=offer(due_minutes=5)), 50) == timedelta(minutes=5)


def test_the_due_time_follows_what_was_measured() -> None:
    quick = project(measured_jobs=20, measured_seconds=60.0)
    assert due_in(quick, 5) == timedelta(minutes=15)


@pytest.mark.parametrize(
    ("idle_since", "now", "expired"),
    [
        (NOW, DUE - SECOND, False),
        (NOW, DUE, True),
        (DUE - 10 * MINUTE + SECOND, DUE, False),
        (DUE - 10 * MINUTE, DUE, True),
        (DUE + 20 * MINUTE, DUE + 30 * MINUTE - SECOND, False),
        (DUE + 30 * MINUTE, DUE + 30 * MINUTE, True),
    ],
    ids=["not due", "due and idle", "due and active", "ten minutes idle", "active", "twice"],
)
def test_nobody_is_expired_while_active_up_to_twice_the_due_time(
    idle_since: datetime, now: datetime, expired: bool
) -> None:
    assert is_expired(job(last_act_at=idle_since), now) is expired


@pytest.mark.parametrize("state", [one for one in JobState if one is not JobState.active])
def test_only_active_jobs_expire_or_are_reminded_of(state: JobState) -> None:
    assert not is_expired(job(state=state), DUE + timedelta(days=9))
    assert reminder_due(job(state=state), DUE - MINUTE) == 0


def test_a_job_in_its_undo_window_neither_expires_nor_is_reminded_of() -> None:
    submitting = job(submits_at=DUE + timedelta(days=9))
    assert not is_expired(submitting, DUE + timedelta(days=1))
    assert reminder_due(submitting, DUE - MINUTE) == 0


@pytest.mark.parametrize(
    ("minutes", "reminders", "which"),
    [
        (14.9, 0, 0), (15, 0, 1), (20, 1, 0), (26.9, 1, 0), (27, 1, 2), (27, 0, 2), (29, 2, 0),
        (30, 0, 0), (40, 0, 0),
    ],
)  # fmt: skip
def test_the_idle_are_reminded_at_half_and_at_nine_tenths_and_never_twice(
    minutes: float, reminders: int, which: int
) -> None:
    assert reminder_due(job(reminders=reminders), NOW + minutes * MINUTE) == which


@pytest.mark.parametrize(("idle", "which"), [(4.9, 0), (5, 1)])
def test_who_acted_in_the_last_five_minutes_is_not_reminded(idle: float, which: int) -> None:
    at = NOW + 20 * MINUTE
    assert reminder_due(job(last_act_at=at - idle * MINUTE), at) == which


def test_more_time_is_as_much_again_as_at_the_claim() -> None:
    assert extended_due(job()) == NOW + 60 * MINUTE


@pytest.mark.parametrize("language", ["zh", "ja-JP", "th"])
def test_dense_scripts_take_longer_to_read(language: str) -> None:
    assert reading_allowance(450, language) == pytest.approx(100)
    assert reading_allowance(450, language) > reading_allowance(450, "en")


def test_an_unknown_language_is_read_like_an_alphabet() -> None:
    assert reading_allowance(1400, None) == reading_allowance(1400, "en-GB") == 100
    assert writing_allowance(150) == 100


@pytest.mark.parametrize(
    ("passed", "allowance", "seconds"), [(30, 60, 30), (90, 60, 60), (-30, 60, 0), (0, 60, 0)]
)
def test_time_counts_up_to_the_allowance_and_never_backwards(
    passed: int, allowance: int, seconds: int
) -> None:
    assert counted(NOW, NOW + passed * SECOND, allowance) == seconds


moments = st.datetimes(NOW.replace(tzinfo=None), (DUE + 60 * MINUTE).replace(tzinfo=None)).map(
    lambda naive: naive.replace(tzinfo=NOW.tzinfo)
)


@given(acted=moments, now=moments)
def test_a_job_once_expired_stays_so_and_is_not_reminded_of(
    acted: datetime, now: datetime
) -> None:
    one = job(last_act_at=min(acted, now))
    if is_expired(one, now):
        assert now >= one.due_at
        assert is_expired(one, now + MINUTE)
        assert reminder_due(one, now) == 0
    if now >= one.claimed_at + 2 * (one.due_at - one.claimed_at):
        assert is_expired(one, now)


def test_a_correction_runs_out_half_a_day_after_its_due_time_at_the_latest() -> None:
    due = NOW + timedelta(hours=48)
    late = due + timedelta(hours=12)
    working = job(review_id=1, claimed_at=NOW, due_at=due, last_act_at=late)
    assert working.is_return
    assert not is_expired(working, late - timedelta(seconds=1))
    assert is_expired(working, late)
    assert is_expired(job(review_id=1, claimed_at=NOW, due_at=due, last_act_at=NOW), due)
