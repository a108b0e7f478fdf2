"""Being woken by other processes, at once; whoever waits also looks from time to time."""

import asyncio
import logging
from collections.abc import Callable

import asyncpg
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from storage.database import CHANNEL, Database

_log = logging.getLogger(__name__)

_AGAIN_SECONDS = 1.0
# The driver is asked directly for what it hears, and has errors of its own.
_AWAY = (SQLAlchemyError, asyncpg.InterfaceError, asyncpg.PostgresError, OSError)


async def listen(db: Database, heard: Callable[[str], None]) -> None:
    """Call `heard` with what each process wakes, until cancelled; on SQLite there is but one."""
    if db.is_sqlite:
        return
    while True:
        try:
            await _listen(db, heard)
        except _AWAY as error:
            _log.warning("no word from other processes: %s", type(error).__name__)
        # The database went away; what was missed meanwhile is found by looking.
        await asyncio.sleep(_AGAIN_SECONDS)


async def _listen(db: Database, heard: Callable[[str], None]) -> None:
    def told(_connection: object, _process: int, _channel: str, what: object) -> None:
        heard(str(what))

    ended = asyncio.Event()
    async with db.connection() as connection:
        # One that broke while nobody used it is noticed here, and not taken again.
        await connection.execute(select(1))
        driver = (await connection.get_raw_connection()).driver_connection
        if driver is None:
            return
        driver.add_termination_listener(lambda _connection: ended.set())
        await driver.add_listener(CHANNEL, told)
        try:
            await ended.wait()
        finally:
            if not driver.is_closed():
                await driver.remove_listener(CHANNEL, told)
