"""Calls that go out later, once or again and again: when, and what becomes of a moment missed."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import islice, takewhile

from bot.domain.cron import Cron, moments, next_after, read_cron
from bot.domain.refusal import Refused

# What was missed by less is made up for, once.
LATE = timedelta(hours=1)
# Closer together they would flood a group.
LEAST_APART = timedelta(hours=1)
# How far ahead two plans are compared, and how many moments of each at most.
_AHEAD, _MOST = timedelta(days=62), 500

Key = tuple[int, int | None]


class ScheduleState(StrEnum):
    """Where a plan stands."""

    active = "active"
    paused = "paused"
    ended = "ended"


class Outcome(StrEnum):
    """What became of one moment of a plan."""

    posted = "posted"
    renewed = "renewed"
    skipped = "skipped"


@dataclass(frozen=True, slots=True)
class When:
    """When a call goes out: once, `at` a time, or by a pattern in a zone."""

    zone: str
    at: datetime | None = None
    cron: str | None = None

    def next(self, after: datetime) -> datetime | None:
        """The first moment after that one; none when there is none left."""
        if self.cron is not None:
            return next_after(read_cron(self.cron), self.zone, after)
        return self.at if self.at is not None and self.at > after else None


@dataclass(frozen=True, slots=True)
class Schedule:
    """A plan as stored; `skipped` is why its last moment posted nothing."""

    id: int
    number: str
    project_id: int
    created_by: int
    state: ScheduleState
    limit: int | None
    draw: bool
    waves: bool
    places: tuple[Key, ...]
    when: When
    next_at: datetime | None
    call_id: int | None
    skipped: str | None


@dataclass(frozen=True, slots=True)
class Due:
    """What is due of a plan: its moment, whether it is too late for it, and the next moment."""

    moment: datetime
    is_missed: bool
    next_at: datetime | None


def due(schedule: Schedule, now: datetime) -> Due | None:
    """What to do now; of several moments that passed, the newest, and the others are gone."""
    first = schedule.next_at
    if schedule.state is not ScheduleState.active or first is None or first > now:
        return None
    when = schedule.when
    following = when.next(now)
    if first > now - LATE or when.cron is None:
        return Due(first, first <= now - LATE, following)
    passed = moments(read_cron(when.cron), when.zone, now - LATE)
    late = list(takewhile(lambda moment: moment <= now, passed))
    return Due(late[-1], False, following) if late else Due(first, True, following)


def require_sensible(when: When, now: datetime) -> datetime:
    """The first moment; refuses what has passed, never comes, or comes too often."""
    first = when.next(now)
    if first is None:
        raise Refused("schedule-never" if when.cron else "schedule-past")
    if when.cron is not None and read_cron(when.cron).least_apart < LEAST_APART:
        raise Refused("schedule-too-often")
    return first


def meeting(one: When, other: When, now: datetime) -> datetime | None:
    """The first moment at which both would go out, within the next two months; else none."""
    mine, theirs = ahead(one, now), set(ahead(other, now))
    return next((moment for moment in mine if moment in theirs), None)


def ahead(when: When, now: datetime) -> list[datetime]:
    """The moments of the next two months; the one moment of what happens once."""
    if when.cron is None:
        return [] if when.at is None else [when.at]
    return _coming(read_cron(when.cron), when.zone, now)


def _coming(cron: Cron, zone: str, now: datetime) -> list[datetime]:
    within = takewhile(lambda moment: moment <= now + _AHEAD, moments(cron, zone, now))
    return list(islice(within, _MOST))
