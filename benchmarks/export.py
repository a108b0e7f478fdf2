"""What an export of a million ratings costs: rows a second, and the most memory ever held."""

import asyncio
import json
import os
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import String, insert, literal, select
from sqlalchemy import cast as as_type

from benchmarks.imports import postgres
from benchmarks.scale import copies
from bot.domain.jobs import JobState
from bot.domain.people import Arrival, Standing
from bot.domain.ratings import RatingState
from bot.services import projects
from storage.database import Database, Tx
from storage.migrate import upgrade
from storage.schema import assignments, jobs, people, ratings, tasks
from tests.services.builders import Hall, item, new_project

RATINGS, SHORT = 1_000_000, 1_200
EACH, RATERS = 4, 200  # votes on a task, people
FORMS = ("raw", "trl-preference", "crowd-kit")
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


async def export(folder: Path, *, short: bool = False) -> dict[str, Any]:
    """The command in a process of its own, in three formats, on both engines."""
    many = int(os.environ.get("RATINGS", "0")) or (SHORT if short else RATINGS)
    found: dict[str, Any] = {"ratings": many}
    database = folder / "export.sqlite"
    found |= await _measured(f"sqlite+aiosqlite:///{database}", folder, many)
    database.unlink()
    async with postgres() as url:
        there = await _measured(url, folder, many, FORMS[:1])
    return found | {f"postgres_{name}": figure for name, figure in there.items()}


async def _measured(
    url: str, folder: Path, many: int, forms: tuple[str, ...] = FORMS
) -> dict[str, Any]:
    db, began = Database(url), time.perf_counter()
    try:
        await _hall(db, many)
    finally:
        await db.close()
    found: dict[str, Any] = {"building_seconds": round(time.perf_counter() - began, 1)}
    for form in forms:
        figures = await _one(url, folder / form, form, many)
        found |= {f"{form.replace('-', '_')}_{name}": one for name, one in figures.items()}
    return found


async def _one(url: str, out: Path, form: str, many: int) -> dict[str, Any]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.one_command", "export", "pairs", "--format", form,
        "--out", str(out), env=os.environ | {"HIRINGHALL_DATABASE": url},
        stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    told, _ = await process.communicate()
    if process.returncode:
        raise RuntimeError(f"the export ended with {process.returncode}")
    seconds, peak_mb, cpu = json.loads(told.splitlines()[-1])
    rows, size = await asyncio.to_thread(_taken, out)
    rows -= form == "crowd-kit"
    expected = many // EACH if form == "trl-preference" else many
    if rows != expected:
        raise RuntimeError(f"{rows} rows of {expected} in {form}")
    return {
        "ratings_per_second": round(many / seconds), "seconds": round(seconds, 1),
        "cpu_seconds": round(cpu, 1), "peak_mb": round(peak_mb, 1),
        "file_mb": round(size / 1e6, 1),
    }  # fmt: skip


def _taken(out: Path) -> tuple[int, int]:
    """Lines and bytes of the file, which goes away."""
    with out.open("rb") as file:
        rows = sum(1 for _ in file)
    size = out.stat().st_size
    out.unlink()
    return rows, size


async def _hall(db: Database, many: int) -> None:
    """A project with so many ratings that stand, four on each task, all for the first answer."""
    await upgrade(db)
    hall = Hall(db)
    await hall.person()
    made = await projects.create(db, new_project("pairs"), by=None, cause=None, now=NOW)
    await hall.publish("pairs", item("t0"))
    async with db.begin() as tx:
        task = (await tx.execute(select(tasks))).one()
        await copies(tx, tasks, task, many // EACH - 1, {
            "external_id": lambda i: as_type(i, String), "rank": lambda i: i + 1_000_000,
        })  # fmt: skip
        boss = (await tx.execute(select(people))).first()
        await copies(tx, people, boss, RATERS, {
            "telegram_id": lambda i: i + 10_000_000, "pseudonym": lambda i: as_type(i, String),
            "arrival": Arrival.done, "standing": Standing.good,
        })  # fmt: skip
        await _rated(tx, made.id, made.version_id, many)
    if not db.is_sqlite:
        # As autovacuum leaves it within a minute of such a load.
        async with db.connection() as connection:
            await connection.exec_driver_sql("VACUUM ANALYZE")


async def _rated(tx: Tx, project_id: int, version_id: int, many: int) -> None:
    who = (
        await tx.execute(select(people.c.id).where(people.c.telegram_id > 10_000_000))
    ).scalars()
    raters = list(who)[:EACH]
    for place, person_id in enumerate(raters):
        job = {
            "number": f"J{place}", "person_id": person_id, "project_id": project_id,
            "state": JobState.settled, "terms": {"project_version_id": version_id},
            "size": many // EACH, "position": 0, "claimed_at": NOW, "due_at": NOW,
            "last_act_at": NOW,
        }  # fmt: skip
        job_id = (await tx.execute(insert(jobs).values(job).returning(jobs.c.id))).scalar_one()
        await _assigned(tx, job_id, person_id)
    await _versions(tx)


async def _assigned(tx: Tx, job_id: int, person_id: int) -> None:
    given = {"job_id": job_id, "person_id": person_id, "shown_order": [1, 0], "held": True,
             "state": RatingState.accepted, "answer": {"preference": 2}}  # fmt: skip
    columns = [literal(value, assignments.c[name].type) for name, value in given.items()]
    rows = select(tasks.c.id, tasks.c.id, *columns)
    names = ["task_id", "position", *given]
    await tx.execute(insert(assignments).from_select(names, rows))


async def _versions(tx: Tx) -> None:
    """The submitted version of each assignment."""
    a = assignments.c
    given = {"version": 1, "answer": {"preference": 2}, "active_seconds": 30.0,
             "submitted_at": NOW + timedelta(minutes=5),
             "accept_by": NOW + timedelta(days=3), "state": RatingState.accepted,
             "pay_minor": 40, "currency": "USD"}  # fmt: skip
    columns = [literal(value, ratings.c[name].type) for name, value in given.items()]
    rows = select(a.id, a.job_id, as_type(a.id, String), *columns)
    names = ["assignment_id", "job_id", "number", *given]
    await tx.execute(insert(ratings).from_select(names, rows))
