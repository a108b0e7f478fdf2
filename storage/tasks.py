"""Tasks and the queue: who is to judge what next."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    and_,
    bindparam,
    func,
    insert,
    literal_column,
    or_,
    select,
    update,
)

from bot.domain.ratings import SEEN, RatingState
from bot.domain.tasks import Content, Task, TaskState, rank, ranked
from storage.database import Tx, has_several
from storage.schema import assignments, batches, tasks
from storage.schema.columns import word
from storage.statements import change_rows, kept, rows_by

_MET = or_(assignments.c.held, assignments.c.state.in_([state.value for state in SEEN]))


def queue(whose: ColumnElement[bool], whom: Sequence[ColumnElement[bool]]) -> Select[Any]:
    """The open tasks for these that none of those has met, in the order of the queue."""
    met = select(assignments.c.id).where(assignments.c.task_id == tasks.c.id, whose, _MET)
    return (
        select(tasks.c.id)
        .where(
            tasks.c.project_id == bindparam("project"),
            # Written out, so that both planners recognise the condition of the partial index.
            tasks.c.state == word("open"),
            tasks.c.open_slots > literal_column("0"),
            *whom,
            ~met.exists(),
        )
        .order_by(tasks.c.rank)
        .limit(bindparam("size"))
    )


_OF_THIS: ColumnElement[bool] = assignments.c.person_id == bindparam("person")
OF_THESE: ColumnElement[bool] = assignments.c.person_id.in_(bindparam("people", expanding=True))
_FOR_ALL = (tasks.c.least_tier == literal_column("0"),)
_QUEUE = queue(_OF_THIS, _FOR_ALL)
_QUEUE_OF_SEVERAL = queue(OF_THESE, _FOR_ALL)
LOCKING: Any = {"skip_locked": True, "of": tasks, "key_share": True}
_TAKEN = _QUEUE.with_for_update(**LOCKING)
_TAKEN_OF_SEVERAL = _QUEUE_OF_SEVERAL.with_for_update(**LOCKING)
_MET_OF = select(assignments.c.task_id).where(
    assignments.c.task_id.in_(bindparam("ids", expanding=True)), OF_THESE, _MET
)

_TEXT = select(tasks.c.content, tasks.c.language).where(tasks.c.id == bindparam("id"))
_CONTENTS = select(tasks.c.id, tasks.c.content).where(
    tasks.c.id.in_(bindparam("ids", expanding=True))
)
# Gold tasks have no slots.
_SLOTS = select(tasks.c.id, tasks.c.open_slots, tasks.c.rank, tasks.c.state).where(
    tasks.c.id.in_(bindparam("ids", expanding=True)), tasks.c.gold.is_(None)
)

# What is being brought in is for nobody's eyes yet.
_SEEN = tasks.c.state != word("staged")
# A rejected rating opens its slot again.
_IN = [
    state.value for state in (RatingState.submitted, RatingState.accepted, RatingState.returned)
]


def _task(row: Row[Any]) -> Task:
    return Task(
        id=row.id, project_id=row.project_id, batch_id=row.batch_id, external_id=row.external_id,
        content=Content.from_json(row.content), language=row.language, overlap=row.overlap,
        open_slots=row.open_slots, state=TaskState(row.state), gold=row.gold is not None,
    )  # fmt: skip


async def by_id(tx: Tx, task_id: int) -> Task:
    """The task; it must exist."""
    return _task((await tx.execute(rows_by(tasks, "id"), {"id": task_id})).one())


async def text_of(tx: Tx, task_id: int) -> tuple[Content, str | None]:
    """What people read of the task, and its language; neither ever changes."""

    async def load() -> tuple[Content, str | None]:
        row = (await tx.execute(_TEXT, {"id": task_id})).one()
        return Content.from_json(row.content), row.language

    return await kept(tx, "task", task_id, load)


async def contents(tx: Tx, task_ids: list[int]) -> dict[int, Content]:
    """What each of the tasks shows."""
    rows = await tx.execute(_CONTENTS, {"ids": task_ids})
    return {row.id: Content.from_json(row.content) for row in rows}


async def known_ids(tx: Tx, project_id: int, external_ids: list[str]) -> set[str]:
    """Which of the external ids the project has already."""
    found: set[str] = set()
    for start in range(0, len(external_ids), 500):
        some = tasks.c.external_id.in_(external_ids[start : start + 500])
        mine = select(tasks.c.external_id).where(tasks.c.project_id == project_id, some)
        found.update((await tx.execute(mine)).scalars())
    return found


async def are_there(tx: Tx, project_id: int) -> bool:
    """Whether the project has any task."""
    one = select(tasks.c.id).where(tasks.c.project_id == project_id).limit(1)
    return (await tx.execute(one)).first() is not None


async def add(
    tx: Tx, rows: list[dict[str, Any]], *, state: TaskState = TaskState.open
) -> None:  # fmt: skip
    """Insert tasks; each row as the table has it, without rank and slots.

    How far models' predictions disagree goes into the rank. No id is ever given twice: what was
    read of a task is kept in memory by its id.
    """
    start = await _highest(tx)
    for offset, row in enumerate(rows, 1):
        if not has_several(tx):
            row["id"] = start + offset  # SQLite would take the id of one that was taken back
        row["open_slots"] = row["overlap"]
        row["state"] = state
        row["rank"] = rank(
            slots_missing=row["overlap"], priority=row["priority"],
            disagreement=row.pop("disagreement", 0), sequence=start + offset,
        )  # fmt: skip
        if row.get("gold") is not None:
            row["rank"] = start + offset  # how often it was given stands above; see domain/gold
    await tx.execute(insert(tasks), rows)


async def _highest(tx: Tx) -> int:
    """The highest id that a task has, or had before it was taken back."""
    there = (await tx.execute(select(func.max(tasks.c.id)))).scalar()
    gone = (await tx.execute(select(func.max(batches.c.last_task_id)))).scalar()
    return max(int(there or 0), int(gone or 0))


async def is_there(tx: Tx, task_id: int) -> bool:
    """Whether there is such a task."""
    found = rows_by(tasks, "id").with_only_columns(tasks.c.id)
    return (await tx.execute(found, {"id": task_id})).first() is not None


async def next_for(
    tx: Tx, *, person_id: int, project_id: int, size: int, twins: Collection[int] = ()
) -> list[int]:
    """Up to `size` open tasks that neither the person nor a twin met, first in the queue first."""
    facts: dict[str, Any] = {"project": project_id, "size": size}
    if twins:
        several = facts | {"people": [person_id, *twins]}
        return list((await tx.execute(_TAKEN_OF_SEVERAL, several)).scalars())
    return list((await tx.execute(_TAKEN, facts | {"person": person_id})).scalars())


async def has_next(
    tx: Tx, *, person_id: int, project_id: int, twins: Collection[int] = ()
) -> bool:
    """Whether there is an open task that neither the person nor a twin of theirs met.

    Those that wait for an expert are not looked at.
    """
    facts: dict[str, Any] = {"project": project_id, "size": 1}
    if twins:
        several = facts | {"people": [person_id, *twins]}
        return (await tx.execute(_QUEUE_OF_SEVERAL, several)).first() is not None
    return (await tx.execute(_QUEUE, facts | {"person": person_id})).first() is not None


async def met_by(tx: Tx, task_ids: list[int], people: Collection[int]) -> set[int]:
    """Which of the tasks any of these people holds or has seen."""
    found = await tx.execute(_MET_OF, {"ids": task_ids, "people": list(people)})
    return set(found.scalars())


async def change_slots(tx: Tx, task_ids: list[int], by: int) -> int:
    """Take (-1) or free (1) a slot of each task; the rank follows. Returns how many are open.

    The database refuses a task above its overlap or below none. Gold tasks are passed over.
    """
    rows = (await tx.execute(_SLOTS, {"ids": task_ids})).all()
    changes = []
    for row in rows:
        slots = row.open_slots + by
        changes.append((row.id, {"open_slots": slots, "rank": ranked(row.rank, slots)}))
    await change_rows(tx, tasks, changes)
    return sum(1 for row in rows if row.state == TaskState.open)


async def takeable(tx: Tx, task_ids: list[int], person_id: int) -> set[int]:
    """Which of the tasks still miss a rating by that person, experts asked for as such only.

    A gold task always does, until it is pulled.
    """
    asked = select(assignments.c.id).where(
        assignments.c.task_id == tasks.c.id, assignments.c.person_id == person_id,
        assignments.c.adjudicates,
    )  # fmt: skip
    missing = and_(
        tasks.c.state == word("open"),
        tasks.c.open_slots > literal_column("0"),
        or_(tasks.c.least_tier == literal_column("0"), asked.exists()),
    )
    gold = and_(tasks.c.gold.is_not(None), tasks.c.state != word("pulled"))
    wanted = and_(tasks.c.id.in_(task_ids), or_(missing, gold))
    return set((await tx.execute(select(tasks.c.id).where(wanted))).scalars())


async def count_skip(tx: Tx, task_id: int) -> int:
    """Count one more person who skipped the task; returns how many did."""
    more = update(tasks).where(tasks.c.id == task_id).values(skips=tasks.c.skips + 1)
    return int((await tx.execute(more.returning(tasks.c.skips))).scalar_one())


async def set_state(tx: Tx, task_id: int, state: TaskState) -> None:
    """Move the task to another state."""
    await tx.execute(update(tasks).where(tasks.c.id == task_id).values(state=state))


async def is_delivered(tx: Tx, task_id: int) -> bool:
    """Whether the batch of the task has gone to the client."""
    mine = select(batches.c.state).join(tasks, tasks.c.batch_id == batches.c.id)
    state = (await tx.execute(mine.where(tasks.c.id == task_id))).scalar()
    return state not in (None, "open")


async def lower_overlap(tx: Tx, task_id: int) -> None:
    """The task makes do with one rating less."""
    less = update(tasks).where(tasks.c.id == task_id).values(overlap=tasks.c.overlap - 1)
    await tx.execute(less)


async def raise_overlap(tx: Tx, task_id: int) -> None:
    """The task keeps one rating more than it asked for."""
    more = update(tasks).where(tasks.c.id == task_id).values(overlap=tasks.c.overlap + 1)
    await tx.execute(more)


async def progress(tx: Tx, project_id: int) -> dict[str, int]:
    """Counts of a project: tasks by state, slots in all and open, ratings in and in work.

    Gold tasks are not counted: they have no slots and are never decided.
    """
    found = select(
        tasks.c.state, func.count(), func.sum(tasks.c.overlap), func.sum(tasks.c.open_slots)
    ).where(tasks.c.project_id == project_id, tasks.c.gold.is_(None), _SEEN)
    counts = {"tasks": 0, "open": 0, "decided": 0, "pulled": 0, "slots": 0, "open_slots": 0}
    for state, number, overlap, slots in await tx.execute(found.group_by(tasks.c.state)):
        counts["tasks"] += number
        counts[state] += number
        counts["slots"] += overlap
        counts["open_slots"] += slots if state == TaskState.open else 0
    of_project = select(func.count()).select_from(assignments.join(tasks)).where(
        tasks.c.project_id == project_id, tasks.c.gold.is_(None)
    )  # fmt: skip
    came_in = of_project.where(assignments.c.state.in_(_IN))
    counts["in"] = (await tx.execute(came_in)).scalar_one()
    counts["in_work"] = (await tx.execute(of_project.where(assignments.c.held))).scalar_one()
    return counts


# Without what else came with a task, which few ask for and which can be large.
_IN_PROJECT: Any = (
    select(
        tasks.c.id, tasks.c.project_id, tasks.c.batch_id, tasks.c.external_id, tasks.c.content,
        tasks.c.language, tasks.c.overlap, tasks.c.open_slots, tasks.c.state, tasks.c.gold,
    )
    .where(tasks.c.project_id == bindparam("project"), tasks.c.id > bindparam("after"), _SEEN)
    .order_by(tasks.c.id)
    .limit(bindparam("most"))
)  # fmt: skip


async def in_project(
    tx: Tx, project_id: int, *, after: int, limit: int, batch_id: int | None = None
) -> list[Task]:
    """Tasks of a project, or of one batch, in the order of import, a page behind `after`."""
    found = _IN_PROJECT if batch_id is None else _IN_PROJECT.where(tasks.c.batch_id == batch_id)
    rows = await tx.execute(found, {"project": project_id, "after": after, "most": limit})
    return [_task(row) for row in rows]
