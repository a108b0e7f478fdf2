"""What a pay run of many people costs: people a second, and memory, on each engine."""

import asyncio
import multiprocessing
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from sqlalchemy import BigInteger, String, func, insert, literal, select
from sqlalchemy import cast as as_type

from benchmarks.scale import copies, numbers
from bot.domain.people import Arrival, Standing
from bot.domain.rules import PayRules
from bot.services import payruns
from storage import audit
from storage import people as stored_people
from storage.database import Database, Tx
from storage.migrate import upgrade
from storage.migrations.versions.v0006_pay import ENTRIES, POSTINGS
from storage.schema import lines, people, statements

PEOPLE, LINES = 100_000, 3
FRIDAY = datetime(2030, 1, 18, 12, tzinfo=UTC)
PAY = PayRules(thresholds={})
EARNED_MINOR = 40


async def payrun(folder: Path, *, short: bool = False) -> dict[str, Any]:
    """One currency, three lines for each person; the run is made by a process of its own."""
    many = 200 if short else PEOPLE
    found: dict[str, Any] = {"people": many, "lines": many * LINES}
    async with _sqlite(folder) as url:
        found |= await _measured("sqlite", url, many)
    async with _postgres() as url:
        found |= await _measured("postgres", url, many)
    return found


async def _measured(engine: str, url: str, many: int) -> dict[str, Any]:
    await _filled(url, many)
    spawn = multiprocessing.get_context("spawn")
    here, there = spawn.Pipe()
    process = spawn.Process(target=_make_run, args=(url, there))
    process.start()
    seconds, start_mb, peak_mb = await asyncio.to_thread(here.recv)
    await asyncio.to_thread(process.join)
    db = Database(url)
    async with db.read() as tx:
        made = (await tx.execute(select(func.count()).select_from(statements))).scalar_one()
        began = time.perf_counter()
        broken = await audit.breaches(tx)
        audited = time.perf_counter() - began
    await db.close()
    if made != many or broken:
        raise RuntimeError(f"{made} statements for {many} people; {broken}")
    return {
        f"{engine}_people_per_s": round(many / seconds, 1),
        f"{engine}_seconds": round(seconds, 1),
        f"{engine}_peak_mb": round(peak_mb, 1),
        f"{engine}_peak_over_start_mb": round(peak_mb - start_mb, 1),
        f"{engine}_audit_s": round(audited, 2),
    }


def _make_run(url: str, there: Connection) -> None:
    there.send(asyncio.run(_run(url)))


async def _run(url: str) -> tuple[float, float, float]:
    db = Database(url)
    try:
        start = _peak_mb()
        began = time.perf_counter()
        if await payruns.run_due(db, now=FRIDAY + timedelta(minutes=1), rules=PAY) != 1:
            raise RuntimeError("there was not one run")
        return time.perf_counter() - began, start, _peak_mb()
    finally:
        await db.close()


def _peak_mb() -> float:
    """The most that this process ever held; what its parent held before does not count."""
    status = Path("/proc/self/status").read_text("ascii")
    (peak,) = (line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))
    return int(peak) / 1024


async def _filled(url: str, many: int) -> None:
    """A hall in which so many people wait for the pay of three lines each."""
    db = Database(url)
    await upgrade(db)
    then = FRIDAY - timedelta(days=1)
    async with db.begin() as tx:
        await stored_people.add(
            tx, telegram_id=1, name="First", username=None, language="en", zone="UTC",
            quiet=("22:00", "08:00"), standing=Standing.good, now=then,
        )  # fmt: skip
        await stored_people.change(tx, 1, arrival=Arrival.done)
        first = (await tx.execute(select(people))).one()
        await copies(tx, people, first, many - 1, {
            "telegram_id": lambda i: i + 10_000_000, "pseudonym": lambda i: as_type(i, String),
        })  # fmt: skip
        await _earned(tx, many, then)
        # What belongs to no project is paid by the hall.
        for statement in (POSTINGS.replace("l.project_id", "0"), ENTRIES):
            await tx.exec_driver_sql(statement)
    if not db.is_sqlite:
        async with db.connection() as connection:
            await connection.exec_driver_sql("VACUUM ANALYZE")
    await db.close()


async def _earned(tx: Tx, many: int, then: datetime) -> None:
    """Lines that belong to no project, as bonuses do."""
    made = numbers(many * LINES)
    values: dict[str, Any] = {
        "number": as_type(made.c.i, String), "person_id": 1 + made.c.i % many,
        "kind": literal("bonus"), "state": literal("confirmed"), "client": literal("not asked"),
        "offered_minor": literal(EARNED_MINOR, BigInteger),
        "pay_minor": literal(EARNED_MINOR, BigInteger), "currency": literal("USD"),
        "reason": literal("thanks"),
        **{name: literal(then, lines.c[name].type)
           for name in ("submitted_at", "accept_by", "accepted_at", "confirmed_at")},
    }  # fmt: skip
    await tx.execute(insert(lines).from_select(list(values), select(*values.values())))


@asynccontextmanager
async def _sqlite(folder: Path) -> AsyncIterator[str]:
    yield f"sqlite+aiosqlite:///{folder / 'payrun.sqlite'}"


@asynccontextmanager
async def _postgres() -> AsyncIterator[str]:
    from tests import postgres_server

    name = await postgres_server.make_database(safe=True)
    try:
        yield postgres_server.address(name, safe=True)
    finally:
        await postgres_server.drop_database(name, safe=True)
