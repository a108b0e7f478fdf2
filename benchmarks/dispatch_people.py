"""Whom the simulated dispatch is for: what is assumed of people, none of it measured.

The rules of the hall are real in this simulation, the people are not. Every figure about them
stands in this file and in docs/dispatch.md.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from random import Random
from statistics import NormalDist
from zoneinfo import ZoneInfo

# No clocks are changed within the week that follows.
START = datetime(2030, 1, 14, tzinfo=UTC)
HOUR, DAY = 3600.0, 86400.0
# Nobody looks at a phone before the one and after the other, by local time.
WAKES, SLEEPS = 7.5 * HOUR, 23.5 * HOUR
ZONES = {
    "Asia/Kolkata": 20, "Asia/Manila": 12, "Africa/Lagos": 10, "Africa/Nairobi": 10,
    "America/Sao_Paulo": 9, "Africa/Cairo": 8, "America/Mexico_City": 8, "Asia/Dhaka": 6,
    "Europe/Warsaw": 6, "America/New_York": 6, "Europe/Istanbul": 5,
}  # fmt: skip
# How many of those who sign the out-of-work list do so for so many hours.
SIGNED_FOR = {1: 2, 2: 3, 4: 3, 8: 2}
_STEPS = 1024


@dataclass(frozen=True, slots=True)
class Look:
    """How long until somebody who is awake sees a message: log-normal, by its median."""

    median: float  # seconds
    spread: float

    def table(self) -> list[float]:
        """The delay at each of many equal steps of chance, in order."""
        steps = ((number + 0.5) / _STEPS for number in range(_STEPS))
        normal = NormalDist()
        return [self.median * 2.718281828 ** (self.spread * normal.inv_cdf(at)) for at in steps]


@dataclass(frozen=True, slots=True)
class Kind:
    """A share of the people who behave alike.

    `signs` is how often a day one of them signs the list; `seen` within how many days they
    were last here.
    """

    share: float
    private: Look
    group: Look
    takes: float
    signs: float
    seen: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Setting:
    """What is assumed about everybody. Who sees a call takes it, declines it, or leaves it."""

    name: str
    kinds: tuple[Kind, ...]
    listed: Look
    listed_takes: float
    # Who signs the list and puts the phone away all the same: some people mostly, others rarely.
    away: Look
    careless: float
    away_if_careless: float = 0.7
    away_else: float = 0.05
    declines: float = 0.5  # of those who see a private call and do not take it
    reads: tuple[float, float] = (4.0, 25.0)  # seconds from seeing a call to the tap
    qualified: float = 0.6
    job_minutes: Look = Look(20.0, 0.5)


SCRIPT, KEEN, REGULAR, DORMANT = range(4)
MIDDLE = Setting(
    "middle",
    (
        Kind(0.005, Look(1.0, 0.4), Look(0.7, 0.4), 0.95, 1.0, (0, 1)),
        Kind(0.075, Look(6 * 60, 1.5), Look(12 * 60, 1.5), 0.5, 0.5, (0, 1.5)),
        Kind(0.22, Look(40 * 60, 1.8), Look(3 * HOUR, 1.8), 0.3, 0.15, (0, 10)),
        Kind(0.70, Look(20 * HOUR, 2.0), Look(3 * DAY, 2.0), 0.05, 0.01, (5, 200)),
    ),
    listed=Look(90.0, 1.2),
    listed_takes=0.82,
    away=Look(45 * 60, 1.5),
    careless=0.12,
)


def changed(name: str, *, takes: float, slower: float, careless: float) -> Setting:
    """The middle with other people: who takes so much more often, and looks so much later."""

    def look(one: Look) -> Look:
        return Look(one.median * slower, one.spread)

    kinds = tuple(
        replace(
            kind, takes=min(kind.takes * takes, 0.95), private=look(kind.private),
            group=look(kind.group),
        )
        if number != SCRIPT else kind
        for number, kind in enumerate(MIDDLE.kinds)
    )  # fmt: skip
    return replace(
        MIDDLE, name=name, kinds=kinds, listed=look(MIDDLE.listed), careless=careless,
        listed_takes=min(MIDDLE.listed_takes * takes, 0.95),
    )  # fmt: skip


LOW = changed("low", takes=0.7, slower=1.5, careless=0.25)
HIGH = changed("high", takes=1.15, slower=0.7, careless=0.05)


class Town:
    """So many people, the same for every policy: who they are, and when they sign the list."""

    def __init__(self, size: int, setting: Setting, days: int, seed: int) -> None:
        random = Random(f"{seed}:town")
        self.size, self.setting = size, setting
        self.zones = list(ZONES)
        self.offsets = [_offset(name) for name in self.zones]
        shares = list(accumulate(kind.share for kind in setting.kinds))
        zone_shares = list(accumulate(ZONES.values()))
        self.kind = bytearray(_pick(shares, random) for _ in range(size))
        self.zone = bytearray(_pick(zone_shares, random) for _ in range(size))
        self.qualified = bytearray(random.random() < setting.qualified for _ in range(size))
        self.careless = bytearray(random.random() < setting.careless for _ in range(size))
        self.members: list[list[int]] = [[] for _ in setting.kinds]
        for person in range(size):
            if self.qualified[person]:
                self.members[self.kind[person]].append(person)
        self.seen_at = [-DAY * random.uniform(*setting.kinds[kind].seen) for kind in self.kind]
        # Most have never had a job here, so they have been without work since they came.
        self.idle_since = [-DAY * random.uniform(1, 200) for _ in range(size)]
        self.sign_ons = sorted(self._sign_ons(days, random))
        self._private = [kind.private.table() for kind in setting.kinds]
        self._group = [kind.group.table() for kind in setting.kinds]
        self._listed, self._away = setting.listed.table(), setting.away.table()
        self._minutes = setting.job_minutes.table()

    def _sign_ons(self, days: int, random: Random) -> Iterator[tuple[float, int, int]]:
        hours, weights = list(SIGNED_FOR), list(SIGNED_FOR.values())
        by_kind: list[list[int]] = [[] for _ in self.members]
        for person, number in enumerate(self.kind):
            by_kind[number].append(person)
        for kind, people in zip(self.setting.kinds, by_kind, strict=True):
            # A day before, so that the list is what it is when the first call comes.
            for day in range(-1, days):
                for person in random.sample(people, chance_of(len(people), kind.signs, random)):
                    local = random.uniform(WAKES, SLEEPS - HOUR)
                    when = day * DAY + (local - self.offsets[self.zone[person]]) % DAY
                    yield when, person, random.choices(hours, weights)[0]

    def sees_private(self, person: int, now: float, random: Random) -> float:
        """When somebody who is not on the list sees a private call."""
        delay = self._private[self.kind[person]][random.randrange(_STEPS)]
        return self._awake(person, now, delay, random)

    def sees_group(self, person: int, now: float, random: Random) -> float:
        """When somebody sees a card in a work group."""
        delay = self._group[self.kind[person]][random.randrange(_STEPS)]
        return self._awake(person, now, delay, random)

    def sees_listed(self, now: float, random: Random, *, away: bool) -> float:
        """When somebody on the list, who expects a call, sees it."""
        return now + (self._away if away else self._listed)[random.randrange(_STEPS)]

    def is_away(self, person: int, random: Random) -> bool:
        """Whether somebody who signs the list puts the phone away all the same."""
        setting = self.setting
        careless = self.careless[person]
        return random.random() < (setting.away_if_careless if careless else setting.away_else)

    def job_seconds(self, random: Random) -> float:
        """How long a job takes."""
        return 60 * self._minutes[random.randrange(_STEPS)]

    def _awake(self, person: int, now: float, delay: float, random: Random) -> float:
        """The moment after so many seconds that are not slept through; scripts never sleep."""
        if self.kind[person] == SCRIPT:
            return now + delay
        offset = self.offsets[self.zone[person]]
        for wait in (0.0, delay):
            now += wait
            if asleep := _night_left(now + offset):
                now += asleep + random.uniform(0, HOUR)
        return now


def chance_of(size: int, share: float, random: Random) -> int:
    """How many of so many people do what that share of them does."""
    mean = size * share
    if mean > 30:
        drawn = random.gauss(mean, (mean * max(1 - share, 0)) ** 0.5)
        return min(max(round(drawn), 0), size)
    return sum(random.random() < share for _ in range(size))


def _night_left(local: float) -> float:
    clock = local % DAY
    if clock >= SLEEPS:
        return DAY - clock + WAKES
    return max(WAKES - clock, 0.0)


def _pick(shares: Sequence[float], random: Random) -> int:
    return min(bisect_right(shares, random.random() * shares[-1]), len(shares) - 1)


def _offset(zone: str) -> float:
    offset = START.astimezone(ZoneInfo(zone)).utcoffset() or timedelta()
    return offset.total_seconds()


def moment(seconds: float) -> datetime:
    """That many seconds after the beginning, as the rules want it."""
    return START + timedelta(seconds=seconds)
