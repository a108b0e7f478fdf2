"""Kill the bot at random moments of traffic: nothing that was acknowledged may be lost."""

import asyncio
import time
from pathlib import Path
from random import Random
from typing import Any

from benchmarks import stored
from benchmarks.child import PATIENCE_SECONDS, Nursery, cold_start
from benchmarks.trial import Trial, live, trial
from sandbox import Sandbox
from sandbox.world import Event

# From the first answer of a bot to its end.
LONGEST_LIFE_SECONDS = 1.0
# Until then it is busy with starting.
START_SECONDS = 0.6
# One in so many dies before it has said anything, and one in so many is started cold.
STILLBORN = 8
COLD = 10
NEWCOMER = 5


async def kill(folder: Path, *, rounds: int, seed: int, plant: str | None) -> dict[str, Any]:
    """So many rounds of traffic, death, and examination; then all work is finished."""
    began = time.monotonic()
    async with (
        trial(folder, seed=seed) as under,
        Nursery(under.place.env, under.place.log) as nursery,
    ):
        for number in range(1, rounds + 1):
            await _round(under, nursery, number, plant)
            if plant and under.faults:
                break
        # A planted fault that was seen has been caught; its ruins need not be cleared.
        if not (plant and under.faults):
            await nursery.start(plant)
            await under.finish()
            await nursery.kill()
            await under.examine()
        async with live(under.place.database) as db:
            counts = await stored.counts(db)
        seconds = round(time.monotonic() - began, 1)
        return {"kills": number, **under.figures(), **counts, "seconds": seconds,
                "failures": len(under.faults)}  # fmt: skip


async def _round(under: Trial, nursery: Nursery, number: int, plant: str | None) -> None:
    if number % NEWCOMER == 0:
        under.place.newcomer()
        under.employ()
    if number % COLD == 0 and plant is None:
        await _cold_life(under)
    else:
        await nursery.start(plant)
        await _live(under.place.sandbox, under.random)
        await nursery.kill()
    await under.examine()
    print(f"round {number}: {under.figures()}", flush=True)


async def _cold_life(under: Trial) -> None:
    process = await cold_start(under.place.env, under.place.log)
    await _live(under.place.sandbox, under.random)
    process.kill()
    await process.wait()


async def _live(sandbox: Sandbox, random: Random) -> None:
    """Let the bot work until a random moment, which may be one of its start."""
    if random.randrange(STILLBORN) == 0:
        await asyncio.sleep(random.uniform(0, START_SECONDS))
        return
    await _first_answer(sandbox)
    await asyncio.sleep(random.uniform(0, LONGEST_LIFE_SECONDS))


async def _first_answer(sandbox: Sandbox) -> None:
    answered = asyncio.Event()

    def heard(event: Event) -> None:
        if event.kind == "toast":
            answered.set()

    sandbox.listeners.append(heard)
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            await answered.wait()
    finally:
        sandbox.listeners.remove(heard)
