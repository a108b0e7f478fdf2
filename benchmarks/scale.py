"""What a claim costs in a small hall and in a very large one, side by side in one run."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from random import Random
from statistics import median, quantiles
from typing import Any

from sqlalchemy import (
    CTE,
    JSON,
    BigInteger,
    Boolean,
    ColumnElement,
    Integer,
    Select,
    String,
    Table,
    insert,
    literal,
    select,
    update,
)
from sqlalchemy import cast as as_type

from bot.domain.jobs import JobState
from bot.domain.people import Arrival, Standing
from bot.domain.ratings import RatingState
from bot.domain.rules import Rules
from bot.domain.tasks import rank
from bot.services import claims, projects
from storage.database import Database, Tx
from storage.migrate import upgrade
from storage.schema import assignments, jobs, people, tasks
from storage.schema import projects as project_rows
from tests.services.builders import Hall, item, new_project

CLAIMS, ROUNDS, OVERLAP, SIZE = 600, 3, 20, 5
SMALL, LARGE = (1_000, 2_000), (1_000_000, 300_000)
# Each of so many people has rated so many of the tasks that come first in the queue.
AHEAD, SEEN = 20, 4_000
# One claim in so many is by one of them; they are measured apart as well.
RARELY = 200


@dataclass
class Loaded:
    """A hall with many rows, a call, and who claims from it."""

    db: Database
    number: str
    fresh: list[int]
    ahead: list[int]
    random: Random


async def claim_scale(folder: Path, *, short: bool = False) -> dict[str, Any]:
    """Milliseconds of a claim with its commit: small, large, and the ratio, on each engine."""
    sizes = ((50, 60), (500, 400)) if short else (SMALL, LARGE)
    many = 10 if short else CLAIMS
    found: dict[str, Any] = {
        "claims": many, "rounds": 1 if short else ROUNDS, "tasks": [n for n, _ in sizes],
        "contractors": [n for _, n in sizes],
    }  # fmt: skip
    for engine, make in (("sqlite", _sqlite), ("postgres", _postgres)):
        async with make(folder, "small") as one, make(folder, "large") as other:
            small, large = await _loaded(one, *sizes[0]), await _loaded(other, *sizes[1])
            found |= await _compared(engine, small, large, many, found["rounds"])
    return found


async def _compared(
    engine: str, small: Loaded, large: Loaded, many: int, rounds: int
) -> dict[str, Any]:
    halls = {"small": small, "large": large}
    p50: dict[str, list[float]] = {"small": [], "large": []}
    p99: dict[str, list[float]] = {"small": [], "large": []}
    ahead: dict[str, list[float]] = {"small": [], "large": []}
    causes = count()
    for _ in range(rounds):
        took: dict[str, list[float]] = {"small": [], "large": []}
        for number in range(many):
            for name, hall in halls.items():
                rare = number % RARELY == RARELY // 2
                who = hall.ahead.pop() if rare and hall.ahead else hall.fresh.pop()
                took[name].append(await _claim(hall, who, f"c{next(causes)}"))
        for name, hall in halls.items():
            cuts = quantiles(took[name], n=100, method="inclusive")
            p50[name].append(cuts[49])
            p99[name].append(cuts[98])
            ahead[name].append(await _claim(hall, hall.ahead.pop(), f"c{next(causes)}"))
    ratios = [b / a for a, b in zip(p99["small"], p99["large"], strict=True)]
    figures: dict[str, Any] = {}
    for name in halls:
        figures |= {
            f"{engine}_{name}_p50_ms": _ms(p50[name]), f"{engine}_{name}_p99_ms": _ms(p99[name]),
            f"{engine}_{name}_ahead_ms": _ms(ahead[name]),
        }  # fmt: skip
    first = "ratio_p99" if engine == "sqlite" else f"ratio_p99_{engine}"
    return figures | {
        first: round(median(ratios), 3),
        f"{first}_range": [round(min(ratios), 3), round(max(ratios), 3)],
    }


def _ms(seconds: list[float]) -> float:
    return round(1000 * median(seconds), 3)


async def _claim(hall: Loaded, person_id: int, cause: str) -> float:
    began = time.perf_counter()
    got = await claims.claim(
        hall.db, number=hall.number, person_id=person_id, cause=cause, now=datetime.now(UTC),
        rules=Rules(), random=hall.random,
    )  # fmt: skip
    spent = time.perf_counter() - began
    if got.job is None or got.job.size != SIZE:
        raise RuntimeError(f"no whole job came of the claim: {got}")
    return spent


@asynccontextmanager
async def _sqlite(folder: Path, name: str) -> AsyncIterator[Database]:
    db = Database(f"sqlite+aiosqlite:///{folder / name}.sqlite")
    try:
        yield db
    finally:
        await db.close()


@asynccontextmanager
async def _postgres(_folder: Path, _name: str) -> AsyncIterator[Database]:
    from tests import postgres_server

    name = await postgres_server.make_database(safe=True)
    db = Database(postgres_server.address(name, safe=True))
    try:
        yield db
    finally:
        await db.close()
        await postgres_server.drop_database(name, safe=True)


async def _loaded(db: Database, task_count: int, contractors: int) -> Loaded:
    await upgrade(db)
    hall, now = Hall(db), datetime.now(UTC)
    made = new_project(overlap=OVERLAP, tasks_per_job=SIZE)
    await projects.create(db, made, by=None, cause=None, now=now)
    await hall.publish("pairs", item("first"))
    call = await hall.call()
    async with db.begin() as tx:
        first = (await tx.execute(select(tasks))).one()
        # Everybody is a copy of who posted the call, but for a role.
        boss = (await tx.execute(select(people))).first()
        if boss is None:
            raise LookupError("nobody posted the call")
        await copies(tx, people, boss, contractors, {
            "telegram_id": lambda i: i + 10_000_000, "pseudonym": lambda i: as_type(i, String),
            "arrival": Arrival.done, "standing": Standing.good,
        })  # fmt: skip
        lowest = rank(slots_missing=OVERLAP, priority=0, sequence=0) + int(first.id)
        await copies(tx, tasks, first, task_count - 1, {
            "external_id": lambda i: as_type(i, String),
            "rank": lambda i: i + literal(lowest, BigInteger),
        })  # fmt: skip
        slots = {"open_slots": task_count * OVERLAP}
        await tx.execute(update(project_rows).values(slots))
        everybody = select(people.c.id).where(people.c.id > boss.id).order_by(people.c.id)
        ids = list((await tx.execute(everybody)).scalars())
        ahead = ids[:AHEAD]
        await _got_ahead(tx, first.project_id, ahead, min(SEEN, task_count // 2), now)
    if not db.is_sqlite:
        async with db.connection() as connection:
            await connection.exec_driver_sql("VACUUM ANALYZE")
    random = Random(1)
    fresh = ids[AHEAD:]
    random.shuffle(fresh)
    return Loaded(db, call.number, fresh, ahead, random)


def numbers(number: int) -> CTE:
    """The numbers from 1 on, as a table with the column `i`."""
    made = select(literal(1, Integer).label("i")).cte("numbers", recursive=True)
    return made.union_all(select(made.c.i + 1).where(made.c.i < number))


async def copies(tx: Tx, table: Table, row: Any, number: int, new: dict[str, Any]) -> None:
    """So many copies of a row in one statement, with other values by their number."""
    counted = numbers(number)

    def value(name: str) -> ColumnElement[Any]:
        given = new.get(name, getattr(row, name, None))
        made = given(counted.c.i) if callable(given) else literal(given, table.c[name].type)
        return made.label(name)

    names = [column.name for column in table.columns if column.name not in ("id", "gold")]
    made: Select[Any] = select(*(value(name) for name in names)).select_from(counted)
    await tx.execute(insert(table).from_select(names, made))


async def _got_ahead(tx: Tx, project_id: int, who: list[int], seen: int, now: datetime) -> None:
    """Each of them has rated the tasks that come first, in one large job."""
    first = select(tasks.c.id).order_by(tasks.c.rank).limit(seen)
    for person_id in who:
        job = {
            "number": f"A{person_id}", "person_id": person_id, "project_id": project_id,
            "state": JobState.settled, "terms": {}, "size": seen, "position": seen,
            "claimed_at": now, "due_at": now, "last_act_at": now,
        }  # fmt: skip
        made = await tx.execute(insert(jobs).values(job).returning(jobs.c.id))
        rows = select(
            literal(made.scalar_one(), Integer), tasks.c.id, literal(person_id, Integer),
            tasks.c.id, literal([0, 1], JSON), literal(RatingState.accepted, String),
            literal(False, Boolean), literal({}, JSON),
        ).where(tasks.c.id.in_(first))  # fmt: skip
        names = ["job_id", "task_id", "person_id", "position", "shown_order", "state", "held",
                 "answer"]  # fmt: skip
        await tx.execute(insert(assignments).from_select(names, rows))
