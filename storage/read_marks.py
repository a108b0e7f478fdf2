"""What a person has read and agreed to, by project: a content warning, guidelines."""

from datetime import datetime

from sqlalchemy import select

from storage.database import Tx
from storage.schema import read_marks
from storage.statements import unless_there

_ADD = unless_there(read_marks, "person_id", "project_id", "kind", "what")


async def is_there(tx: Tx, person_id: int, project_id: int, kind: str, what: str) -> bool:
    """Whether the person has read exactly that."""
    found = select(read_marks.c.id).where(
        read_marks.c.person_id == person_id, read_marks.c.project_id == project_id,
        read_marks.c.kind == kind, read_marks.c.what == what,
    )  # fmt: skip
    return (await tx.execute(found)).first() is not None


async def add(
    tx: Tx, *, person_id: int, project_id: int, kind: str, what: str, now: datetime
) -> bool:
    """The person has read it; false where that was known."""
    row = {"person_id": person_id, "project_id": project_id, "kind": kind, "what": what, "at": now}
    return bool((await tx.execute(_ADD[tx.dialect.name], row)).rowcount)
