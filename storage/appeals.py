"""Appeals: who objects to which step, and what was decided."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, select

from bot.domain.appeals import Appeal, AppealState
from bot.domain.numbers import public_number
from storage.database import Tx, locking
from storage.schema import appeals
from storage.schema.columns import word
from storage.statements import add_row, change_row, rows_by

_COLUMNS = tuple(Appeal.__dataclass_fields__)
_LOCKED = locking(rows_by(appeals, "number"), appeals)
_OPEN = select(appeals).where(appeals.c.state == word("open"))
_DUE = (
    select(appeals.c.number)
    .where(appeals.c.state == word("open"), appeals.c.next_at <= bindparam("now"))
    .order_by(appeals.c.next_at)
    .limit(bindparam("most"))
)
_LATEST = (
    select(appeals)
    .where(appeals.c.state != word("open"))
    .order_by(appeals.c.id.desc())
    .limit(bindparam("most"))
)


def _appeal(row: Row[Any]) -> Appeal:
    found = {name: getattr(row, name) for name in _COLUMNS}
    return Appeal(**found | {"state": AppealState(row.state)})


async def add(
    tx: Tx, *, step_id: int, person_id: int, step_by: int, decide_by: datetime, next_at: datetime,
    now: datetime,
) -> Appeal:  # fmt: skip
    """An open appeal without words yet; the database refuses a second one about the same step."""
    values = {
        "number": public_number(), "step_id": step_id, "person_id": person_id, "words": "",
        "state": AppealState.open, "opened_at": now, "decide_by": decide_by, "next_at": next_at,
        "step_by": step_by,
    }  # fmt: skip
    return await by_id(tx, await add_row(tx, appeals, values))


async def by_id(tx: Tx, appeal_id: int) -> Appeal:
    """The appeal; it must exist."""
    return _appeal((await tx.execute(rows_by(appeals, "id"), {"id": appeal_id})).one())


async def by_number(tx: Tx, number: str) -> Appeal | None:
    """The appeal with that public number."""
    row = (await tx.execute(rows_by(appeals, "number"), {"number": number})).first()
    return _appeal(row) if row else None


async def locked(tx: Tx, number: str) -> Appeal | None:
    """As `by_number`; nobody else decides it until the transaction ends."""
    row = (await tx.execute(_LOCKED, {"number": number})).first()
    return _appeal(row) if row else None


async def of_step(tx: Tx, step_id: int) -> Appeal | None:
    """The appeal against that step."""
    row = (await tx.execute(rows_by(appeals, "step_id"), {"step_id": step_id})).first()
    return _appeal(row) if row else None


async def of_person(tx: Tx, person_id: int) -> list[Appeal]:
    """Every appeal of the person, oldest first."""
    mine = rows_by(appeals, "person_id").order_by(appeals.c.id)
    return [_appeal(row) for row in await tx.execute(mine, {"person_id": person_id})]


async def waiting(tx: Tx) -> list[Appeal]:
    """Every open appeal, the next to be answered first."""
    found = await tx.execute(_OPEN)
    return sorted((_appeal(row) for row in found), key=lambda one: (one.decide_by, one.id))


async def decided(tx: Tx, most: int) -> Sequence[Appeal]:
    """The latest appeals that were decided."""
    return [_appeal(row) for row in await tx.execute(_LATEST, {"most": most})]


async def due(tx: Tx, now: datetime, most: int) -> list[str]:
    """The open appeals at which the clock has to look."""
    return list((await tx.execute(_DUE, {"now": now, "most": most})).scalars())


async def change(tx: Tx, appeal_id: int, **values: Any) -> None:
    """Set columns of an appeal."""
    await change_row(tx, appeals, appeal_id, values)
