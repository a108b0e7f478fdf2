"""People: rights, arriving, and the hours in which nobody disturbs them."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.people import (
    Arrival,
    Person,
    Role,
    after_quiet_hours,
    guess_zone,
    next_question,
    require_admin,
    require_coordinator,
)
from bot.domain.refusal import Refused
from tests.domain.made import person

ADMIN = ((Role.admin, None),)
HALL = ((Role.coordinator, None),)
OF_ONE = ((Role.coordinator, 1),)
OTHER = ((Role.reviewer, None), (Role.client, 1))


@pytest.mark.parametrize(
    ("roles", "project", "may"),
    [
        (ADMIN, None, True),
        (ADMIN, 2, True),
        (HALL, None, True),
        (HALL, 2, True),
        (OF_ONE, None, True),
        (OF_ONE, 1, True),
        (OF_ONE, 2, False),
        (OTHER, None, False),
        (OTHER, 1, False),
        ((), None, False),
    ],
)
def test_who_may_coordinate_what(
    roles: tuple[tuple[Role, int | None], ...], project: int | None, may: bool
) -> None:
    one = person(roles=roles)
    assert one.may_coordinate(project) is may
    if may:
        require_coordinator(one, project)
    else:
        with pytest.raises(Refused, match="not-coordinator"):
            require_coordinator(one, project)


@pytest.mark.parametrize("roles", [HALL, OF_ONE, OTHER, ()])
def test_only_admins_are_admins(roles: tuple[tuple[Role, int | None], ...]) -> None:
    require_admin(person(roles=ADMIN))
    with pytest.raises(Refused, match="not-admin"):
        require_admin(person(roles=roles))


def test_a_newcomer_is_asked_one_thing_after_another() -> None:
    steps = [Arrival.consent]
    while steps[-1] is not Arrival.done:
        steps.append(next_question(steps[-1]))
    assert steps == [Arrival.consent, Arrival.language, Arrival.zone, Arrival.done]
    assert next_question(Arrival.done) is Arrival.done


@pytest.mark.parametrize(
    ("code", "zone"),
    [("pt-br", "America/Sao_Paulo"), ("AR", "Africa/Cairo"), ("en", "UTC"), (None, "UTC")],
)
def test_a_zone_is_guessed_from_the_language_of_the_phone(code: str | None, zone: str) -> None:
    assert guess_zone(code) == zone


def quiet(zone: str = "UTC", start: str = "22:00", end: str = "08:00") -> Person:
    return person(
        zone=zone, quiet_from=time.fromisoformat(start), quiet_to=time.fromisoformat(end)
    )


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("who", "now", "then"),
    [
        (quiet(), "2030-01-15T21:59", "2030-01-15T21:59"),
        (quiet(), "2030-01-15T22:00", "2030-01-16T08:00"),
        (quiet(), "2030-01-15T23:59", "2030-01-16T08:00"),
        (quiet(), "2030-01-16T00:00", "2030-01-16T08:00"),
        (quiet(), "2030-01-16T07:59", "2030-01-16T08:00"),
        (quiet(), "2030-01-16T08:00", "2030-01-16T08:00"),
        (quiet(start="12:00", end="14:00"), "2030-01-15T13:00", "2030-01-15T14:00"),
        (quiet(start="12:00", end="14:00"), "2030-01-15T23:00", "2030-01-15T23:00"),
        (quiet(start="09:00", end="09:00"), "2030-01-15T09:00", "2030-01-15T09:00"),
        (quiet("Asia/Kolkata"), "2030-01-15T16:30", "2030-01-16T02:30"),
        (quiet("America/New_York"), "2030-01-15T13:00", "2030-01-15T13:00"),
    ],
)
def test_what_can_wait_waits_for_the_end_of_the_quiet_hours(
    who: Person, now: str, then: str
) -> None:
    assert after_quiet_hours(who, utc(now)) == utc(then)


@pytest.mark.parametrize(
    ("end", "now", "then"),
    [
        # Spring: 02:00 to 03:00 local is not there on 2030-03-10.
        ("08:00", "2030-03-10T04:00", "2030-03-10T12:00"),
        ("02:30", "2030-03-10T06:00", "2030-03-10T07:30"),
        # Autumn: 01:00 to 02:00 local comes twice on 2030-11-03.
        ("08:00", "2030-11-03T04:00", "2030-11-03T13:00"),
        ("01:30", "2030-11-03T04:00", "2030-11-03T05:30"),
        ("01:30", "2030-11-03T06:10", "2030-11-03T06:30"),
    ],
)
def test_quiet_hours_end_by_the_local_clock_when_it_is_changed(
    end: str, now: str, then: str
) -> None:
    who = quiet("America/New_York", end=end)
    assert after_quiet_hours(who, utc(now)) == utc(then)


quarters = st.integers(0, 95).map(lambda n: time(n // 4, n % 4 * 15))
# Around the days on which some of the zones below change their clocks, where rules break.
nights = st.sampled_from(["2030-03-09", "2030-03-30", "2030-04-06", "2030-10-05", "2030-10-26",
                          "2030-11-02", "2030-07-01"])  # fmt: skip


@given(
    zone=st.sampled_from(
        ["UTC", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kolkata"]
    ),
    start=quarters,
    end=quarters,
    night=nights,
    quarter=st.integers(0, 191),
)
def test_the_wait_ends_at_the_first_quarter_outside_the_quiet_hours(
    zone: str, start: time, end: time, night: str, quarter: int
) -> None:
    who = person(zone=zone, quiet_from=start, quiet_to=end)
    now = utc(night) + timedelta(minutes=15 * quarter)
    found = after_quiet_hours(who, now)

    def inside(at: datetime) -> bool:
        clock = at.astimezone(ZoneInfo(zone)).time()
        if start <= end:
            return start <= clock < end
        return clock >= start or clock < end

    first = now
    while inside(first):
        first += timedelta(minutes=15)
    # An end that the clocks skip comes as much later as they were put forward.
    skipped = timedelta(hours=1) if night[5:] in ("03-09", "03-30", "10-05") else timedelta(0)
    assert first <= found <= first + skipped
    assert not inside(found) or skipped
