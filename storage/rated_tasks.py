"""What somebody's ratings were about, by the numbers of their lines."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import bindparam, select

from bot.domain.projects import Terms
from bot.domain.tasks import Content
from storage.database import Tx
from storage.schema import assignments, jobs, lines, tasks

_RATED: Any = (
    select(lines.c.number, tasks.c.content, jobs.c.terms)
    .select_from(lines)
    .join(assignments, assignments.c.id == lines.c.assignment_id)
    .join(tasks, tasks.c.id == assignments.c.task_id)
    .join(jobs, jobs.c.id == assignments.c.job_id)
    .where(
        lines.c.person_id == bindparam("person"),
        lines.c.number.in_(bindparam("numbers", expanding=True)),
    )
)


async def of_lines(tx: Tx, person_id: int, numbers: Sequence[str]) -> dict[str, Content]:
    """What the person read for these lines; nothing of tasks that are not to be passed on."""
    rows = await tx.execute(_RATED, {"person": person_id, "numbers": list(numbers)})
    return {
        row.number: Content.from_json(row.content)
        for row in rows
        if not Terms.from_json(row.terms).protect_content
    }
