"""A hall that is filled once for each engine; every test in it takes back what it does."""

import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from storage.database import Database
from tests import postgres_server
from tests.conftest import migrated
from tests.services.builders import Hall

_addresses: dict[tuple[str, str], str] = {}


@asynccontextmanager
async def filled(
    engine: str, fill: Callable[[Hall], Awaitable[object]]
) -> AsyncIterator[Database]:
    """The hall that this function fills, on that engine."""
    key = (engine, fill.__module__)
    if key not in _addresses:
        _addresses[key] = await _filled(engine, fill)
    hall = Database(_addresses[key])
    try:
        yield hall
    finally:
        await hall.close()


async def _filled(engine: str, fill: Callable[[Hall], Awaitable[object]]) -> str:
    if engine == "sqlite":
        address = f"sqlite+aiosqlite:///{tempfile.mkdtemp(prefix='hall-filled-')}/hall.db"
    else:
        address = postgres_server.address(await postgres_server.make_database())
    await migrated(address)
    new = Database(address)
    await fill(Hall(new))
    await new.close()
    return address
