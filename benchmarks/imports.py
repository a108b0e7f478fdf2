"""What an import of a million tasks costs: rows a second, memory, and what others wait for."""

import asyncio
import json
import os
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from statistics import quantiles
from typing import Any

from sqlalchemy import String, func, select
from sqlalchemy import cast as as_type

from benchmarks.scale import copies
from bot.domain.calls import Call
from bot.domain.people import Arrival, Standing
from bot.domain.rules import Rules
from bot.services import claims, projects
from storage.database import Database
from storage.migrate import upgrade
from storage.schema import people, tasks
from storage.schema import projects as project_rows
from tests.services.builders import Hall, item, new_project

TASKS, SHORT = 1_000_000, 3_000
CLAIMANTS, BETWEEN_S = 4_000, 0.1
WORDS = "the quick answer says that water boils at a hundred degrees and cools when left alone"


async def import_(folder: Path, *, short: bool = False) -> dict[str, Any]:
    """The command in a process of its own, while people claim jobs of another project."""
    many = SHORT if short else TASKS
    file = folder / "tasks.jsonl"
    await asyncio.to_thread(_write, file, many)
    found: dict[str, Any] = {"tasks": many, "file_mb": round(file.stat().st_size / 1e6, 1)}
    found |= await _measured(f"sqlite+aiosqlite:///{folder / 'imports.sqlite'}", file, many)
    file.with_name("imports.sqlite").unlink()
    async with postgres() as url:
        on_postgres = await _measured(url, file, many)
    return found | {f"postgres_{name}": figure for name, figure in on_postgres.items()}


def _write(file: Path, many: int) -> None:
    """Pairs of about 700 characters, no two of them alike."""
    texts = [" ".join(Random(seed).choices(WORDS.split(), k=45)) for seed in range(101)]
    with file.open("w", encoding="utf-8") as out:
        for number in range(many):
            first, second = texts[number % 101], texts[(number * 7 + 3) % 101]
            task = {
                "id": f"task-{number}", "prompt": f"Question {number}: {first[:80]}?",
                "responses": [{"id": "a", "text": f"{first} {number}.", "model": "north"},
                              {"id": "b", "text": f"{second} or {number}.", "model": "south"}],
                "language": "en", "metadata": {"row": number},
            }  # fmt: skip
            out.write(json.dumps(task) + "\n")
        # What is still on its way to the disk would hold up the first commits.
        out.flush()
        os.fsync(out.fileno())


async def _measured(url: str, file: Path, many: int) -> dict[str, Any]:
    db = Database(url)
    try:
        call, who = await _hall(db, min(many, CLAIMANTS))
        waits = await _import(db, url, file, call, who)
        async with db.read() as tx:
            open_ = select(func.count(), func.sum(tasks.c.open_slots)).where(
                tasks.c.state == "open", tasks.c.project_id == _bulk()
            )
            count, missing = (await tx.execute(open_)).one()
            slots = select(project_rows.c.open_slots).where(project_rows.c.id == _bulk())
            if (count, missing) != (many, (await tx.execute(slots)).scalar_one()):
                raise RuntimeError(f"{count} of {many} tasks are open, missing {missing}")
    finally:
        await db.close()
    seconds, peak_mb, _ = waits.pop("took")
    return {"rows_per_second": round(many / seconds), "seconds": round(seconds, 1),
            "peak_mb": round(peak_mb, 1), **waits}  # fmt: skip


def _bulk() -> Any:
    return select(project_rows.c.id).where(project_rows.c.key == "bulk").scalar_subquery()


async def _hall(db: Database, claimants: int) -> tuple[Call, list[int]]:
    """A project to import into, and one from which people claim meanwhile."""
    await upgrade(db)
    hall, now = Hall(db), datetime.now(UTC)
    await projects.create(db, new_project("bulk"), by=None, cause=None, now=now)
    await projects.create(db, new_project("pairs", overlap=20, tasks_per_job=5), by=None,
                          cause=None, now=now)  # fmt: skip
    await hall.publish("pairs", *(item(f"t{n}") for n in range(claimants // 4)))
    call = await hall.call()
    async with db.begin() as tx:
        boss = (await tx.execute(select(people))).first()
        await copies(tx, people, boss, claimants, {
            "telegram_id": lambda i: i + 10_000_000, "pseudonym": lambda i: as_type(i, String),
            "arrival": Arrival.done, "standing": Standing.good,
        })  # fmt: skip
        rows = await tx.execute(select(people.c.id).where(people.c.telegram_id > 10_000_000))
        return call, list(rows.scalars())


async def _import(
    db: Database, url: str, file: Path, call: Call, who: list[int]
) -> dict[str, Any]:
    """Run the command; claim a job every now and then, and measure how long each takes."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.one_command", "import", "bulk", str(file),
        env=os.environ | {"HIRINGHALL_DATABASE": url}, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    ended = asyncio.ensure_future(process.communicate())
    spent: list[float] = []
    while who and not ended.done():
        began = time.perf_counter()
        await claims.claim(
            db, number=call.number, person_id=who.pop(), cause=f"c{len(who)}",
            now=datetime.now(UTC), rules=Rules(), random=Random(len(who)),
        )  # fmt: skip
        spent.append(time.perf_counter() - began)
        await asyncio.wait([ended], timeout=BETWEEN_S)
    said, _ = await ended
    took = json.loads(said.splitlines()[-1])
    cuts = quantiles(spent, n=100, method="inclusive")
    return {"took": took, "claims": len(spent), "claim_p50_ms": round(1000 * cuts[49], 1),
            "claim_p99_ms": round(1000 * cuts[98], 1),
            "claim_slowest_ms": round(1000 * max(spent), 1)}  # fmt: skip


@asynccontextmanager
async def postgres() -> AsyncIterator[str]:
    from tests import postgres_server

    name = await postgres_server.make_database(safe=True)
    try:
        yield postgres_server.address(name, safe=True)
    finally:
        await postgres_server.drop_database(name, safe=True)
