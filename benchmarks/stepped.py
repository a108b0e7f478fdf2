"""Time that stands still while anything is being done, and then steps to what is waited for.

Two processes share it in a file: the bot's takes the steps, the sandbox's reads. So seconds of
that clock say how fast Telegram was asked, however slow the machine is that pretends.
"""

# ruff: noqa: SLF001 - whether a loop has nothing left to do is written nowhere else

import asyncio
import heapq
import mmap
import struct
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

_SECONDS = struct.Struct("d")
# Shorter than the limiter saves up for; what falls due together is then done side by side.
_LEAST_STEP = 0.15
# Longer than an answer of this machine needs to be noticed.
_BREATH = 0.0005


class SharedTime:
    """Seconds since 1970 in a file that two processes have open."""

    def __init__(self, path: Path) -> None:
        if not path.exists():
            path.write_bytes(_SECONDS.pack(0.0))
        with path.open("r+b") as file:
            self._map = mmap.mmap(file.fileno(), _SECONDS.size)

    @property
    def seconds(self) -> float:
        """What the clock shows."""
        return float(_SECONDS.unpack(self._map[: _SECONDS.size])[0])

    def set(self, seconds: float) -> None:
        """Set it."""
        self._map[: _SECONDS.size] = _SECONDS.pack(seconds)


class SteppedClock:
    """The bot's clock; it steps to the next thing that is waited for when nothing is at work."""

    def __init__(self, time: SharedTime) -> None:
        self._time = time
        self._waiting: list[tuple[float, int, asyncio.Event]] = []
        self._order = count()
        self._at_work = 0

    def now(self) -> datetime:
        """The time now, aware, in UTC."""
        return datetime.fromtimestamp(self._time.seconds, UTC)

    async def sleep_until(self, when: datetime) -> None:
        """Return when `now()` has reached `when`."""
        while self.now() < when:
            reached = asyncio.Event()
            heapq.heappush(self._waiting, (when.timestamp(), next(self._order), reached))
            await reached.wait()

    def subscribe(self, wake: Callable[[], None]) -> Callable[[], None]:  # noqa: ARG002
        """Never calls `wake`: steps are time that passes, not a clock that is moved."""
        return lambda: None

    def counted(self, work: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
        """The same work; time stands still meanwhile."""

        async def run(*args: Any, **more: Any) -> Any:
            self._at_work += 1
            try:
                return await work(*args, **more)
            finally:
                self._at_work -= 1

        return run

    def counted_in(
        self, block: Callable[..., AbstractAsyncContextManager[Any]]
    ) -> Callable[..., AbstractAsyncContextManager[Any]]:
        """The same block; time stands still while it is open."""

        @asynccontextmanager
        async def run(*args: Any, **more: Any) -> AsyncIterator[Any]:
            self._at_work += 1
            try:
                async with block(*args, **more) as given:
                    yield given
            finally:
                self._at_work -= 1

        return run

    async def step_on(self) -> None:
        """Take steps for ever."""
        loop: Any = asyncio.get_running_loop()
        while True:
            await asyncio.sleep(0)
            if loop._ready or self._at_work:
                await asyncio.sleep(_BREATH if self._at_work else 0)
                continue
            # What came in meanwhile is seen by the loop only now.
            await asyncio.sleep(0)
            if loop._ready or self._at_work:
                continue
            if not self._step():
                await asyncio.sleep(_BREATH)

    def _step(self) -> bool:
        """To the next moment that somebody waits for."""
        if not self._waiting:
            return False
        when = max(self._waiting[0][0], self._time.seconds + _LEAST_STEP)
        self._time.set(when)
        while self._waiting and self._waiting[0][0] <= when:
            heapq.heappop(self._waiting)[2].set()
        return True
