"""Who is told each morning what waits at the desk, and until when they were told."""

from datetime import datetime
from typing import Any

from sqlalchemy import select

from bot.domain.people import Role
from storage.database import Tx
from storage.schema import desk_digests, roles
from storage.statements import change_row, rows_by, unless_there

_MINE = rows_by(desk_digests, "person_id")
_ADD = unless_there(desk_digests, "person_id")
_STAFF = (
    select(roles.c.person_id)
    .where(roles.c.role.in_([Role.admin.value, Role.coordinator.value]))
    .distinct()
    .order_by(roles.c.person_id)
)


async def staff(tx: Tx) -> list[int]:
    """Everybody who coordinates something or is an admin, by id."""
    return list((await tx.execute(_STAFF)).scalars())


async def of_person(tx: Tx, person_id: int) -> tuple[bool, datetime | None]:
    """Whether the person wants the desk each morning, and which morning was told last."""
    row = (await tx.execute(_MINE, {"person_id": person_id})).first()
    return (row.wanted, row.told_at) if row else (True, None)


async def keep(tx: Tx, person_id: int, **values: Any) -> None:
    """Set what the person wants, or which morning was told last."""
    await tx.execute(_ADD[tx.dialect.name], {"person_id": person_id})
    row = (await tx.execute(_MINE, {"person_id": person_id})).one()
    await change_row(tx, desk_digests, row.id, values)
