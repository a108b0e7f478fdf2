"""How much work one person is given on one day, counted by the person's own clock."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.refusal import Refused


@dataclass(frozen=True, slots=True)
class DayCaps:
    """The most of one day: jobs in all, jobs of the project, minor units; none is no cap."""

    jobs: int | None = None
    of_project: int | None = None
    minor: int | None = None

    @property
    def caps_anything(self) -> bool:
        """Whether anything of the day is to be counted."""
        return self != DayCaps()


@dataclass(frozen=True, slots=True)
class Today:
    """What a person has had of the day: jobs in all and of the project, minor units earned."""

    jobs: int = 0
    of_project: int = 0
    minor: int = 0


def local_day(zone: str, now: datetime) -> tuple[datetime, datetime]:
    """When the day began in that zone, and when the next one begins, in UTC."""
    there = ZoneInfo(zone)
    day = now.astimezone(there).date()
    first, last = (
        datetime.combine(one, time(), there).astimezone(UTC)
        for one in (day, day + timedelta(days=1))
    )
    return first, last


def require_room(caps: DayCaps, today: Today, *, currency: str, until: datetime) -> None:
    """Refuse who has had the most of a day, with the moment at which the next one begins."""
    if caps.jobs is not None and today.jobs >= caps.jobs:
        raise Refused("jobs-a-day", cap=caps.jobs, until=until)
    if caps.of_project is not None and today.of_project >= caps.of_project:
        raise Refused("project-jobs-a-day", cap=caps.of_project, until=until)
    if caps.minor is not None and today.minor >= caps.minor:
        raise Refused("earnings-a-day", most=caps.minor, currency=currency, until=until)
