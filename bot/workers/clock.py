"""Alarms: what is due stands in our tables; this only says when to look."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.domain.clock import Clock
from bot.insistence import insistently

_log = logging.getLogger(__name__)

Sweep = Callable[[datetime], Awaitable[Any]]


class Alarms:
    """Runs each sweep every so many seconds, at the start, and after each move of the clock.

    A sweep never overlaps itself, and a failed one is tried again at its next time.
    """

    def __init__(self, clock: Clock, sweeps: Mapping[str, tuple[float, Sweep]]) -> None:
        self._clock = clock
        self._sweeps = {name: sweep for name, (_, sweep) in sweeps.items()}
        self._locks = {name: asyncio.Lock() for name in sweeps}
        self._moved = asyncio.Event()
        self._follower: asyncio.Task[None] | None = None
        self._stopping = False
        self._end: Callable[[], None] | None = None
        self._seconds = {name: seconds for name, (seconds, _) in sweeps.items()}

    def start(self) -> None:
        """Start the alarms; every sweep runs at once. Can be done again after a stop."""
        self._stopping = False
        # Late is better than never: nothing is dropped, several missed ticks are one.
        self._scheduler = AsyncIOScheduler(
            timezone=UTC,
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )
        for name, seconds in self._seconds.items():
            self._scheduler.add_job(
                self._tick, "interval", args=[name], seconds=seconds, id=name, name=name
            )
        self._end = self._clock.subscribe(self._moved.set)
        self._moved.set()
        self._follower = asyncio.create_task(self._follow(), name="alarms")
        self._scheduler.start()

    async def stop(self) -> None:
        """Stop the alarms; a sweep that is running is cancelled, its transaction rolled back."""
        if self._follower is None:
            return
        if self._end is not None:
            self._end()
        self._stopping = True
        self._scheduler.shutdown(wait=False)
        self._follower.cancel()
        await asyncio.wait([self._follower])
        self._follower = None
        for lock in self._locks.values():
            # Whoever held it has been cancelled; its transaction is rolled back when it lets go.
            async with lock:
                pass

    async def run_all(self) -> None:
        """Run every sweep once, in their order, after what is running of it."""
        for name in self._sweeps:
            async with self._locks[name]:
                await self._run(name)

    async def _follow(self) -> None:
        while True:
            await self._moved.wait()
            self._moved.clear()
            await self.run_all()

    async def _tick(self, name: str) -> None:
        lock = self._locks[name]
        if lock.locked():
            return
        async with lock:
            try:
                await self._run(name)
            except asyncio.CancelledError:
                # Passed on, the scheduler would report its own shutdown as a failure.
                if not self._stopping:
                    raise

    async def _run(self, name: str) -> None:
        try:
            await insistently(lambda: self._sweeps[name](self._clock.now()))
        except Exception:  # noqa: BLE001 - its next time comes, and the others go on
            _log.exception("sweep %s failed", name)
