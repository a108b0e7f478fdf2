"""Updates from Telegram, stored before they are acknowledged, worked off once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, bindparam, func, select, update

from storage.database import Tx, has_several, wake
from storage.leases import holders
from storage.schema import inbox
from storage.schema.columns import word
from storage.statements import unless_there

# The leases of processes that work updates off begin so.
WORKERS = "process:web"

_NEW = inbox.c.state == word("new")
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_DONE = update(inbox).where(inbox.c.update_id.in_(_IDS)).values(state="done")
_STORE = {
    engine: added.returning(inbox.c.update_id) for engine, added in unless_there(inbox).items()
}
_WAITING = (
    select(inbox)
    .where(_NEW, inbox.c.update_id > bindparam("after"), inbox.c.holder == bindparam("holder_of"))
    .order_by(inbox.c.update_id)
    .limit(bindparam("most"))
)


_LATEST = select(inbox.c.update_id, inbox.c.received_at).where(
    inbox.c.update_id == select(func.max(inbox.c.update_id)).scalar_subquery()
)


@dataclass(frozen=True, slots=True)
class Incoming:
    """One stored update; updates of one `lane` are worked off in their order."""

    update_id: int
    lane: int
    payload: dict[str, Any]
    attempts: int
    received_at: datetime


async def store(
    tx: Tx, updates: list[tuple[int, int, dict[str, Any]]], now: datetime, *, holder: str
) -> int:
    """Store (id, lane, payload) triples that are not there yet; returns how many were new.

    They are for the process `holder`; one whose lane another process is at work on is for that
    one, which keeps the order of the lane.
    """
    rows = [
        {
            "update_id": update_id, "lane": lane, "payload": payload, "state": "new",
            "received_at": now, "holder": holder,
        }
        for update_id, lane, payload in updates
    ]  # fmt: skip
    if not rows:
        return 0
    await _follow_lanes(tx, rows, holder)
    return len((await tx.execute(_STORE[tx.dialect.name], rows)).all())


async def _follow_lanes(tx: Tx, rows: list[dict[str, Any]], holder: str) -> None:
    if not has_several(tx):
        return
    busy = select(inbox.c.lane, inbox.c.holder).where(
        _NEW, inbox.c.holder != holder, inbox.c.holder.in_(holders(WORKERS)),
        inbox.c.lane.in_({row["lane"] for row in rows}),
    )  # fmt: skip
    elsewhere = {row.lane: row.holder for row in await tx.execute(busy)}
    for row in rows:
        row["holder"] = elsewhere.get(row["lane"], holder)
    if elsewhere:
        await wake(tx, "inbox")


async def adopt(tx: Tx, holder: str, *, alone: bool) -> int:
    """Take over the updates of processes that are gone; of all others, when `alone`."""
    orphaned = _NEW & (inbox.c.holder != holder)
    if not alone:
        orphaned &= inbox.c.holder.not_in(holders(WORKERS))
    return int((await tx.execute(update(inbox).where(orphaned).values(holder=holder))).rowcount)


async def waiting(tx: Tx, after: int, limit: int, *, holder: str) -> list[Incoming]:
    """Stored updates that the process is to work off, in order, from behind `after`."""
    rows = await tx.execute(_WAITING, {"after": after, "holder_of": holder, "most": limit})
    return [Incoming(r.update_id, r.lane, r.payload, r.attempts, r.received_at) for r in rows]


async def latest(tx: Tx) -> tuple[int, datetime] | None:
    """The highest update id ever stored, and when that update came in."""
    row = (await tx.execute(_LATEST)).first()
    return (row.update_id, row.received_at) if row else None


async def done(tx: Tx, update_ids: Sequence[int]) -> None:
    """The updates have had their effect."""
    await tx.execute(_DONE, {"ids": list(update_ids)})


async def redact(tx: Tx, update_id: int) -> None:
    """Nothing of the update is kept but that it was there; it has no effect a second time."""
    bare = {"update_id": update_id}
    await tx.execute(update(inbox).where(inbox.c.update_id == update_id).values(payload=bare))


async def failed(tx: Tx, update_id: int, *, error: str, number: str, most: int) -> str | None:
    """Count a failure; at the `most`-th the update is set aside, and its number returned."""
    row = (await tx.execute(select(inbox).where(inbox.c.update_id == update_id))).first()
    attempts = (row.attempts if row else 0) + 1
    values: dict[str, Any] = {"attempts": attempts, "error": error}
    if attempts >= most:
        values |= {"state": "aside", "number": number}
    await tx.execute(update(inbox).where(inbox.c.update_id == update_id).values(values))
    return number if attempts >= most else None
