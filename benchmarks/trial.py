"""One long trial of a hall: people at work, a bot that dies and is born again, what must hold."""

import asyncio
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from benchmarks import stored
from benchmarks.hands import Hand
from benchmarks.place import Place, Work, place
from benchmarks.told import Ledger
from bot import setting_addresses as address
from storage.database import Database
from tests.invariants import broken, changeable

QUIET_SECONDS = 60.0
FINISH_SECONDS = 40.0
LOOK_SECONDS = 0.2
# What a dead process wrote to its sockets is read here a moment later.
LAST_WORDS_SECONDS = 0.02

# Short tasks, which replace each other in place, and long ones, which come in parts.
WORK = (Work("short", tasks=900), Work("long", tasks=60, size=1, long=True))
PEOPLE = 10


@dataclass
class Trial:
    """A place, its people, and the bot that is killed; `faults` is all that did not hold."""

    place: Place
    random: Random
    ledger: Ledger
    hands: list[Hand] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    _tasks: list[asyncio.Task[None]] = field(default_factory=list)

    def employ(self) -> None:
        """Set everybody to work who is in the place and does not work yet."""
        for person in self.place.people[len(self.hands) :]:
            hand = Hand(person, self.place, Random(self.random.random()))
            self.hands.append(hand)
            self._tasks.append(asyncio.create_task(hand.work()))

    async def dismiss(self) -> None:
        """Let everybody stop."""
        for task in self._tasks:
            task.cancel()
        for ended in await asyncio.gather(*self._tasks, return_exceptions=True):
            if isinstance(ended, Exception):
                self.found([f"a person could not go on: {ended!r}"])
        self._tasks.clear()

    def found(self, faults: list[str]) -> None:
        """Take faults down that are new, and print them."""
        for fault in faults:
            if fault not in self.faults:
                print(f"  FAULT {fault}", flush=True)
                self.faults.append(fault)

    async def examine(self) -> None:
        """Every invariant, and every promise made to somebody; with the bot down on SQLite."""
        await asyncio.sleep(LAST_WORDS_SECONDS)
        self.ledger.read()
        async with self._opened() as db:
            self.found(await broken(db))
            self.found(await changeable(db))
            self.found(await self.ledger.check(db))
        for hand in self.hands:
            self.found(hand.faults)
            hand.faults.clear()

    def _opened(self) -> AbstractAsyncContextManager[Database]:
        database, folder = self.place.database, self.place.folder
        if "://" in database:
            return live(database)
        return copied(Path(database), folder / "examined.sqlite")

    async def finish(self) -> None:
        """With a bot up: the screens are true, all work ends, everybody has a way on."""
        await self._pause()
        async with live(self.place.database) as db:
            if not await _until(db, stored.is_quiet, QUIET_SECONDS):
                self.found(["the bot does not come to rest", *await stored.unrest(db)])
            self.found(await stored.without_card(db, self.place.people))
            for hand in self.hands:
                hand.resting, hand.prefer = True, ("a", "u")
                self._tasks.append(asyncio.create_task(hand.work()))
            if not await _until(db, stored.is_over, FINISH_SECONDS):
                self.found(["work does not end", *await stored.unfinished(db)])
            await self.dismiss()
            await _until(db, stored.is_quiet, QUIET_SECONDS)
            self.found(await stored.set_aside(db))
        self.found([fault for hand in self.hands if (fault := hand.stranded())])
        self.found(logged(self.place.log))
        refused = {f"{no.method}: {no.description}" for no in self.place.sandbox.refused_calls()}
        refused = {one for one in refused if not any(late in one for late in LATE)}
        self.found([f"refused by Telegram: {one}" for one in sorted(refused)])

    async def _pause(self) -> None:
        """Let the tap that each has begun be answered, then stop."""
        for hand in self.hands:
            hand.paused = True
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=QUIET_SECONDS)
        await self.dismiss()
        for hand in self.hands:
            hand.paused = False

    def figures(self) -> dict[str, Any]:
        """What was done, in numbers."""
        return {
            "taps": sum(hand.taps for hand in self.hands),
            "answered": sum(hand.answered for hand in self.hands),
            "acknowledged": self.ledger.acknowledged,
        }


# What a bot meets that comes back late: a tap that the dead one answered, an edit that it made.
LATE = ("query is too old", "message is not modified")


async def _until(db: Database, test: Any, seconds: float) -> bool:
    """Whether the test comes true within that time."""
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    while loop.time() < end:
        if await test(db):
            return True
        await asyncio.sleep(LOOK_SECONDS)
    return False


@asynccontextmanager
async def trial(folder: Path, *, seed: int, database: str | None = None) -> AsyncIterator[Trial]:
    """A place with people at work, and no bot yet."""
    async with place(folder, people=PEOPLE, work=WORK, seed=seed, database=database) as made:
        under = Trial(made, Random(seed), Ledger(made.sandbox))
        under.employ()
        try:
            yield under
        finally:
            await under.dismiss()


@asynccontextmanager
async def live(database: str) -> AsyncIterator[Database]:
    """The database, named as the settings name it, beside the bot that works on it."""
    db = Database(address.database(database))
    try:
        yield db
    finally:
        await db.close()


@asynccontextmanager
async def copied(original: Path, copy: Path) -> AsyncIterator[Database]:
    """The database as the dead process left it; the original is left for the next one."""
    _remove(copy)
    for suffix in ("", "-wal"):
        with suppress(FileNotFoundError):
            shutil.copy(f"{original}{suffix}", f"{copy}{suffix}")
    async with live(str(copy)) as db:
        yield db


def logged(log: Path) -> list[str]:
    """Errors that the bots logged, each with what raised it."""
    lines = log.read_text().splitlines() if log.exists() else []
    wrong = [line.split(" ", 1)[-1] for line in lines if " ERROR " in line or " CRITICAL " in line]
    raised = [line for line in lines if re.match(r"[\w.]+(Error|Exception)\b", line)]
    return [f"logged: {line}" for line in sorted({*wrong, *raised})]


def _remove(file: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        Path(f"{file}{suffix}").unlink(missing_ok=True)
