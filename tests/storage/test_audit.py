"""The audit of the pay: it finds nothing in a whole hall, and each planted fault."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import pytest
from sqlalchemy.exc import DBAPIError

from bot.domain.refusal import Contended
from storage import audit
from storage.database import Database, Tx
from tests.services.paid_hall import fill
from tests.storage.audit_faults import A_REVIEW, BARE, PLANTS, REFUSED, REFUSED_BY
from tests.storage.filled import filled


@pytest.fixture
async def db(engine: str) -> AsyncIterator[Database]:
    """A hall with money in every state."""
    async with filled(engine, fill) as hall:
        yield hall


class TakenBackError(Exception):
    """Ends a transaction that must leave nothing behind."""


@asynccontextmanager
async def for_a_try(db: Database) -> AsyncIterator[Tx]:
    """A transaction that is rolled back."""
    with suppress(TakenBackError):
        async with db.begin() as tx:
            yield tx
            raise TakenBackError


async def test_a_whole_hall_keeps_every_promise(db: Database) -> None:
    async with db.read() as tx:
        assert await audit.breaches(tx) == []


async def laid_bare(tx: Tx, table: str) -> None:
    """The table with the same rows, and without keys, checks and triggers."""
    await tx.exec_driver_sql(f"ALTER TABLE {table} RENAME TO {table}_kept")
    await tx.exec_driver_sql(f"CREATE TABLE {table} AS SELECT * FROM {table}_kept")  # noqa: S608


def test_there_is_a_fault_for_each_promise() -> None:
    assert set(PLANTS) == {promise.__name__ for promise in audit.OF_MONEY}


@pytest.mark.parametrize("promise", PLANTS)
async def test_a_broken_promise_is_found(db: Database, promise: str) -> None:
    async with for_a_try(db) as tx:
        for table in BARE:
            await laid_bare(tx, table)
        before = {one.promise for one in await audit.breaches(tx)}
        assert before == {audit.GUARDED}
        for statement in PLANTS[promise]:
            assert (await tx.exec_driver_sql(statement)).rowcount
        found = {one.promise: one for one in await audit.breaches(tx)}
    assert promise in found
    assert found[promise].count == len(found[promise].examples) > 0 or found[promise].count > 5


async def test_a_missing_guard_is_found(db: Database) -> None:
    on = "" if db.is_sqlite else " ON lines"
    async with for_a_try(db) as tx:
        await tx.exec_driver_sql(f"DROP TRIGGER lines_refuses_update{on}")
        (found,) = await audit.breaches(tx)
    assert (found.promise, found.examples) == (audit.GUARDED, ("lines_refuses_update",))


@pytest.mark.engines("postgres")
async def test_a_guard_that_is_switched_off_is_found(db: Database) -> None:
    async with for_a_try(db) as tx:
        await tx.exec_driver_sql("ALTER TABLE entries DISABLE TRIGGER entries_balance")
        (found,) = await audit.breaches(tx)
    assert found.examples == ("entries_balance",)


async def _carry_out(db: Database, statements: str) -> None:
    async with db.begin() as tx:
        await tx.exec_driver_sql(A_REVIEW)
        for one in statements.split("; "):
            await tx.exec_driver_sql(one)


@pytest.mark.parametrize("statements", REFUSED)
async def test_the_database_itself_refuses(db: Database, statements: str) -> None:
    with pytest.raises((DBAPIError, Contended)):
        await _carry_out(db, statements)
    async with db.read() as tx:
        assert await audit.breaches(tx) == []


@pytest.mark.parametrize("number", range(3))
async def test_the_database_refuses_what_one_engine_alone_knows_of(
    db: Database, engine: str, number: int
) -> None:
    for statement in REFUSED_BY[engine][number::3]:
        with pytest.raises(DBAPIError):
            await _carry_out(db, statement)
