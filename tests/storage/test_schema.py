"""The schema: what the database itself refuses, and that both engines understand it."""

import asyncio
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import (
    Column,
    Dialect,
    Integer,
    MetaData,
    Table,
    Update,
    delete,
    insert,
    text,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError, IntegrityError, StatementError
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlalchemy.sql import Delete

from bot.domain.calls import OfferState
from bot.domain.refusal import Contended
from storage import journal, migrate, schema
from storage.database import Database
from storage.schema import Moment, metadata
from tests import postgres_server
from tests.services.builders import NOW, Hall


@pytest.fixture
def hall(db: Database) -> Hall:
    return Hall(db)


async def refused(hall: Hall, statement: Any, words: str) -> None:
    """The database refuses the statement, in these words of SQLite's, and nothing changes."""
    before = await hall.census()
    wanted = words if hall.db.is_sqlite else _as_postgres_says(words)
    with pytest.raises((IntegrityError, DBAPIError, Contended), match=wanted):
        async with hall.db.begin() as tx:
            await tx.execute(statement)
    assert await hall.census() == before


def _as_postgres_says(words: str) -> str:
    """The same refusal: it names the constraint where SQLite names the columns."""
    if not words.startswith("UNIQUE"):
        return words.replace("FOREIGN KEY", "foreign key constraint")
    *_, columns = words.partition(": ")
    table = columns.partition(".")[0]
    names = "_".join(column.partition(".")[2] for column in columns.split(", "))
    return f'duplicate key .*"uq_{table}_{names}' if columns else "duplicate key"


async def test_the_migrations_lead_to_the_schema_in_code(db: Database) -> None:
    await migrate.upgrade(db)
    assert await migrate.differences(db) == []


# What PostgreSQL keeps of each table: its columns, then its constraints; and of each index.
_TABLES = """
SELECT table_name AS name, concat_ws(' ', column_name, data_type, character_maximum_length,
       is_nullable, column_default) AS line
  FROM information_schema.columns WHERE table_schema = 'public'
UNION ALL
SELECT conrelid::regclass::text, conname || ' ' || pg_get_constraintdef(oid)
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
"""
_INDEXES = """
SELECT indexname AS name, indexdef AS line FROM pg_indexes WHERE schemaname = 'public'
"""


async def as_postgres_keeps(db: Database, kind: str) -> dict[str, list[str]]:
    """The same of PostgreSQL, from its own catalogue."""
    found: dict[str, list[str]] = {}
    async with db.read() as tx:
        for row in await tx.execute(text(_TABLES if kind == "table" else _INDEXES)):
            found.setdefault(row.name, []).append(row.line)
    return {name: sorted(lines) for name, lines in found.items()}


async def in_words(db: Database, kind: str) -> dict[str, list[str]]:
    """What the engine keeps of its tables or indexes, line by line in one order."""
    if not db.is_sqlite:
        return await as_postgres_keeps(db, kind)
    asked = text("SELECT name, sql FROM sqlite_master WHERE type = :kind AND sql IS NOT NULL")
    async with db.read() as tx:
        rows = await tx.execute(asked, {"kind": kind})
        # A column that was added later stands on the line of the one before.
        apart = re.compile(r",?\s*\n\s*|, (?=[a-z_]+ [A-Z])")
        return {row.name: sorted(apart.split(row.sql)) for row in rows}


@pytest.mark.parametrize("kind", ["table", "index"])
async def test_every_check_and_condition_is_in_the_migrations(
    db: Database, tmp_path: Path, kind: str
) -> None:
    made = Database(
        f"sqlite+aiosqlite:///{tmp_path / 'made.db'}"
        if db.is_sqlite
        else postgres_server.address(await postgres_server.make_database())
    )
    async with made.begin() as tx:
        await tx.run_sync(metadata.create_all)
    wanted = await in_words(made, kind)
    found = await in_words(db, kind)
    await made.close()
    for name in ("alembic_version", "alembic_version_pkc"):
        found.pop(name, None)
    assert found == wanted
    assert len(found) > 10


async def test_a_difference_between_the_two_would_be_found(db: Database) -> None:
    Table("stray", metadata, Column("id", Integer, primary_key=True))
    try:
        assert len(await migrate.differences(db)) == 1
    finally:
        metadata.remove(metadata.tables["stray"])
    assert await migrate.differences(db) == []


async def some_work(hall: Hall) -> None:
    await hall.project(tasks=2, overlap=2)
    await hall.finish(await hall.claim(await hall.call(limit=1), await hall.person()))


JOURNAL = [
    update(schema.journal).values(act="nothing"),
    update(schema.journal).where(schema.journal.c.id == 1).values(actor_id=9),
    delete(schema.journal),
]


@pytest.mark.parametrize("change", JOURNAL, ids=["update all", "update one", "delete"])
async def test_the_journal_is_append_only(hall: Hall, change: Update | Delete) -> None:
    await some_work(hall)
    await refused(hall, change, "append-only")


@pytest.mark.parametrize(
    "values",
    [
        {"answer": {"preference": 0}},
        {"active_seconds": 1.0},
        {"pay_minor": 1},
        {"currency": "EUR"},
        {"submitted_at": NOW + timedelta(days=1)},
        {"accept_by": NOW},
        {"version": 7},
        {"number": "XXXXXXXX"},
    ],
    ids=lambda values: next(iter(values)),
)
async def test_a_submitted_rating_never_changes(hall: Hall, values: dict[str, Any]) -> None:
    await some_work(hall)
    change = update(schema.ratings).where(schema.ratings.c.id == 1).values(**values)
    await refused(hall, change, "never changes")


async def test_a_submitted_rating_is_never_deleted_but_gets_its_verdict(hall: Hall) -> None:
    await some_work(hall)
    await refused(hall, delete(schema.ratings), "never changes")
    await hall.change(schema.ratings, 1, state="accepted", decided_at=NOW)
    assert (await hall.rows(schema.ratings))[0].state == "accepted"


async def test_a_rating_stays_with_its_job_and_assignment(hall: Hall) -> None:
    await some_work(hall)
    await hall.claim(await hall.call(), await hall.person())
    for values in ({"job_id": 2}, {"assignment_id": 3}):
        change = update(schema.ratings).where(schema.ratings.c.id == 1).values(**values)
        await refused(hall, change, "never changes")


@pytest.mark.parametrize(
    ("table", "values", "words"),
    [
        (schema.tasks, {"open_slots": 3}, "open_slots"),
        (schema.tasks, {"open_slots": -1}, "open_slots"),
        (schema.projects, {"open_slots": -1}, "open_slots"),
        (schema.calls, {"taken": 2}, "taken"),
        (schema.jobs, {"size": 0}, "size"),
        (schema.notices, {"state": "sent", "message_id": None}, "sent"),
    ],
)
async def test_no_count_leaves_its_bounds(
    hall: Hall, table: Table, values: dict[str, Any], words: str
) -> None:
    await some_work(hall)
    await refused(hall, update(table).where(table.c.id == 1).values(**values), words)


UNIQUE = [
    (schema.assignments, ["task_id", "person_id"]),
    (schema.ratings, ["assignment_id", "version"]),
    (schema.notices, ["key"]),
    (schema.tasks, ["project_id", "external_id"]),
    (schema.people, ["telegram_id"]),
    (schema.people, ["pseudonym"]),
    (schema.jobs, ["number"]),
    (schema.calls, ["number"]),
    (schema.projects, ["key"]),
    (schema.project_versions, ["project_id", "version"]),
]


@pytest.mark.parametrize(
    ("table", "same"), UNIQUE, ids=[f"{table.name} {same[0]}" for table, same in UNIQUE]
)
async def test_what_is_one_of_a_kind_stays_so(hall: Hall, table: Table, same: list[str]) -> None:
    await some_work(hall)
    row = (await hall.rows(table))[0]._asdict()
    # The other unique columns differ, so that only those named can clash.
    other = {"number": "XXXXXXXX", "key": "other", "telegram_id": 5, "pseudonym": "YYYYYYYY",
             "external_id": "other", "version": 99, "message_id": 1}  # fmt: skip
    copy = {name: value for name, value in row.items() if name != "id"}
    copy |= {name: value for name, value in other.items() if name in copy and name not in same}
    words = ", ".join(f"{table.name}.{name}" for name in same)
    await refused(hall, insert(table).values(**copy), f"UNIQUE constraint failed: {words}")


async def test_a_call_holds_one_place_for_a_person(hall: Hall) -> None:
    await some_work(hall)
    offer = {"call_id": 1, "person_id": 1, "until": NOW}
    add = insert(schema.offers)
    async with hall.db.begin() as tx:
        await tx.execute(add.values(state=OfferState.lapsed, **offer))
        await tx.execute(add.values(state=OfferState.held, **offer))
    await refused(hall, add.values(state=OfferState.held, **offer), "UNIQUE")


async def test_a_call_stands_once_in_a_place(hall: Hall) -> None:
    await hall.project()
    group = await hall.group()
    await hall.call(groups=(group,))
    again = insert(schema.call_posts).values(call_id=1, chat_id=group)
    await refused(hall, again, "UNIQUE")
    async with hall.db.begin() as tx:
        await tx.execute(again.values(thread_id=7))
    await refused(hall, again.values(thread_id=7), "UNIQUE")


@pytest.mark.parametrize("project_id", [None, 1])
async def test_a_role_is_held_once(hall: Hall, project_id: int | None) -> None:
    await some_work(hall)
    role = {"person_id": 1, "role": "reviewer", "project_id": project_id, "granted_at": NOW}
    async with hall.db.begin() as tx:
        await tx.execute(insert(schema.roles).values(**role))
    await refused(hall, insert(schema.roles).values(**role), "UNIQUE")


async def test_nothing_refers_to_what_is_not_there(hall: Hall) -> None:
    role = {"person_id": 99, "role": "reviewer", "project_id": None, "granted_at": NOW}
    await refused(hall, insert(schema.roles).values(**role), "FOREIGN KEY")


async def test_the_journal_tells_what_happened_to_a_thing_in_order(hall: Hall) -> None:
    async with hall.db.begin() as tx:
        for n, act in enumerate(("made", "changed", "gone")):
            at = NOW - n * timedelta(days=1)
            await journal.append(tx, at=at, actor_id=n, act=act, subject="thing:1")
        await journal.append(tx, at=NOW, actor_id=None, act="made", subject="thing:11")
    async with hall.db.read() as tx:
        told = await journal.about(tx, "thing:1")
    assert [(by, act) for _, by, act in told] == [(0, "made"), (1, "changed"), (2, "gone")]


moments = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=st.just(UTC))  # noqa: DTZ001
DIALECTS: list[Dialect] = [sqlite.dialect(), postgresql.dialect()]  # type: ignore[no-untyped-call]


@given(moments, st.sampled_from(DIALECTS))
def test_a_time_is_stored_to_the_microsecond(moment: datetime, dialect: Dialect) -> None:
    column = Moment()
    stored = column.process_bind_param(moment, dialect)
    assert isinstance(stored, int)
    assert abs(stored) < 2**63
    assert column.process_result_value(stored, dialect) == moment


def test_no_time_is_none_and_a_time_without_a_zone_is_an_error() -> None:
    column = Moment()
    assert column.process_bind_param(None, DIALECTS[0]) is None
    assert column.process_result_value(None, DIALECTS[0]) is None
    with pytest.raises(ValueError, match="without a zone"):
        column.process_bind_param(NOW.replace(tzinfo=None), DIALECTS[0])


async def test_a_time_without_a_zone_is_never_stored(hall: Hall) -> None:
    naive = NOW.replace(tzinfo=None)
    with pytest.raises(StatementError, match="without a zone"):
        async with hall.db.begin() as tx:
            await journal.append(tx, at=naive, actor_id=None, act="a", subject="s")


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda one: one.name)
def test_every_table_and_index_can_be_made_on_both_engines(dialect: Dialect) -> None:
    assert isinstance(metadata, MetaData)
    for table in metadata.sorted_tables:
        assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=dialect))
        for index in table.indexes:
            made = str(CreateIndex(index).compile(dialect=dialect))
            partial = index.dialect_options[dialect.name]["where"] is not None
            assert ("WHERE" in made) == partial


def test_every_partial_index_is_partial_on_both_engines() -> None:
    for table in metadata.sorted_tables:
        for index in table.indexes:
            here, there = (index.dialect_options[d.name]["where"] for d in DIALECTS)
            assert str(here) == str(there), index.name


async def test_fifty_claims_of_one_assignment_leave_one(hall: Hall) -> None:
    await some_work(hall)
    row = (await hall.rows(schema.assignments))[0]._asdict()
    person = await hall.person()
    copy = {k: v for k, v in row.items() if k != "id"} | {"person_id": person}

    async def assign() -> None:
        async with hall.db.begin() as tx:
            await tx.execute(insert(schema.assignments).values(**copy))

    done = await asyncio.gather(*(assign() for _ in range(50)), return_exceptions=True)
    assert sum(one is None for one in done) == 1
    met = IntegrityError if hall.db.is_sqlite else Contended
    assert sum(isinstance(one, met) for one in done) == 49
