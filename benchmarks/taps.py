"""What a tap costs, and how long the next task takes to be there."""

import asyncio
import os
import time
from collections.abc import Callable
from pathlib import Path
from statistics import quantiles
from typing import Any

from benchmarks.child import Nursery
from benchmarks.place import Place, Work, place
from sandbox import Message, Person

CROWD, READERS = 16, 4
SIZE = 20
LATENCY_SECONDS = 0.1
# People read before they tap; they are not the crowd that measures the rate.
READING_SECONDS = 0.3
WAIT_SECONDS = 60.0


async def taps(folder: Path) -> dict[str, Any]:
    """The rate of a crowd without pauses, then the wait of a few readers 100 ms away."""
    return {**await _rate(_sub(folder, "rate")), **await _waits(_sub(folder, "waits"))}


def _sub(folder: Path, name: str) -> Path:
    made = folder / name
    made.mkdir()
    return made


async def _rate(folder: Path) -> dict[str, Any]:
    """Taps a second, end to end, and the CPU time of the bot for each."""
    work = (Work("short", tasks=SIZE, overlap=CROWD, size=SIZE),)
    async with (
        place(folder, people=CROWD, work=work, seed=1) as made,
        Nursery(made.env, folder / "bot.log") as nursery,
    ):
        await nursery.start()
        cards = await asyncio.gather(*(_first_card(made, 0, one) for one in made.people))
        cpu, began = _cpu_seconds(nursery.pid), time.perf_counter()
        await asyncio.gather(
            *(_job(one, card, 0.0) for one, card in zip(made.people, cards, strict=True))
        )
        spent = time.perf_counter() - began
        cpu = _cpu_seconds(nursery.pid) - cpu
    count = CROWD * SIZE
    return {"taps": count, "people": CROWD, "taps_per_second": round(count / spent, 1),
            "cpu_ms_per_tap": round(1000 * cpu / count, 2)}  # fmt: skip


async def _waits(folder: Path) -> dict[str, Any]:
    """Seconds from a tap to the first message of the next task, short ones and long ones."""
    work = (
        Work("short", tasks=SIZE, overlap=READERS, size=SIZE),
        Work("long", tasks=4, overlap=READERS, size=4, long=True),
    )
    found: dict[str, Any] = {"latency_ms": round(1000 * LATENCY_SECONDS)}
    async with (
        place(folder, people=READERS, work=work, seed=1, latency=LATENCY_SECONDS) as made,
        Nursery(made.env, folder / "bot.log") as nursery,
    ):
        await nursery.start()
        for index, one in enumerate(work):
            cards = await asyncio.gather(*(_first_card(made, index, p) for p in made.people))
            jobs = (_job(p, card, READING_SECONDS)
                    for p, card in zip(made.people, cards, strict=True))  # fmt: skip
            waits = [wait for job in await asyncio.gather(*jobs) for wait in job]
            cuts = quantiles(waits, n=20, method="inclusive")
            found |= {f"{one.key}_waits": len(waits), f"{one.key}_p50_seconds": round(cuts[9], 3),
                      f"{one.key}_p95_seconds": round(cuts[18], 3)}  # fmt: skip
    return found


async def _first_card(made: Place, index: int, person: Person) -> Message:
    await person.tap(made.cards[index], "Claim", wait=WAIT_SECONDS)
    return await person.expect(_with_answers_to(1), timeout=WAIT_SECONDS)


def _with_answers_to(position: int) -> Callable[[Message], bool]:
    def fits(message: Message) -> bool:
        rates = any((button.data or "").startswith("a:") for button in message.buttons)
        return rates and message.content.startswith(f"Task {position} of")

    return fits


def _beginning(head: str) -> Callable[[Message], bool]:
    return lambda message: message.content.startswith(head)


async def _job(person: Person, card: Message, pause: float) -> list[float]:
    """Rate a whole job; the waits between its tasks, in seconds."""
    waits = []
    size = int(card.content.split(maxsplit=4)[3])
    for position in range(1, size + 1):
        await asyncio.sleep(pause)
        began = time.perf_counter()
        shown = asyncio.create_task(
            person.expect(_beginning(f"Task {position + 1} of"), timeout=WAIT_SECONDS)
        )
        data = next(b.data for b in card.buttons if b.data and b.data.startswith("a:"))
        tapped = asyncio.create_task(person.tap_data(card, data, wait=WAIT_SECONDS))
        if position < size:
            await shown
            waits.append(time.perf_counter() - began)
            await tapped
            card = await person.expect(_with_answers_to(position + 1), timeout=WAIT_SECONDS)
        else:
            shown.cancel()
            await tapped
    return waits


def _cpu_seconds(pid: int) -> float:
    """The CPU time that the process has used, in user and system mode."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
