"""Jobs of one task whose answer is known: they borrow a place of the call, and take none."""

from sqlalchemy import bindparam, func, select

from storage.database import Tx
from storage.schema import jobs
from storage.schema.columns import word

_COUNT = select(func.count()).where(
    jobs.c.project_id == bindparam("project"), jobs.c.borrows, jobs.c.state == word("active")
)
_LAST = (
    select(jobs.c.borrows)
    .where(
        jobs.c.person_id == bindparam("person"), jobs.c.project_id == bindparam("project"),
        jobs.c.review_id.is_(None),
    )
    .order_by(jobs.c.claimed_at.desc(), jobs.c.id.desc())
    .limit(1)
)  # fmt: skip


async def count(tx: Tx, project_id: int) -> int:
    """How many such jobs of the project are in work."""
    return int((await tx.execute(_COUNT, {"project": project_id})).scalar_one())


async def was_last(tx: Tx, person_id: int, project_id: int) -> bool:
    """Whether the last job that the person claimed of the project was such a one."""
    mine = {"person": person_id, "project": project_id}
    return bool((await tx.execute(_LAST, mine)).scalar())
