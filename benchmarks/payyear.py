"""A year of pay days on a simulated clock, with kills and missed Fridays: every cent, once."""

import time
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import func, select

from benchmarks import pay_life
from benchmarks.deaths import Deaths, messages, opened, repeated_unmarked
from benchmarks.pay_life import FIRST_FRIDAY, Year
from bot.domain.people import Arrival, Role, Standing
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
    deaths = Deaths(
        pay_life.live, rounds, writes=BEGINS * people * weeks, patience_seconds=_PATIENCE_SECONDS,
        plant=plant,
    )  # fmt: skip
    kills, faults = await deaths.befall(year, chance)
    async with opened(year) as db:
        if not (plant and faults):
            faults += await _at_the_end(db, year)
        counts = await _counts(db)
    for fault in faults:
        print(f"FAULT {fault}", flush=True)
    sent = messages(year)
    return {"people": people, "weeks": weeks, "missed": missed, "kills": kills, **counts,
            "messages": len(sent), "repeated": sum(one["repeated"] for one in sent),
            "seconds": round(time.monotonic() - began, 1), "failures": len(faults)}  # fmt: skip


async def _opened(year: Year) -> None:
    """A hall with an admin, and with people who have arrived."""
    async with opened(year) as db:
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
    sent = messages(year)
    faults += repeated_unmarked(sent)
    first = {one["key"] for one in sent}
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
