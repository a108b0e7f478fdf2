"""The plans of what happens often: no table is gone through, nothing is sorted aside.

Statements are caught while the real use cases run, and the engine itself explains each of them.
SQLite has no statistics here, so what it chooses depends on the indexes alone.
"""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from bot.domain.notices import Delivered
from bot.services import inbox, outbox, people, ratings
from bot.sweeps import sweeps
from storage import erasing as storage_erasing
from storage.database import Database
from storage.schema import metadata
from tests.services.builders import DAY, GROUP, NOW, RULES, TIE, Hall
from tests.services.here import here

pytestmark = pytest.mark.engines("sqlite")

Executed = dict[str, Any]
# Indexes of what is open now; to go through one is to go through what is to be done.
OPEN = {index.name for table in metadata.tables.values() for index in table.indexes
        if index.dialect_options["sqlite"]["where"] is not None}  # fmt: skip


@contextmanager
def caught(db: Database) -> Iterator[Executed]:
    """The statements that run meanwhile, each with its last parameters."""
    seen: Executed = {}

    def executed(
        _conn: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, many: bool
    ) -> None:
        verb = statement.lstrip().split(maxsplit=1)[0].upper()
        if verb in ("SELECT", "UPDATE", "DELETE", "INSERT", "WITH"):
            # Many rows that one statement adds have their values in one tuple.
            one_by_one = many and isinstance(parameters, list)
            seen[statement] = parameters[0] if one_by_one else parameters

    for engine in db.engines:
        event.listen(engine, "before_cursor_execute", executed)
    yield seen
    for engine in db.engines:
        event.remove(engine, "before_cursor_execute", executed)


async def faults(db: Database, seen: Executed) -> list[str]:
    """What is wrong with the plans of the statements."""
    wrong = []
    # An index that another connection has dropped would still be in a plan that is never run.
    async with db.begin() as tx:
        for statement, parameters in seen.items():
            explained = await tx.run_sync(plan_of, statement, parameters)
            wrong += [f"{step}: {statement}" for step in explained if _is_bad(step)]
    return wrong


def plan_of(connection: Any, statement: str, parameters: Any) -> list[str]:
    """The steps of the plan that the engine makes of the statement."""
    asked = f"EXPLAIN QUERY PLAN {statement}"
    return [row[3] for row in connection.exec_driver_sql(asked, tuple(parameters))]


def _is_bad(step: str) -> bool:
    words = step.split()
    # What is being brought in now: a row for each project at most, gone when that is over.
    if words[:2] == ["SCAN", "loads"]:
        return False
    if words[0] == "SCAN" and "CONSTANT" not in words:
        return "INDEX" not in words or words[words.index("INDEX") + 1] not in OPEN
    return "USE TEMP B-TREE" in step


async def claiming(hall: Hall) -> None:
    """One gets a job, one loses, one comes back to it."""
    call = await hall.call(groups=(await hall.group(),), limit=1)
    one, other = await hall.people(2)
    with caught(hall.db) as seen:
        await hall.claim(call, one)
        await hall.claim(call, one)
        await hall.try_claim(call, other)
    assert await faults(hall.db, seen) == []
    assert len(seen) > 15


async def rating(hall: Hall) -> None:
    """A job is rated, handed in and taken back."""
    job = await hall.claim(await hall.call(), await hall.person())
    with caught(hall.db) as seen:
        await people.meet(
            hall.db, telegram_id=1000, name="x", username=None, language="en",
            client_language=None, now=NOW, rules=RULES,
        )  # fmt: skip
        await hall.rate_all(job)
        await hall.submit(job)
        await ratings.undo(hall.db, await hall.act(job))
    assert await faults(hall.db, seen) == []
    assert len(seen) > 8


async def sending(hall: Hall) -> None:
    """Notices are leased, sent and settled."""
    await hall.claim(await hall.call(groups=(await hall.group(),)), await hall.person())
    with caught(hall.db) as seen:
        notices = await outbox.lease(hall.db, NOW, 10)
        for number, notice in enumerate(notices, 1):
            await outbox.settle(hall.db, notice, Delivered(number, "x"), NOW)
        await outbox.upcoming(hall.db, NOW)
        await outbox.recover(hall.db, NOW + DAY)
    assert {notice.chat_id for notice in notices} >= {GROUP}
    assert await faults(hall.db, seen) == []
    assert len(seen) > 5


async def receiving(hall: Hall) -> None:
    """Updates are stored, taken and marked as done."""
    with caught(hall.db) as seen:
        await inbox.receive(hall.db, [(1, 5, {"a": 1}), (2, 5, {"a": 1})], NOW)
        await inbox.latest(hall.db)
        taken = await inbox.take(hall.db, 0, 9)
        await inbox.finish(hall.db, [one.update_id for one in taken])
    assert len(taken) == 2
    assert await faults(hall.db, seen) == []
    assert len(seen) > 3


async def sweeping(hall: Hall) -> None:
    """Every sweep, with something to do for most of them."""
    call = await hall.call(groups=(await hall.group(),))
    done, late = await hall.people(2)
    await hall.submit(await hall.rate_all(await hall.claim(call, done)))
    await hall.rate(await hall.claim(call, late), TIE)
    due = sweeps(hall.db, RULES, lambda: None, here)
    # The one reads every line of every book, the other adds a week up by person, once each.
    del due["audit"], due["hourly floor"]
    # What it looks at of everybody is gathered by a few statements, once a day.
    del due["detectors"], due["measure"], due["reviewers"], due["tiers"]
    # What waits for the few who run the hall has a test of its own.
    del due["desks"]
    with caught(hall.db) as seen:
        for hours in (0.1, 0.5, 9, 24 * 9):
            for _, sweep in due.values():
                await sweep(NOW + timedelta(hours=hours))
    assert await faults(hall.db, seen) == []
    assert len(seen) > 20


async def erasing(hall: Hall) -> None:
    """Somebody with work, notices and a question is erased, after all data were sent."""
    ada = await hall.person()
    await hall.finish(await hall.claim(await hall.call(), ada))
    person = await hall.who(ada)
    with caught(hall.db) as seen:
        async with hall.db.begin() as tx:
            await storage_erasing.erase(tx, person, language="en", now=NOW)
    # A row for each who decides, for each file of a coordinator, for each link of an admin.
    small = ("SCAN step_drafts", "SCAN files", "SCAN role_links")
    assert [one for one in await faults(hall.db, seen) if not one.startswith(small)] == []
    assert len(seen) > 20


@pytest.mark.parametrize("act", [claiming, rating, sending, receiving, sweeping, erasing])
async def test_nothing_is_gone_through_or_sorted_aside(
    db: Database, act: Callable[[Hall], Awaitable[None]]
) -> None:
    hall = Hall(db)
    await hall.project(tasks=12, overlap=3, tasks_per_job=3)
    await act(hall)


async def test_a_claim_without_the_index_of_the_queue_is_seen(db: Database) -> None:
    hall = Hall(db)
    await hall.project(tasks=12, overlap=3, tasks_per_job=3)
    async with db.begin() as tx:
        await tx.exec_driver_sql("DROP INDEX ix_tasks_queue")
    with pytest.raises(AssertionError, match="TEMP B-TREE"):
        await claiming(hall)
