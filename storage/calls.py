"""Calls, and how many of their places are taken."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, insert, select, update

from bot.domain.calls import Call, CallState
from storage import projects
from storage.database import Tx
from storage.schema import calls, jobs, tasks
from storage.schema.columns import among


def _call(row: Row[Any]) -> Call:
    return Call(
        id=row.id, number=row.number, project_id=row.project_id, state=CallState(row.state),
        limit=row.places_limit, taken=row.taken, drawing=row.drawing, waves=row.waves,
    )  # fmt: skip


async def add(
    tx: Tx, *, number: str, project_id: int, limit: int | None, drawing: bool = False,
    waves: bool = False, by: int | None, now: datetime,
) -> int:  # fmt: skip
    """A new live call; returns its id."""
    added = insert(calls).values(
        number=number, project_id=project_id, state=CallState.live, places_limit=limit,
        drawing=drawing, waves=waves, next_wave_at=now if waves else None, created_by=by,
        created_at=now,
    )  # fmt: skip
    return int((await tx.execute(added.returning(calls.c.id))).scalar_one())


async def by_number(tx: Tx, number: str) -> Call | None:
    """The call with that public number."""
    found = select(calls).where(calls.c.number == number)
    row = (await tx.execute(found)).first()
    return _call(row) if row else None


async def by_id(tx: Tx, call_id: int) -> Call:
    """The call; it must exist."""
    found = select(calls).where(calls.c.id == call_id)
    return _call((await tx.execute(found)).one())


async def locked(tx: Tx, call_id: int) -> Call:
    """The call with its project locked, so that its places stay as they are; it must exist."""
    await projects.lock(tx, (await by_id(tx, call_id)).project_id)
    # What it offers can have changed while the project was waited for.
    return await by_id(tx, call_id)


async def unclosed(tx: Tx, project_id: int | None = None) -> list[Call]:
    """Calls that are live or filled, newest first."""
    found = select(calls).where(among(calls.c.state, "live", "filled"))
    if project_id is not None:
        found = found.where(calls.c.project_id == project_id)
    return [_call(row) for row in await tx.execute(found.order_by(calls.c.id.desc()))]


async def take_place(tx: Tx, call_id: int) -> None:
    """Count a place as taken; the database refuses more than the call is for."""
    await tx.execute(update(calls).where(calls.c.id == call_id).values(taken=calls.c.taken + 1))


async def recount(tx: Tx, call_id: int) -> None:
    """Count the places anew after a job came back: a job given back or expired takes none."""
    back = ("given back", "expired")
    using = select(func.count()).where(
        jobs.c.call_id == call_id, jobs.c.state.not_in(back), ~jobs.c.borrows
    )
    taken = int((await tx.execute(using)).scalar_one())
    limit = (await by_id(tx, call_id)).limit
    # A late hand-in needs a slot, but no place; the place may be another's by now.
    taken = taken if limit is None else min(taken, limit)
    await tx.execute(update(calls).where(calls.c.id == call_id).values(taken=taken))


async def set_state(tx: Tx, call_id: int, state: CallState) -> None:
    """Move the call to another state."""
    await tx.execute(update(calls).where(calls.c.id == call_id).values(state=state))


async def renew(tx: Tx, call_id: int, *, limit: int | None, waves: bool) -> None:
    """The call is for that many jobs in all from now on, and goes to people privately or not."""
    values = {"places_limit": limit, "waves": waves}
    await tx.execute(update(calls).where(calls.c.id == call_id).values(values))


async def draw_done(tx: Tx, call_id: int) -> None:
    """The draw of the call is over: what is left goes to who comes first."""
    await tx.execute(update(calls).where(calls.c.id == call_id).values(drawing=False))


async def is_over(tx: Tx, call_id: int) -> bool:
    """Whether no job can come out of the call any more: all slots filled, none held."""
    mine = select(calls.c.project_id).where(calls.c.id == call_id).scalar_subquery()
    missing = select(tasks.c.id).where(
        tasks.c.project_id == mine, tasks.c.state == "open", tasks.c.open_slots > 0
    )
    working = select(jobs.c.id).where(jobs.c.project_id == mine, jobs.c.state == "active")
    still = (await tx.execute(missing.limit(1))).first()
    return still is None and (await tx.execute(working.limit(1))).first() is None
