"""The clocks that the hall runs on: the system's, or a sandbox's followed over HTTP."""

import asyncio
import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp

_log = logging.getLogger(__name__)

# Timers do not count the time that a machine sleeps, so nobody naps longer than this.
_LONGEST_NAP = timedelta(minutes=1)
_ASK_SECONDS = 30
_AGAIN_SECONDS = 1.0


class SystemClock:
    """Real time, which nobody moves."""

    def now(self) -> datetime:
        """The time now, aware, in UTC."""
        return datetime.now(UTC)

    async def sleep_until(self, when: datetime) -> None:
        """Return when `now()` has reached `when`."""
        while (left := when - self.now()) > timedelta():  # noqa: ASYNC110 - naps, no polling
            await asyncio.sleep(min(left, _LONGEST_NAP).total_seconds())

    def subscribe(self, wake: Callable[[], None]) -> Callable[[], None]:  # noqa: ARG002
        """Never calls `wake`, since this clock is not moved; returns what ends nothing."""
        return lambda: None


class RemoteClock:
    """Real time plus the offset of a sandbox, whose clock is asked over HTTP and followed."""

    def __init__(self, url: str) -> None:
        self._url = f"{url.rstrip('/')}/door/clock"
        self._offset = timedelta()
        self._revision = -1
        self._listeners: list[Callable[[], None]] = []
        self._session: aiohttp.ClientSession | None = None
        self._follower: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Learn the offset, then follow it; raises `aiohttp.ClientError` when nobody answers."""
        timeout = aiohttp.ClientTimeout(total=_ASK_SECONDS + 10)
        self._session = aiohttp.ClientSession(timeout=timeout)
        try:
            self._take(await self._ask(self._session, {}))
        except BaseException:
            await self.stop()
            raise
        self._follower = asyncio.create_task(self._follow(self._session), name="remote-clock")

    async def stop(self) -> None:
        """Follow no more; the offset stays as it is."""
        if self._follower is not None:
            self._follower.cancel()
            await asyncio.wait([self._follower])
            self._follower = None
        if self._session is not None:
            await self._session.close()
            self._session = None

    def now(self) -> datetime:
        """The sandbox's time as far as we know it, aware, in UTC."""
        return datetime.now(UTC) + self._offset

    def subscribe(self, wake: Callable[[], None]) -> Callable[[], None]:
        """Call `wake` after each move of the clock; returns what ends the subscription."""
        self._listeners.append(wake)

        def end() -> None:
            if wake in self._listeners:
                self._listeners.remove(wake)

        return end

    async def sleep_until(self, when: datetime) -> None:
        """Return when `now()` has reached `when`, also when the clock was moved there."""
        moved = asyncio.Event()
        end = self.subscribe(moved.set)
        try:
            while (left := when - self.now()) > timedelta():
                moved.clear()
                try:
                    async with asyncio.timeout(min(left, _LONGEST_NAP).total_seconds()):
                        await moved.wait()
                except TimeoutError:
                    continue
        finally:
            end()

    async def _follow(self, session: aiohttp.ClientSession) -> None:
        while True:
            try:
                params = {"after": self._revision, "timeout": _ASK_SECONDS}
                self._take(await self._ask(session, params))
            except (aiohttp.ClientError, OSError, ValueError, KeyError, TypeError) as error:
                # The sandbox may be restarting; until then time goes on at its old offset.
                _log.debug("the sandbox's clock did not answer: %s", type(error).__name__)
                await asyncio.sleep(_AGAIN_SECONDS)

    async def _ask(self, session: aiohttp.ClientSession, params: dict[str, int]) -> dict[str, Any]:
        async with session.get(self._url, params=params) as answer:
            answer.raise_for_status()
            told: dict[str, Any] = await answer.json()
            return told

    def _take(self, told: dict[str, Any]) -> None:
        offset = timedelta(seconds=float(told["offset_seconds"]))
        self._revision = int(told["revision"])
        if offset == self._offset:
            return
        self._offset = offset
        for wake in tuple(self._listeners):
            wake()
