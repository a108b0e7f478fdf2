"""How much may be sent when: buckets, windows and an overall rate that adapts.

Times are seconds since 1970; each budget says when the next message may go.
"""

from collections import deque
from dataclasses import dataclass, field

CHAT_RATE, CHAT_BURST = 1.0, 3.0
GROUP_MOST = 20
# A second more than Telegram's minute: messages arrive there later than they leave here.
GROUP_WINDOW = 61.0

START_RATE, LEAST_RATE, TOP_RATE = 25.0, 1.0, 1000.0
_DECREASE = 0.7
_INCREASE = 0.5  # messages per second, gained in each second of full use
_SAME_EVENT = 1.0
_TOGETHER = 2.0
# So few refusals among so many messages are not those of a rate that is too high.
_FEW = 1 / 12
# So many refusals, none of them followed by a message that got through, close the way for all.
_IN_A_ROW = 3
# The longest that all wait while others still get through: who was told more waits alone.
_BREATHER = 1.0
_ROUNDING = 1e-6


@dataclass(slots=True)
class Bucket:
    """Lets through `rate` a second after a burst."""

    rate: float
    burst: float
    at: float
    level: float = field(default=-1.0)

    def __post_init__(self) -> None:
        self.level = self.burst if self.level < 0 else self.level

    def free_at(self, now: float) -> float:
        """When the next one may go."""
        self._fill(now)
        return now if self.level >= 1 - _ROUNDING else now + (1 - self.level) / self.rate

    def take(self, now: float) -> None:
        """Count one that goes now."""
        self._fill(now)
        self.level -= 1

    def _fill(self, now: float) -> None:
        self.level = min(self.burst, self.level + max(now - self.at, 0.0) * self.rate)
        self.at = now


class ChatBudget:
    """One chat: a message a second after a short burst, twenty a minute in a group."""

    def __init__(self, now: float, *, group: bool) -> None:
        self.paused_until = 0.0
        self._bucket = Bucket(CHAT_RATE, CHAT_BURST, now)
        self._sent: deque[float] | None = deque(maxlen=GROUP_MOST) if group else None

    def free_at(self, now: float) -> float:
        """When the next counted message may go to the chat."""
        free = max(self._bucket.free_at(now), self.paused_until)
        if self._sent is not None and len(self._sent) == GROUP_MOST:
            free = max(free, self._sent[0] + GROUP_WINDOW)
        return free

    def take(self, now: float) -> None:
        """Count one that goes now."""
        self._bucket.take(now)
        if self._sent is not None:
            self._sent.append(now)

    def is_idle(self, now: float) -> bool:
        """Whether forgetting it would change nothing."""
        counts_until = self._sent[-1] + GROUP_WINDOW if self._sent else 0.0
        return now >= max(self.paused_until, counts_until, self._bucket.at + CHAT_BURST)


class OverallBudget:
    """All chats: the rate creeps up while it is used without a refusal, and drops at one.

    Telegram does not tell its overall limit, so it is found out, unless it is `known`.
    """

    def __init__(self, now: float, *, known: float | None = None) -> None:
        self.rate = known or START_RATE
        self.paused_until = 0.0
        self._top = known or TOP_RATE
        self._bucket = Bucket(self.rate, self._burst(), now)
        self._sent: deque[float] = deque()
        self._dropped_at = 0.0
        self._pressed = False
        self._in_a_row = 0
        self._refused: deque[tuple[float, int | str, float]] = deque(maxlen=100)

    def free_at(self, now: float) -> float:
        """When the next message to any chat may go."""
        return max(self._bucket.free_at(now), self.paused_until)

    def take(self, now: float) -> None:
        """Count one that goes now."""
        self._bucket.take(now)
        self._pressed = self._bucket.level < self._bucket.burst / 2
        self._sent.append(now)
        self._forget(now)

    def went_well(self) -> None:
        """A message got through: allow a little more, if what is allowed is used at all."""
        self._in_a_row = 0
        if self._pressed:
            self._set_rate(min(self.rate + _INCREASE / self.rate, self._top))

    def refused(self, chat: int | str, now: float, until: float) -> bool:
        """A chat was refused until then; true when it looks as if all were meant.

        Several chats refused within a moment are not each too fast: then all wait for as long as
        the least of them was told, a moment only while others still get through, and go slower
        afterwards. Refusals of one moment count as one, and a few among many messages as so many
        chats that were too fast.
        """
        self._in_a_row += 1
        self._refused.append((now, chat, until))
        self._forget(now)
        ends = {name: end for _, name, end in self._refused}
        if len(ends) < max(2.0, len(self._sent) * _FEW):
            return False
        # A group that used up its minute may be among them; its long wait is its own.
        told = min(ends.values())
        closed = self._in_a_row >= min(_IN_A_ROW, len(ends))
        wait = told if closed else min(told, now + _BREATHER)
        self.paused_until = max(self.paused_until, wait)
        if now >= self._dropped_at + _SAME_EVENT:
            self._dropped_at = self.paused_until
            self._set_rate(max(self.rate * _DECREASE, LEAST_RATE))
            self._bucket.level = min(self._bucket.level, 0.0)
        return True

    def _forget(self, now: float) -> None:
        """What is longer ago than one moment counts no more."""
        while self._sent and self._sent[0] < now - _TOGETHER:
            self._sent.popleft()
        while self._refused and self._refused[0][0] < now - _TOGETHER:
            self._refused.popleft()

    def _burst(self) -> float:
        return max(1.0, self.rate / 5)

    def _set_rate(self, rate: float) -> None:
        self.rate = rate
        self._bucket.rate, self._bucket.burst = rate, self._burst()
