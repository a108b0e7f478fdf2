"""Broadcasts as rows: what is prepared, what goes out, what is over."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, or_, select

from bot.domain.broadcasts import Body, Broadcast, BroadcastState, Fate, Segment
from bot.domain.numbers import public_number
from storage.database import Tx, locking
from storage.schema import broadcasts
from storage.schema.columns import among, word
from storage.statements import add_row, change_row, rows_by

_BY_ID, _BY_NUMBER = rows_by(broadcasts, "id"), rows_by(broadcasts, "number")
_LOCKED = locking(_BY_ID, broadcasts)
_LIVE = select(broadcasts).where(among(broadcasts.c.state, "waiting", "sending", "stopping"))
_DRAFT = rows_by(broadcasts, "by_id").where(broadcasts.c.state == word("draft"))


def _broadcast(row: Row[Any]) -> Broadcast:
    counts = {Fate(fate): count for fate, count in (row.counts or {}).items()}
    return Broadcast(
        id=row.id, number=row.number, by_id=row.by_id, state=BroadcastState(row.state),
        bodies={language: Body.from_json(body) for language, body in row.bodies.items()},
        segment=Segment.from_json(row.segment), at=row.at, people=row.people,
        newest_id=row.newest_id, listed_id=row.listed_id, listed=row.listed,
        made_at=row.made_at, starts_at=row.starts_at, stopped_at=row.stopped_at,
        ended_at=row.ended_at, card_id=row.card_id, shown_at=row.shown_at, counts=counts,
    )  # fmt: skip


async def add(tx: Tx, *, by: int, segment: Segment, now: datetime) -> Broadcast:
    """A new draft; nobody has two."""
    values = {
        "number": public_number(), "by_id": by, "state": BroadcastState.draft, "bodies": {},
        "segment": segment.to_json(), "made_at": now,
    }  # fmt: skip
    return await by_id(tx, await add_row(tx, broadcasts, values))


async def by_id(tx: Tx, broadcast_id: int) -> Broadcast:
    """The broadcast; it must exist."""
    return _broadcast((await tx.execute(_BY_ID, {"id": broadcast_id})).one())


async def by_number(tx: Tx, number: str) -> Broadcast | None:
    """The broadcast with that public number."""
    row = (await tx.execute(_BY_NUMBER, {"number": number})).first()
    return _broadcast(row) if row else None


async def locked(tx: Tx, broadcast_id: int) -> Broadcast:
    """As `by_id`; nobody else changes it until the transaction ends."""
    return _broadcast((await tx.execute(_LOCKED, {"id": broadcast_id})).one())


async def draft_of(tx: Tx, person_id: int) -> Broadcast | None:
    """What the person is preparing."""
    row = (await tx.execute(_DRAFT, {"by_id": person_id})).first()
    return _broadcast(row) if row else None


async def drop(tx: Tx, broadcast_id: int) -> None:
    """Forget a draft."""
    gone = delete(broadcasts).where(broadcasts.c.id == broadcast_id)
    await tx.execute(gone.where(broadcasts.c.state == word("draft")))


async def change(tx: Tx, broadcast_id: int, **values: Any) -> None:
    """Set columns of a broadcast."""
    await change_row(tx, broadcasts, broadcast_id, values)


async def write(tx: Tx, broadcast_id: int, bodies: Mapping[str, Body]) -> None:
    """Set what it says in each language."""
    stored = {language: body.to_json() for language, body in bodies.items()}
    await change(tx, broadcast_id, bodies=stored)


async def move_groups(tx: Tx, old: int, new: int) -> None:
    """A group has another id: what has not gone out yet is for the people of that one."""
    found = select(broadcasts).where(among(broadcasts.c.state, "draft", "waiting"))
    for one in map(_broadcast, (await tx.execute(found)).all()):
        if old in one.segment.groups:
            groups = dict.fromkeys(new if each == old else each for each in one.segment.groups)
            segment = replace(one.segment, groups=tuple(groups))
            await change(tx, one.id, segment=segment.to_json())


async def live(tx: Tx) -> list[Broadcast]:
    """Everything that is about to go out, goes out, or is being stopped."""
    rows = await tx.execute(_LIVE.order_by(broadcasts.c.id))
    return [_broadcast(row) for row in rows]


async def latest(
    tx: Tx, *, by: int, projects: Collection[int] | None, most: int
) -> list[Broadcast]:
    """Those of the person and of these projects (of all where none are named), newest first."""
    found = select(broadcasts).where(broadcasts.c.state != word("draft"))
    if projects is not None:
        project = broadcasts.c.segment["project_id"].as_integer()
        found = found.where(or_(broadcasts.c.by_id == by, project.in_(list(projects))))
    rows = await tx.execute(found.order_by(broadcasts.c.id.desc()).limit(most))
    return [_broadcast(row) for row in rows]
