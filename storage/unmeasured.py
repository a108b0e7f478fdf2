"""Projects that could not be measured: why, since when, and when they are tried again."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, select, update

from bot.domain.measuring import Failure
from storage.database import Tx
from storage.schema import projects, unmeasured
from storage.statements import unless_there

_ALL = (
    select(unmeasured, projects.c.name)
    .join(projects, projects.c.id == unmeasured.c.project_id)
    .order_by(unmeasured.c.project_id)
)
_THIS = unmeasured.c.project_id == bindparam("project")
_NEW = unless_there(unmeasured, "project_id")
_AGAIN = update(unmeasured).where(_THIS)
_OVER = delete(unmeasured).where(_THIS)


@dataclass(frozen=True, slots=True)
class Unmeasured:
    """A project whose last run failed."""

    project_id: int
    name: str
    reason: Failure
    since: datetime
    again_at: datetime


async def everything(tx: Tx) -> list[Unmeasured]:
    """All of them; there are few, if any."""
    return [
        Unmeasured(row.project_id, row.name, Failure(row.reason), row.since, row.again_at)
        for row in await tx.execute(_ALL)
    ]


async def failed(
    tx: Tx, project_id: int, reason: Failure, *, again_at: datetime, now: datetime
) -> None:
    """The run over the project failed; `since` stays that of the first time."""
    values = {"reason": reason, "again_at": again_at}
    new = values | {"project_id": project_id, "since": now}
    await tx.execute(_NEW[tx.dialect.name], new)
    await tx.execute(_AGAIN.values(values), {"project": project_id})


async def over(tx: Tx, project_id: int) -> None:
    """The project is measured again, or has nothing new."""
    await tx.execute(_OVER, {"project": project_id})


async def among(tx: Tx, project_ids: Collection[int]) -> dict[int, Failure]:
    """Those of the projects that could not be measured, with the reason."""
    return {one.project_id: one.reason for one in await everything(tx)
            if one.project_id in project_ids}  # fmt: skip
