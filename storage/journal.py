"""The journal: append-only, who did what to whom."""

from datetime import datetime
from typing import Any

from sqlalchemy import insert, select

from storage.database import Tx
from storage.schema import journal

_APPEND = insert(journal)


async def append(
    tx: Tx, *, at: datetime, actor_id: int | None, act: str, subject: str,
    before: dict[str, Any] | None = None, after: dict[str, Any] | None = None,
) -> None:  # fmt: skip
    """Add one entry; nothing here ever changes one."""
    entry = {
        "at": at, "actor_id": actor_id, "act": act, "subject": subject, "before": before,
        "after": after,
    }  # fmt: skip
    await tx.execute(_APPEND, entry)


async def about(tx: Tx, subject: str) -> list[tuple[datetime, int | None, str]]:
    """All entries about a subject, oldest first: when, by whom, what."""
    found = select(journal.c.at, journal.c.actor_id, journal.c.act)
    rows = await tx.execute(found.where(journal.c.subject == subject).order_by(journal.c.id))
    return [(row.at, row.actor_id, row.act) for row in rows]
