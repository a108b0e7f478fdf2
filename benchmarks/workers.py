"""Kill one process of several after the other: two for the web, one that sends, on PostgreSQL.

The others go on meanwhile: what a dead one had begun is finished by them, and nothing is lost.
"""

import asyncio
import socket
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from random import Random
from typing import Any

from benchmarks import stored
from benchmarks.child import Nursery
from benchmarks.trial import Trial, live, trial
from tests import postgres_server

PROCESSES = (("first web", "web"), ("second web", "web"), ("worker", "worker"))
# How long all work together before the next one dies, and how long that one stays dead. The
# second can be longer than a lease, so that the others take over before it is back.
TOGETHER_SECONDS = 1.5
DEAD_SECONDS = 8.0
SOON_SECONDS = 0.5
LONG_DEAD = 4
SECRET = "a-secret-of-the-soak"  # noqa: S105 - of a server on the loopback that ends with the run


async def workers(folder: Path, *, rounds: int, seed: int, plant: str | None) -> dict[str, Any]:
    """So many rounds in each of which every process is killed once; then all work is finished."""
    began = time.monotonic()
    database = postgres_server.address(await postgres_server.make_database(safe=True), safe=True)
    database = database.replace("+asyncpg", "")
    kills = 0
    async with trial(folder, seed=seed, database=database) as under, _staff(under) as staff:
        for nursery in staff:
            await nursery.start(plant)
        for number in range(1, rounds + 1):
            for nursery in staff:
                await _kill(nursery, under.random, plant)
                kills += 1
            await under.examine()
            print(f"round {number}: {under.figures()}", flush=True)
            if plant and under.faults:
                break
        if not (plant and under.faults):
            await under.finish()
            await under.examine()
        async with live(database) as db:
            counts = await stored.counts(db)
        for nursery in staff:
            await nursery.kill()
        return {"kills": kills, **under.figures(), **counts,
                "seconds": round(time.monotonic() - began, 1),
                "failures": len(under.faults)}  # fmt: skip


async def _kill(nursery: Nursery, random: Random, plant: str | None) -> None:
    await asyncio.sleep(random.uniform(0, TOGETHER_SECONDS))
    await nursery.kill()
    longest = DEAD_SECONDS if random.randrange(LONG_DEAD) == 0 else SOON_SECONDS
    await asyncio.sleep(random.uniform(0, longest))
    await nursery.start(plant)


@asynccontextmanager
async def _staff(under: Trial) -> AsyncIterator[list[Nursery]]:
    """One place of birth for each process; the web ones stand behind one address."""
    ports = [_free_port() for _ in PROCESSES]
    urls = [f"http://127.0.0.1:{port}" for port in ports]
    under.place.sandbox.spread(
        [url for url, (_, role) in zip(urls, PROCESSES, strict=True) if role == "web"]
    )
    async with AsyncExitStack() as stack:
        staff = []
        for port, (_, role) in zip(ports, PROCESSES, strict=True):
            env = under.place.env | {
                "HIRINGHALL_WEBHOOK_URL": f"{urls[0]}/telegram",
                "HIRINGHALL_WEBHOOK_SECRET": SECRET,
                "HIRINGHALL_LISTEN": f"127.0.0.1:{port}",
            }
            nursery = Nursery(env, under.place.log, "--role", role)
            staff.append(await stack.enter_async_context(nursery))
        yield staff


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
