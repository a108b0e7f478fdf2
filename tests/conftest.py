"""What most tests need: a database of a hall, fresh for each test."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.database import Database
from storage.migrate import upgrade

BOT_ID = 4242


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the migrated database is kept; migrating once is quicker than for every test."""
    return tmp_path_factory.mktemp("template") / "hall.db"


@pytest.fixture
async def db(template: Path, tmp_path: Path) -> AsyncIterator[Database]:
    """An empty hall of bot 4242 in a file of its own, at the newest schema."""
    if not template.exists():  # noqa: ASYNC240 - nobody else waits here
        fresh = Database(f"sqlite+aiosqlite:///{template}")
        await upgrade(fresh)
        await fresh.bind(BOT_ID)
        await fresh.close()
    file = tmp_path / "hall.db"
    shutil.copy(template, file)
    hall = Database(f"sqlite+aiosqlite:///{file}")
    yield hall
    await hall.close()
