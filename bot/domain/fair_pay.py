"""The hourly floor: whether a week's accepted work really earned enough for the time it took."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bot.domain.money import Money, hourly
from bot.domain.refusal import Refused

WEEK = timedelta(days=7)
# In less time a slow start weighs too much to say what an hour earns.
LEAST_SECONDS = 30 * 60
REASON = "floor"


@dataclass(frozen=True, slots=True)
class Week:
    """A calendar week of world time, Monday to Sunday, named by its Monday: `20261116`."""

    monday: date

    @classmethod
    def named(cls, key: str, now: datetime) -> "Week":
        """The week of that name; refused unless it is one that is over."""
        try:
            week = cls(datetime.strptime(key, "%Y%m%d").replace(tzinfo=UTC).date())
        except ValueError:
            raise Refused("stale-button") from None
        if week.monday.weekday() or week.end > now:
            raise Refused("stale-button")
        return week

    @classmethod
    def before(cls, now: datetime) -> "Week":
        """The newest week that is over."""
        today = now.astimezone(UTC).date()
        return cls(today - timedelta(days=today.weekday() + 7))

    @property
    def key(self) -> str:
        """What names it in causes and buttons."""
        return f"{self.monday:%Y%m%d}"

    @property
    def start(self) -> datetime:
        """Its first moment."""
        return datetime.combine(self.monday, time(), UTC)

    @property
    def end(self) -> datetime:
        """The first moment after it."""
        return self.start + WEEK

    def __str__(self) -> str:
        """Its days, readable in any language: `2026-11-16 – 2026-11-22`."""
        return f"{self.monday} – {self.monday + timedelta(days=6)}"


@dataclass(frozen=True, slots=True)
class Worked:
    """What a person's accepted work on a project earned in a week, and how long it took."""

    person_id: int
    project_id: int
    earned: Money
    seconds: int
    count: int


@dataclass(frozen=True, slots=True)
class Shortfall:
    """That somebody earned less than the floor, and what is missing."""

    worked: Worked
    floor: Money
    missing: Money

    @property
    def hourly(self) -> Money:
        """What an hour really earned."""
        return hourly(self.worked.earned, self.worked.seconds)


def shortfall(worked: Worked, floors: dict[str, int]) -> Shortfall | None:
    """What is missing to the floor of the currency; none where enough was earned.

    Too little time says nothing, and a currency without a floor is not watched. Parts of a minor
    unit go to the person.
    """
    floor = floors.get(worked.earned.currency, 0)
    due = -(-floor * worked.seconds // 3600)
    if worked.seconds < LEAST_SECONDS or worked.earned.minor >= due:
        return None
    currency = worked.earned.currency
    missing = Money(due - worked.earned.minor, currency)
    return Shortfall(worked, Money(floor, currency), missing)


def totals(found: list[Shortfall]) -> list[Money]:
    """What is missing in all, by currency."""
    sums: dict[str, int] = {}
    for one in found:
        sums[one.missing.currency] = sums.get(one.missing.currency, 0) + one.missing.minor
    return [Money(minor, currency) for currency, minor in sorted(sums.items())]
