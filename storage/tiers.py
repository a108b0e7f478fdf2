"""Tiers as they are stored: the level of a person in a skill, with what it is made of."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, func, select

from bot.domain.tiers import Parts
from storage.database import Tx
from storage.schema import tiers
from storage.statements import change_row, rows_by, unless_there

_OF_PEOPLE = select(tiers.c.person_id, tiers.c.tier).where(
    tiers.c.skill == bindparam("skill"), tiers.c.person_id.in_(bindparam("ids", expanding=True))
)
_ALL_OF = select(tiers).where(tiers.c.person_id.in_(bindparam("ids", expanding=True)))
_ADD = unless_there(tiers, "person_id", "skill")
_GONE = delete(tiers).where(
    tiers.c.person_id == bindparam("person"), tiers.c.skill == bindparam("in_skill")
)
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Tier:
    """The tier of a person in a skill, what it is made of, and as of when."""

    skill: str
    tier: int
    parts: Parts
    at: datetime


async def of_person(tx: Tx, person_id: int) -> dict[str, int]:
    """The person's tier in each skill in which there is one."""
    rows = await tx.execute(rows_by(tiers, "person_id"), {"person_id": person_id})
    return {row.skill: row.tier for row in rows}


async def all_of(tx: Tx, person_id: int) -> list[Tier]:
    """The person's tiers with what they are made of, by skill."""
    rows = await tx.execute(rows_by(tiers, "person_id"), {"person_id": person_id})
    return sorted(map(_tier, rows), key=lambda one: one.skill)


def _tier(row: Row[Any]) -> Tier:
    return Tier(row.skill, row.tier, Parts.from_json(row.parts), row.at)


async def all_of_people(tx: Tx, ids: Collection[int]) -> dict[int, list[Tier]]:
    """As `all_of`, of each of these people; in no order."""
    found: dict[int, list[Tier]] = {one: [] for one in ids}
    for row in await tx.execute(_ALL_OF, {"ids": list(ids)}):
        found[row.person_id].append(_tier(row))
    return found


async def tier(tx: Tx, person_id: int, skill: str) -> int | None:
    """The person's tier in that skill; none while there is none."""
    given = {"person_id": person_id, "skill": skill}
    row = (await tx.execute(rows_by(tiers, "person_id", "skill"), given)).first()
    return None if row is None else int(row.tier)


async def of_people(tx: Tx, ids: Collection[int], skill: str) -> dict[int, int]:
    """The tier in that skill of each of these people who has one."""
    found: dict[int, int] = {}
    ordered = sorted(ids)
    for at in range(0, len(ordered), _CHUNK):
        given = {"skill": skill, "ids": ordered[at : at + _CHUNK]}
        found |= {row.person_id: row.tier for row in await tx.execute(_OF_PEOPLE, given)}
    return found


async def skills(tx: Tx) -> dict[str, int]:
    """How many people have a tier in each skill, the most first."""
    counted = select(tiers.c.skill, func.count().label("n")).group_by(tiers.c.skill)
    rows = await tx.execute(counted.order_by(func.count().desc(), tiers.c.skill))
    return {row.skill: int(row.n) for row in rows}


async def put(
    tx: Tx, person_id: int, skill: str, *, tier: int, parts: Parts, now: datetime
) -> None:
    """Store the tier that the parts come to, in place of an older one."""
    given = {"person_id": person_id, "skill": skill}
    values = {"tier": tier, "parts": parts.to_json(), "at": now}
    row = (await tx.execute(rows_by(tiers, "person_id", "skill"), given)).first()
    if row is None:
        await tx.execute(_ADD[tx.dialect.name], given | values)
    else:
        await change_row(tx, tiers, row.id, values)


async def drop(tx: Tx, person_id: int, skill: str) -> None:
    """The person has no tier in that skill any more: there are too few ratings in the window."""
    await tx.execute(_GONE, {"person": person_id, "in_skill": skill})
