from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.pay_calendar import arrives_by, evening_before, paid_in
from bot.domain.pay_periods import WEEK, PayDay, period_at
from bot.domain.payouts import is_carried_over

NOW = datetime(2030, 1, 15, 12, tzinfo=UTC)
DAY = timedelta(days=1)
FRIDAY = PayDay(4, time(12))
MOMENTS = st.integers(0, 10 * 365 * 24 * 60).map(
    lambda minutes: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
ZONES = st.sampled_from(sorted(available_timezones() - {"localtime"}))


def test_enough_is_paid_by_the_next_run() -> None:
    period = period_at("UTC", FRIDAY, NOW)
    found = paid_in(1000, NOW, threshold=1000, carry=30 * DAY, period=period, day=FRIDAY)
    assert found == period


def test_little_is_paid_before_thirty_days_are_over() -> None:
    period = period_at("UTC", FRIDAY, NOW)
    found = paid_in(999, NOW, threshold=1000, carry=30 * DAY, period=period, day=FRIDAY)
    assert found.end == datetime(2030, 2, 8, 12, tzinfo=UTC)


@given(
    minor=st.integers(1, 2000), waited=st.integers(0, 60), carry=st.integers(0, 60), now=MOMENTS,
    zone=ZONES,
)  # fmt: skip
def test_the_run_is_the_first_that_does_not_carry_over(
    minor: int, waited: int, carry: int, now: datetime, zone: str
) -> None:
    period, kept = period_at(zone, FRIDAY, now), timedelta(days=carry)
    oldest = now - waited * DAY
    found = paid_in(minor, oldest, threshold=1000, carry=kept, period=period, day=FRIDAY)
    assert not is_carried_over(minor, 1000, oldest, found.end + WEEK, kept)
    while period.end < found.end:
        assert is_carried_over(minor, 1000, oldest, period.end + WEEK, kept)
        period = period_at(zone, FRIDAY, period.end)
    assert found.end <= max(oldest + kept, period_at(zone, FRIDAY, now).end)


@pytest.mark.parametrize(
    ("issued", "sent", "expected"),
    [(0, None, 3), (0, 0, 3), (0, 2, 5), (5, None, 8), (5, 6, 9)],
)
def test_a_payout_that_is_late_is_not_promised_earlier_than_it_can_come(
    issued: int, sent: int | None, expected: int
) -> None:
    sent_at = None if sent is None else NOW + sent * DAY
    assert arrives_by(NOW + 3 * DAY, NOW + issued * DAY, sent_at, 3) == NOW + expected * DAY


@given(now=MOMENTS, zone=ZONES)
def test_the_evening_is_the_newest_one_that_has_come(now: datetime, zone: str) -> None:
    evening = evening_before(zone, now)
    assert evening <= now
    assert evening_before(zone, evening) == evening
    assert now - evening < timedelta(hours=50)  # a zone has skipped a whole day
    local = evening.astimezone(ZoneInfo(zone))
    assert (
        local.time() == time(19) or local.utcoffset() != now.astimezone(ZoneInfo(zone)).utcoffset()
    )
