"""How the hall is: what was measured, what of it is amiss, and how badly."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import Any


class Condition(StrEnum):
    """How the hall is as a whole: a failing one does not do its work."""

    ok = "ok"
    degraded = "degraded"
    failing = "failing"


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits to be done, and since when the oldest of it waits."""

    waiting: int = 0
    oldest: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Process:
    """A process that is alive: `handles` updates or not, `leads` clock and outbox or not."""

    name: str
    handles: bool
    leads: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """What was measured. The counts of what went wrong are those of the last day.

    `unmeasured` are the names of projects that the nightly run could not measure, with the reason.
    `sound` is none where the files of the database were not looked through, `disk_free` where the
    database keeps them elsewhere; `mute_groups` are the titles of work groups in which the bot
    cannot post. `notices.oldest` leaves broadcasts out, which may take hours.
    """

    version: str
    engine: str
    schema: str
    known_schema: str
    sound: bool | None = None
    updates: Queue = Queue()
    aside: int = 0
    last_update: timedelta | None = None
    notices: Queue = Queue()
    uncertain: int = 0
    failed: int = 0
    unswept: int = 0
    processes: tuple[Process, ...] = ()
    mute_groups: tuple[str, ...] = ()
    unmeasured: tuple[tuple[str, str], ...] = ()
    disk_free: int | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that is amiss: its code, which has a text with what to do, and how bad it is."""

    code: str
    condition: Condition
    count: int = 0


@dataclass(frozen=True, slots=True)
class Health:
    """The condition, every reason for it, and the facts; none where they could not be read."""

    condition: Condition
    reasons: tuple[Reason, ...] = field(default=())
    facts: Facts | None = None


UPDATES_LATE = (timedelta(minutes=1), timedelta(minutes=10))
NOTICES_LATE = (timedelta(minutes=2), timedelta(minutes=30))
# So long a sweep may be late before it counts as missed.
SWEEP_LATE = timedelta(minutes=5)
# SQLite needs room for its log beside the file.
DISK_LOW = (1 << 30, 100 << 20)

_BADNESS = (Condition.ok, Condition.degraded, Condition.failing)


def judge(facts: Facts | None) -> Health:
    """How a hall with these facts is; none means that the database does not answer."""
    if facts is None:
        away = Reason("database-away", Condition.failing)
        return Health(Condition.failing, (away,))
    found = sorted(_reasons(facts), key=lambda one: -_BADNESS.index(one.condition))
    worst = found[0].condition if found else Condition.ok
    return Health(worst, tuple(found), facts)


def _reasons(facts: Facts) -> Iterator[Reason]:
    if facts.sound is False:
        yield Reason("database-damaged", Condition.failing)
    yield from _processes(facts.processes)
    yield from _late("updates-late", facts.updates.oldest, UPDATES_LATE, facts.updates.waiting)
    yield from _late("notices-late", facts.notices.oldest, NOTICES_LATE, facts.notices.waiting)
    if facts.disk_free is not None and facts.disk_free < DISK_LOW[0]:
        full = facts.disk_free < DISK_LOW[1]
        condition = Condition.failing if full else Condition.degraded
        yield Reason("disk-low", condition, facts.disk_free >> 20)
    for code, count in (
        ("unswept", facts.unswept),
        ("updates-aside", facts.aside),
        ("notices-failed", facts.failed),
        ("notices-uncertain", facts.uncertain),
        ("groups-mute", len(facts.mute_groups)),
        ("projects-unmeasured", len(facts.unmeasured)),
    ):
        if count:
            yield Reason(code, Condition.degraded, count)
    if facts.schema != facts.known_schema:
        yield Reason("schema-other", Condition.degraded)


def _processes(alive: tuple[Process, ...]) -> Iterator[Reason]:
    if not alive:
        yield Reason("no-process", Condition.failing)
        return
    if not any(one.handles for one in alive):
        yield Reason("nobody-handles", Condition.failing)
    if not any(one.leads for one in alive):
        # The next one leads within seconds; a look in between is no alarm.
        yield Reason("nobody-leads", Condition.degraded)


def _late(
    code: str, oldest: timedelta | None, most: tuple[timedelta, timedelta], count: int
) -> Iterator[Reason]:
    if oldest is not None and oldest >= most[0]:
        condition = Condition.failing if oldest >= most[1] else Condition.degraded
        yield Reason(code, condition, count)


def told_to_anybody(health: Health) -> dict[str, Any]:
    """What a monitor is told: counts and codes, no name and no id of anybody."""
    told: dict[str, Any] = {
        "status": health.condition.value,
        "reasons": [one.code for one in health.reasons],
    }
    facts = health.facts
    if facts is None:
        return told
    return told | {
        "version": facts.version,
        "database": facts.engine,
        "schema": facts.schema,
        "updates_waiting": facts.updates.waiting,
        "updates_oldest_seconds": _seconds(facts.updates.oldest),
        "updates_aside": facts.aside,
        "last_update_seconds": _seconds(facts.last_update),
        "notices_due": facts.notices.waiting,
        "notices_oldest_seconds": _seconds(facts.notices.oldest),
        "notices_uncertain": facts.uncertain,
        "notices_failed": facts.failed,
        "unswept": facts.unswept,
        "processes": len(facts.processes),
        "handling": sum(one.handles for one in facts.processes),
        "leading": sum(one.leads for one in facts.processes),
        "groups_mute": len(facts.mute_groups),
        "unmeasured": len(facts.unmeasured),
        "disk_free_mb": None if facts.disk_free is None else facts.disk_free >> 20,
    }


def _seconds(age: timedelta | None) -> int | None:
    return None if age is None else int(age.total_seconds())
