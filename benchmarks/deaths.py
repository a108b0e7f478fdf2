"""A simulated year in processes that are killed one after the other, and what each leaves."""

import asyncio
import json
import multiprocessing
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, Protocol

from storage import audit
from storage.database import Database

# How long a message is waited for before a death.
_LONGEST_SECONDS = 2.0


class Year(Protocol):
    """What happens, all of it known beforehand."""

    @property
    def url(self) -> str:
        """The database."""

    @property
    def messages(self) -> str:
        """The file that stands in for Telegram."""


Live = Callable[[Any, Any, str | None], None]


@dataclass(frozen=True)
class Deaths:
    """How a year is lived: by that function, of that module, with so many deaths."""

    live: Live
    kills: int
    # About how often a process begins to write in the whole year.
    writes: float
    # How long the last process may take.
    patience_seconds: float
    plant: str | None
    # Whether every other death comes right after a message, which then may have been sent.
    in_sending: bool = False

    async def befall(self, year: Year, chance: Random) -> tuple[int, list[str]]:
        """Processes one after the other; each is killed after some writes, the last one is not.

        Returns how many were killed, and what was wrong after one of them.
        """
        longest = max(int(2 * self.writes / (self.kills + 1)), 2)
        done = 0
        for number in range(self.kills):
            process, begun = self._born(year)
            dies_after = chance.randint(1, longest)
            while process.is_alive() and begun.value < dies_after:  # noqa: ASYNC110 - of a process
                await asyncio.sleep(0.001)
            if number % 2 or not self.in_sending:
                # Somewhere in the next transaction, or just after it.
                await asyncio.sleep(chance.uniform(0, 0.02))
            else:
                await _next_message(year, process)
            done += process.is_alive()
            process.kill()
            await asyncio.to_thread(process.join)
            if faults := await _wrong(year):
                return done, faults
        return done, await self._to_the_end(year)

    def _born(self, year: Year) -> tuple[Any, Any]:
        forks = multiprocessing.get_context("forkserver")
        forks.set_forkserver_preload([self.live.__module__])
        begun = forks.Value("i", 0, lock=False)
        process = forks.Process(target=self.live, args=(year, begun, self.plant))
        process.start()
        return process, begun

    async def _to_the_end(self, year: Year) -> list[str]:
        last, _ = self._born(year)
        await asyncio.to_thread(last.join, self.patience_seconds)
        faults = await _wrong(year)
        if last.exitcode != 0:
            faults.append(f"the last process ended with {last.exitcode}")
            last.kill()
        return faults


async def _next_message(year: Year, process: Any) -> None:
    """Return as soon as something went out: it is not yet written down that it did."""
    end, sent = time.monotonic() + _LONGEST_SECONDS, _size(year)
    while process.is_alive() and time.monotonic() < end and _size(year) == sent:  # noqa: ASYNC110
        await asyncio.sleep(0)


def _size(year: Year) -> int:
    file = Path(year.messages)
    return file.stat().st_size if file.exists() else 0


async def _wrong(year: Year) -> list[str]:
    """What is wrong after a death."""
    async with opened(year) as db:
        async with db.read() as tx:
            found = [str(one) for one in await audit.breaches(tx)]
        return found if await db.is_sound() else [*found, "the file is damaged"]


@asynccontextmanager
async def opened(year: Year) -> AsyncIterator[Database]:
    """The database of the year, closed at the end."""
    db = Database(year.url)
    try:
        yield db
    finally:
        await db.close()


def messages(year: Year) -> list[dict[str, Any]]:
    """What was sent, in its order."""
    return [json.loads(line) for line in Path(year.messages).read_text("utf-8").splitlines()]


def repeated_unmarked(sent: list[dict[str, Any]]) -> list[str]:
    """Each message that came twice without a word that it might have."""
    first: set[str] = set()
    faults = []
    for one in sent:
        if one["key"] in first and not one["repeated"]:
            faults.append(f"sent twice, and not marked: {one['key']}")
        first.add(one["key"])
    return faults
