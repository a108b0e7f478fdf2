"""A simulated hall: real rules and sending limits, assumed people, one call at a time.

Nothing is stored and nothing is sent: what the services do on rows, this does on plain lists, by
the same functions of bot.domain and with the budgets of handlers.budgets.
"""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from heapq import heappop, heappush
from itertools import count
from random import Random
from typing import Any

from benchmarks.dispatch_people import DAY, HOUR, SCRIPT, Town
from bot.domain.calls import Call, CallState, places
from bot.domain.rules import Rules
from handlers.budgets import Bucket

# Telegram's overall limit, as it is known; the burst is that of our limiter at this rate.
RATE, BURST = 30.0, 6.0
CALL_HOURS = (6, 12, 18)
LIFE = 6 * HOUR - 60
TASKS_PER_JOB = 5


@dataclass(slots=True)
class Waiting:
    """Somebody's place on the out-of-work list; `signed` when it was by their own wish."""

    number: int
    until: float
    away: bool
    signed: "SignOn | None"


@dataclass(slots=True)
class SignOn:
    """What came of somebody's own wish to be on the list."""

    since: float
    until: float
    claimed_at: float | None = None
    paid_hours: float = 0.0


@dataclass(slots=True)
class Count:
    """What one call came to. `reached` saw it while it could be claimed, as far as it said."""

    messages: int = 0
    reached: float = 0
    taps: int = 0
    lost: int = 0
    asked: int = 0
    claims: list[float] = field(default_factory=list)


@dataclass(slots=True)
class OpenCall:
    """The call that stands, what is left of its project, and who has a place held."""

    call: Call
    opened: float
    open_slots: int
    held: set[int] = field(default_factory=set)
    count: Count = field(default_factory=Count)


class Pipe:
    """All that goes out: job screens first, then what was added, within the overall limit."""

    def __init__(self, hall: "Hall") -> None:
        self._hall, self._bucket = hall, Bucket(RATE, BURST, 0.0)
        self._jobs = 0
        self._queue: deque[tuple[Callable[..., None], tuple[Any, ...]]] = deque()
        self._stream: Iterator[int] = iter(())
        self._deliver: Callable[..., None] = lambda _: None
        self._streaming = self._awake = False

    def job(self) -> None:
        """Somebody's screens."""
        self._jobs += 1
        self._wake()

    def add(self, delivered: Callable[..., None], *args: Any) -> None:
        """One message; `delivered` is called when it is there."""
        self._queue.append((delivered, args))
        self._wake()

    def stream(self, people: Iterator[int], delivered: Callable[[int], None]) -> None:
        """One message to each of them, behind all else."""
        self._stream, self._deliver, self._streaming = people, delivered, True
        self._wake()

    def _wake(self) -> None:
        if not self._awake:
            self._awake = True
            self._hall.at(self._hall.now, self._send)

    def _send(self) -> None:
        now, bucket = self._hall.now, self._bucket
        while bucket.free_at(now) <= now:
            if self._jobs:
                self._jobs -= 1
            elif self._queue:
                delivered, args = self._queue.popleft()
                delivered(*args)
            elif self._streaming and (person := next(self._stream, None)) is not None:
                self._deliver(person)
            else:
                self._awake = self._streaming = False
                return
            bucket.take(now)
        self._hall.at(now + BURST / RATE, self._send)


class Policy:
    """How a call reaches people; each does it in its own way."""

    def __init__(self, hall: "Hall") -> None:
        self.hall = hall

    def opened(self, call: OpenCall) -> None:
        """The call begins."""
        raise NotImplementedError

    def changed(self, call: OpenCall) -> None:
        """Places of the call were taken or came back."""

    def looks(self, person: int) -> None:
        """Somebody who signs the list sees in `/work` what there is."""
        self.hall.tap(person, reached=False)

    def ended(self, call: OpenCall) -> None:
        """The call is over."""


class Hall:
    """The clock, the people's state, the list, and the call that stands."""

    def __init__(
        self, town: Town, policy: Callable[["Hall"], Policy], *, jobs: int, days: int, seed: int
    ) -> None:
        self.town, self.jobs, self.rules = town, jobs, Rules()
        self.random = Random(f"{seed}:hall")
        self.now = -DAY
        self.end = days * DAY
        self._events: list[tuple[float, int, Callable[..., None], tuple[Any, ...]]] = []
        self._numbers = count()
        self.open_jobs = bytearray(town.size)
        self.ignored = bytearray(town.size)
        self.earned = [0] * town.size
        self.by_scripts = 0
        self.seen_at, self.idle_since = list(town.seen_at), list(town.idle_since)
        self.idle = sorted((since, person) for person, since in enumerate(self.idle_since))
        self.waiting: dict[int, Waiting] = {}
        self.line: list[tuple[int, int]] = []  # in the order of waiting; who left is in it still
        self.sign_ons: list[SignOn] = []
        self.call: OpenCall | None = None
        self.counts: list[Count] = []
        self.listed: list[int] = []  # at each call, those on the list who may have its jobs
        self.pipe = Pipe(self)
        self.policy = policy(self)
        for when, person, hours in town.sign_ons:
            self.at(when, self._signs, person, hours)
        for day in range(days):
            for hour in CALL_HOURS:
                self.at(day * DAY + hour * HOUR, self._open)

    def at(self, when: float, act: Callable[..., None], *args: Any) -> None:
        """Have that happen then."""
        heappush(self._events, (when, next(self._numbers), act, args))

    def run(self) -> None:
        """Let everything happen that happens until the end."""
        events = self._events
        while events and events[0][0] < self.end:
            self.now, _, act, args = heappop(events)
            act(*args)

    def left(self, but_for: int | None = None) -> int:
        """How many places the call still offers, to somebody who may use the one held for them."""
        if (call := self.call) is None:
            return 0
        held = len(call.held) - (but_for in call.held)
        return places(
            call.call, open_slots=call.open_slots, tasks_per_job=TASKS_PER_JOB, held=held
        )

    def may(self, person: int) -> bool:
        """Whether the person may claim a job of the call."""
        return bool(self.town.qualified[person]) and self.open_jobs[person] < self.rules.open_jobs

    def tap(self, person: int, *, reached: bool = True) -> bool:
        """The person taps [Claim a job]; who gets none is put on the list.

        It counts for the call where the call `reached` them, and they did not come by themselves.
        """
        self.seen_at[person], self.ignored[person] = self.now, 0
        if (call := self.call) is None or not self.may(person):
            return False
        call.count.taps += reached
        if self.claim(person):
            return True
        call.count.lost += reached
        self.sign_on(person, self.now + self.rules.list_hours * HOUR)
        return False

    def claim(self, person: int) -> bool:
        """A job for the person, if the call has a place for them."""
        call = self.call
        if call is None or self.left(person) < 1:
            return False
        call.held.discard(person)
        call.call = replace(call.call, taken=call.call.taken + 1)
        call.open_slots -= TASKS_PER_JOB
        call.count.claims.append(self.now - call.opened)
        self._begin_job(person)
        self.policy.changed(call)
        return True

    def sign_on(self, person: int, until: float, *, signed: SignOn | None = None) -> None:
        """Put the person on the list; who is on it keeps the place."""
        known = self.waiting.get(person)
        if known is not None and known.until > self.now:
            known.until = max(known.until, until)
            known.signed = known.signed or signed
            return
        self.waiting.pop(person, None)
        away = self.town.is_away(person, self.random)
        number = next(self._numbers)
        self.waiting[person] = Waiting(number, until, away, signed)
        self.line.append((number, person))

    def is_listed(self, person: int) -> bool:
        """Whether the person is on the list now."""
        known = self.waiting.get(person)
        return known is not None and known.until > self.now

    def _begin_job(self, person: int) -> None:
        seconds = self.town.job_seconds(self.random)
        known = self.waiting.pop(person, None)
        if known and known.signed and known.until > self.now:
            known.signed.claimed_at, known.signed.paid_hours = self.now, seconds / HOUR
        self.open_jobs[person] += 1
        self.earned[person] += 1
        self.by_scripts += self.town.kind[person] == SCRIPT
        self.idle_since[person] = self.now
        self.idle.append((self.now, person))
        self.pipe.job()
        self.at(self.now + seconds, self._end_job, person)

    def _end_job(self, person: int) -> None:
        self.open_jobs[person] -= 1

    def _signs(self, person: int, hours: int) -> None:
        """Somebody opens `/work`: a job when there is one to claim, else a place on the list."""
        self.seen_at[person] = self.now
        if self.open_jobs[person]:
            return
        if self.call is not None and self.left(person) and self.may(person):
            self.policy.looks(person)
            return
        until = self.now + hours * HOUR
        signed = SignOn(self.now, until) if self.town.qualified[person] else None
        if signed is not None:
            self.sign_ons.append(signed)
        self.sign_on(person, until, signed=signed)

    def _open(self) -> None:
        for person in [one for one, known in self.waiting.items() if known.until <= self.now]:
            del self.waiting[person]
        self.line = [
            (number, person) for number, person in self.line
            if person in self.waiting and self.waiting[person].number == number
        ]  # fmt: skip
        self.listed.append(sum(self.town.qualified[person] for person in self.waiting))
        number = next(self._numbers)
        call = Call(number, str(number), 1, CallState.live, self.jobs, 0)
        self.call = OpenCall(call, self.now, self.jobs * TASKS_PER_JOB)
        self.at(self.now + LIFE, self._close)
        self.policy.opened(self.call)

    def _close(self) -> None:
        if self.call is not None:
            self.policy.ended(self.call)
            self.counts.append(self.call.count)
            self.call = None
