"""The order of the desk, what is late, and when it is told in the morning."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.domain.desk import (
    Desk,
    Matter,
    Waiting,
    day_ends,
    digest_due,
    in_order,
    is_today,
    morning_of,
)
from bot.domain.people import Arrival, Person, Standing

HOUR = timedelta(hours=1)
# A Friday; Cairo is two hours ahead of world time.
DAY = datetime(2030, 1, 18, tzinfo=UTC)
NOON = DAY + 12 * HOUR
CAIRO = Person(
    id=1, telegram_id=1, name="Cora", language="en", zone="Africa/Cairo", quiet_from=time(22),
    quiet_to=time(8), arrival=Arrival.done, standing=Standing.good, pause=None,
    paused_until=None, unreachable_since=None,
)  # fmt: skip


def waiting(matter: Matter, hours: float | None, count: int = 1) -> Waiting:
    return Waiting(matter, count, None if hours is None else NOON + hours * HOUR, key=matter)


def test_what_is_due_comes_first_and_what_has_no_time_last() -> None:
    found = (
        waiting(Matter.scheme, None), waiting(Matter.reviews, 5), waiting(Matter.pulled, None),
        waiting(Matter.appeals, 5), waiting(Matter.questions, -1), waiting(Matter.places, None, 0),
    )  # fmt: skip
    assert [one.matter for one in in_order(found)] == [
        Matter.questions, Matter.appeals, Matter.reviews, Matter.pulled, Matter.scheme,
    ]  # fmt: skip


def test_late_and_today_are_counted_by_the_clock_of_who_looks() -> None:
    found = tuple(waiting(Matter.reviews, hours) for hours in (-1, 0, 9.5, 10, None))
    desk = Desk(CAIRO, found)
    assert (desk.late(NOON), desk.today(NOON)) == (2, 1)
    # Ten hours from noon of world time it is midnight in Cairo.
    assert not is_today(found[3], "Africa/Cairo", NOON)
    assert is_today(found[3], "UTC", NOON)
    assert day_ends("Africa/Cairo", NOON) == DAY + 22 * HOUR


@pytest.mark.parametrize(
    ("quiet_from", "quiet_to", "hours"),
    [(22, 8, 7), (22, 10, 8), (0, 0, 7), (8, 17, 15)],
)
def test_the_morning_is_at_nine_or_when_quiet_hours_end(
    quiet_from: int, quiet_to: int, hours: int
) -> None:
    person = replace(CAIRO, quiet_from=time(quiet_from), quiet_to=time(quiet_to))
    assert morning_of(person, NOON) == DAY + hours * HOUR


def test_a_morning_is_told_once_on_its_day_and_never_at_night() -> None:
    seven = DAY + 7 * HOUR
    before = seven - 24 * HOUR
    assert digest_due(CAIRO, before, seven - timedelta(seconds=1)) is None
    assert digest_due(CAIRO, before, seven) == seven
    assert digest_due(CAIRO, seven, seven + HOUR) is None
    # Made up for in the afternoon; at ten in the evening it is too late, and before nine no more.
    assert digest_due(CAIRO, before, seven + 12 * HOUR) == seven
    assert digest_due(CAIRO, before, DAY + 20 * HOUR) is None
    assert digest_due(CAIRO, before, DAY + 24 * HOUR + 6 * HOUR) is None


def test_the_day_on_which_clocks_change_has_one_morning() -> None:
    berlin = replace(CAIRO, zone="Europe/Berlin")
    for day, hour in ((30, 8), (31, 7)):  # the last Sunday of March 2030
        noon = datetime(2030, 3, day, 12, tzinfo=UTC)
        assert morning_of(berlin, noon) == datetime(2030, 3, day, hour, tzinfo=UTC)


def test_what_waits_in_many_projects_has_one_line_behind_the_first_few() -> None:
    found = [
        Waiting(Matter.reviews, 3, NOON + hours * HOUR, f"p{hours}", f"Project {hours}")
        for hours in range(8)
    ]
    found += [Waiting(Matter.uncalled, 1, None, f"p{nth}", f"Project {nth}") for nth in range(5)]
    found += [Waiting(Matter.pay_file, 1, None, f"run{nth}") for nth in range(9)]
    shown = in_order(reversed(found))
    reviews = [one for one in shown if one.matter is Matter.reviews]
    assert [one.key for one in reviews] == ["p0", "p1", "p2", "p3", ""]
    assert (reviews[-1].count, reviews[-1].due) == (4, NOON + 4 * HOUR)
    # A single further one is named, and what is of no project stays as it is.
    assert sum(one.matter is Matter.uncalled for one in shown) == 5
    assert sum(one.matter is Matter.pay_file for one in shown) == 9
    assert {one.name for one in shown if one.matter is Matter.uncalled} == {
        f"Project {nth}" for nth in range(5)
    }
