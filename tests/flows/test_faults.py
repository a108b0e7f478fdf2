"""The machine fails: what was answered stays, what was not is refused cleanly, all goes on."""

import asyncio
import sqlite3
from contextlib import suppress
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from storage.database import Database
from tests.flows.acts import claim, rate, submit, task
from tests.flows.hall import Stage


async def pages(db: Database, most: int | None) -> None:
    """Let the database file grow to so many pages at most; none lifts the limit."""
    async with db.begin() as tx:
        limit = most or 1_000_000
        await tx.execute(text(f"PRAGMA max_page_count={limit}"))


async def fill(db: Database) -> None:
    """Let the database file grow no more, and leave no page of it free."""
    async with db.begin() as tx:
        await tx.execute(text("CREATE TABLE filler (bytes BLOB)"))
    await pages(db, 1)
    with suppress(DBAPIError):
        while True:
            async with db.begin() as tx:
                await tx.execute(text("INSERT INTO filler VALUES (zeroblob(2000))"))


async def test_a_full_disk_loses_no_answered_tap_and_work_goes_on_afterwards(
    hall: Stage,
) -> None:
    await hall.project(tasks=20, size=20, overlap=1)
    card = await hall.call()
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    await rate(bo, 1)
    await hall.settle()
    await fill(hall.bot.db)
    # A few taps may find room in pages that are not full yet; then nothing fits any more.
    for stuck in range(2, 20):
        now = await task(bo, stuck)
        if not (await bo.tap(now, "A better", wait=0.3)).answered:
            break
    await pages(hall.bot.db, None)
    # Telegram keeps what was not acknowledged; the bot fetches it when it can store it again.
    await hall.move(seconds=40)
    assert stuck < 19, "the disk was never full"
    for position in range(stuck + 1, 21):
        await rate(bo, position)
    await submit(bo, await bo.expect("All 20 tasks"))
    await hall.move(seconds=11)
    await bo.expect("20 ratings, 8.00 USD expected")
    assert await hall.bot.db.is_sound()


async def test_a_locked_database_is_waited_for(hall: Stage) -> None:
    await hall.project(tasks=2, overlap=1, size=2)
    card = await hall.call()
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    first = await task(bo, 1)
    await hall.settle()
    file = Path(str(hall.bot.db.url.database))
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    tap = asyncio.create_task(bo.tap(first, "A better"))
    refused = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.3, refused.set_result, None)
    await refused
    assert not tap.done()
    other.execute("ROLLBACK")
    other.close()
    assert (await tap).answered
    await task(bo, 2)
