"""Calls that are planned, and what came of their moments."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, select

from bot.domain.schedules import Key, Outcome, Schedule, ScheduleState, When
from storage.database import Tx, locking
from storage.schema import schedule_runs, schedules
from storage.schema.columns import among
from storage.statements import add_row, change_row, unless_there

_BY_NUMBER = select(schedules).where(schedules.c.number == bindparam("number"))
_BY_ID = locking(select(schedules).where(schedules.c.id == bindparam("id")))
_DUE = (
    select(schedules.c.id)
    .where(schedules.c.next_at.is_not(None), schedules.c.next_at <= bindparam("now"))
    .order_by(schedules.c.next_at, schedules.c.id)
    .limit(500)
)
_KEPT = select(schedules).where(among(schedules.c.state, "active", "paused"))
_RUN = unless_there(schedule_runs, "schedule_id", "moment")


def _schedule(row: Row[Any]) -> Schedule:
    return Schedule(
        id=row.id, number=row.number, project_id=row.project_id, created_by=row.created_by,
        state=ScheduleState(row.state), limit=row.places_limit, draw=row.draw, waves=row.waves,
        places=tuple((chat_id, thread_id) for chat_id, thread_id in row.places),
        when=When(row.zone, row.at, row.cron), next_at=row.next_at, call_id=row.call_id,
        skipped=row.skipped,
    )  # fmt: skip


async def add(
    tx: Tx, *, number: str, project_id: int, by: int, limit: int | None, draw: bool, waves: bool,
    places: Iterable[Key], when: When, next_at: datetime, now: datetime,
) -> int:  # fmt: skip
    """A new plan that is active; returns its id."""
    return await add_row(
        tx, schedules,
        {
            "number": number, "project_id": project_id, "created_by": by, "places_limit": limit,
            "state": ScheduleState.active, "draw": draw, "waves": waves, "zone": when.zone,
            "places": [list(place) for place in places], "at": when.at, "cron": when.cron,
            "next_at": next_at, "created_at": now,
        },
    )  # fmt: skip


async def by_number(tx: Tx, number: str, *, lock: bool = False) -> Schedule | None:
    """The plan with that public number; locked, nobody else changes it meanwhile."""
    found = locking(_BY_NUMBER) if lock else _BY_NUMBER
    row = (await tx.execute(found, {"number": number})).first()
    return _schedule(row) if row else None


async def locked(tx: Tx, schedule_id: int) -> Schedule:
    """The plan; nobody else changes it until the transaction ends; it must exist."""
    return _schedule((await tx.execute(_BY_ID, {"id": schedule_id})).one())


async def due(tx: Tx, now: datetime) -> list[int]:
    """The plans whose moment has come, by id, the longest due first."""
    return list((await tx.execute(_DUE, {"now": now})).scalars())


async def kept(tx: Tx, project_id: int | None = None) -> list[Schedule]:
    """The plans that have not ended, the next to go out first, paused ones last."""
    found = _KEPT
    if project_id is not None:
        found = found.where(schedules.c.project_id == project_id)
    every = [_schedule(row) for row in await tx.execute(found.order_by(schedules.c.id))]
    going = [one for one in every if one.next_at is not None]
    going.sort(key=lambda one: (one.next_at, one.id))
    return going + [one for one in every if one.next_at is None]


async def change(tx: Tx, schedule_id: int, **values: Any) -> None:
    """Set columns of a plan."""
    await change_row(tx, schedules, schedule_id, values)


async def ran(
    tx: Tx, schedule_id: int, moment: datetime, *, at: datetime, outcome: Outcome,
    reason: str | None, call_id: int | None,
) -> bool:  # fmt: skip
    """Note what became of one moment of a plan; false when that is noted already."""
    values = {
        "schedule_id": schedule_id, "moment": moment, "at": at, "outcome": outcome,
        "reason": reason, "call_id": call_id,
    }  # fmt: skip
    return bool((await tx.execute(_RUN[tx.dialect.name], values)).rowcount)


async def move_places(tx: Tx, old: int, new: int) -> None:
    """A group has another id: plans follow it, into the group itself where it had topics."""
    for row in (await tx.execute(_KEPT)).all():
        if any(chat_id == old for chat_id, _ in row.places):
            await change(tx, row.id, places=moved(row.places, old, new))


def moved(places: Iterable[tuple[int, int | None]], old: int, new: int) -> list[list[int | None]]:
    """The places after a group got another id, each once; its topics stay behind."""
    kept = [(new, None) if chat_id == old else (chat_id, topic) for chat_id, topic in places]
    return [list(place) for place in dict.fromkeys(kept)]
