"""Which tasks have been delivered whole to whom."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import bindparam, func, select

from storage.database import Tx
from storage.schema import assignments, notices
from storage.schema.columns import among
from storage.statements import change_row

_UNSHOWN = select(assignments.c.id).where(
    assignments.c.job_id == bindparam("job_id"), assignments.c.shown_at.is_(None)
)
# One that may have gone out counts: it is not sent again, and the person may well have it.
_ARRIVED = select(func.count()).where(
    notices.c.key.in_(bindparam("keys", expanding=True)),
    among(notices.c.state, "sent", "uncertain"),
)


async def mark(tx: Tx, assignment_id: int, *, now: datetime) -> None:
    """All parts of the task have been delivered."""
    await change_row(tx, assignments, assignment_id, {"shown_at": now})


async def unshown(tx: Tx, job_id: int) -> frozenset[int]:
    """The assignments of the job of which nobody has written down that they were shown whole."""
    return frozenset((await tx.execute(_UNSHOWN, {"job_id": job_id})).scalars())


async def have_arrived(tx: Tx, keys: Collection[str]) -> bool:
    """Whether all notices with these keys have gone out."""
    if not keys:
        return True
    return (await tx.execute(_ARRIVED, {"keys": list(keys)})).scalar_one() == len(keys)
