"""The desk: what waits for somebody who runs the hall, in which order, and when it is told."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.people import Person, after_quiet_hours

# What waits is counted up to here; beyond, the exact number says nothing more.
MOST_COUNTED = 1000
# What somebody began and left is brought up for so long.
BEGUN = timedelta(days=14)
# When the desk is told, by the person's own clock.
MORNING = time(9)
# Of what waits in many projects, so many have a line of their own.
MOST_ALIKE = 5
# A verdict that fell in the second look ought to be decided within these days.
DOUBT_DAYS = 7
# A project whose open places are fewer jobs than this runs out.
FEW_JOBS = 5


class Matter(StrEnum):
    """What can wait; of two that are due alike, the one that stands first comes first."""

    appeals = "appeals"
    disputes = "disputes"
    questions = "questions"
    late_questions = "late-questions"
    doubts = "doubts"
    reviews = "reviews"
    held = "held"
    applicants = "applicants"
    pay_trouble = "pay-trouble"
    pay_file = "pay-file"
    pay_mark = "pay-mark"
    pay_sent = "pay-sent"
    pay_method = "pay-method"
    unsent = "unsent"
    proposals = "proposals"
    deliver = "deliver"
    floor = "floor"
    places = "places"
    gold = "gold"
    pulled = "pulled"
    unsure = "unsure"
    unmeasured = "unmeasured"
    plan = "plan"
    uncalled = "uncalled"
    few = "few"
    empty = "empty"
    decision = "decision"
    file = "file"
    call = "call"
    broadcast = "broadcast"
    project = "project"
    scheme = "scheme"


# What waits project by project.
BY_PROJECT = (
    Matter.disputes, Matter.reviews, Matter.deliver, Matter.floor, Matter.gold, Matter.pulled,
    Matter.unsure, Matter.unmeasured, Matter.plan, Matter.uncalled, Matter.few, Matter.empty,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Waiting:
    """So many of one matter, the first of them due then.

    `key` says what is opened: a project's key or a public number, empty for a list. `name` is what
    a project or file is called; people are never named. Of a matter `BY_PROJECT` without a name
    `count` is the number of further projects in which it waits. `why` is the code of a reason.
    """

    matter: Matter
    count: int
    due: datetime | None = None
    key: str = ""
    name: str = ""
    why: str = ""

    def is_late(self, now: datetime) -> bool:
        """Whether its time is over."""
        return self.due is not None and self.due <= now


class NextDate(StrEnum):
    """What comes next where nothing waits."""

    job = "job"
    client = "client"
    run = "run"


@dataclass(frozen=True, slots=True)
class Coming:
    """A date that is known already; `name` is the project's."""

    what: NextDate
    at: datetime
    name: str = ""


@dataclass(frozen=True, slots=True)
class Desk:
    """All that waits for the person, by due time; and what comes next where nothing does."""

    person: Person
    waiting: tuple[Waiting, ...]
    coming: tuple[Coming, ...] = ()

    def late(self, now: datetime) -> int:
        """How much of it is overdue."""
        return sum(one.is_late(now) for one in self.waiting)

    def today(self, now: datetime) -> int:
        """How much of it is due today by the person's clock, and not overdue."""
        return sum(is_today(one, self.person.zone, now) for one in self.waiting)


def in_order(found: Iterable[Waiting]) -> tuple[Waiting, ...]:
    """What is due comes by its time, what has no time after it; what is not there is left out.

    A project for which a call is prepared already is not brought up as one without a call.
    """
    found = tuple(found)
    prepared = {one.name for one in found if one.matter is Matter.call}
    there = [
        one
        for one in found
        if one.count and not (one.matter is Matter.uncalled and one.name in prepared)
    ]
    return tuple(_sorted(_gathered(_sorted(there))))


def _sorted(found: Iterable[Waiting]) -> list[Waiting]:
    rank = {matter: place for place, matter in enumerate(Matter)}
    never = datetime.max.replace(tzinfo=UTC)

    def order(one: Waiting) -> tuple[object, ...]:
        # The line of all further projects stands below those with a name.
        return one.due or never, rank[one.matter], not one.name, one.name, one.key

    return sorted(found, key=order)


def _gathered(found: Iterable[Waiting]) -> Iterator[Waiting]:
    """The lines in their order; what waits in many projects has one line behind the first few."""
    alike: dict[Matter, list[Waiting]] = {}
    for one in found:
        if one.matter not in BY_PROJECT:
            yield one
            continue
        same = alike.setdefault(one.matter, [])
        same.append(one)
        if len(same) < MOST_ALIKE:
            yield one
    for matter, same in alike.items():
        rest = same[MOST_ALIKE - 1 :]
        if len(rest) == 1:
            yield rest[0]
        elif rest:
            yield Waiting(matter, len(rest), rest[0].due)


def is_today(one: Waiting, zone: str, now: datetime) -> bool:
    """Whether it is due later today by the clock of that zone."""
    if one.due is None or one.is_late(now):
        return False
    there = ZoneInfo(zone)
    return one.due.astimezone(there).date() == now.astimezone(there).date()


def morning_of(person: Person, now: datetime) -> datetime:
    """When the desk is told on this day of the person: at nine, or when quiet hours end."""
    there = ZoneInfo(person.zone)
    nine = datetime.combine(now.astimezone(there).date(), MORNING, there).astimezone(UTC)
    return after_quiet_hours(person, nine).astimezone(UTC)


def digest_due(person: Person, told: datetime, now: datetime) -> datetime | None:
    """The morning that is to be told now; none before it, after it was told, and at night.

    What was missed is made up for on the same day only.
    """
    morning = morning_of(person, now)
    if now < morning or told >= morning:
        return None
    return morning if after_quiet_hours(person, now) == now else None


def day_ends(zone: str, now: datetime) -> datetime:
    """The next midnight there."""
    there = ZoneInfo(zone)
    tomorrow = now.astimezone(there).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(), there).astimezone(UTC)
