"""What one process tells another, also after the connections to the database broke."""

import asyncio

import pytest
from sqlalchemy import text

from storage.database import Database, wake
from storage.wakes import listen

pytestmark = pytest.mark.engines("postgres")

# Every connection but the one that asks.
_BREAK_ALL = text(
    "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
)


async def tell_until(db: Database, heard: asyncio.Event) -> None:
    async with asyncio.timeout(30):
        while not heard.is_set():
            async with db.begin() as tx:
                await wake(tx, "inbox")
            await asyncio.sleep(0.01)


async def test_who_listens_hears_again_after_all_connections_broke(db: Database) -> None:
    heard = asyncio.Event()
    listening = asyncio.create_task(listen(db, lambda _what: heard.set()))
    other = Database(db.url.render_as_string(hide_password=False))
    try:
        await tell_until(other, heard)
        # Idle connections that break are dead without anybody knowing.
        async with db.read() as one, db.read() as two:
            await one.execute(text("SELECT 1"))
            await two.execute(text("SELECT 1"))
        async with other.read() as tx:
            await tx.execute(_BREAK_ALL)
        heard.clear()
        await tell_until(other, heard)
    finally:
        listening.cancel()
        await asyncio.wait([listening])
        await other.close()
    assert listening.cancelled()
