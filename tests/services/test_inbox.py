"""The inbox: stored once, worked off once, set aside at the third failure."""

from datetime import UTC, datetime

from sqlalchemy import select

from bot.services import inbox
from storage.database import Database
from storage.schema import inbox as table

NOW = datetime(2030, 1, 1, tzinfo=UTC)


async def state_of(db: Database, update_id: int) -> tuple[str, int, str | None]:
    async with db.read() as tx:
        row = (await tx.execute(select(table).where(table.c.update_id == update_id))).one()
        return row.state, row.attempts, row.error


async def test_an_update_that_comes_twice_is_stored_once(db: Database) -> None:
    assert await inbox.receive(db, [(7, 1, {"a": 1}), (8, 1, {})], NOW) == 2
    assert await inbox.receive(db, [(8, 1, {}), (9, 2, {}), (9, 2, {})], NOW) == 1
    assert [item.update_id for item in await inbox.take(db, -1, 10)] == [7, 8, 9]
    assert (await inbox.take(db, 7, 1))[0].update_id == 8
    assert await inbox.latest(db) == (9, NOW)


async def test_an_empty_inbox_has_no_latest(db: Database) -> None:
    assert await inbox.latest(db) is None
    assert await inbox.take(db, -1, 10) == []


async def test_a_finished_update_is_not_taken_again_even_if_it_comes_again(db: Database) -> None:
    await inbox.receive(db, [(7, 1, {})], NOW)
    await inbox.finish(db, [7])
    await inbox.receive(db, [(7, 1, {})], NOW)
    assert await inbox.take(db, -1, 10) == []
    assert (await state_of(db, 7))[0] == "done"


async def test_the_third_failure_sets_an_update_aside_under_a_number(db: Database) -> None:
    await inbox.receive(db, [(7, 1, {})], NOW)
    assert await inbox.fail(db, 7, "KeyError: x") is None
    assert await inbox.fail(db, 7, "KeyError: x") is None
    assert len(await inbox.take(db, -1, 10)) == 1
    number = await inbox.fail(db, 7, "KeyError: y")
    assert number is not None
    assert len(number) == 8
    assert await inbox.take(db, -1, 10) == []
    assert await state_of(db, 7) == ("aside", 3, "KeyError: y")


async def test_one_that_cannot_be_read_is_set_aside_at_once(db: Database) -> None:
    await inbox.receive(db, [(7, 1, {})], NOW)
    assert await inbox.fail(db, 7, "TypeError", most=1) is not None
    assert (await state_of(db, 7))[0] == "aside"
