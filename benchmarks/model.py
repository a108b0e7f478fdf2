"""Do anything to a hall in any order: the model of `tests/services/test_model.py`, for long."""

import asyncio
import time
import traceback
from pathlib import Path
from typing import Any

from hypothesis import seed as seeded
from hypothesis.stateful import run_state_machine_as_test

from benchmarks.planted import plant as plant_fault

STEPS = 50


async def model(folder: Path, *, rounds: int, seed: int, plant: str | None) -> dict[str, Any]:
    """So many runs of 50 steps each, every invariant after each step."""
    del folder
    plant_fault(plant)
    began = time.monotonic()
    # Shrinking to the shortest way there is for faults that nobody planted. The model has an
    # event loop of its own, which cannot run inside of this one.
    failures = await asyncio.to_thread(_run, rounds, seed, plant is None)
    return {"steps": rounds * STEPS, "seconds": round(time.monotonic() - began, 1),
            "failures": failures}  # fmt: skip


def _run(rounds: int, seed: int, shrink: bool) -> int:
    from tests.services.test_model import WholeHall, profile

    try:
        run_state_machine_as_test(
            seeded(seed)(WholeHall), settings=profile(rounds, STEPS, fixed=False, shrink=shrink)
        )
    except Exception:  # noqa: BLE001 - whatever the model found, it is told and counted
        traceback.print_exc()
        return 1
    return 0
