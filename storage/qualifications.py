"""What people hold since they completed a training or passed an exam."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, or_, select

from storage.database import Tx
from storage.schema import courses, qualifications
from storage.schema.columns import word
from storage.statements import add_row, change_row, rows_by

_HELD = rows_by(qualifications, "person_id", "course_id").where(
    qualifications.c.state == word("held")
)
_KEYS = (
    select(courses.c.key)
    .join(qualifications, qualifications.c.course_id == courses.c.id)
    .where(
        qualifications.c.person_id == bindparam("person_id"),
        qualifications.c.state == word("held"),
        or_(qualifications.c.expires_at.is_(None), qualifications.c.expires_at > bindparam("now")),
    )
)
_OF_PERSON = rows_by(qualifications, "person_id").order_by(qualifications.c.id.desc())
_ENDS = (
    select(qualifications.c.id)
    .where(qualifications.c.state == word("held"), qualifications.c.expires_at <= bindparam("by"))
    .order_by(qualifications.c.expires_at)
    .limit(bindparam("most"))
)
_UNREMINDED = _ENDS.where(qualifications.c.reminded.is_(False))


@dataclass(frozen=True, slots=True)
class Qualification:
    """One qualification of a person: held, renewed by a newer one, or expired."""

    id: int
    person_id: int
    course_id: int
    sitting_id: int
    state: str
    reminded: bool
    gained_at: datetime
    expires_at: datetime | None
    ended_at: datetime | None


def _one(row: Row[Any]) -> Qualification:
    return Qualification(
        row.id, row.person_id, row.course_id, row.sitting_id, row.state, row.reminded,
        row.gained_at, row.expires_at, row.ended_at,
    )  # fmt: skip


async def held(tx: Tx, person_id: int, course_id: int) -> Qualification | None:
    """What the person holds of that course."""
    found = await tx.execute(_HELD, {"person_id": person_id, "course_id": course_id})
    row = found.first()
    return _one(row) if row else None


async def keys_held(tx: Tx, person_id: int, now: datetime) -> frozenset[str]:
    """The keys of all courses of which the person holds the qualification now."""
    found = await tx.execute(_KEYS, {"person_id": person_id, "now": now})
    return frozenset(found.scalars())


async def by_id(tx: Tx, qualification_id: int) -> Qualification:
    """The qualification; it must exist."""
    found = await tx.execute(rows_by(qualifications, "id"), {"id": qualification_id})
    return _one(found.one())


async def of_person(tx: Tx, person_id: int) -> list[Qualification]:
    """All qualifications of the person, the newest first."""
    return [_one(row) for row in await tx.execute(_OF_PERSON, {"person_id": person_id})]


async def gain(
    tx: Tx, *, person_id: int, course_id: int, sitting_id: int, now: datetime,
    expires_at: datetime | None,
) -> None:  # fmt: skip
    """The person holds it from now on; one of the same course that was held is renewed by it."""
    before = await held(tx, person_id, course_id)
    if before is not None:
        await end(tx, before.id, "renewed", now)
    values = {
        "person_id": person_id, "course_id": course_id, "sitting_id": sitting_id,
        "state": "held", "gained_at": now, "expires_at": expires_at,
    }  # fmt: skip
    await add_row(tx, qualifications, values)


async def end(tx: Tx, qualification_id: int, state: str, now: datetime) -> None:
    """It is held no longer."""
    values = {"state": state, "ended_at": now}
    await change_row(tx, qualifications, qualification_id, values)


async def expiring(tx: Tx, by: datetime, most: int) -> list[int]:
    """What is held and ends by then, the first to end first."""
    return list((await tx.execute(_ENDS, {"by": by, "most": most})).scalars())


async def to_remind(tx: Tx, by: datetime, most: int) -> list[int]:
    """As `expiring`, where the person was not reminded yet."""
    return list((await tx.execute(_UNREMINDED, {"by": by, "most": most})).scalars())


async def mark_reminded(tx: Tx, qualification_id: int) -> None:
    """The person was reminded of its end."""
    await change_row(tx, qualifications, qualification_id, {"reminded": True})
