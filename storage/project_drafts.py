"""Projects in the making: one for each person who makes one."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, select

from bot.domain.numbers import public_number
from bot.domain.project_fields import Draft
from storage.database import Tx
from storage.schema.project_drafts import project_drafts
from storage.schema.projects import projects
from storage.statements import add_row, change_row, rows_by

_OF_PERSON = rows_by(project_drafts, "person_id")
_GONE = delete(project_drafts).where(project_drafts.c.person_id == bindparam("whose"))
_USED = _GONE.where(project_drafts.c.number == bindparam("which"))


async def of_person(tx: Tx, person_id: int) -> Draft | None:
    """The project that the person is making."""
    row = (await tx.execute(_OF_PERSON, {"person_id": person_id})).first()
    return Draft(row.id, row.number, row.body) if row else None


async def put(tx: Tx, person_id: int, *, now: datetime) -> str:
    """Begin a project; the one that the person was making before is gone. Returns its number."""
    await drop(tx, person_id)
    number = public_number()
    values = {"number": number, "person_id": person_id, "body": {}, "changed_at": now}
    await add_row(tx, project_drafts, values)
    return number


async def change(tx: Tx, draft: Draft, fields: Mapping[str, Any], *, now: datetime) -> None:
    """The draft as it is now."""
    await change_row(tx, project_drafts, draft.id, {"body": dict(fields), "changed_at": now})


async def drop(tx: Tx, person_id: int) -> None:
    """The person makes no project any more."""
    await tx.execute(_GONE, {"whose": person_id})


async def use(tx: Tx, person_id: int, number: str) -> bool:
    """The draft has become a project; false where it is gone."""
    done = await tx.execute(_USED, {"whose": person_id, "which": number})
    return bool(done.rowcount)


async def keys(tx: Tx) -> set[str]:
    """The keys that projects have."""
    return set((await tx.execute(select(projects.c.key))).scalars())
