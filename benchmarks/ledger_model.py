"""Money in any order: the model of `tests/services/test_ledger_model.py`, for long, seed by seed.

Rounds are runs of 100 steps. Every ten of them have a seed of their own, by turns on SQLite and
PostgreSQL, so that a long soak can be cut short and gone on with from the seed that it reached.
"""

import asyncio
import logging
import time
import traceback
from pathlib import Path
from typing import Any

from hypothesis import seed as seeded
from hypothesis.stateful import run_state_machine_as_test

from benchmarks.planted import plant as plant_fault

STEPS = 100
# The first run of a seed is always the simplest one there is, so a seed has more than one.
TOGETHER = 10


async def ledger(folder: Path, *, rounds: int, seed: int, plant: str | None) -> dict[str, Any]:
    """So many runs of 100 steps, the books audited after each step; stops at the first fault."""
    del folder
    plant_fault(plant)
    # What is made to fail in a run would be logged each time.
    logging.disable(logging.CRITICAL)
    began = time.monotonic()
    reached, next_seed, failures = await asyncio.to_thread(_run, rounds, seed, plant is None)
    return {"reached": reached, "next_seed": next_seed, "steps": reached * STEPS,
            "seconds": round(time.monotonic() - began, 1), "failures": failures}  # fmt: skip


def _run(rounds: int, seed: int, shrink: bool) -> tuple[int, int, int]:
    from tests.services.ledger_outgoing import MoneyGoesOut
    from tests.services.test_ledger_model import OnPostgres
    from tests.services.test_model import profile

    reached = 0
    while reached < rounds:
        machine = (OnPostgres, MoneyGoesOut)[seed % 2]
        runs = min(TOGETHER, rounds - reached)
        try:
            run_state_machine_as_test(
                seeded(seed)(machine), settings=profile(runs, STEPS, fixed=False, shrink=shrink)
            )
        except Exception:  # noqa: BLE001 - whatever the model found, it is told and counted
            traceback.print_exc()
            return reached, seed, 1
        reached, seed = reached + runs, seed + 1
        print(f"{reached} rounds without a fault; the next seed is {seed}", flush=True)
    return reached, seed, 0
