"""The audit of standing: it finds nothing in a hall full of steps, and each planted fault."""

from collections.abc import AsyncIterator

import pytest

from storage import audit
from storage.audit.standing import OF_STANDING
from storage.database import Database
from tests.services.standing_hall import fill
from tests.storage.filled import filled
from tests.storage.standing_faults import BARE, PLANTS
from tests.storage.test_audit import for_a_try, laid_bare


@pytest.fixture
async def db(engine: str) -> AsyncIterator[Database]:
    """A hall with standing in every state."""
    async with filled(engine, fill) as hall:
        yield hall


async def test_a_hall_in_which_much_was_decided_keeps_every_promise(db: Database) -> None:
    async with db.read() as tx:
        assert await audit.breaches(tx) == []


def test_there_is_a_fault_for_each_promise() -> None:
    assert set(PLANTS) == {promise.__name__ for promise in OF_STANDING}


@pytest.mark.parametrize("promise", PLANTS)
async def test_a_broken_promise_is_found(db: Database, promise: str) -> None:
    async with for_a_try(db) as tx:
        for table in BARE:
            await laid_bare(tx, table)
        before = {one.promise for one in await audit.breaches(tx, OF_STANDING)}
        assert before == {audit.GUARDED}
        for statement in PLANTS[promise]:
            assert (await tx.exec_driver_sql(statement)).rowcount
        found = {one.promise: one for one in await audit.breaches(tx, OF_STANDING)}
    assert promise in found
    assert found[promise].examples
