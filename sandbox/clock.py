import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

LONGEST_NAP = timedelta(hours=1)


class SandboxClock:
    """Time that runs like real time and can be moved forwards."""

    def __init__(self, start: datetime | None = None) -> None:
        self._offset = timedelta() if start is None else start - datetime.now(UTC)
        self._listeners: list[Callable[[], None]] = []
        self.revision = 0

    def now(self) -> datetime:
        """The sandbox's time, aware UTC."""
        return datetime.now(UTC) + self._offset

    @property
    def offset(self) -> timedelta:
        """What is added to real time."""
        return self._offset

    def move(self, delta: timedelta) -> None:
        """Move forwards and wake everybody whose time has come."""
        if delta < timedelta():
            raise ValueError("the clock only moves forwards")
        self._offset += delta
        self.revision += 1
        for wake in tuple(self._listeners):
            wake()

    def subscribe(self, wake: Callable[[], None]) -> Callable[[], None]:
        """Have `wake` called after each move; the returned function ends that."""
        self._listeners.append(wake)

        def unsubscribe() -> None:
            if wake in self._listeners:
                self._listeners.remove(wake)

        return unsubscribe

    async def sleep_until(self, when: datetime) -> None:
        """Return as soon as now() is at or past `when`, however it came to be."""
        moved = asyncio.Event()
        unsubscribe = self.subscribe(moved.set)
        try:
            while (left := when - self.now()) > timedelta():
                moved.clear()
                try:
                    async with asyncio.timeout(min(left, LONGEST_NAP).total_seconds()):
                        await moved.wait()
                except TimeoutError:
                    continue
        finally:
            unsubscribe()
