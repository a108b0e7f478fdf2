"""When there may be work of a project again: due times, held places, planned calls."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, select

from storage.database import Tx
from storage.schema import calls, jobs, offers, schedules
from storage.schema.columns import word

_AT_WORK = (
    jobs.c.project_id == bindparam("project"), jobs.c.state == word("active"),
    jobs.c.person_id != bindparam("person"),
)  # fmt: skip
_SOONEST = select(
    select(jobs.c.id).where(*_AT_WORK).exists().label("at_work"),
    select(func.min(jobs.c.due_at))
    .where(*_AT_WORK, jobs.c.due_at > bindparam("now"))
    .scalar_subquery()
    .label("due"),
    select(func.min(offers.c.until))
    .join(calls, calls.c.id == offers.c.call_id)
    .where(
        calls.c.project_id == bindparam("project"), offers.c.state == word("held"),
        offers.c.until > bindparam("now"), offers.c.person_id != bindparam("person"),
    )
    .scalar_subquery()
    .label("free"),
    select(func.min(schedules.c.next_at))
    .where(schedules.c.project_id == bindparam("project"), schedules.c.next_at > bindparam("now"))
    .scalar_subquery()
    .label("call"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Soonest:
    """Whether others have jobs; when the next is due, a held place is free, a call goes out."""

    at_work: bool
    due: datetime | None
    free: datetime | None
    call: datetime | None


async def of_project(tx: Tx, project_id: int, *, person_id: int, now: datetime) -> Soonest:
    """The dates of the project for that person; each none where there is nothing of the kind."""
    given = {"project": project_id, "person": person_id, "now": now}
    row = (await tx.execute(_SOONEST, given)).one()
    return Soonest(bool(row.at_work), row.due, row.free, row.call)
