"""The queue of what only experts are given, because the ratings before did not agree."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import bindparam, literal_column, select, update

from storage.database import Tx
from storage.schema import tasks
from storage.schema.columns import word
from storage.tasks import LOCKING, OF_THESE, change_slots, queue

_FOR_THEM = tasks.c.least_tier > literal_column("0")
_QUEUE = queue(OF_THESE, (_FOR_THEM, tasks.c.least_tier <= bindparam("tier")))
_TAKEN = _QUEUE.with_for_update(**LOCKING)
_ANY = (
    select(tasks.c.id)
    .where(
        tasks.c.project_id == bindparam("project"),
        tasks.c.state == word("open"),
        tasks.c.open_slots > literal_column("0"),
        _FOR_THEM,
    )
    .limit(1)
)


async def next_for(
    tx: Tx, *, person_id: int, project_id: int, size: int, tier: int, twins: Collection[int] = ()
) -> list[int]:
    """Up to `size` tasks that wait for somebody of at most that tier, and that they never met."""
    facts = _facts(person_id, project_id, tier, twins) | {"size": size}
    return list((await tx.execute(_TAKEN, facts)).scalars())


async def has_next(
    tx: Tx, *, person_id: int, project_id: int, tier: int, twins: Collection[int] = ()
) -> bool:
    """Whether `next_for` would find one."""
    facts = _facts(person_id, project_id, tier, twins) | {"size": 1}
    return (await tx.execute(_QUEUE, facts)).first() is not None


def _facts(person_id: int, project_id: int, tier: int, twins: Collection[int]) -> dict[str, Any]:
    return {"project": project_id, "tier": tier, "people": [person_id, *twins]}


async def is_waiting(tx: Tx, project_id: int) -> bool:
    """Whether any open task of the project waits for an expert."""
    return (await tx.execute(_ANY, {"project": project_id})).first() is not None


async def ask_for_more(tx: Tx, task_id: int, *, least_tier: int = 0) -> None:
    """One rating more is wanted of the task; with a tier, by nobody below it from there on."""
    values: dict[str, Any] = {"overlap": tasks.c.overlap + 1}
    if least_tier:
        values["least_tier"] = least_tier
    await tx.execute(update(tasks).where(tasks.c.id == task_id).values(values))
    await change_slots(tx, [task_id], 1)


async def open_to_all(tx: Tx, task_id: int) -> None:
    """What the task misses from here on is for everybody."""
    await tx.execute(update(tasks).where(tasks.c.id == task_id).values(least_tier=0))
