"""Patterns of five fields, and the moments that come of them where clocks change."""

from datetime import UTC, datetime, timedelta
from itertools import islice, pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.cron import moments, next_after, read_cron
from bot.domain.local_moments import moment_of, wall_time
from bot.domain.refusal import Refused

BERLIN = "Europe/Berlin"
ZONES = ("Europe/Berlin", "America/New_York", "Africa/Cairo", "Australia/Lord_Howe", "UTC",
         "Asia/Kathmandu", "America/Santiago", "Asia/Beirut")  # fmt: skip
MINUTE = timedelta(minutes=1)


def wall(text: str) -> datetime:
    """What a clock on the wall shows."""
    return datetime.fromisoformat(text)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def local(pattern: str, zone: str, after: str, count: int = 3) -> list[str]:
    """The next moments as clocks of the zone show them."""
    found = islice(moments(read_cron(pattern), zone, utc(after)), count)
    return [f"{wall_time(one, zone):%a %Y-%m-%d %H:%M}" for one in found]


@pytest.mark.parametrize(
    ("pattern", "coming"),
    [
        ("0 9 * * *", ["Tue 2030-01-15 09:00", "Wed 2030-01-16 09:00", "Thu 2030-01-17 09:00"]),
        ("0 9 * * 1-5", ["Tue 2030-01-15 09:00", "Wed 2030-01-16 09:00", "Thu 2030-01-17 09:00"]),
        ("30 8 * * sun", ["Sun 2030-01-20 08:30", "Sun 2030-01-27 08:30", "Sun 2030-02-03 08:30"]),
        ("30 8 * * 7", ["Sun 2030-01-20 08:30", "Sun 2030-01-27 08:30", "Sun 2030-02-03 08:30"]),
        ("0 */8 * * *", ["Tue 2030-01-15 08:00", "Tue 2030-01-15 16:00", "Wed 2030-01-16 00:00"]),
        ("0 9 1,15 * *", ["Tue 2030-01-15 09:00", "Fri 2030-02-01 09:00", "Fri 2030-02-15 09:00"]),
        ("0 9 31 * *", ["Thu 2030-01-31 09:00", "Sun 2030-03-31 09:00", "Fri 2030-05-31 09:00"]),
        # Either day will do where both are named, as in cron.
        ("0 9 1 * fri", ["Fri 2030-01-18 09:00", "Fri 2030-01-25 09:00", "Fri 2030-02-01 09:00"]),
        ("0 0 29 2 *", ["Sun 2032-02-29 00:00", "Fri 2036-02-29 00:00"]),
        ("15 6 * jan-mar/2 *",
         ["Tue 2030-01-15 06:15", "Wed 2030-01-16 06:15", "Thu 2030-01-17 06:15"]),
    ],
)  # fmt: skip
def test_a_pattern_has_these_moments(pattern: str, coming: list[str]) -> None:
    assert local(pattern, BERLIN, "2030-01-15T00:00", len(coming)) == coming


@pytest.mark.parametrize(
    "pattern",
    ["", "* * * *", "60 9 * * *", "0 24 * * *", "0 9 0 * *", "0 9 32 * *", "0 9 * 13 *",
     "5-3 9 * * *", "0 9 * * 8", "0 9 * * mo", "*/0 9 * * *", "0 9 * * 1-", "0 9 * * ,", "@daily",
     "0 0 0 0 0 0", "٠ 9 * * *", "-1 9 * * *", "0 9 * * mon-", "1000 9 * * *",
     "0 9 * * *" + " " * 100],
)  # fmt: skip
def test_what_is_no_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(Refused, match="schedule-cron"):
        read_cron(pattern)


def test_a_day_that_never_comes_has_no_moment() -> None:
    assert next_after(read_cron("0 9 30 2 *"), BERLIN, utc("2030-01-15T00:00")) is None


def test_a_time_that_clocks_skip_is_the_first_minute_after() -> None:
    # On 31 March 2030 clocks in Berlin go from 02:00 to 03:00.
    assert local("30 2 * * *", BERLIN, "2030-03-30T00:00") == [
        "Sat 2030-03-30 02:30", "Sun 2030-03-31 03:00", "Mon 2030-04-01 02:30",
    ]  # fmt: skip
    assert moment_of(wall("2030-03-31T02:59"), BERLIN) == utc("2030-03-31T01:00")


def test_a_time_that_clocks_show_twice_happens_once() -> None:
    # On 27 October 2030 they go from 03:00 back to 02:00.
    pattern = read_cron("30 2 * * *")
    found = list(islice(moments(pattern, BERLIN, utc("2030-10-26T12:00")), 2))
    assert found == [utc("2030-10-27T00:30"), utc("2030-10-28T01:30")]
    hourly = list(islice(moments(read_cron("0 * * * *"), BERLIN, utc("2030-10-26T23:30")), 3))
    assert hourly == [utc("2030-10-27T00:00"), utc("2030-10-27T02:00"), utc("2030-10-27T03:00")]


def test_a_whole_day_that_a_zone_left_out_is_the_next_one() -> None:
    # Samoa went from 29 to 31 December 2011.
    assert wall_time(moment_of(wall("2011-12-30T09:00"), "Pacific/Apia"), "Pacific/Apia") == (
        wall("2011-12-31T00:00")
    )


@given(
    shows=st.datetimes(wall("2020-01-01"), wall("2040-01-01")),
    zone=st.sampled_from(ZONES),
)
def test_the_moment_shows_that_time_or_the_first_after_a_gap(shows: datetime, zone: str) -> None:
    shows = shows.replace(second=0, microsecond=0)
    moment = moment_of(shows, zone)
    shown = wall_time(moment, zone)
    assert moment.tzinfo is UTC
    if shown == shows:
        # Not the second of two.
        earlier = moment - timedelta(hours=2)
        while earlier < moment:
            assert wall_time(earlier, zone) != shows
            earlier += timedelta(minutes=30)
    else:
        assert wall_time(moment - MINUTE, zone) < shows < shown


@settings(max_examples=60)
@given(
    hour=st.integers(0, 23), minute=st.integers(0, 59), zone=st.sampled_from(ZONES),
    after=st.datetimes(wall("2025-01-01"), wall("2035-01-01")),
)  # fmt: skip
def test_each_day_has_one_moment(hour: int, minute: int, zone: str, after: datetime) -> None:
    pattern = read_cron(f"{minute} {hour} * * *")
    found = list(islice(moments(pattern, zone, after.replace(tzinfo=UTC)), 400))
    assert all(one < other for one, other in pairwise(found))
    days = [one.astimezone(ZoneInfo(zone)).date() for one in found]
    assert all(b - a == timedelta(days=1) for a, b in pairwise(days))
