"""Random Markdown and Unicode: is what a contractor would read all that the source says?"""

import time
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.planted import plant as plant_fault

# Of three documents one is noise, of which only the shape can be promised.
NOISE_EVERY = 3
MOST_TOLD = 10
TELL_EVERY = 10_000


async def reading(folder: Path, *, rounds: int, seed: int, plant: str | None) -> dict[str, Any]:
    """So many documents, each laid out, measured, and read back against its source."""
    del folder
    plant_fault(plant)
    from tests.delivered import faults_of

    began = time.monotonic()
    failures = longest = 0
    slowest = 0.0
    for number in range(rounds):
        made = written(seed, number)
        longest = max(longest, len(made.source))
        start = time.monotonic()
        faults = faults_of(made)
        slowest = max(slowest, time.monotonic() - start)
        failures += bool(faults)
        if faults and failures <= MOST_TOLD:
            print(f"FAULT document {number}: {'; '.join(faults)}: {made.source[:400]!r}")
        if (number + 1) % TELL_EVERY == 0:
            print(f"{number + 1} documents, {failures} of them at fault", flush=True)
    return {"longest": longest, "slowest_ms": round(1000 * slowest),
            "seconds": round(time.monotonic() - began, 1), "failures": failures}  # fmt: skip


def written(seed: int, number: int) -> Any:
    """The document of that number: the same one for the same seed."""
    from tests.markdown_writer import Writer

    writer = Writer(Random(f"{seed}:{number}"))
    return writer.noise() if number % NOISE_EVERY == 0 else writer.document()
