"""Notices: what follows from each outcome of a delivery."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.notices import (
    DELETE,
    MOST_ATTEMPTS,
    Broken,
    Delivered,
    Moved,
    NoticeState,
    Outcome,
    Priority,
    TryAgain,
    Undeliverable,
    Unknown,
    Wait,
    after,
    is_stale,
    pause,
)
from tests.domain.made import NOW, SECOND, notice

LAST = MOST_ATTEMPTS - 1


@pytest.mark.parametrize(
    ("outcome", "state"),
    [
        (Delivered(7), NoticeState.sent),
        (Delivered(None), NoticeState.cancelled),
        (Wait(NOW + SECOND), NoticeState.queued),
        (TryAgain("502"), NoticeState.queued),
        (Unknown("cut"), NoticeState.queued),
        (Moved(-100), NoticeState.queued),
        (Undeliverable("blocked"), NoticeState.undeliverable),
        (Broken("too long"), NoticeState.failed),
    ],
)
def test_each_outcome_leads_to_one_state(outcome: Outcome, state: NoticeState) -> None:
    settled = after(notice(), outcome, NOW)
    assert settled.state is state
    waits = isinstance(outcome, Wait | Moved)
    assert settled.attempts == (0 if waits else 1)


def test_what_was_sent_knows_its_message() -> None:
    assert after(notice(), Delivered(7), NOW).message_id == 7


@pytest.mark.parametrize(("until", "then"), [(60, 60), (-5, 0)])
def test_waiting_when_told_to_lasts_until_then_but_never_into_the_past(
    until: int, then: int
) -> None:
    settled = after(notice(), Wait(NOW + until * SECOND), NOW)
    assert settled.not_before == NOW + then * SECOND


def test_a_group_that_moved_is_written_to_at_its_new_id() -> None:
    assert after(notice(chat_id=-5), Moved(-1005), NOW).chat_id == -1005


def test_another_try_waits_longer_each_time_and_ends() -> None:
    assert after(notice(), TryAgain("502"), NOW).not_before == NOW + SECOND
    assert after(notice(attempts=2), TryAgain("502"), NOW).not_before == NOW + 4 * SECOND
    assert after(notice(attempts=LAST), TryAgain("502"), NOW).state is NoticeState.failed


def test_what_may_have_gone_out_is_repeated_and_says_so() -> None:
    settled = after(notice(), Unknown("cut"), NOW)
    assert settled.repeated
    assert settled.not_before == NOW + SECOND


def test_an_edit_is_made_again_without_a_word() -> None:
    settled = after(notice(edits=9), Unknown("cut"), NOW)
    assert (settled.state, settled.repeated) == (NoticeState.queued, False)
    assert settled.not_before == NOW


def test_a_broadcast_is_not_repeated() -> None:
    settled = after(notice(priority=Priority.broadcast), Unknown("cut"), NOW)
    assert settled.state is NoticeState.uncertain


def test_repeating_ends_as_uncertain() -> None:
    assert after(notice(attempts=LAST), Unknown("cut"), NOW).state is NoticeState.uncertain


@given(st.integers(1, 10_000))
def test_pauses_grow_up_to_five_minutes(attempts: int) -> None:
    assert SECOND <= pause(attempts) <= pause(attempts + 1) <= timedelta(minutes=5)


@pytest.mark.parametrize(("expires", "stale"), [(None, False), (1, False), (0, True), (-1, True)])
def test_a_notice_is_stale_from_its_end_on(expires: int | None, stale: bool) -> None:
    end = None if expires is None else NOW + expires * SECOND
    assert is_stale(notice(expires_at=end), NOW) is stale


def test_a_deletion_is_tried_for_as_long_as_it_takes() -> None:
    late = replace(notice(), kind=DELETE, edits=7, attempts=LAST)
    assert after(late, TryAgain("502"), NOW).state is NoticeState.queued
    assert after(replace(late, kind="plain"), TryAgain("502"), NOW).state is NoticeState.failed
    step = replace(notice(), kind="step", attempts=LAST)
    assert after(step, TryAgain("502"), NOW).state is NoticeState.queued
    assert after(late, Broken("odd"), NOW).state is NoticeState.failed
