"""Whom the yearly notice of rights is due for."""

from datetime import datetime

from sqlalchemy import bindparam, select

from storage.database import Tx
from storage.schema import people

_DUE = (
    select(people.c.id)
    .where(people.c.rights_told <= bindparam("before"))
    .order_by(people.c.rights_told)
    .limit(bindparam("most"))
)
_TOLD = select(people.c.rights_told, people.c.erased_at).where(people.c.id == bindparam("person"))


async def due(tx: Tx, before: datetime, most: int) -> list[int]:
    """Whoever was told no later than that, the longest ago first."""
    return list((await tx.execute(_DUE, {"before": before, "most": most})).scalars())


async def last_told(tx: Tx, person_id: int) -> datetime | None:
    """When the person was told last; none for who has been erased."""
    row = (await tx.execute(_TOLD, {"person": person_id})).one()
    return None if row.erased_at is not None else row.rights_told
