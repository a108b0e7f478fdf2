"""Hostile files: whatever they hold, each is read to its end, soon, in little memory."""

import json
import time
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.planted import plant as plant_fault
from bot.domain.tasks import Content
from bot.formats.reading import Reader, Taken
from bot.services.imports import CHAT
from bot.texts import FOLDER
from tests.hostile_files import Forger, Hostile

MOST_MB, MOST_SECONDS = 256, 5.0
# How few and how many responses, and whether replies are judged: those of the packaged schemes.
SHAPES = (((2, 2), False), ((2, 2), False), ((1, 1), False), ((2, 5), False), ((0, 0), False),
          ((0, 0), True))  # fmt: skip
# So long may the facts of a fault be, for a message of many faults to fit.
LONGEST_FACT = 300
TOLD = {
    line.partition(" =")[0]
    for file in (FOLDER / "en").glob("*.ftl")
    for line in file.read_text("utf-8").splitlines()
    if line.startswith("fault-")
}
MOST_TOLD, TELL_EVERY = 10, 1_000


async def imports(folder: Path, *, rounds: int, seed: int, plant: str | None) -> dict[str, Any]:
    """So many files, each read as an import by chat is."""
    del folder
    plant_fault(plant)
    began = time.monotonic()
    failures = rows = good = 0
    slowest = most_mb = 0.0
    for number in range(rounds):
        hostile = forged(seed, number)
        found = Read(hostile, Random(f"{seed}:{number}:shape"))
        rows, good = rows + found.rows, good + found.good
        slowest, most_mb = max(slowest, found.seconds), max(most_mb, found.peak_mb)
        failures += bool(found.faults)
        if found.faults and failures <= MOST_TOLD:
            print(f"FAULT file {number} ({hostile.how}): {'; '.join(found.faults[:3])}")
        if (number + 1) % TELL_EVERY == 0:
            print(f"{number + 1} files, {failures} of them at fault, {most_mb:.0f} MB", flush=True)
    return {"files": rounds, "rows": rows, "good": good, "slowest_s": round(slowest, 2),
            "peak_mb": round(most_mb, 1), "seconds": round(time.monotonic() - began, 1),
            "failures": failures}  # fmt: skip


def forged(seed: int, number: int) -> Hostile:
    """The file of that number: the same one for the same seed."""
    return Forger(Random(f"{seed}:{number}")).file()


class Read:
    """What reading one file came to, and what was wrong with that."""

    def __init__(self, hostile: Hostile, random: Random) -> None:
        self.faults: list[str] = []
        self.rows = self.good = 0
        responses, turns = random.choice(SHAPES)
        reader = Reader(hostile.name, hostile.body, responses=responses, turns=turns, limits=CHAT)
        forget_peak()
        began = time.process_time()
        try:
            for taken in reader:
                self._look(taken)
        except Exception as error:  # noqa: BLE001 - that is what is looked for
            self.faults.append(f"{type(error).__name__}: {str(error)[:200]}")
        self.seconds = time.process_time() - began
        self.rows = reader.rows
        if self.seconds > MOST_SECONDS:
            self.faults.append(f"took {self.seconds:.1f} s")
        self.peak_mb = peak_mb()
        if self.peak_mb > MOST_MB:
            self.faults.append(f"took {self.peak_mb:.0f} MB")

    def _look(self, taken: Taken) -> None:
        """A row is an item that can be stored and shown, or faults that can be told."""
        if (taken.item is None) == (not taken.faults):
            self.faults.append(f"line {taken.line} is neither an item nor a fault")
        for fault in taken.faults:
            facts = [fault.field, *map(str, fault.facts.values())]
            if f"fault-{fault.code}" not in TOLD or max(map(len, facts)) > LONGEST_FACT:
                self.faults.append(f"line {taken.line}: {fault.code} cannot be told")
        if taken.item is not None:
            self.good += 1
            item = taken.item
            content = Content(item.prompt, item.responses, item.context).to_json()
            stored = [item.id, content, item.gold, item.metadata, item.predictions]
            try:
                json.dumps(stored, allow_nan=False, ensure_ascii=False).encode()
            except ValueError as error:
                self.faults.append(f"line {taken.line} cannot be stored: {error}")


def peak_mb() -> float:
    """The most that this process held since that was last forgotten."""
    status = Path("/proc/self/status").read_text("ascii")
    (peak,) = (line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))
    return int(peak) / 1024


def forget_peak() -> None:
    """Count from here on: neither what came before nor the making of the file is meant."""
    Path("/proc/self/clear_refs").write_text("5", "ascii")
