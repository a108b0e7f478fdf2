"""When a plan is due, what it misses, what meets another; and how a time is written."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.planning import on_day, read_when, repeated
from bot.domain.refusal import Refused
from bot.domain.schedules import (
    Due,
    Schedule,
    ScheduleState,
    When,
    due,
    meeting,
    require_sensible,
)

NOW = datetime(2030, 1, 15, 12, tzinfo=UTC)  # a Tuesday
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
DAILY = When("UTC", cron="0 12 * * *")
HOURLY = When("UTC", cron="0 * * * *")


def plan(when: When, next_at: datetime | None, state: ScheduleState | None = None) -> Schedule:
    return Schedule(
        id=1, number="PLAN", project_id=1, created_by=1, state=state or ScheduleState.active,
        limit=None, draw=False, waves=True, places=(), when=when, next_at=next_at, call_id=None,
        skipped=None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("when", "next_at", "now", "found"),
    [
        (DAILY, NOW, NOW - MINUTE, None),
        (DAILY, NOW, NOW, Due(NOW, False, NOW + 24 * HOUR)),
        (DAILY, NOW, NOW + 59 * MINUTE, Due(NOW, False, NOW + 24 * HOUR)),
        (DAILY, NOW, NOW + HOUR, Due(NOW, True, NOW + 24 * HOUR)),
        # Missed for days: the newest, if it is not too late for that one; else none of them.
        (DAILY, NOW - 72 * HOUR, NOW + MINUTE, Due(NOW, False, NOW + 24 * HOUR)),
        (DAILY, NOW - 72 * HOUR, NOW - MINUTE, Due(NOW - 72 * HOUR, True, NOW)),
        (HOURLY, NOW - 5 * HOUR, NOW + 30 * MINUTE, Due(NOW, False, NOW + HOUR)),
        (When("UTC", at=NOW), NOW, NOW + 59 * MINUTE, Due(NOW, False, None)),
        (When("UTC", at=NOW), NOW, NOW + 61 * MINUTE, Due(NOW, True, None)),
    ],
)
def test_what_is_due(when: When, next_at: datetime, now: datetime, found: Due | None) -> None:
    assert due(plan(when, next_at), now) == found


@pytest.mark.parametrize("state", [ScheduleState.paused, ScheduleState.ended])
def test_nothing_is_due_of_a_plan_that_rests(state: ScheduleState) -> None:
    assert due(plan(DAILY, NOW, state), NOW) is None
    assert due(plan(DAILY, None), NOW) is None


@pytest.mark.parametrize(
    ("when", "reason"),
    [
        (When("UTC", at=NOW), "schedule-past"),
        (When("UTC", at=NOW - HOUR), "schedule-past"),
        (When("UTC", cron="0 0 31 4 *"), "schedule-never"),
        (When("UTC", cron="*/15 9 * * *"), "schedule-too-often"),
        (When("UTC", cron="59,0 0,23 * * *"), "schedule-too-often"),
        (When("UTC", cron="* * * * *"), "schedule-too-often"),
    ],
)
def test_what_makes_no_sense_is_refused(when: When, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        require_sensible(when, NOW)


def test_an_hour_apart_is_far_enough() -> None:
    assert require_sensible(HOURLY, NOW) == NOW + HOUR
    assert require_sensible(When("UTC", cron="30 23,0 * * *"), NOW) == NOW + 11.5 * HOUR


@pytest.mark.parametrize(
    ("one", "other", "at"),
    [
        (DAILY, DAILY, NOW + 24 * HOUR),
        (DAILY, When("UTC", cron="0 12 * * fri"), NOW + 72 * HOUR),
        # The same moment in two zones: noon in world time is two in the afternoon in Cairo.
        (DAILY, When("Africa/Cairo", cron="0 14 * * *"), NOW + 24 * HOUR),
        (DAILY, When("Africa/Cairo", cron="0 12 * * *"), None),
        (DAILY, When("UTC", at=NOW + 48 * HOUR), NOW + 48 * HOUR),
        (When("UTC", at=NOW + HOUR), When("UTC", at=NOW + HOUR), NOW + HOUR),
        (When("UTC", at=NOW + HOUR), When("UTC", at=NOW + 2 * HOUR), None),
    ],
)
def test_plans_meet(one: When, other: When, at: datetime | None) -> None:
    assert meeting(one, other, NOW) == at
    assert meeting(other, one, NOW) == at


CAIRO = "Africa/Cairo"  # two hours ahead: 14:00 now


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("18:45", When(CAIRO, at=NOW + timedelta(hours=4, minutes=45))),
        ("18.45", When(CAIRO, at=NOW + timedelta(hours=4, minutes=45))),
        ("14:00", When(CAIRO, at=NOW + 24 * HOUR)),
        ("٩:٣٠", When(CAIRO, at=NOW + timedelta(hours=19, minutes=30))),
        (" 2030-02-01   09:30 ", When(CAIRO, at=datetime(2030, 2, 1, 7, 30, tzinfo=UTC))),
        ("2030-2-1T9:30", When(CAIRO, at=datetime(2030, 2, 1, 7, 30, tzinfo=UTC))),
        ("30  9 * *  MON-FRI", When(CAIRO, cron="30 9 * * mon-fri")),
        ("٣٠ ٩ * * ١-٥", When(CAIRO, cron="30 9 * * 1-5")),
    ],
)
def test_a_written_time_is_read(text: str, when: When) -> None:
    assert read_when(text, CAIRO, NOW) == when


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("tomorrow", "schedule-words"), ("25:00", "schedule-words"), ("9", "schedule-words"),
        ("2030-02-30 09:00", "schedule-words"), ("2030-02-01 09:60", "schedule-words"),
        ("0001-01-01 00:00", "schedule-"), ("9999-13-31 23:59", "schedule-words"),
        ("", "schedule-words"),
        ("2030-01-15 13:59", "schedule-past"), ("2029-12-24 09:00", "schedule-past"),
        ("a b c d e", "schedule-cron"), ("* * * * *", "schedule-too-often"),
    ],
)  # fmt: skip
def test_a_time_that_cannot_be_is_refused(text: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        read_when(text, CAIRO, NOW)


def test_a_tap_means_the_hour_of_the_zone() -> None:
    assert on_day(1, 9, CAIRO, NOW) == When(CAIRO, at=datetime(2030, 1, 16, 7, tzinfo=UTC))
    assert repeated("1-5", 9, CAIRO) == When(CAIRO, cron="0 9 * * 1-5")
    for pattern, hour in (("*/2", 9), ("*", 24), ("*", -1)):
        with pytest.raises(Refused, match="stale-button"):
            repeated(pattern, hour, CAIRO)
    with pytest.raises(Refused, match="stale-button"):
        on_day(-1, 9, CAIRO, NOW)
