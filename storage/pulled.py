"""Pulled tasks: which there are, why, putting one back or leaving it out."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, func, select, update

from bot.domain.pulled import Pulled, Why
from bot.domain.tasks import TaskState
from storage.database import Tx, locking
from storage.schema import assignments, batches, tasks
from storage.schema.columns import among, word

_PULLED = tasks.c.state == word("pulled")
_OF = (tasks.c.project_id == bindparam("project")) & _PULLED
_COUNT = select(func.count(), func.count().filter(tasks.c.left_out)).where(_OF)
_COLUMNS = (
    tasks.c.id, tasks.c.project_id, tasks.c.external_id, tasks.c.left_out, tasks.c.open_slots,
    batches.c.number.label("batch"),
)  # fmt: skip
_JOINED = tasks.outerjoin(batches, batches.c.id == tasks.c.batch_id)
_PAGE = (
    select(*_COLUMNS)
    .select_from(_JOINED)
    .where(_OF)
    .order_by(tasks.c.left_out, tasks.c.id)
    .limit(bindparam("most"))
    .offset(bindparam("skip"))
)
_ONE = select(*_COLUMNS).select_from(_JOINED).where(tasks.c.id == bindparam("id"), _PULLED)
_PROJECT = select(tasks.c.project_id).where(tasks.c.id == bindparam("id"))
_LOCKED = locking(select(tasks.c.id).where(tasks.c.id == bindparam("id")))
# What people who let the task go said of it; `note` is the reason.
_WHY = (
    select(assignments.c.task_id, assignments.c.state, assignments.c.note, func.count())
    .where(
        assignments.c.task_id.in_(bindparam("ids", expanding=True)),
        among(assignments.c.state, "skipped", "flagged"),
        assignments.c.held.is_(False),
        assignments.c.note.is_not(None),
    )
    .group_by(assignments.c.task_id, assignments.c.state, assignments.c.note)
    .order_by(assignments.c.task_id, assignments.c.state, func.count().desc())
)
_BACK = (
    update(tasks)
    .where(tasks.c.id == bindparam("which"))
    .values(state=TaskState.open, skips=0, left_out=False)
)
_OUT = update(tasks).where(tasks.c.id == bindparam("which")).values(left_out=True)


@dataclass(frozen=True, slots=True)
class Count:
    """How many tasks of a project are pulled, and how many of them stay out by decision."""

    pulled: int
    left_out: int


async def count(tx: Tx, project_id: int) -> Count:
    """How many tasks of the project are pulled."""
    return Count(*(await tx.execute(_COUNT, {"project": project_id})).one())


async def page(tx: Tx, project_id: int, *, skip: int, most: int) -> list[Pulled]:
    """Pulled tasks of the project, those not decided upon first, each with why."""
    facts = {"project": project_id, "skip": skip, "most": most}
    rows = (await tx.execute(_PAGE, facts)).all()
    why = await _reasons(tx, [row.id for row in rows])
    return [_pulled(row, why) for row in rows]


async def by_id(tx: Tx, task_id: int) -> Pulled | None:
    """The pulled task of that id; none where it is not pulled, or not there."""
    row = (await tx.execute(_ONE, {"id": task_id})).first()
    return None if row is None else _pulled(row, await _reasons(tx, [row.id]))


async def project_of(tx: Tx, task_id: int) -> int | None:
    """The project of the task; none where there is no such task."""
    found: int | None = (await tx.execute(_PROJECT, {"id": task_id})).scalar()
    return found


async def locked(tx: Tx, task_id: int) -> Pulled | None:
    """As `by_id`; nobody else decides on the task until the transaction ends."""
    await tx.execute(_LOCKED, {"id": task_id})
    return await by_id(tx, task_id)


async def put_back(tx: Tx, task_id: int) -> None:
    """The task is open again, and nobody has skipped it."""
    await tx.execute(_BACK, {"which": task_id})


async def leave_out(tx: Tx, task_id: int) -> None:
    """The task stays out."""
    await tx.execute(_OUT, {"which": task_id})


def _pulled(row: Any, why: dict[int, list[Why]]) -> Pulled:
    return Pulled(
        id=row.id, project_id=row.project_id, external_id=row.external_id,
        is_left_out=bool(row.left_out), open_slots=row.open_slots, batch=row.batch,
        why=tuple(why.get(row.id, ())),
    )  # fmt: skip


async def _reasons(tx: Tx, task_ids: list[int]) -> dict[int, list[Why]]:
    found: dict[int, list[Why]] = {}
    for task_id, state, note, number in await tx.execute(_WHY, {"ids": task_ids}):
        found.setdefault(task_id, []).append(Why(state == "flagged", note, number))
    return found
