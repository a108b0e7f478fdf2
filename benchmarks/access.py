"""Everybody tries every button and command on what is not theirs, with arguments by chance."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.planted import plant as plant_fault
from bot.domain.people import ANONYMOUS_IDS
from handlers.routes import COMMANDS
from storage.database import Database
from storage.migrate import upgrade
from tests.rights.desk import Desk, desk
from tests.rights.scene import furnish
from tests.rights.walk import Walk, group_of
from tests.services.builders import Hall

BOT_ID = 4242


@asynccontextmanager
async def walking(folder: Path, seed: int) -> AsyncIterator[Walk]:
    """A full hall on a database of its own, and the people who try."""
    db = Database(f"sqlite+aiosqlite:///{folder / 'hall.db'}")
    await upgrade(db)
    await db.bind(BOT_ID)
    try:
        async with desk(folder, db, Hall(db)) as made:
            yield Walk(made, await furnish(made), Random(seed))
    finally:
        await db.close()


async def access(folder: Path, *, rounds: int, seed: int, plant: str | None) -> dict[str, Any]:
    """So many halls; in each all that anybody could try, and what they were told of it."""
    began, tried, faults = time.monotonic(), 0, list[str]()
    for number in range(rounds):
        with TemporaryDirectory(dir=folder) as own:
            walk = await _round(Path(own), seed + number, plant if number == 0 else None)
        tried, faults = tried + walk.tried, faults + walk.faults
        print(f"round {number + 1}: {walk.tried} tried, {len(walk.faults)} faults", flush=True)
        if faults:
            break
    for fault in faults[:20]:
        print(f"  FAULT {fault[:400]}", flush=True)
    seconds = round(time.monotonic() - began, 1)
    return {"tried": tried, "seconds": seconds, "failures": len(faults)}


async def _round(folder: Path, seed: int, plant: str | None) -> Walk:
    """One hall; the fault is planted after the scene was set by people who may."""
    async with walking(folder, seed) as walk:
        plant_fault(plant)
        place = group_of(walk.desk, list(walk.scene.who.values()))
        await walk.commands()
        if walk.faults:
            return walk
        await walk.commands(place)
        await walk.buttons(walk.random.randrange(100), 1)
        walk.faults += [*await walk.told(), *walk.desk.failed]
        walk.faults += await _anonymous(walk.desk, walk)
        return walk


async def _anonymous(at: Desk, walk: Walk) -> list[str]:
    """What came of commands under the ids that many share."""
    place = group_of(at, [walk.scene.who["contractor"]])
    before = at.census()
    for shared in sorted(ANONYMOUS_IDS):
        user = {"id": shared, "is_bot": True, "first_name": "Group"}
        for command in COMMANDS:
            await at.write(user, f"/{command.name} pairs", place)
            walk.tried += 1
    now = at.census()
    return [f"{name} changed for nobody" for name in now if now[name] != before[name]]
