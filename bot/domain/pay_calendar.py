"""When money moves on: the run that pays it at the latest, the day it arrives, the evening."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.pay_periods import WEEK, PayDay, Period, period_at
from bot.domain.payouts import is_carried_over

# When the day's earnings are told to who wants to know, by the person's clock.
EVENING = time(19)


def paid_in(
    minor: int, oldest: datetime, *, threshold: int, carry: timedelta, period: Period, day: PayDay
) -> Period:
    """The period whose run pays so much at the latest, if nothing is added to it.

    `oldest` is when the first of it was confirmed, `period` the one that ends next.
    """
    while is_carried_over(minor, threshold, oldest, period.end + WEEK, carry):
        period = period_at(period.zone, day, period.end)
    return period


def arrives_by(
    promised: datetime, issued: datetime, sent: datetime | None, transfer_days: int
) -> datetime:
    """When a payout is there at the latest: as promised, or later if issued or sent late."""
    return max(promised, max(issued, sent or issued) + timedelta(days=transfer_days))


def evening_before(zone: str, now: datetime) -> datetime:
    """The newest evening of the zone's clock that is not after `now`."""
    there = ZoneInfo(zone)
    day = now.astimezone(there).date()
    while (evening := datetime.combine(day, EVENING, there).astimezone(UTC)) > now:
        day -= timedelta(days=1)
    return evening
