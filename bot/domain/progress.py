"""How fast a project gets on, and when its last rating can be expected, with honest limits."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import ceil, sqrt
from typing import Final
from zoneinfo import ZoneInfo

SHOWN_DAYS: Final = 28
PACE_DAYS: Final = 7
# Fewer say nothing about the days to come.
LEAST_DAYS: Final = 3
LEAST_RATINGS: Final = 20
# Beyond that nobody plans by it.
MOST_DAYS: Final = 730
# Student's t for a range that holds in eight of ten cases, by days less one.
_T80: Final = {2: 1.886, 3: 1.638, 4: 1.533, 5: 1.476, 6: 1.440}


@dataclass(frozen=True, slots=True)
class DayRated:
    """How many ratings came in on one local day."""

    day: date
    ratings: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """Between which days the last rating comes, in eight of ten cases.

    Without `last` no end can be told. It rests on `ratings` that came on so many whole `days`.
    """

    first: date
    last: date | None
    days: int
    ratings: int


@dataclass(frozen=True, slots=True)
class Progress:
    """What came in day by day, today the last one; `left` ratings are still to come."""

    days: tuple[DayRated, ...]
    left: int
    done: int

    @property
    def today(self) -> int:
        """How many ratings came today so far."""
        return self.days[-1].ratings

    @property
    def whole(self) -> tuple[int, ...]:
        """The ratings of the last whole days, up to seven, behind the one on which work began."""
        counts = [one.ratings for one in self.days[:-1]]
        begun = next((nth for nth, count in enumerate(counts) if count), None)
        return () if begun is None else tuple(counts[max(begun + 1, len(counts) - PACE_DAYS) :])

    @property
    def pace(self) -> float | None:
        """Ratings on a whole day, on average; none where no whole day is over."""
        return sum(self.whole) / len(self.whole) if self.whole else None

    @property
    def forecast(self) -> Forecast | None:
        """When the end comes at this pace; none where too little is known, or all is in."""
        return forecast(self.whole, self.left, self.days[-1].day, self.today)


def by_day(
    quarters: Iterable[tuple[datetime, int]], zone: str, now: datetime
) -> tuple[DayRated, ...]:
    """The ratings of quarters of an hour as local days up to today; empty days are there too."""
    here = ZoneInfo(zone)
    today = now.astimezone(here).date()
    counts = {today - timedelta(days=ago): 0 for ago in range(SHOWN_DAYS - 1, -1, -1)}
    for start, number in quarters:
        day = start.astimezone(here).date()
        if day in counts:
            counts[day] += number
    return tuple(DayRated(day, number) for day, number in counts.items())


def forecast(whole: Sequence[int], left: int, today: date, so_far: int = 0) -> Forecast | None:
    """Between which days so many ratings come that are `left`; `so_far` came today already.

    The days differ from one another as much as those that were, and never less than chance would
    have it; what that makes of the mean of the days to come is the range.
    """
    n, total = len(whole), sum(whole)
    if left <= 0 or n < LEAST_DAYS or total < LEAST_RATINGS:
        return None
    mean = total / n
    spread = max(sum((one - mean) ** 2 for one in whole) / (n - 1), mean)
    # What today brought already does not come again today.
    ahead = left + min(so_far, mean)
    error = _T80[min(n - 1, max(_T80))] * sqrt(spread * (1 / n + 1 / max(ahead / mean, 1)))
    soonest, latest = ceil(ahead / (mean + error)) - 1, None
    if mean > error:
        latest = ceil(ahead / (mean - error)) - 1
    if soonest > MOST_DAYS:
        return Forecast(today + timedelta(days=MOST_DAYS), None, n, total)
    last = None if latest is None or latest > MOST_DAYS else today + timedelta(days=latest)
    return Forecast(today + timedelta(days=max(soonest, 0)), last, n, total)
