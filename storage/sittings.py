"""Sittings: ways through courses, and where each of them stands."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, select, text, update

from bot.domain.money import Money
from bot.domain.numbers import public_number
from bot.domain.sittings import Asked, Chance, Sitting, SittingState
from storage.database import Tx
from storage.schema import courses, sittings
from storage.schema.columns import among, word
from storage.statements import add_row, change_row, rows_by

_OF = rows_by(sittings, "person_id", "course_id").order_by(sittings.c.id)
_OPEN = (
    rows_by(sittings, "person_id").where(sittings.c.state == word("open")).order_by(sittings.c.id)
)
_OF_PERSON = rows_by(sittings, "person_id").order_by(sittings.c.id.desc())
_OF_VERSION = rows_by(sittings, "version_id").order_by(sittings.c.id)
_LEFT = (
    select(sittings.c.id, sittings.c.person_id)
    .join(courses, courses.c.id == sittings.c.course_id)
    .where(courses.c.kind == word("exam"))
    .where(sittings.c.state == word("open"), sittings.c.last_act_at <= bindparam("before"))
    .order_by(sittings.c.last_act_at)
    .limit(bindparam("most"))
)
_REGRADE = (
    select(sittings.c.id, sittings.c.person_id)
    .where(text("sittings.regrade"))  # as the partial index has it
    .order_by(sittings.c.id)
    .limit(bindparam("most"))
)
_COUNTS = (
    select(sittings.c.state, func.count(), func.count(sittings.c.person_id.distinct()))
    .where(sittings.c.course_id == bindparam("course_id"))
    .group_by(sittings.c.state)
)


def _sitting(row: Row[Any]) -> Sitting:
    return Sitting(
        id=row.id, number=row.number, person_id=row.person_id, course_id=row.course_id,
        version_id=row.version_id, project_id=row.project_id, round=row.round, nth=row.nth,
        state=SittingState(row.state),
        asked=tuple(Asked(item, tuple(order)) for item, order in row.asked),
        answers=tuple(map(tuple, row.answers)), turned=row.turned, ticked=tuple(row.ticked),
        right=row.correct, started_at=row.started_at, last_act_at=row.last_act_at,
        ended_at=row.ended_at, lifted=row.lifted, line=row.line,
        pay=None if row.pay_minor is None else Money(row.pay_minor, row.currency),
    )  # fmt: skip


async def add(
    tx: Tx, *, person_id: int, course_id: int, version_id: int, project_id: int | None,
    chance: Chance, asked: Sequence[Asked], now: datetime,
) -> Sitting:  # fmt: skip
    """A new sitting, at its first question."""
    pay = chance.pay
    values = {
        "number": public_number(), "person_id": person_id, "course_id": course_id,
        "version_id": version_id, "project_id": project_id, "round": chance.round,
        "nth": chance.nth, "state": SittingState.open,
        "asked": [[one.item, list(one.order)] for one in asked], "answers": [], "ticked": [],
        "pay_minor": pay.minor if pay else None, "currency": pay.currency if pay else None,
        "started_at": now, "last_act_at": now,
    }  # fmt: skip
    return await by_id(tx, await add_row(tx, sittings, values))


async def by_id(tx: Tx, sitting_id: int) -> Sitting:
    """The sitting; it must exist."""
    return _sitting((await tx.execute(rows_by(sittings, "id"), {"id": sitting_id})).one())


async def by_number(tx: Tx, number: str) -> Sitting | None:
    """The sitting of that number."""
    row = (await tx.execute(rows_by(sittings, "number"), {"number": number})).first()
    return _sitting(row) if row else None


async def of(tx: Tx, person_id: int, course_id: int) -> list[Sitting]:
    """All sittings of the person in that course, the oldest first."""
    found = await tx.execute(_OF, {"person_id": person_id, "course_id": course_id})
    return [_sitting(row) for row in found]


async def open_of(tx: Tx, person_id: int) -> list[Sitting]:
    """What the person is in the middle of."""
    return [_sitting(row) for row in await tx.execute(_OPEN, {"person_id": person_id})]


async def of_person(tx: Tx, person_id: int) -> list[Sitting]:
    """All sittings of the person, the newest first."""
    return [_sitting(row) for row in await tx.execute(_OF_PERSON, {"person_id": person_id})]


async def of_version(tx: Tx, version_id: int) -> list[Sitting]:
    """All sittings of one version of a course."""
    return [_sitting(row) for row in await tx.execute(_OF_VERSION, {"version_id": version_id})]


async def keep(tx: Tx, sitting: Sitting) -> None:
    """Write where the sitting stands now."""
    values = {
        "state": sitting.state, "nth": sitting.nth, "answers": [list(a) for a in sitting.answers],
        "turned": sitting.turned, "ticked": list(sitting.ticked), "correct": sitting.right,
        "line": sitting.line, "lifted": sitting.lifted, "last_act_at": sitting.last_act_at,
        "ended_at": sitting.ended_at,
    }  # fmt: skip
    await change_row(tx, sittings, sitting.id, values)


async def left(tx: Tx, before: datetime, most: int) -> list[tuple[int, int]]:
    """Open tries of exams without an act since then, with their people; the oldest first."""
    rows = await tx.execute(_LEFT, {"before": before, "most": most})
    return [(row.id, row.person_id) for row in rows]


async def lift(tx: Tx, sitting_id: int) -> None:
    """With that try its round is over, and all tries are there again."""
    await change_row(tx, sittings, sitting_id, {"lifted": True})


async def last_failed(tx: Tx, course_id: int, most: int) -> list[Sitting]:
    """The newest try of each person who failed at it, the newest first."""
    newest = (
        select(func.max(sittings.c.id))
        .where(sittings.c.course_id == course_id, sittings.c.nth.is_not(None))
        .group_by(sittings.c.person_id)
    )
    found = (
        select(sittings)
        .where(sittings.c.id.in_(newest), among(sittings.c.state, "failed", "lapsed"))
        .order_by(sittings.c.id.desc())
        .limit(most)
    )
    return [_sitting(row) for row in await tx.execute(found)]


async def ask_regrading(tx: Tx, version_id: int, *, but_of: int) -> None:
    """Every failed try of that version is to be looked at again, but those of that person."""
    failed = among(sittings.c.state, "failed", "lapsed")
    mine = (sittings.c.version_id == version_id) & failed & (sittings.c.person_id != but_of)
    await tx.execute(update(sittings).where(mine).values(regrade=True))


async def to_regrade(tx: Tx, most: int) -> list[tuple[int, int]]:
    """Tries that are to be looked at again, each with its person."""
    rows = await tx.execute(_REGRADE, {"most": most})
    return [(row.id, row.person_id) for row in rows]


async def is_to_regrade(tx: Tx, sitting_id: int) -> bool:
    """Whether the try is still to be looked at again."""
    found = select(sittings.c.regrade).where(sittings.c.id == sitting_id)
    return bool((await tx.execute(found)).scalar_one())


async def end_regrading(tx: Tx, sitting_id: int) -> None:
    """The try was looked at again."""
    await change_row(tx, sittings, sitting_id, {"regrade": False})


async def counts(tx: Tx, course_id: int) -> dict[SittingState, tuple[int, int]]:
    """How many sittings of the course stand where, and of how many people."""
    rows = await tx.execute(_COUNTS, {"course_id": course_id})
    return {SittingState(state): (count, who) for state, count, who in rows}
