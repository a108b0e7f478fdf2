"""What a test leaves in a database is nothing that the next one could meet."""

from collections.abc import AsyncIterator

import asyncpg
import pytest

from tests import postgres_server
from tests.conftest import migrated
from tests.emptied import Shelf

WRITTEN = "INSERT INTO journal (at, act, subject) VALUES (1, 'act', 'it') RETURNING id"


@pytest.fixture
async def shelf() -> AsyncIterator[Shelf]:
    name = await postgres_server.make_database()
    await migrated(postgres_server.address(name))
    made = Shelf(name)
    await made.prepare()
    yield made
    await postgres_server.drop_database(name)


async def test_one_that_was_used_comes_out_as_it_was_migrated(shelf: Shelf) -> None:
    name = await shelf.take()
    async with postgres_server.connected(name) as left_open:
        assert await left_open.fetchval(WRITTEN) == 1
        await left_open.execute("DELETE FROM hall")
        await shelf.give_back(name)
        assert await shelf.take() == name
        with pytest.raises((asyncpg.PostgresError, asyncpg.InterfaceError)):
            await left_open.fetchval("SELECT 1")
    async with postgres_server.connected(name) as connection:
        assert await connection.fetchval("SELECT count(*) FROM hall") == 1
        assert await connection.fetchval("SELECT count(*) FROM journal") == 0
        assert await connection.fetchval(WRITTEN) == 1


async def test_one_whose_schema_was_changed_is_given_to_nobody(shelf: Shelf) -> None:
    for change in (
        "ALTER TABLE journal DISABLE TRIGGER USER",
        "ALTER TABLE people DROP COLUMN name",
        "CREATE TABLE more (id integer)",
    ):
        name = await shelf.take()
        async with postgres_server.connected(name) as connection:
            await connection.execute(change)
        await shelf.give_back(name)
        other = await shelf.take()
        assert other != name
        await shelf.give_back(other)
        await postgres_server.drop_database(await shelf.take())
