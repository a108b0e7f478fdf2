"""How badly the hall is, by what was measured."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.health import (
    DISK_LOW,
    NOTICES_LATE,
    UPDATES_LATE,
    Condition,
    Facts,
    Process,
    Queue,
    Reason,
    judge,
    told_to_anybody,
)

BOTH = Process("p1", handles=True, leads=True)
WEB = Process("w1", handles=True, leads=False)
WORKER = Process("k1", handles=False, leads=True)
WELL = Facts("1.2", "SQLite 3", "0004", "0004", sound=True, processes=(BOTH,), disk_free=1 << 40)
OK, DEGRADED, FAILING = Condition.ok, Condition.degraded, Condition.failing
SECOND = timedelta(seconds=1)
ages = st.none() | st.timedeltas(timedelta(), timedelta(days=2))
queues = st.builds(Queue, st.integers(0, 9), ages)


def found(**changed: Any) -> list[tuple[str, Condition]]:
    return [(one.code, one.condition) for one in judge(replace(WELL, **changed)).reasons]


def test_a_hall_with_nothing_amiss_is_well() -> None:
    assert judge(WELL).reasons == ()
    assert judge(WELL).condition is OK
    assert judge(replace(WELL, processes=(WEB, WORKER), disk_free=None, sound=None)).reasons == ()


def test_a_database_that_does_not_answer_is_failing() -> None:
    health = judge(None)
    assert (health.condition, health.facts) == (FAILING, None)
    assert health.reasons == (Reason("database-away", FAILING),)


@pytest.mark.parametrize(
    ("changed", "code", "condition"),
    [
        ({"sound": False}, "database-damaged", FAILING),
        ({"processes": ()}, "no-process", FAILING),
        ({"processes": (WORKER,)}, "nobody-handles", FAILING),
        ({"processes": (WEB,)}, "nobody-leads", DEGRADED),
        ({"updates": Queue(3, UPDATES_LATE[0])}, "updates-late", DEGRADED),
        ({"updates": Queue(3, UPDATES_LATE[1])}, "updates-late", FAILING),
        ({"notices": Queue(3, NOTICES_LATE[0])}, "notices-late", DEGRADED),
        ({"notices": Queue(3, NOTICES_LATE[1])}, "notices-late", FAILING),
        ({"disk_free": DISK_LOW[0] - 1}, "disk-low", DEGRADED),
        ({"disk_free": DISK_LOW[1] - 1}, "disk-low", FAILING),
        ({"unswept": 1}, "unswept", DEGRADED),
        ({"aside": 1}, "updates-aside", DEGRADED),
        ({"failed": 1}, "notices-failed", DEGRADED),
        ({"uncertain": 1}, "notices-uncertain", DEGRADED),
        ({"mute_groups": ("G",)}, "groups-mute", DEGRADED),
        ({"unmeasured": (("P", "fault"),)}, "projects-unmeasured", DEGRADED),
        ({"schema": "0005"}, "schema-other", DEGRADED),
    ],
)
def test_each_thing_that_is_amiss_is_named(
    changed: dict[str, Any], code: str, condition: Condition
) -> None:
    assert found(**changed) == [(code, condition)]
    assert judge(replace(WELL, **changed)).condition is condition


@pytest.mark.parametrize(
    "changed",
    [
        {"updates": Queue(3, UPDATES_LATE[0] - SECOND)},
        {"notices": Queue(300_000, NOTICES_LATE[0] - SECOND)},
        {"notices": Queue(300_000, None)},  # a broadcast that takes its time
        {"disk_free": DISK_LOW[0]},
    ],
)
def test_a_queue_that_moves_and_a_disk_with_room_are_well(changed: dict[str, Any]) -> None:
    assert found(**changed) == []


def test_the_worst_is_told_first() -> None:
    told = found(aside=1, processes=(), disk_free=DISK_LOW[0] - 1)
    assert told[0] == ("no-process", FAILING)
    assert {code for code, _ in told[1:]} == {"updates-aside", "disk-low"}


@given(
    st.builds(
        Facts, st.text(), st.text(), st.text(), st.text(), sound=st.none() | st.booleans(),
        updates=queues, notices=queues, aside=st.integers(0, 2), uncertain=st.integers(0, 2),
        failed=st.integers(0, 2), unswept=st.integers(0, 2),
        processes=st.lists(st.sampled_from([BOTH, WEB, WORKER])).map(tuple),
        mute_groups=st.lists(st.just("Canary")).map(tuple), disk_free=st.none() | st.integers(0),
    )
)  # fmt: skip
def test_the_hall_is_as_bad_as_the_worst_reason_and_no_name_is_told(facts: Facts) -> None:
    health = judge(facts)
    order = [OK, DEGRADED, FAILING]
    assert health.condition is max(
        (r.condition for r in health.reasons), key=order.index, default=OK
    )
    assert len({one.code for one in health.reasons}) == len(health.reasons)
    told = told_to_anybody(health)
    assert told["reasons"] == [one.code for one in health.reasons]
    assert "Canary" not in str(told)
    assert not {one.name for one in facts.processes} & set(map(str, told.values()))
