"""A year of pay days on a simulated clock, with kills and missed Fridays: every cent, once."""

import asyncio
import json
import multiprocessing
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import func, select

from benchmarks import pay_life
from benchmarks.pay_life import FIRST_FRIDAY, Year
from bot.domain.people import Arrival, Role, Standing
from storage import audit
from storage import people as stored_people
from storage.database import Database
from storage.migrate import upgrade
from storage.schema import lines, notices, payouts, statements

WHOLE = 50  # kills from which on it is a whole year
# How often a process begins to write for each person and week, about.
BEGINS = 1.0
_PATIENCE_SECONDS = 1800
_COUNT = select(func.count())


async def payyear(folder: Path, *, rounds: int, seed: int, plant: str | None) -> dict[str, Any]:
    """So many kills spread over a year of 1,000 people; fewer than 50 make a few weeks of 60."""
    began = time.monotonic()
    people, weeks, missed = (1000, 52, 20) if rounds >= WHOLE else (60, 6, 2)
    chance = Random(seed)
    year = Year(
        url=f"sqlite+aiosqlite:///{folder / 'year.sqlite'}", messages=str(folder / "messages"),
        seed=seed, people=people, weeks=weeks,
        missed=frozenset(chance.sample(range(weeks), missed)),
    )  # fmt: skip
    await _opened(year)
    kills, faults = await _killed(year, rounds, chance, plant)
    async with _database(year) as db:
        if not (plant and faults):
            faults += await _at_the_end(db, year)
        counts = await _counts(db)
    for fault in faults:
        print(f"FAULT {fault}", flush=True)
    sent = _messages(year)
    return {"people": people, "weeks": weeks, "missed": missed, "kills": kills, **counts,
            "messages": len(sent), "repeated": sum(one["repeated"] for one in sent),
            "seconds": round(time.monotonic() - began, 1), "failures": len(faults)}  # fmt: skip


@asynccontextmanager
async def _database(year: Year) -> AsyncIterator[Database]:
    db = Database(year.url)
    try:
        yield db
    finally:
        await db.close()


async def _opened(year: Year) -> None:
    """A hall with an admin, and with people who have arrived."""
    async with _database(year) as db:
        await upgrade(db)
        async with db.begin() as tx:
            for number in range(year.people + 1):
                person_id = await stored_people.add(
                    tx, telegram_id=1000 + number, name=f"Person {number}", username=None,
                    language="en", zone="UTC", quiet=("22:00", "08:00"), standing=Standing.good,
                    now=FIRST_FRIDAY,
                )  # fmt: skip
                await stored_people.change(tx, person_id, arrival=Arrival.done)
            await stored_people.grant(
                tx, person_id=1, role=Role.admin, project_id=None, by=None, now=FIRST_FRIDAY
            )


async def _killed(
    year: Year, kills: int, chance: Random, plant: str | None
) -> tuple[int, list[str]]:
    """Processes one after the other; each is killed after some writes, the last one is not."""
    forks = multiprocessing.get_context("forkserver")
    forks.set_forkserver_preload(["benchmarks.pay_life"])
    longest = int(2 * BEGINS * year.people * year.weeks / (kills + 1))
    done = 0
    for _ in range(kills):
        begun = forks.Value("i", 0, lock=False)
        process = forks.Process(target=pay_life.live, args=(year, begun, plant))
        process.start()
        dies_after = chance.randint(1, max(longest, 2))
        while process.is_alive() and begun.value < dies_after:  # noqa: ASYNC110 - of a process
            await asyncio.sleep(0.001)
        # Somewhere in the next transaction, or just after it.
        await asyncio.sleep(chance.uniform(0, 0.02))
        done += process.is_alive()
        process.kill()
        await asyncio.to_thread(process.join)
        faults = await _wrong(year)
        if faults:
            return done, faults
    last = forks.Process(target=pay_life.live, args=(year, forks.Value("i", 0, lock=False), plant))
    last.start()
    await asyncio.to_thread(last.join, _PATIENCE_SECONDS)
    faults = await _wrong(year)
    if last.exitcode != 0:
        faults.append(f"the last process ended with {last.exitcode}")
        last.kill()
    return done, faults


async def _wrong(year: Year) -> list[str]:
    """What is wrong after a death."""
    async with _database(year) as db:
        async with db.read() as tx:
            found = [str(one) for one in await audit.breaches(tx)]
        return found if await db.is_sound() else [*found, "the file is damaged"]


def _messages(year: Year) -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(year.messages).read_text("utf-8").splitlines()]


async def _at_the_end(db: Database, year: Year) -> list[str]:
    """Everybody was paid every cent; each notice went out, twice only when that was said."""
    wanted: Counter[tuple[int, str]] = Counter()
    for week in range(year.weeks):
        for person_id, money in year.earnings(week):
            wanted[person_id, money.currency] += money.minor
    async with db.read() as tx:
        asked = select(payouts.c.person_id, payouts.c.currency, func.sum(payouts.c.minor))
        paid = asked.where(payouts.c.state == "paid").group_by(*asked.selected_columns[:2])
        got = {(who, currency): int(minor) for who, currency, minor in await tx.execute(paid)}
        unsent = list(
            (await tx.execute(select(notices.c.key).where(notices.c.state != "sent"))).scalars()
        )
        keys = set((await tx.execute(select(notices.c.key))).scalars())
    faults = [f"{key} earned {wanted[key]}, got {got.get(key, 0)}"
              for key in wanted | got if wanted[key] != got.get(key, 0)]  # fmt: skip
    faults += [f"never sent: {key}" for key in unsent[:5]]
    first: set[str] = set()
    for one in _messages(year):
        if one["key"] in first and not one["repeated"]:
            faults.append(f"sent twice, and not marked: {one['key']}")
        first.add(one["key"])
    if first != keys:
        faults.append(f"messages without a notice, or the other way round: {first ^ keys}")
    return faults


async def _counts(db: Database) -> dict[str, int]:
    async with db.read() as tx:
        return {
            table.name: int(
                (await tx.execute(select(func.count()).select_from(table))).scalar_one()
            )
            for table in (lines, statements, payouts, notices)
        }
