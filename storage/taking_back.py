"""Files that are taken back after they were published: what became of their tasks."""

from sqlalchemy import (
    BindParameter,
    and_,
    bindparam,
    delete,
    func,
    literal_column,
    or_,
    select,
    update,
)

from bot.domain.batches import BatchState
from bot.domain.ratings import COUNTED
from bot.domain.taking_back import Fate
from bot.domain.tasks import TaskState
from storage.database import Tx
from storage.schema import assignments, batches, tasks
from storage.schema.columns import word
from storage.statements import change_row

_BATCH: BindParameter[int] = bindparam("batch")
# Gold tasks are in no batch.
_ALL = or_(tasks.c.batch_id == _BATCH, tasks.c.came_with == _BATCH)
_TO_PULL = and_(
    tasks.c.batch_id == _BATCH,
    tasks.c.state == word("open"),
    tasks.c.open_slots > literal_column("0"),
)
_TASKS = select(func.count(), func.count(tasks.c.came_with), func.max(tasks.c.id)).where(_ALL)
_LEFT = select(func.count(), func.sum(tasks.c.open_slots)).where(_TO_PULL)
_GIVEN = (
    select(
        func.count(assignments.c.task_id.distinct()),
        func.count().filter(assignments.c.held),
        func.count().filter(assignments.c.state.in_([one.value for one in COUNTED])),
    )
    .select_from(assignments.join(tasks))
    .where(_ALL)
)  # fmt: skip
_SLOTS = select(func.sum(tasks.c.open_slots)).where(
    tasks.c.batch_id == _BATCH, tasks.c.state == word("open")
)
_DELETE = delete(tasks).where(_ALL)
_PULL = update(tasks).where(_TO_PULL).values(state=TaskState.pulled, left_out=True)


async def fate(tx: Tx, batch_id: int) -> Fate:
    """What became of the tasks that were published with the batch."""
    which = {"batch": batch_id}
    count, gold, _ = (await tx.execute(_TASKS, which)).one()
    to_pull, missing = (await tx.execute(_LEFT, which)).one()
    given, in_work, rated = (await tx.execute(_GIVEN, which)).one()
    return Fate(
        tasks=count - gold, gold=gold, given=given, in_work=in_work, rated=rated, to_pull=to_pull,
        missing=int(missing or 0),
    )  # fmt: skip


async def delete_tasks(tx: Tx, batch_id: int) -> int:
    """Delete the tasks of a batch of which nobody was given any; returns their open slots.

    The project is kept to this transaction.
    """
    which = {"batch": batch_id}
    _, _, last = (await tx.execute(_TASKS, which)).one()
    slots = (await tx.execute(_SLOTS, which)).scalar()
    await tx.execute(_DELETE, which)
    values = {"state": BatchState.withdrawn, "last_task_id": last}
    await change_row(tx, batches, batch_id, values)
    return int(slots or 0)


async def pull_rest(tx: Tx, batch_id: int) -> int:
    """Pull the tasks of the batch that still miss ratings; returns how many they missed.

    The project is kept to this transaction.
    """
    which = {"batch": batch_id}
    _, missing = (await tx.execute(_LEFT, which)).one()
    await tx.execute(_PULL, which)
    return int(missing or 0)
