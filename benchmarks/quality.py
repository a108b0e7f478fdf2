"""What the nightly run over a large project costs: seconds, and what others wait for it."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import insert, select

from benchmarks.imports import postgres
from benchmarks.payrun import _peak_mb
from bot.computing import Compute
from bot.domain.calls import Call
from bot.services import measuring
from storage import measures
from storage.database import Database
from storage.migrate import upgrade
from storage.schema import assignments, causes, jobs, people, ratings, task_answers, tasks
from tests.services.builders import Hall

TASKS, RATERS, OVERLAP, SIZE = 33_334, 500, 3, 10
SHORT = 60
_AT_ONCE = 2_000
_TICK_S, _WRITE_S = 0.002, 0.05
_ANSWERS = (-3, -2, -1, 0, "both_bad", 1, 2, 3)


async def quality(folder: Path, *, short: bool = False) -> dict[str, Any]:
    """Votes of people who are right in 50 to 95 of 100 cases, measured on each engine."""
    many = SHORT if short else TASKS
    found: dict[str, Any] = {"tasks": many, "ratings": many * OVERLAP}
    found |= await _measured("sqlite", f"sqlite+aiosqlite:///{folder / 'quality.sqlite'}", many)
    async with postgres() as url:
        return found | await _measured("postgres", url, many)


async def _measured(engine: str, url: str, many: int) -> dict[str, Any]:
    db, compute = Database(url), Compute()
    try:
        project = await _filled(db, many)
        waits: dict[str, float] = {}
        async with _watched(db, waits):
            began = time.perf_counter()
            await measuring.measure(db, compute, project_id=project, now=datetime.now(UTC))
            seconds = time.perf_counter() - began
        async with db.read() as tx:
            (found,) = await measures.project(tx, project)
            answered = len((await tx.execute(select(task_answers.c.id))).all())
        if (found.ratings, answered) != (many * OVERLAP, many + SIZE):
            raise RuntimeError(f"{found.ratings} ratings measured, {answered} answers")
    finally:
        await compute.stop()
        await db.close()
    figures = {"seconds": round(seconds, 1), "alpha": found.alpha, "peak_mb": round(_peak_mb(), 1)}
    return {f"{engine}_{name}": value for name, value in (figures | waits).items()}


@asynccontextmanager
async def _watched(db: Database, waits: dict[str, float]) -> AsyncIterator[None]:
    """How long the loop stood still at most, and how long somebody's small write took.

    On a busy machine the loop also stands still because others have the processor; what it
    computed itself in one go is told apart.
    """
    stalls, busy, writes = [0.0], [0.0], [0.0]

    async def tick() -> None:
        while True:
            began, computed = time.perf_counter(), time.thread_time()
            await asyncio.sleep(_TICK_S)
            stalls.append(time.perf_counter() - began - _TICK_S)
            busy.append(time.thread_time() - computed)

    async def write() -> None:
        for number in range(1_000_000):
            await asyncio.sleep(_WRITE_S)
            began = time.perf_counter()
            async with db.begin() as tx:
                await tx.execute(insert(causes).values(cause=f"bench:{number}"))
            writes.append(time.perf_counter() - began)

    running = [asyncio.create_task(one()) for one in (tick, write)]
    try:
        yield
    finally:
        for one in running:
            one.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        writes.sort()
        waits |= {
            "longest_stall_ms": round(max(stalls) * 1000, 1),
            "longest_computing_ms": round(max(busy) * 1000, 1),
            "write_p95_ms": round(writes[int(len(writes) * 0.95)] * 1000, 1),
            "longest_write_ms": round(writes[-1] * 1000, 1),
        }


async def _filled(db: Database, many: int) -> int:
    """A hall with that project, each task rated by three of the people; ten more by one."""
    await upgrade(db)
    hall = Hall(db)
    project = await hall.project(tasks=SIZE, tasks_per_job=SIZE, overlap=OVERLAP)
    call: Call = await hall.call()
    await hall.finish(await hall.claim(call, await hall.person()))
    rows = {}
    for table in (people, tasks, jobs, assignments, ratings):
        first = (await hall.rows(table))[-1]
        rows[table.name] = dict(zip(table.columns.keys(), first, strict=True))
    async with db.begin() as tx:
        await _copies(tx, people, rows["people"], (
            {"id": 1000 + n, "telegram_id": 10**7 + n, "pseudonym": f"r{n}"} for n in range(RATERS)
        ))  # fmt: skip
        await _copies(tx, tasks, rows["tasks"], (
            {"id": 1000 + n, "external_id": f"x{n}", "open_slots": 0} for n in range(many)
        ))  # fmt: skip
        await _work(tx, rows, many)
    # As the first thing of a night does.
    await measures.look_over(db)
    return project.id


async def _work(tx: Any, rows: dict[str, Any], many: int) -> None:
    """Jobs of ten tasks, three people on each ten, who know the truth or not."""
    random = Random(1)
    work: list[Any] = []
    given: list[Any] = []
    made: list[Any] = []
    for block in range(0, many, SIZE):
        for person in random.sample(range(RATERS), OVERLAP):
            job = len(work) + 1000
            work.append({"id": job, "number": f"J{job}", "person_id": 1000 + person})
            for task in range(block, min(block + SIZE, many)):
                knows = random.random() < 0.5 + 0.45 * person / RATERS
                said = _ANSWERS[task % 8] if knows else random.choice(_ANSWERS)
                order = random.choice(([0, 1], [1, 0]))
                shown = -said if order[0] and isinstance(said, int) else said
                same = {"id": len(given) + 1000, "job_id": job, "answer": {"preference": shown}}
                given.append(same | {"task_id": 1000 + task, "person_id": 1000 + person,
                                     "position": task - block, "shown_order": order})  # fmt: skip
                made.append(same | {"assignment_id": same["id"], "number": f"R{same['id']}",
                                    "active_seconds": random.uniform(5, 60)})  # fmt: skip
    await _copies(tx, jobs, rows["jobs"], iter(work))
    await _copies(tx, assignments, rows["assignments"], iter(given))
    await _copies(tx, ratings, rows["ratings"], iter(made))


async def _copies(tx: Any, table: Any, row: Any, changes: Any) -> None:
    page: list[dict[str, Any]] = []
    for one in changes:
        page.append(dict(row) | one)
        if len(page) == _AT_ONCE:
            await tx.execute(insert(table), page)
            page.clear()
    if page:
        await tx.execute(insert(table), page)
