"""What somebody who runs the hall began and left: dropped files, calls in preparation."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from storage.database import Tx
from storage.schema import call_drafts, calls, files

_MOST = 200


@dataclass(frozen=True, slots=True)
class Begun:
    """Something with a number that was begun then; of a project, or with the name of a file."""

    number: str
    at: datetime
    name: str = ""
    project_id: int = 0


async def staged_files(tx: Tx, person_id: int, since: datetime) -> list[Begun]:
    """Dropped files that became nothing; of those with one name only the newest counts."""
    found = (
        select(files.c.number, files.c.name, files.c.used, files.c.created_at)
        .where(files.c.person_id == person_id, files.c.created_at > since)
        .order_by(files.c.created_at)
    )
    newest: dict[str, Any] = {row.name: row for row in await tx.execute(found)}
    return [
        Begun(row.number, row.created_at, name) for name, row in newest.items() if not row.used
    ]


async def call_drafts_of(tx: Tx, person_id: int, since: datetime) -> list[Begun]:
    """Calls that were prepared and not posted, the newest of each project.

    One since which somebody has called for the project is not waited for any more.
    """
    d = call_drafts.c
    found = (
        select(d.number, d.project_id, d.created_at, d.state)
        .where(d.person_id == person_id, d.created_at > since, d.call_id.is_(None))
        .order_by(d.id.desc())
        .limit(_MOST)
    )
    newest: dict[int, Begun] = {}
    for row in await tx.execute(found):
        if row.state == "open":
            newest.setdefault(
                row.project_id, Begun(row.number, row.created_at, project_id=row.project_id)
            )
    called = await _last_calls(tx, newest) if newest else {}
    return [one for one in newest.values() if called.get(one.project_id, since) < one.at]


async def _last_calls(tx: Tx, project_ids: Collection[int]) -> dict[int, datetime]:
    mine = calls.c.project_id.in_(sorted(project_ids))
    found = select(calls.c.project_id, func.max(calls.c.created_at)).where(mine)
    return {row[0]: row[1] for row in await tx.execute(found.group_by(calls.c.project_id))}
