"""The database: all or nothing, once per cause, one bot, one writer, and safe at power loss."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select, text
from sqlalchemy.exc import DBAPIError, StatementError

from bot.domain.refusal import Repeated
from storage import schema
from storage.database import Database, OtherBotError, to_json
from tests.conftest import BOT_ID


async def add_chat(db: Database, chat_id: int, cause: str | None = None) -> None:
    async with db.begin(cause) as tx:
        values = {"id": chat_id, "kind": "group", "title": "G", "bot": "member"}
        await tx.execute(insert(schema.chats).values(values))


async def chats(db: Database) -> list[int]:
    async with db.read() as tx:
        return list((await tx.execute(select(schema.chats.c.id))).scalars())


async def test_what_is_written_stays_and_is_read_apart(db: Database) -> None:
    await add_chat(db, -1)
    assert await chats(db) == [-1]


async def test_a_single_statement_is_a_transaction_by_itself(db: Database) -> None:
    values = {"id": -1, "kind": "group", "title": "G", "bot": "member"}

    async def fail() -> None:
        async with db.once() as tx:
            await tx.execute(insert(schema.chats).values(values))
            raise RuntimeError("afterwards")

    with pytest.raises(RuntimeError):
        await fail()
    assert await chats(db) == [-1]
    async with db.look() as tx:
        assert (await tx.execute(select(schema.chats.c.id))).scalars().all() == [-1]
        # It holds up no writer, and sees what that one has committed.
        await add_chat(db, -2)
        assert len((await tx.execute(select(schema.chats.c.id))).all()) == 2


async def test_any_exception_undoes_everything_in_its_transaction(db: Database) -> None:
    async def fail() -> None:
        async with db.begin("u:1") as tx:
            values = {"id": -1, "kind": "group", "title": "G", "bot": "member"}
            await tx.execute(insert(schema.chats).values(values))
            raise RuntimeError("half way")

    with pytest.raises(RuntimeError):
        await fail()
    assert await chats(db) == []
    # The cause was not used up either.
    await add_chat(db, -1, "u:1")
    assert await chats(db) == [-1]


async def test_a_cause_has_one_effect(db: Database) -> None:
    await add_chat(db, -1, "u:1")
    with pytest.raises(Repeated):
        await add_chat(db, -2, "u:1")
    assert await chats(db) == [-1]


async def test_many_with_one_cause_at_once_have_one_effect(db: Database) -> None:
    done = await asyncio.gather(
        *(add_chat(db, -n, "u:1") for n in range(1, 21)), return_exceptions=True
    )
    assert sum(one is None for one in done) == 1
    assert sum(isinstance(one, Repeated) for one in done) == 19
    assert len(await chats(db)) == 1


async def test_many_writers_take_turns_and_none_is_lost(db: Database) -> None:
    await asyncio.gather(*(add_chat(db, -n) for n in range(1, 101)))
    assert len(await chats(db)) == 100


@pytest.mark.engines("sqlite")
async def test_two_programs_on_one_file_read_before_they_write_and_take_turns(
    db: Database,
) -> None:
    """As when a file is imported at the console while the bot runs."""
    other = Database(db.url.render_as_string(hide_password=False))
    await add_chat(db, 0)

    async def add_after_the_last(hall: Database) -> None:
        async with hall.begin() as tx:
            last = (await tx.execute(select(func.min(schema.chats.c.id)))).scalar_one()
            values = {"id": last - 1, "kind": "group", "title": "G", "bot": "member"}
            await tx.execute(insert(schema.chats).values(values))

    try:
        await asyncio.gather(
            *(add_after_the_last(hall) for _ in range(15) for hall in (db, other))
        )
    finally:
        await other.close()
    assert len(await chats(db)) == 31


async def test_a_reader_cannot_write(db: Database) -> None:
    async with db.read() as tx:
        with pytest.raises(DBAPIError, match=r"read-?only"):
            await tx.execute(insert(schema.causes).values(cause="x"))


async def test_a_reader_does_not_wait_for_a_writer_nor_see_half_of_it(db: Database) -> None:
    async with db.begin() as tx:
        values = {"id": -1, "kind": "group", "title": "G", "bot": "member"}
        await tx.execute(insert(schema.chats).values(values))
        assert await chats(db) == []
    assert await chats(db) == [-1]


async def test_the_database_of_another_bot_is_refused(db: Database, tmp_path: Path) -> None:
    await db.bind(BOT_ID)
    with pytest.raises(OtherBotError, match="belongs to bot 4242, not to bot 77"):
        await db.bind(77)
    async with db.read() as tx:
        assert list((await tx.execute(select(schema.hall.c.bot_id))).scalars()) == [BOT_ID]


@pytest.mark.engines("sqlite")
@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)]
)
async def test_the_engine_is_set_to_lose_nothing(db: Database, pragma: str, value: object) -> None:
    async with db.begin() as tx:
        assert (await tx.execute(text(f"PRAGMA {pragma}"))).scalar() == value
    assert await db.is_sound()


@pytest.mark.engines("sqlite")
async def test_a_broken_file_is_not_sound(db: Database, tmp_path: Path) -> None:
    await add_chat(db, -1)
    await db.close()
    file = tmp_path / "hall.db"
    body = bytearray(file.read_bytes())
    body[4096 * 3 : 4096 * 6] = b"\xff" * (4096 * 3)
    file.write_bytes(bytes(body))
    broken = Database(f"sqlite+aiosqlite:///{file}")
    try:
        assert not await broken.is_sound()
    except DBAPIError as error:
        assert "malformed" in str(error)  # noqa: PT017 - either way it is not sound
    finally:
        await broken.close()


def test_stored_json_keeps_characters_and_refuses_what_is_no_number() -> None:
    assert to_json({"a": "é中", "b": [1, None]}) == '{"a":"é中","b":[1,null]}'
    with pytest.raises(ValueError, match="not JSON compliant"):
        to_json({"a": float("nan")})


async def test_a_number_that_is_none_is_never_stored(db: Database) -> None:
    with pytest.raises(StatementError):
        async with db.begin() as tx:
            await tx.execute(
                insert(schema.journal).values(at=None, act="a", subject="s", after=float("inf"))
            )
