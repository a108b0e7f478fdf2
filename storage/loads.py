"""Batches that are being brought in: their tasks are there, and nobody is given them yet."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Column, Row, and_, bindparam, delete, literal, select, update

from bot.domain.tasks import TaskState
from storage.database import Tx
from storage.leases import DatabaseTime
from storage.schema import batches, loads, tasks
from storage.schema.columns import word
from storage.statements import add_row, rows_by

# Who is at it renews it with each page, which takes seconds at most.
_SILENT: Final = literal(
    timedelta(minutes=1) // timedelta(microseconds=1), loads.c.renewed_at.type
)
_STAGED: Final = tasks.c.state == word("staged")


@dataclass(frozen=True, slots=True)
class Load:
    """One batch that is being brought in; once `decided` it can only go on."""

    id: int
    project_id: int
    batch_id: int
    source: str | None
    decided: bool
    silent: bool


def _load(row: Row[Any]) -> Load:
    return Load(row.id, row.project_id, row.batch_id, row.source, row.decided, bool(row.silent))


_ALL = select(loads, (loads.c.renewed_at < DatabaseTime() - _SILENT).label("silent"))
_OF_PROJECT = _ALL.where(loads.c.project_id == bindparam("project"))
_HIDDEN = update(batches).where(batches.c.id == bindparam("batch")).values(state="staged")


async def begin(tx: Tx, *, project_id: int, batch_id: int, source: str | None) -> Load:
    """Bring in the batch: it is hidden until that is decided. One at a time for each project."""
    values = {"project_id": project_id, "batch_id": batch_id, "source": source}
    load_id = await add_row(tx, loads, values | {"renewed_at": 0})
    await tx.execute(_HIDDEN, {"batch": batch_id})
    await renew(tx, load_id)
    return Load(load_id, project_id, batch_id, source, decided=False, silent=False)


async def of_project(tx: Tx, project_id: int) -> Load | None:
    """The batch that is being brought into the project."""
    row = (await tx.execute(_OF_PROJECT, {"project": project_id})).first()
    return _load(row) if row else None


async def silent(tx: Tx) -> list[Load]:
    """What nobody was at for a while."""
    rows = await tx.execute(_ALL.order_by(loads.c.id))
    return [load for load in map(_load, rows) if load.silent]


async def is_there(tx: Tx, load_id: int) -> bool:
    """Whether it is still being brought in; nobody else changes that until the end."""
    row = (await tx.execute(rows_by(loads, "id").with_for_update(), {"id": load_id})).first()
    return row is not None


async def renew(tx: Tx, load_id: int) -> None:
    """Say that somebody is at it."""
    mine = update(loads).where(loads.c.id == load_id)
    await tx.execute(mine.values(renewed_at=DatabaseTime()))


async def abandon(tx: Tx, load_id: int) -> None:
    """Say that nobody is at it any more."""
    await tx.execute(update(loads).where(loads.c.id == load_id).values(renewed_at=0))


async def decide(tx: Tx, load: Load, *, now: datetime) -> None:
    """From here on it is published, whoever carries it on; the batch is seen."""
    await tx.execute(update(loads).where(loads.c.id == load.id).values(decided=True))
    seen = update(batches).where(batches.c.id == load.batch_id)
    await tx.execute(seen.values(state="open", created_at=now))


async def end(tx: Tx, load: Load) -> None:
    """All its tasks are open, or all are gone; with these the batch goes as well."""
    await tx.execute(delete(loads).where(loads.c.id == load.id))
    hidden = and_(batches.c.id == load.batch_id, batches.c.state == word("staged"))
    await tx.execute(delete(batches).where(hidden))


async def open_page(tx: Tx, load: Load, *, after: int, limit: int) -> tuple[int, int]:
    """Open the next tasks behind that id, plain ones first, then gold ones.

    Returns the highest id among them, none where no task is left, and how many slots they have.
    The project is kept to this transaction.
    """
    for column in (tasks.c.batch_id, tasks.c.came_with):
        page = await _page(tx, column, load, after=after, limit=limit)
        if page:
            mine = _among(column, load, page)
            await tx.execute(update(tasks).where(mine).values(state=TaskState.open))
            return int(page[-1].id), sum(row.open_slots for row in page)
        after = 0
    return 0, 0


async def remove_page(tx: Tx, load: Load, *, limit: int) -> bool:
    """Delete some of its tasks; false where none is left."""
    for column in (tasks.c.batch_id, tasks.c.came_with):
        if page := await _page(tx, column, load, after=0, limit=limit):
            await tx.execute(delete(tasks).where(_among(column, load, page)))
            return True
    return False


async def _page(
    tx: Tx, column: Column[Any], load: Load, *, after: int, limit: int
) -> list[Row[Any]]:
    found = select(tasks.c.id, tasks.c.open_slots).where(
        column == load.batch_id, tasks.c.id > after, _STAGED
    )
    return list(await tx.execute(found.order_by(tasks.c.id).limit(limit)))


def _among(column: Column[Any], load: Load, page: list[Row[Any]]) -> Any:
    # From the first on: what is open already must not be gone through again for each page.
    return and_(column == load.batch_id, tasks.c.id.between(page[0].id, page[-1].id), _STAGED)
