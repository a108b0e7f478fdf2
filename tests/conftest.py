"""What most tests need: a database of a hall, fresh for each test, on each engine."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from storage.database import Database
from storage.migrate import upgrade
from tests import postgres_server
from tests.emptied import Shelf

BOT_ID = 4242
# Tests of what lies above the storage run on one engine, unless they ask for the other.
BOTH_ENGINES = (
    "tests/services/",
    "tests/storage/",
    "tests/test_workers.py",
    "tests/test_member.py",
)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "engine" not in metafunc.fixturenames:
        return
    here = Path(metafunc.module.__file__ or "").as_posix()
    only = metafunc.definition.get_closest_marker("engines")
    if only is not None:
        engines = list(only.args)
    else:
        both = any(place in here for place in BOTH_ENGINES)
        engines = ["sqlite", "postgres"] if both else ["sqlite"]
    metafunc.parametrize("engine", engines, scope="session")


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the migrated database is kept; migrating once is quicker than for every test."""
    return tmp_path_factory.mktemp("template") / "hall.db"


async def migrated(url: str) -> None:
    """Bring a database to the newest schema, for the bot of the tests."""
    fresh = Database(url)
    await upgrade(fresh)
    await fresh.bind(BOT_ID)
    await fresh.close()


def forbid_locks_in_reading(hall: Database) -> None:
    """Fail where what only reads takes a lock: SQLite would let it pass, PostgreSQL refuses."""

    def executed(_connection: Any, clause: Any, *_more: Any) -> None:
        assert getattr(clause, "_for_update_arg", None) is None, f"a lock in reading: {clause}"

    event.listen(hall._reader.sync_engine, "before_execute", executed)


@pytest.fixture
async def db(engine: str, template: Path, tmp_path: Path) -> AsyncIterator[Database]:
    """An empty hall of bot 4242 in a database of its own, at the newest schema."""
    if engine == "postgres":
        async for hall in _of_postgres():
            yield hall
        return
    if not template.exists():  # noqa: ASYNC240 - nobody else waits here
        await migrated(f"sqlite+aiosqlite:///{template}")
    file = tmp_path / "hall.db"
    shutil.copy(template, file)
    hall = Database(f"sqlite+aiosqlite:///{file}")
    forbid_locks_in_reading(hall)
    yield hall
    await hall.close()


_shelf: list[Shelf] = []


async def _of_postgres() -> AsyncIterator[Database]:
    if not _shelf:
        first = await postgres_server.make_database()
        await migrated(postgres_server.address(first))
        _shelf.append(Shelf(first))
        await _shelf[0].prepare()
    name = await _shelf[0].take()
    hall = Database(postgres_server.address(name))
    yield hall
    await hall.close()
    await _shelf[0].give_back(name)
