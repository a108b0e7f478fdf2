"""What an export asks of a project: how sure its answers are, and whose ratings they are."""

from collections.abc import Collection, Sequence

from sqlalchemy import bindparam, select

from storage.database import Tx
from storage.schema import people, task_answers

_CHUNK = 500
_SURE = select(task_answers.c.task_id, task_answers.c.confidence).where(
    task_answers.c.task_id.in_(bindparam("ids", expanding=True))
)
_ANY = (
    select(task_answers.c.id)
    .where(
        task_answers.c.project_id == bindparam("project"), task_answers.c.confidence.is_not(None)
    )
    .limit(1)
)  # fmt: skip
_WHO = select(people.c.country, people.c.languages).where(
    people.c.id.in_(bindparam("ids", expanding=True))
)


async def is_weighed(tx: Tx, project_id: int) -> bool:
    """Whether it is known of any task of the project how sure its answer is."""
    return (await tx.execute(_ANY, {"project": project_id})).first() is not None


async def confidence(tx: Tx, task_ids: Sequence[int]) -> dict[int, float]:
    """How sure the answers of these tasks are, from 0 to 1, where it is known."""
    rows = await tx.execute(_SURE, {"ids": list(task_ids)})
    return {row.task_id: row.confidence for row in rows if row.confidence is not None}


async def pool(tx: Tx, person_ids: Collection[int]) -> tuple[int, int]:
    """How many countries these people are in, and how many languages they work in."""
    countries: set[str] = set()
    languages: set[str] = set()
    ordered = sorted(person_ids)
    for at in range(0, len(ordered), _CHUNK):
        for row in await tx.execute(_WHO, {"ids": ordered[at : at + _CHUNK]}):
            countries |= {row.country} if row.country else set()
            languages |= set(row.languages)
    return len(countries), len(languages)
