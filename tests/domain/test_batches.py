"""The rules of batches: what is held, what may still be said, when good news are told."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.batches import (
    MOST_WORDS,
    BatchState,
    Tally,
    checked_words,
    in_chunks,
    must_be_held,
    require_asked_of,
    require_reason,
    state_of,
    to_remind_of,
    told_at,
    told_since,
    waits,
)  # fmt: skip
from bot.domain.lines import ClientState, Line, LineKind, LineState
from bot.domain.money import Money
from bot.domain.refusal import Refused
from bot.domain.rules import PayRules

NOW = datetime(2030, 1, 15, 12, tzinfo=UTC)
DAY = timedelta(days=1)
RULES = PayRules()
PAY = Money(40, "USD")
LINE = Line(
    id=1, number="ABCDEFGH", person_id=1, project_id=1, job_id=1, assignment_id=1,
    kind=LineKind.rating, state=LineState.accepted, client=ClientState.waiting, offered=PAY,
    pay=PAY, reason=None, because=None, submitted_at=NOW, accept_by=NOW, confirm_by=NOW + DAY,
    accepted_at=NOW, confirmed_at=None, statement_id=None, corrects=None,
)  # fmt: skip


@pytest.mark.parametrize(
    ("refused", "lines", "held"),
    [(1, 10, False), (2, 10, True), (1, 9, True), (20, 1000, False), (21, 1000, True),
     (10, 100, False), (11, 100, True), (1, 0, True), (0, 0, False)],
)  # fmt: skip
def test_over_ten_percent_or_over_twenty_lines_are_held(
    refused: int, lines: int, held: bool
) -> None:
    assert must_be_held(refused, lines, RULES) is held


@given(st.integers(0, 200), st.integers(0, 500), st.integers(0, 100), st.integers(0, 50))
def test_more_refusals_never_need_less_approval(
    refused: int, lines: int, percent: int, most: int
) -> None:
    rules = PayRules(held_percent=percent, held_lines=most)
    if must_be_held(refused, lines, rules):
        assert must_be_held(refused + 1, lines, rules)
    else:
        assert refused <= most
        assert refused * 100 <= percent * lines


@pytest.mark.parametrize(
    ("tally", "state"),
    [
        (Tally(accepted=2, waiting=2), BatchState.delivered),
        (Tally(accepted=2, waiting=1, confirmed=1), BatchState.delivered),
        (Tally(accepted=2, silent=1, confirmed=1), BatchState.confirmed),
        (Tally(accepted=2, confirmed=1, refused=1), BatchState.contested),
        (Tally(accepted=2, waiting=2, held=1), BatchState.contested),
        (Tally(accepted=2, not_asked=2), BatchState.delivered),
        (Tally(), BatchState.delivered),
    ],
)
def test_the_state_of_a_batch_follows_what_was_said(tally: Tally, state: BatchState) -> None:
    assert state_of(tally) is state


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"client": ClientState.not_asked}, "line-no-client"),
        ({"state": LineState.rejected}, "line-not-delivered"),
        ({"client": ClientState.confirmed}, "line-client-confirmed"),
        ({"client": ClientState.refused}, "line-client-refused"),
        ({"client": ClientState.silent}, "line-silent"),
        ({"confirm_by": NOW}, "line-silent"),
    ],
)
def test_a_line_takes_the_clients_word_once_and_in_time(
    change: dict[str, object], reason: str
) -> None:
    line = replace(LINE, **change)  # type: ignore[arg-type]
    with pytest.raises(Refused, match=reason):
        require_asked_of(line, NOW)
    assert not waits(line, NOW)
    assert waits(LINE, NOW)


@pytest.mark.parametrize("text", ["", "too short", " " * 50, "x" * (MOST_WORDS + 1)])
def test_a_refusal_needs_words_that_can_be_read(text: str) -> None:
    with pytest.raises(Refused, match="refusal-words"):
        checked_words(text)
    assert checked_words("  It is wrong.  ") == "It is wrong."


def test_a_reason_is_one_of_those_published() -> None:
    assert require_reason("copied") == "copied"
    with pytest.raises(Refused):
        require_reason("disliked")


@pytest.mark.parametrize(
    ("hours", "due"),
    [(-49, None), (-48, "first"), (-1, "first"), (0, None), (23, None), (24, "last"),
     (71, "last"), (72, None)],
)  # fmt: skip
def test_a_client_is_reminded_before_the_first_and_the_last_date(
    hours: int, due: str | None
) -> None:
    tally = Tally(waiting=2, first=NOW, last=NOW + 3 * DAY)
    assert to_remind_of(tally, NOW + timedelta(hours=hours)) == due
    assert to_remind_of(Tally(), NOW) is None


def test_one_date_is_one_reminder() -> None:
    tally = Tally(waiting=2, first=NOW, last=NOW)
    assert to_remind_of(tally, NOW - DAY) == "last"


@given(
    st.integers(0, 365 * 24 * 60),
    st.sampled_from(["UTC", "Asia/Tokyo", "America/Los_Angeles", "Africa/Cairo", "Asia/Tehran"]),
)
def test_whatever_is_confirmed_is_told_in_the_next_evening_and_only_there(
    minutes: int, zone: str
) -> None:
    now = NOW + timedelta(minutes=minutes)
    until = told_at(zone, now)
    assert timedelta(0) < until - now <= timedelta(hours=25)
    # The evening's own moment is told the day after.
    assert told_since(zone, until) <= now < until
    assert told_at(zone, until) > until


def test_chunks_keep_the_order_and_lose_nothing() -> None:
    assert in_chunks([1, 2, 3, 4, 5], 2) == [[1, 2], [3, 4], [5]]
    assert in_chunks([], 2) == []
