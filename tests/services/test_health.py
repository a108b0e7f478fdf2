"""One look at a real hall finds what is amiss in it."""

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, event, insert, update

from bot.domain.health import Condition, Facts, Health
from bot.domain.notices import NoticeState, Priority
from bot.domain.people import Role
from bot.domain.refusal import Refused
from bot.services import health, processes
from bot.services.processes import Member
from storage import leases, notices, schema
from storage.database import Database
from tests.services.builders import NOW, Hall

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
LEASE = timedelta(minutes=1)


async def looked(db: Database, now: datetime = NOW, **more: Any) -> Health:
    return await health.look(db, now=now, **more)


async def facts(db: Database, now: datetime = NOW) -> Facts:
    found = (await looked(db, now)).facts
    assert found is not None
    return found


async def alive(db: Database) -> None:
    await processes.renew(db, Member("p1"), LEASE)


async def an_update(db: Database, update_id: int, state: str, at: datetime, **more: Any) -> None:
    async with db.begin() as tx:
        row = {"update_id": update_id, "lane": 1, "payload": {}, "state": state, "received_at": at}
        await tx.execute(insert(schema.inbox).values(**row, **more))


async def a_notice(db: Database, key: str, at: datetime, priority: Priority, **more: Any) -> None:
    async with db.begin() as tx:
        await notices.add(tx, key=key, chat_id=1, kind="work", args={}, priority=priority, now=at)
        table = schema.notices
        if more:
            await tx.execute(update(table).where(table.c.key == key).values(**more))


async def test_a_fresh_hall_with_a_process_is_well(db: Database) -> None:
    await alive(db)
    found = await looked(db, thorough=True)
    assert (found.condition, found.reasons) == (Condition.ok, ())
    assert found.facts is not None
    assert found.facts.engine.startswith("SQLite 3." if db.is_sqlite else "PostgreSQL 1")
    assert found.facts.schema == found.facts.known_schema
    assert (found.facts.disk_free or 1 << 40) > 1 << 20
    assert (found.facts.disk_free is not None) is db.is_sqlite


async def test_a_hall_without_a_process_is_failing(db: Database) -> None:
    assert [one.code for one in (await looked(db)).reasons] == ["no-process"]


async def test_processes_are_told_apart_and_dead_ones_are_not_counted(db: Database) -> None:
    await processes.renew(db, Member("web1", leads=False), LEASE)
    await processes.renew(db, Member("work1", handles=False), LEASE)
    await processes.renew(db, Member("dead", leads=False), -LEASE)
    found = {(one.name, one.handles, one.leads) for one in (await facts(db)).processes}
    assert found == {("web1", True, False), ("work1", False, True)}


async def test_a_leader_whose_lease_is_over_leads_no_more(db: Database) -> None:
    await processes.renew(db, Member("web1", leads=False), LEASE)
    async with db.begin() as tx:
        await leases.take(tx, "leader", "web1", -LEASE)
    assert [one.code for one in (await looked(db)).reasons] == ["nobody-leads"]


async def test_updates_that_wait_and_those_set_aside_are_counted(db: Database) -> None:
    await alive(db)
    await an_update(db, 1, "done", NOW - 3 * DAY)
    await an_update(db, 2, "aside", NOW - 2 * DAY, number="A1")
    await an_update(db, 3, "aside", NOW - DAY, number="A2")
    await an_update(db, 4, "new", NOW - 2 * MINUTE)
    await an_update(db, 5, "new", NOW - MINUTE)
    found = await facts(db)
    assert (found.updates.waiting, found.updates.oldest) == (2, 2 * MINUTE)
    assert (found.aside, found.last_update) == (1, MINUTE)
    assert [one.code for one in (await looked(db)).reasons] == ["updates-late", "updates-aside"]
    later = await looked(db, NOW + 10 * MINUTE)
    assert later.condition is Condition.failing


async def test_notices_that_are_due_are_counted_and_broadcasts_are_never_late(
    db: Database,
) -> None:
    await alive(db)
    await a_notice(db, "a", NOW - 3 * MINUTE, Priority.personal)
    await a_notice(db, "b", NOW - 9 * MINUTE, Priority.broadcast)
    await a_notice(db, "c", NOW - 9 * MINUTE, Priority.answer, state="sent", message_id=1)
    await a_notice(db, "d", NOW - 9 * MINUTE, Priority.answer, not_before=NOW + MINUTE)
    found = await facts(db)
    assert (found.notices.waiting, found.notices.oldest) == (2, 3 * MINUTE)
    assert [one.code for one in (await looked(db)).reasons] == ["notices-late"]


async def test_notices_that_failed_or_are_uncertain_are_counted_for_a_day(db: Database) -> None:
    for number, state in enumerate((NoticeState.failed, NoticeState.uncertain)):
        await a_notice(db, f"old{number}", NOW - 2 * DAY, Priority.job, state=state)
        await a_notice(db, f"new{number}", NOW - DAY / 2, Priority.job, state=state)
    await a_notice(db, "gone", NOW, Priority.job, state=NoticeState.undeliverable)
    found = await facts(db)
    assert (found.failed, found.uncertain) == (1, 1)


async def test_a_job_that_no_sweep_took_is_found(db: Database, hall: Hall) -> None:
    await hall.project()
    job = await hall.claim(await hall.call(), await hall.person())
    assert (await facts(db, job.due_at + 4 * MINUTE)).unswept == 0
    assert (await facts(db, job.due_at + 5 * MINUTE)).unswept == 1
    await hall.rate_all(job, now=job.due_at)
    assert (await facts(db, job.due_at + 10 * MINUTE)).unswept == 0  # at work a moment ago
    await hall.submit(job, now=job.due_at)
    assert (await facts(db, job.due_at + 5 * MINUTE)).unswept == 0
    assert (await facts(db, job.due_at + 6 * MINUTE)).unswept == 1
    await hall.sweep_submissions(now=job.due_at + 6 * MINUTE)
    assert (await facts(db, job.due_at + 6 * MINUTE)).unswept == 0


async def test_a_group_in_which_the_bot_cannot_post_is_named_to_admins(db: Database) -> None:
    await alive(db)
    group = {"id": -1, "kind": "supergroup", "title": "Old friends", "bot": "member"}
    async with db.begin() as tx:
        await tx.execute(insert(schema.chats).values(**group, registered_at=NOW, may_post=False))
        await tx.execute(
            insert(schema.chats).values(**group | {"id": -2, "title": "Not ours"}, may_post=False)
        )
    found = await looked(db)
    assert [one.code for one in found.reasons] == ["groups-mute"]
    assert found.facts is not None
    assert found.facts.mute_groups == ("Old friends",)
    async with db.begin() as tx:
        await tx.execute(update(schema.chats).values(bot="left"))
    assert (await looked(db)).reasons == ()  # no call stands there: nobody misses it


async def test_a_database_that_is_away_is_told_and_not_raised() -> None:
    db = Database("postgresql+asyncpg://nobody@127.0.0.1:1/none")
    found = await looked(db)
    await db.close()
    assert [one.code for one in found.reasons] == ["database-away"]


async def test_only_an_admin_is_told(db: Database, hall: Hall) -> None:
    someone, admin = await hall.person(), await hall.person(roles=(Role.admin,))
    with pytest.raises(Refused, match="not-admin"):
        await health.asked(db, by=someone, now=NOW)
    assert (await health.asked(db, by=admin, now=NOW)).facts is not None


async def test_a_look_reads_no_large_table_from_end_to_end(db: Database) -> None:
    if not db.is_sqlite:
        return  # its planner goes by the size of tables, and these are empty
    asked: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, given: Any, *_more: Any) -> None:
        asked.append((statement, given))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        await looked(db)
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    with closing(sqlite3.connect(str(db.url.database))) as file:
        plans = [
            step[3]
            for statement, given in asked
            if statement.startswith("SELECT")
            for step in file.execute(f"EXPLAIN QUERY PLAN {statement}", given)
        ]
    assert len(plans) > 10
    whole = {f"SCAN {name}" for name in schema.metadata.tables} - {"SCAN chats"}
    assert set(plans) & whole == set()
