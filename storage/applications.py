"""Applications of newcomers: who waits to be approved, and what was decided."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, select

from bot.domain.applications import Application, ApplicationState
from bot.domain.numbers import public_number
from storage.database import Tx, locking
from storage.schema import applications
from storage.schema.columns import word
from storage.statements import add_row, change_row, rows_by

_COLUMNS = tuple(Application.__dataclass_fields__)
_LOCKED = locking(rows_by(applications, "id"), applications)
_OPEN = applications.c.state == word("open")
_DUE = (
    select(applications.c.id)
    .where(_OPEN, applications.c.reply_by <= bindparam("now"))
    .order_by(applications.c.reply_by)
    .limit(bindparam("most"))
)


def _application(row: Row[Any]) -> Application:
    found = {name: getattr(row, name) for name in _COLUMNS}
    return Application(**found | {"state": ApplicationState(row.state)})


async def add(tx: Tx, *, person_id: int, reply_by: datetime, now: datetime) -> Application:
    """An open application of the person, who has none yet."""
    values = {
        "number": public_number(), "person_id": person_id, "state": "open", "applied_at": now,
        "reply_by": reply_by,
    }  # fmt: skip
    return await by_id(tx, await add_row(tx, applications, values))


async def by_id(tx: Tx, application_id: int) -> Application:
    """The application; it must exist."""
    found = await tx.execute(rows_by(applications, "id"), {"id": application_id})
    return _application(found.one())


async def locked(tx: Tx, application_id: int) -> Application:
    """The application, which nobody else decides until the transaction ends."""
    return _application((await tx.execute(_LOCKED, {"id": application_id})).one())


async def by_number(tx: Tx, number: str) -> Application | None:
    """The application of that public number."""
    row = (await tx.execute(rows_by(applications, "number"), {"number": number})).first()
    return _application(row) if row else None


async def of_person(tx: Tx, person_id: int) -> Application | None:
    """The application of the person, however it was decided."""
    row = (await tx.execute(rows_by(applications, "person_id"), {"person_id": person_id})).first()
    return _application(row) if row else None


async def waiting(tx: Tx, *, skip: int = 0, most: int) -> tuple[list[Application], int]:
    """One page of the open applications, the next to be answered first, and how many there are."""
    page = select(applications).where(_OPEN).order_by(applications.c.reply_by)
    found = await tx.execute(page.offset(skip).limit(most))
    count = await tx.execute(select(func.count()).select_from(applications).where(_OPEN))
    return [_application(row) for row in found], int(count.scalar_one())


async def due(tx: Tx, now: datetime, most: int) -> list[int]:
    """The open applications whose date has come."""
    return list((await tx.execute(_DUE, {"now": now, "most": most})).scalars())


async def decide(tx: Tx, application_id: int, **values: Any) -> None:
    """Write what was decided."""
    await change_row(tx, applications, application_id, values)
