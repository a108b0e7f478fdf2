"""The hall in which money is moved: people, three projects, and work that was handed in."""

import asyncio
import atexit
import shutil
import tempfile
from datetime import UTC, datetime, time
from functools import cache
from random import Random

from sqlalchemy import update

from bot.domain.money import Money
from bot.domain.pay_periods import PayDay
from bot.domain.pay_terms import PayTerms
from bot.domain.people import Role
from bot.domain.rules import PayRules, Rules
from bot.effects.record import record
from bot.effects.take_job import take_job
from bot.services import deadlines
from storage import jobs, projects
from storage import people as stored_people
from storage.database import Database
from storage.migrate import upgrade
from storage.schema import assignments, people
from tests import postgres_server
from tests.services.builders import NOW, Hall

# Clocks go forward on 10 March in New York and on 31 March in Berlin, at the time of the run.
BEGIN = datetime(2030, 3, 5, 12, tzinfo=UTC)
PAY = PayRules(
    zones=("Europe/Berlin", "America/New_York"), day=PayDay(6, time(2, 30)),
    thresholds={"USD": 100, "JPY": 40}, held_lines=3,
)  # fmt: skip
RULES = Rules(pay=PAY)
PROJECTS = {
    "dollars": (Money(40, "USD"), PayTerms(fixed_percent=50)),
    "yen": (Money(7, "JPY"), PayTerms(flag_percent=33)),
    "fils": (Money(1250, "KWD"), PayTerms(rejected_percent=25, confirm_days=7)),
}
CURRENCIES = tuple(money.currency for money, _ in PROJECTS.values())
RATERS = ("Ada", "Ben", "Cy", "Di")


async def _filled(url: str) -> None:
    """People, three projects in currencies of 2, 0 and 3 decimals, one of them with a client."""
    db = Database(url)
    await upgrade(db)
    hall = Hall(db)
    for name, zone in zip(RATERS, ("Europe/Berlin", "America/New_York", "", ""), strict=True):
        await hall.person(name, pay_zone=zone)
    for name in ("Rita", "Rob"):
        await hall.person(name, roles=(Role.reviewer,))
    for name in ("Boss", "Second"):
        await hall.person(name, roles=(Role.admin,))
    client = await hall.person("Client")
    for key, (pay, terms) in PROJECTS.items():
        made = await hall.project(key, tasks=0, pay=pay, pay_terms=terms, tasks_per_job=2)
        await hall.publish(key, *({"id": f"t{n}", "prompt": f"Which, {n}?", "responses": [
            {"id": side, "text": side, "model": side} for side in "xy"
        ], "overlap": 4} for n in range(16)))  # fmt: skip
        async with db.begin() as tx:
            await stored_people.grant(
                tx, person_id=client, role=Role.client, project_id=made.id, by=None, now=NOW
            )
    # Nobody can write to Cy.
    await hall.change(people, 3, telegram_id=None)
    for rater in range(1, 5):
        for key in PROJECTS:
            await work(hall, rater, key, flagged=rater == 3, cause=hall.cause(), now=BEGIN)
    await deadlines.finish_submissions(db, now=BEGIN, rules=RULES)
    await db.close()


async def work(
    hall: Hall, person_id: int, key: str, *, flagged: bool, cause: str, now: datetime
) -> None:
    """A job with its answers, handed in; how it comes to them is for another model."""
    async with hall.db.begin(cause) as tx:
        person = await stored_people.locked(tx, person_id)
        project = await projects.by_key(tx, key)
        assert project is not None
        job = await take_job(
            tx, person=person, project=project, call=None, now=now, rules=RULES, random=Random(1)
        )
        if job is None:
            return
        mine = assignments.c.job_id == job.id
        await tx.execute(update(assignments).where(mine).values(answer={"preference": 1}))
        if flagged:
            first = mine & (assignments.c.position == 1)
            await tx.execute(update(assignments).where(first).values(state="flagged"))
        at_its_end = {"position": job.size + 1, "submits_at": now, "submitted_at": now}
        await jobs.change(tx, job.id, **at_its_end)
        await record(tx, "claimed", f"job:{job.number}", by=person_id, now=now)


@cache
def template_of(engine: str) -> str:
    """A hall in which nothing was earned yet, made once."""
    with asyncio.Runner() as runner:
        if engine == "postgres":
            name = runner.run(postgres_server.make_database())
            runner.run(_filled(postgres_server.address(name)))
            return name
        folder = tempfile.mkdtemp(prefix="hall-ledger-")
        atexit.register(shutil.rmtree, folder)
        runner.run(_filled(f"sqlite+aiosqlite:///{folder}/hall.db"))
        return f"{folder}/hall.db"
