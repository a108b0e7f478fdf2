"""One of the processes of a simulated year: its clock, and a database that counts its writes."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from benchmarks.planted import plant as plant_fault
from storage.database import Database, Tx


class Counted(Database):
    """A database that tells how often it began to write."""

    told: Callable[[], None] = staticmethod(lambda: None)

    @asynccontextmanager
    async def begin(self, cause: str | None = None, *, urgent: bool = False) -> AsyncIterator[Tx]:
        """As it is."""
        async with super().begin(cause, urgent=urgent) as tx:
            self.told()
            yield tx


class Simulated:
    """A clock that stands where it is put."""

    def __init__(self, begins: datetime) -> None:
        self.time = begins

    def now(self) -> datetime:
        """The time that it was put to."""
        return self.time

    async def sleep_until(self, moment: datetime) -> None:
        """Be there at once."""
        self.time = max(self.time, moment)

    def subscribe(self, moved: Callable[[], None]) -> Callable[[], None]:
        """Nobody waits for it."""
        return moved


def lived(
    url: str, begun: Any, plant: str | None, work: Callable[[Database], Awaitable[None]]
) -> None:
    """Be the process that does this work, from its start until its end or its death."""
    plant_fault(plant)
    logging.basicConfig(level=logging.ERROR)
    asyncio.run(_lived(url, begun, work))


async def _lived(url: str, begun: Any, work: Callable[[Database], Awaitable[None]]) -> None:
    def one_more() -> None:
        begun.value += 1

    db = Counted(url)
    db.told = one_more
    try:
        await work(db)
    finally:
        await db.close()
