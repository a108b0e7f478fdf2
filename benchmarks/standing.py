"""A year of standing on a simulated clock, with kills: everything told, once, and never early."""

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import func, select

from benchmarks import standing_life
from benchmarks.deaths import Deaths, messages, opened, repeated_unmarked
from benchmarks.standing_life import Year
from bot.domain.ladder import standing_of
from bot.domain.people import Arrival, Role, Standing
from storage import people as stored_people
from storage import steps
from storage.database import Database
from storage.migrate import upgrade
from storage.schema import appeals, notices, people
from storage.schema import steps as step_table

WHOLE = 50  # kills from which on it is a whole year of so many people
PEOPLE = 10_000
# How often a process begins to write for each person and week, about.
BEGINS = 0.12
BEGIN = datetime(2030, 1, 4, 12, tzinfo=UTC)
_PATIENCE_SECONDS = 6 * 3600


async def standing(folder: Path, *, rounds: int, seed: int, plant: str | None) -> dict[str, Any]:
    """So many kills spread over a year of 10,000 people; fewer than 50 make weeks of 150."""
    began = time.monotonic()
    many, weeks = (PEOPLE, 52) if rounds >= WHOLE else (150, 14)
    year = Year(
        url=f"sqlite+aiosqlite:///{folder / 'year.sqlite'}", messages=str(folder / "messages"),
        seed=seed, people=many, weeks=weeks, begins=BEGIN,
    )  # fmt: skip
    await _opened(year)
    deaths = Deaths(
        standing_life.live, rounds, writes=BEGINS * many * weeks,
        patience_seconds=_PATIENCE_SECONDS, plant=plant, in_sending=True,
    )  # fmt: skip
    kills, faults = await deaths.befall(year, Random(seed))
    async with opened(year) as db:
        if not (plant and faults):
            faults += await _at_the_end(db, year)
        counts = await _counts(db)
    for fault in faults:
        print(f"FAULT {fault}", flush=True)
    sent = messages(year)
    return {"people": many, "weeks": weeks, "kills": kills, **counts, "messages": len(sent),
            "repeated": sum(one["repeated"] for one in sent),
            "seconds": round(time.monotonic() - began, 1), "failures": len(faults)}  # fmt: skip


async def _opened(year: Year) -> None:
    """A hall with two admins, and with people who have arrived."""
    async with opened(year) as db:
        await upgrade(db)
        async with db.begin() as tx:
            for number in range(1, year.people + 3):
                person_id = await stored_people.add(
                    tx, telegram_id=1000 + number, name=f"Person {number}", username=None,
                    language="en", zone="UTC", quiet=("22:00", "08:00"), standing=Standing.good,
                    now=BEGIN - timedelta(days=1),
                )  # fmt: skip
                await stored_people.change(tx, person_id, arrival=Arrival.done)
            for admin in (1, 2):
                await stored_people.grant(
                    tx, person_id=admin, role=Role.admin, project_id=None, by=None, now=BEGIN
                )


async def _at_the_end(db: Database, year: Year) -> list[str]:
    """Each notice went out, twice only when that was said; nothing took effect early."""
    sent = messages(year)
    async with db.read() as tx:
        rows = (await tx.execute(select(notices.c.key, notices.c.state))).all()
        everybody = (await tx.execute(select(people.c.id, people.c.standing))).all()
        last = BEGIN + timedelta(days=7 * (year.weeks + 6))
        strays = [
            f"person {one.id} is {one.standing}" for one in everybody
            if standing_of(await steps.of_person(tx, one.id), last - timedelta(days=1))
            != one.standing
        ]  # fmt: skip
    faults = strays[:5] + repeated_unmarked(sent)
    first = {one["key"] for one in sent}
    for key, state in rows:
        if (state == "sent") != (key in first) or state in ("queued", "sending", "failed"):
            faults.append(f"{key} is {state}, and was {'' if key in first else 'not '}seen")
    unknown = first - {key for key, _ in rows}
    faults += [f"a message without a notice: {key}" for key in sorted(unknown)]
    return faults + _early(sent)


def _early(sent: list[dict[str, Any]]) -> list[str]:
    """Each effect that people were told of before the date that the notice had named."""
    named: dict[str, float] = {}
    faults = []
    for one in sent:
        kind, _, step = one["key"].partition(":")
        if kind == "step" and one["stops"] is not None:
            named[step] = one["stops"]
        elif kind == "step_effective" and one["at"] < named.get(step, 0):
            faults.append(f"{one['key']} came before the date that was named")
    return faults


async def _counts(db: Database) -> dict[str, int]:
    async with db.read() as tx:
        tables = (step_table, appeals, notices)
        found = {
            table.name: int(
                (await tx.execute(select(func.count()).select_from(table))).scalar_one()
            )
            for table in tables
        }
        out = select(func.count()).where(people.c.standing == Standing.deactivated)
        return found | {"deactivated": int((await tx.execute(out)).scalar_one())}
