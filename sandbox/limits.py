"""How fast Telegram lets a bot send: a hidden overall rate that drifts, and two per chat."""

import math
import random
from collections import deque
from dataclasses import dataclass

DRIFT_SECONDS = 60.0
GROUP_WINDOW = 60.0


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float


class Limits:
    """Decides per call whether to wait, in seconds of the sandbox's clock."""

    def __init__(
        self,
        *,
        overall: tuple[float, float] | None = (20.0, 40.0),
        chat_per_second: float | None = 1.0,
        chat_burst: int = 5,
        group_per_minute: int | None = 20,
        seed: int = 0,
    ) -> None:
        self._overall = overall
        self._chat_rate = chat_per_second
        self._chat_burst = chat_burst
        self._group_most = group_per_minute
        self._seed = seed
        self._whole: _Bucket | None = None
        self._chats: dict[int, _Bucket] = {}
        self._groups: dict[int, deque[float]] = {}

    @classmethod
    def off(cls) -> "Limits":
        """No limits at all."""
        return cls(overall=None, chat_per_second=None, group_per_minute=None)

    def rate(self, now: float) -> float:
        """Messages per second that pass overall at this moment."""
        if self._overall is None:
            return math.inf
        step, part = divmod(now / DRIFT_SECONDS, 1.0)
        here, there = self._anchor(int(step)), self._anchor(int(step) + 1)
        return here + (there - here) * part

    def _anchor(self, step: int) -> float:
        low, high = self._overall or (0.0, 0.0)
        return random.Random(self._seed * 1_000_003 + step).uniform(low, high)

    def take(self, chat_id: int, *, private: bool, now: float) -> int:
        """Count one message; 0 when it may go, else the seconds to wait (nothing counted)."""
        wait = max(self._chat_wait(chat_id, private=private, now=now), self._overall_wait(now))
        if wait > 0:
            return max(1, math.ceil(wait))
        if self._whole is not None:
            self._whole.tokens -= 1
        if private and self._chat_rate is not None:
            self._chats[chat_id].tokens -= 1
        elif not private and self._group_most is not None:
            self._groups[chat_id].append(now)
        return 0

    def _overall_wait(self, now: float) -> float:
        if self._overall is None:
            return 0.0
        rate = self.rate(now)
        if self._whole is None:
            self._whole = _Bucket(rate, now)
        return _refill(self._whole, rate, rate, now)

    def _chat_wait(self, chat_id: int, *, private: bool, now: float) -> float:
        if private:
            if self._chat_rate is None:
                return 0.0
            bucket = self._chats.setdefault(chat_id, _Bucket(self._chat_burst, now))
            return _refill(bucket, self._chat_rate, self._chat_burst, now)
        if self._group_most is None:
            return 0.0
        sent = self._groups.setdefault(chat_id, deque())
        while sent and sent[0] <= now - GROUP_WINDOW:
            sent.popleft()
        return sent[0] + GROUP_WINDOW - now if len(sent) >= self._group_most else 0.0


def _refill(bucket: _Bucket, rate: float, most: float, now: float) -> float:
    """Fill the bucket up to now; the seconds until it holds one token."""
    bucket.tokens = min(most, bucket.tokens + (now - bucket.at) * rate)
    bucket.at = now
    return 0.0 if bucket.tokens >= 1 else (1 - bucket.tokens) / rate
