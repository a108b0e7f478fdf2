"""End the bot at each named point, once: nothing that was acknowledged may be lost."""

import time
from pathlib import Path
from typing import Any

from benchmarks.child import Nursery
from benchmarks.crashpoints import ARRIVING, CRASHED, POINTS, preferred
from benchmarks.trial import Trial, trial

# A point is met within a few taps; who has not met it by then never will.
REACH_SECONDS = 25.0


async def crashpoints(
    folder: Path, *, rounds: int, seed: int, plant: str | None
) -> dict[str, Any]:
    """Every point once, whatever number of rounds is asked for; then all work is finished.

    A bot that starts after a crash at one point ends at the next one, so each repair is itself cut
    short now and then.
    """
    del rounds
    began = time.monotonic()
    async with (
        trial(folder, seed=seed) as under,
        Nursery(under.place.env, under.place.log) as nursery,
    ):
        reached = 0
        for point in POINTS:
            reached += await _crash_at(under, nursery, point, plant)
            if plant and under.faults:
                break
        if not (plant and under.faults):
            await nursery.start(plant)
            await under.finish()
            await nursery.kill()
            await under.examine()
        return {
            "rounds": len(POINTS), "points": len(POINTS), "reached": reached, **under.figures(),
            "seconds": round(time.monotonic() - began, 1), "failures": len(under.faults),
        }  # fmt: skip


async def _crash_at(under: Trial, nursery: Nursery, point: str, plant: str | None) -> bool:
    if point.rsplit(":", maxsplit=1)[-1] in ARRIVING:
        under.place.newcomer()
        under.employ()
    for hand in under.hands:
        hand.prefer = preferred(point)
    began = time.monotonic()
    await nursery.start(f"crash:{point}{f'+{plant}' if plant else ''}")
    try:
        status = await nursery.ended(REACH_SECONDS)
    except TimeoutError:
        under.found([f"the point was never reached: {point}"])
        status = await nursery.kill()
    await under.examine()
    print(f"{point}: {time.monotonic() - began:.1f} s", flush=True)
    if status not in (CRASHED, -9):
        under.found([f"the bot ended by itself with status {status}: {point}"])
    return status == CRASHED
