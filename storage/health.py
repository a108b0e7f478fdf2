"""What the tables say about how the hall is doing; cheap enough to be asked every second."""

import asyncio
import shutil
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from alembic.script import ScriptDirectory
from sqlalchemy import case, func, select, text

from bot.domain.notices import Priority
from storage.database import Database, Tx
from storage.schema import call_posts, calls, chats, inbox, notices
from storage.schema.columns import among, word

# Beyond this many, the exact number says nothing more.
MOST_COUNTED = 10_000
_ENGINES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


@dataclass(frozen=True, slots=True)
class Waiting:
    """So many wait, the oldest of them since then."""

    count: int
    since: datetime | None


async def updates_waiting(tx: Tx) -> Waiting:
    """Stored updates that were not worked off."""
    found = select(inbox.c.received_at).where(inbox.c.state == word("new"))
    new = found.limit(MOST_COUNTED).subquery()
    row = (await tx.execute(select(func.count(), func.min(new.c.received_at)))).one()
    return Waiting(*row)


async def updates_aside(tx: Tx, since: datetime) -> int:
    """How many updates that came since then were set aside."""
    # Only those that were set aside have a number, so its index leads to them.
    found = select(func.count()).where(inbox.c.number > "", inbox.c.received_at >= since)
    return int((await tx.execute(found)).scalar_one())


async def last_update(tx: Tx) -> datetime | None:
    """When the newest update came in."""
    found = select(inbox.c.received_at).order_by(inbox.c.update_id.desc()).limit(1)
    return (await tx.execute(found)).scalar()


async def notices_due(tx: Tx, now: datetime) -> Waiting:
    """Notices that should be out; the oldest of them that is no broadcast."""
    due = (
        select(notices.c.not_before, notices.c.priority)
        .where(among(notices.c.state, "queued", "sending"))
        .where(notices.c.state == word("queued"), notices.c.not_before <= now)
        .limit(MOST_COUNTED)
        .subquery()
    )
    personal = case((due.c.priority < Priority.broadcast, due.c.not_before))
    row = (await tx.execute(select(func.count(), func.min(personal)).select_from(due))).one()
    return Waiting(*row)


async def notices_in_trouble(tx: Tx, since: datetime) -> dict[str, int]:
    """How many notices written since then are uncertain, and how many failed."""
    found = (
        select(notices.c.state, func.count())
        .where(among(notices.c.state, "uncertain", "failed"), notices.c.created_at >= since)
        .group_by(notices.c.state)
    )
    return {state: int(count) for state, count in await tx.execute(found)}


async def given_up(tx: Tx) -> set[int]:
    """Groups that the bot is not in any more, and in which no open call stands."""
    needed = (
        select(call_posts.c.chat_id)
        .join(calls, calls.c.id == call_posts.c.call_id)
        .where(among(calls.c.state, "live", "filled"))
    )
    found = select(chats.c.id).where(chats.c.bot == word("left"), chats.c.id.not_in(needed))
    return set((await tx.execute(found)).scalars())


async def schema_of(tx: Tx) -> str:
    """The revision of the schema that the database has."""
    return str((await tx.execute(text("SELECT version_num FROM alembic_version"))).scalar())


@cache
def newest_schema() -> str:
    """The revision of the schema that this program knows."""
    scripts = ScriptDirectory(str(Path(__file__).parent / "migrations"))
    return str(scripts.get_current_head())


def engine_of(tx: Tx) -> str:
    """The engine and its version, such as `SQLite 3.40.1`."""
    version = getattr(tx.dialect, "server_version_info", None) or ()
    return f"{_ENGINES[tx.dialect.name]} {'.'.join(map(str, version))}".strip()


async def disk_free(db: Database) -> int | None:
    """Bytes that are free where the file of the database is; none for a server."""
    if not db.is_sqlite or not db.url.database:
        return None
    folder = Path(db.url.database).parent
    return (await asyncio.to_thread(shutil.disk_usage, folder)).free
