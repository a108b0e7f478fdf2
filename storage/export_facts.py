"""What an export asks of a project: how sure its answers are, and whose ratings they are."""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from sqlalchemy import bindparam, or_, select

from storage.database import Tx
from storage.schema import batches, people, task_answers, tasks

_CHUNK = 500
_ANSWERS = select(
    task_answers.c.task_id, task_answers.c.confidence, task_answers.c.label,
    task_answers.c.adjudicated,
).where(task_answers.c.task_id.in_(bindparam("ids", expanding=True)))  # fmt: skip
_ANY = (
    select(task_answers.c.id)
    .where(
        task_answers.c.project_id == bindparam("project"), task_answers.c.confidence.is_not(None)
    )
    .limit(1)
)  # fmt: skip
_BATCHES = select(batches.c.id, batches.c.number).where(
    batches.c.id.in_(bindparam("ids", expanding=True))
)
_CONTENT: Any = tasks.c.content
_CONVERSATION = (
    select(tasks.c.id)
    .where(
        tasks.c.project_id == bindparam("project"),
        or_(
            _CONTENT[("prompt", 0, 0)].as_string().is_distinct_from("user"),
            _CONTENT[("prompt", 1, 0)].as_string().is_not(None),
        ),
    )
    .limit(1)
)
_WHO = select(people.c.country, people.c.languages).where(
    people.c.id.in_(bindparam("ids", expanding=True))
)


class Known(NamedTuple):
    """How sure the answer of a task is, from 0 to 1; and its label, where it was adjudicated."""

    confidence: float | None
    adjudicated: str | None


class Pool(NamedTuple):
    """How many people are in each country, and work in each language."""

    countries: Counter[str]
    languages: Counter[str]


async def is_weighed(tx: Tx, project_id: int) -> bool:
    """Whether it is known of any task of the project how sure its answer is."""
    return (await tx.execute(_ANY, {"project": project_id})).first() is not None


async def has_conversation(tx: Tx, project_id: int, batch_id: int | None) -> bool:
    """Whether any prompt, of the project or of one import, is more than one turn of a user."""
    found = _CONVERSATION
    if batch_id is not None:
        found = found.where(tasks.c.batch_id == batch_id)
    return (await tx.execute(found, {"project": project_id})).first() is not None


async def answers(tx: Tx, task_ids: Sequence[int]) -> dict[int, Known]:
    """What is known of the answers of these tasks, where anything is."""
    rows = await tx.execute(_ANSWERS, {"ids": list(task_ids)})
    return {
        row.task_id: Known(row.confidence, row.label if row.adjudicated else None) for row in rows
    }


async def batch_numbers(tx: Tx, ids: Collection[int | None]) -> dict[int | None, str]:
    """The numbers of these imports."""
    return {row.id: row.number for row in await tx.execute(_BATCHES, {"ids": list(ids)})}


async def pool(tx: Tx, person_ids: Collection[int]) -> Pool:
    """In which countries these people are, and which languages they work in."""
    found = Pool(Counter(), Counter())
    ordered = sorted(person_ids)
    for at in range(0, len(ordered), _CHUNK):
        for row in await tx.execute(_WHO, {"ids": ordered[at : at + _CHUNK]}):
            found.countries.update([row.country] if row.country else [])
            found.languages.update(set(row.languages))
    return found
