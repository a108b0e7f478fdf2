"""Whether each live connection tells the disk before it tells us: what power loss would find out.

A kill leaves to the operating system what was written; only a power cut loses it. So the settings
themselves are read back from every connection of a running bot.
"""

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

from benchmarks.claims import at_work
from benchmarks.place import place
from benchmarks.planted import plant as plant_fault
from storage.database import Database, Tx

# SQLite's own numbers: 2 is FULL.
WANTED: dict[str, int | str] = {"synchronous": 2, "journal_mode": "wal", "foreign_keys": 1}
READERS = 4


async def syncs(folder: Path, *, rounds: int, seed: int, plant: str | None) -> dict[str, Any]:
    """Read the settings of the writing and of all reading connections, so many times."""
    plant_fault(plant)
    faults: list[str] = []
    looked = 0
    async with place(folder, people=1, work=(), seed=seed) as made, at_work(made) as bot:
        for _ in range(rounds):
            async with bot.db.begin() as tx:
                faults += await _wrong("writer", tx)
            faults += await _readers(bot.db)
            looked += 1 + READERS
    for fault in sorted(set(faults)):
        print(f"  FAULT {fault}", flush=True)
    return {"connections": looked, "failures": len(faults)}


async def _readers(db: Database) -> list[str]:
    """All readers at once, so that the pool has to show every one."""
    async with AsyncExitStack() as open_:
        readers = [await open_.enter_async_context(db.read()) for _ in range(READERS)]
        found = await asyncio.gather(*(_wrong("reader", tx) for tx in readers))
    return [wrong for each in found for wrong in each]


async def _wrong(which: str, tx: Tx) -> list[str]:
    wrong = []
    for pragma, wanted in WANTED.items():
        found = (await tx.exec_driver_sql(f"PRAGMA {pragma}")).scalar()
        if found != wanted:
            wrong.append(f"{which}: {pragma} is {found}, not {wanted}")
    return wrong
