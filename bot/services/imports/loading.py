"""Large imports: brought in by pages that nobody sees, decided in one act, opened by pages.

Claims go on all the while. Before the decision it is as if nothing had been; what is left of an
import that ended there is removed. After it the tasks are opened, by whoever looks next.
"""

import asyncio
import time
from datetime import datetime
from functools import partial
from typing import Final

from bot.effects.touch_call import touch_calls
from bot.insistence import each, insistently
from bot.services.imports.looking import Seen
from storage import loads, projects
from storage.database import Database
from storage.loads import Load

_AT_ONCE: Final = 1_000


async def go_on(db: Database, *, now: datetime) -> int:
    """Carry on each import that nobody is at any more: opened if decided, else removed."""
    async with db.read() as tx:
        found = await loads.silent(tx)
    return await each(found, partial(_finish, db, now=now))


async def _finish(db: Database, load: Load, *, now: datetime) -> int:
    await (open_all(db, load, now=now) if load.decided else remove(db, load))
    return 1


async def clear(db: Database, project_id: int, *, source: str | None, now: datetime) -> None:
    """Carry on what was left of an import into the project, also of one of the same file."""
    async with db.read() as tx:
        load = await loads.of_project(tx, project_id)
    if load and (load.silent or (source is not None and load.source == source)):
        await _finish(db, load, now=now)


async def open_all(
    db: Database, load: Load, *, now: datetime, seen: Seen | None = None
) -> None:  # fmt: skip
    """Open the tasks of a decided import, some at a time, then have its calls redrawn."""
    after: int | None = 0
    pages = 0
    while after is not None:
        began = time.monotonic()
        after = await insistently(partial(_open_page, db, load, after, now))
        pages += 1
        if seen is not None:
            seen("opening", pages * _AT_ONCE)
        # Whoever waits for the database has as much time as this took.
        await asyncio.sleep(time.monotonic() - began)


async def _open_page(db: Database, load: Load, after: int, now: datetime) -> int | None:
    async with db.begin() as tx:
        await projects.lock(tx, load.project_id)
        last, slots = await loads.open_page(tx, load, after=after, limit=_AT_ONCE)
        if not last:
            await loads.end(tx, load)
            await touch_calls(tx, load.project_id, now=now)
            return None
        await projects.change_slots(tx, load.project_id, slots)
        await loads.renew(tx, load.id)
        return last


async def remove(db: Database, load: Load) -> None:
    """Remove the tasks of an import that was not decided, some at a time."""
    is_left = True
    while is_left:
        began = time.monotonic()
        is_left = await insistently(partial(_remove_page, db, load))
        await asyncio.sleep(time.monotonic() - began)


async def _remove_page(db: Database, load: Load) -> bool:
    async with db.begin() as tx:
        # It may have been decided, or removed, since somebody looked.
        there = await loads.of_project(tx, load.project_id)
        if there is None or there.id != load.id or there.decided:
            return False
        if await loads.remove_page(tx, load, limit=_AT_ONCE):
            return True
        await loads.end(tx, load)
        return False
