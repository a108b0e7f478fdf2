"""What became of a broadcast for each person: listed, queued, settled by their notices."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    String,
    bindparam,
    cast,
    func,
    literal,
    select,
    update,
)

from bot.domain.broadcasts import Fate
from bot.domain.notices import NoticeState
from storage.audience import Reached, can_receive, reached
from storage.database import Tx
from storage.schema import broadcast_recipients as recipients
from storage.schema import broadcasts, notices, people
from storage.schema.columns import among, word
from storage.statements import change_rows, unless_there

_ADD = unless_there(recipients, "broadcast_id", "person_id")
_OF = recipients.c.broadcast_id == bindparam("broadcast_id")
_WAITING = recipients.c.state == word("waiting")
_QUEUED = recipients.c.state == word("queued")
_COUNTS = select(recipients.c.state, func.count()).where(_OF).group_by(recipients.c.state)
_IN_LINE = select(func.count()).select_from(recipients).where(_OF, _QUEUED)
_FIRST = select(func.min(recipients.c.due_at)).where(_OF, _WAITING)
_KEY = literal("broadcast:") + cast(recipients.c.broadcast_id, String) + literal(":") + cast(
    recipients.c.person_id, String
)  # fmt: skip
_SETTLED = (
    select(recipients.c.id, notices.c.state, notices.c.error)
    .join(notices, notices.c.key == _KEY)
    .where(_OF, _QUEUED, ~among(notices.c.state, "queued", "sending"))
)


@dataclass(frozen=True, slots=True)
class Due:
    """Somebody whose time has come: the row, the chat (none: gets it no more), since when.

    `lost` says that the bot cannot write to them any more.
    """

    row: int
    chat_id: int | None
    due_at: datetime
    language: str
    person: Reached
    lost: bool = False


def key_of(broadcast_id: int, person_id: int) -> str:
    """The key of the one notice by which the person gets the broadcast."""
    return f"broadcast:{broadcast_id}:{person_id}"


def prefix_of(broadcast_id: int) -> str:
    """How the keys of all its notices begin."""
    return f"broadcast:{broadcast_id}:"


async def add(tx: Tx, broadcast_id: int, due: Sequence[tuple[int, datetime]]) -> None:
    """List these people with the time at which it is due for them; each is listed once."""
    if due:
        rows = [
            {"broadcast_id": broadcast_id, "person_id": one, "state": Fate.waiting, "due_at": at}
            for one, at in due
        ]
        await tx.execute(_ADD[tx.dialect.name], rows)


async def due(tx: Tx, broadcast_id: int, *, news: bool, now: datetime, most: int) -> list[Due]:
    """Whose time has come, the longest due first."""
    wanted: ColumnElement[bool] = can_receive(news=news)
    found = (
        select(
            recipients.c.id.label("row"), recipients.c.due_at, people.c.id,
            people.c.telegram_id, people.c.zone, people.c.quiet_from, people.c.quiet_to,
            people.c.language, people.c.unreachable_since, wanted.label("wanted"),
        )
        .join(people, people.c.id == recipients.c.person_id)
        .where(_OF, _WAITING, recipients.c.due_at <= now)
        .order_by(recipients.c.due_at, recipients.c.id)
        .limit(most)
    )  # fmt: skip
    rows = await tx.execute(found, {"broadcast_id": broadcast_id})
    return [
        Due(
            row.row,
            row.telegram_id if row.wanted else None,
            row.due_at,
            row.language,
            reached(row),
            row.unreachable_since is not None,
        )
        for row in rows
    ]


async def still_gets(tx: Tx, broadcast_id: int, person_id: int, *, news: bool) -> bool:
    """Whether the broadcast is being sent, and the person can get it."""
    found = (
        select(people.c.id)
        .join(broadcasts, broadcasts.c.id == bindparam("broadcast_id"))
        .where(
            people.c.id == bindparam("person_id"), can_receive(news=news),
            broadcasts.c.state == word("sending"),
        )
    )  # fmt: skip
    given = {"broadcast_id": broadcast_id, "person_id": person_id}
    return (await tx.execute(found, given)).first() is not None


async def settle(tx: Tx, rows: Sequence[tuple[int, Fate]], now: datetime) -> None:
    """Write what became of these rows."""
    changes = [(row, {"state": fate, "settled_at": now}) for row, fate in rows]
    await change_rows(tx, recipients, changes)


async def put_off(tx: Tx, rows: Sequence[tuple[int, datetime]]) -> None:
    """It is due later for these."""
    await change_rows(tx, recipients, [(row, {"due_at": at}) for row, at in rows])


async def queue(tx: Tx, rows: Sequence[int]) -> None:
    """Their notices are on their way."""
    if rows:
        sent = update(recipients).where(recipients.c.id.in_(rows))
        await tx.execute(sent.values(state=Fate.queued))


async def any_left(tx: Tx, broadcast_id: int) -> bool:
    """Whether somebody waits, or a notice is on its way."""
    for left in (_WAITING, _QUEUED):
        found = select(recipients.c.id).where(_OF, left).limit(1)
        if (await tx.execute(found, {"broadcast_id": broadcast_id})).first() is not None:
            return True
    return False


async def over(tx: Tx, broadcast_id: int) -> list[tuple[int, NoticeState, str | None]]:
    """The queued rows whose notice has come to its end: its state, and the error with it."""
    rows = await tx.execute(_SETTLED, {"broadcast_id": broadcast_id})
    return [(row.id, NoticeState(row.state), row.error) for row in rows]


async def in_line(tx: Tx, broadcast_id: int) -> int:
    """How many notices of it are on their way."""
    return int((await tx.execute(_IN_LINE, {"broadcast_id": broadcast_id})).scalar_one())


async def first_due(tx: Tx, broadcast_id: int) -> datetime | None:
    """When the next of those who wait is due."""
    due_first: datetime | None = (
        await tx.execute(_FIRST, {"broadcast_id": broadcast_id})
    ).scalar()
    return due_first


async def counts(tx: Tx, broadcast_id: int) -> dict[Fate, int]:
    """How many stand where."""
    rows = await tx.execute(_COUNTS, {"broadcast_id": broadcast_id})
    return {Fate(state): int(count) for state, count in rows}


async def stop_waiting(tx: Tx, broadcast_id: int, *, most: int, now: datetime) -> int:
    """Nothing goes to so many of those who wait; returns how many it was."""
    some = select(recipients.c.id).where(_OF, _WAITING).limit(most)
    ids = list((await tx.execute(some, {"broadcast_id": broadcast_id})).scalars())
    if ids:
        stopped = update(recipients).where(recipients.c.id.in_(ids))
        await tx.execute(stopped.values(state=Fate.stopped, settled_at=now))
    return len(ids)


async def page(tx: Tx, broadcast_id: int, *, after: int, most: int) -> list[Row[Any]]:
    """So many rows for the report: the person by short name and language, the end, its time."""
    found = (
        select(
            recipients.c.id, people.c.pseudonym, people.c.language, recipients.c.state,
            recipients.c.settled_at,
        )
        .join(people, people.c.id == recipients.c.person_id)
        .where(_OF, recipients.c.id > after)
        .order_by(recipients.c.id)
        .limit(most)
    )  # fmt: skip
    return list(await tx.execute(found, {"broadcast_id": broadcast_id}))
