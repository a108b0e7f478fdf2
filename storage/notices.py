"""The outbox: notices as rows, leased for delivery, settled by outcome."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Row,
    and_,
    bindparam,
    literal_column,
    or_,
    select,
    type_coerce,
    update,
)

from bot.domain.notices import Notice, NoticeState, Priority
from bot.domain.numbers import public_number
from storage.database import Tx
from storage.schema import notices
from storage.schema.columns import Moment, among, word
from storage.statements import rows_by, unless_there

_PENDING = ("queued", "sending")
_QUEUED = notices.c.state == word("queued")
_SENDING = notices.c.state == word("sending")


def to_person(person_id: Any, chat_id: Any) -> ColumnElement[bool]:
    """What is for that person, or for the chat alone, as before they were known."""
    nobody = and_(notices.c.person_id.is_(None), notices.c.chat_id == chat_id)
    return or_(notices.c.person_id == person_id, nobody)


_WHEN = type_coerce(notices.c.not_before, BigInteger)
_ADD = unless_there(notices)
# A number that is taken by chance is an error then, and all is done anew with other numbers.
_ADD_BY_KEY = unless_there(notices, "key")
_SAME = select(notices.c.id).where(
    or_(
        notices.c.key == bindparam("key"),
        and_(_QUEUED, notices.c.merge_key == bindparam("merge_key")),
    )
)
_earlier = notices.alias("earlier")
# Within a chat nothing overtakes an earlier notice of the same priority that is pending; one that
# was meant for later from the first (`in_order` false) holds up nobody.
_BLOCKED = (
    select(_earlier.c.id)
    .where(
        _earlier.c.chat_id == notices.c.chat_id,
        among(_earlier.c.state, *_PENDING),
        or_(
            _earlier.c.state == word("sending"),
            _earlier.c.priority < notices.c.priority,
            and_(_earlier.c.priority == notices.c.priority, _earlier.c.id < notices.c.id),
        ),
        _earlier.c.id != notices.c.id,
        or_(
            _earlier.c.state == word("sending"), _earlier.c.not_before <= bindparam("now"),
            _earlier.c.in_order,
        ),
    )
    .exists()
)  # fmt: skip
_DUE = (
    select(notices)
    # With a sum on its left no index serves the time: the one in the order of sending does.
    .where(_QUEUED, _WHEN + literal_column("0") <= bindparam("now", type_=Moment), ~_BLOCKED)
    .order_by(notices.c.priority, notices.c.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_LEASE = (
    update(notices)
    .where(notices.c.id.in_(bindparam("ids", expanding=True)))
    .values(state=NoticeState.sending, leased_until=bindparam("until"))
)
_SETTLED = ("state", "chat_id", "attempts", "not_before", "repeated", "message_id", "error",
            "leased_until", "sent_at", "merge_key")  # fmt: skip
_SETTLE = (
    update(notices)
    # Whoever recovered it meanwhile has decided, and may be sending it again; a late settlement
    # must not undo that.
    .where(notices.c.id == bindparam("which"), _SENDING, notices.c.attempts == bindparam("before"))
    .values({name: bindparam(f"new_{name}") for name in _SETTLED})
)
_FIRST = select(notices.c.not_before).where(_QUEUED).order_by(notices.c.not_before).limit(1)
_UPCOMING = select(
    _FIRST.where(notices.c.not_before <= bindparam("now")).scalar_subquery().label("due"),
    _FIRST.where(notices.c.not_before > bindparam("now")).scalar_subquery().label("then"),
)


def _notice(row: Row[Any]) -> Notice:
    return Notice(
        id=row.id, number=row.number, key=row.key, chat_id=row.chat_id, thread_id=row.thread_id,
        person_id=row.person_id, kind=row.kind, args=row.args, priority=Priority(row.priority),
        sound=row.sound, state=NoticeState(row.state), not_before=row.not_before,
        expires_at=row.expires_at, attempts=row.attempts, repeated=row.repeated,
        edits=row.edits, message_id=row.message_id,
    )  # fmt: skip


async def add(
    tx: Tx,
    *,
    key: str,
    chat_id: int,
    kind: str,
    args: dict[str, Any],
    priority: Priority,
    now: datetime,
    sound: bool = False,
    person_id: int | None = None,
    thread_id: int | None = None,
    not_before: datetime | None = None,
    expires_at: datetime | None = None,
    edits: int | None = None,
    merge_key: str | None = None,
    state: NoticeState = NoticeState.queued,
    in_order: bool = True,
) -> bool:
    """Write a notice; false when its key, or a queued one that it merges with, is there.

    One that is not `in_order` holds up nothing that comes after it while it is tried again.
    """
    when = not_before or now
    notice = {
        "number": public_number(), "key": key, "chat_id": chat_id, "thread_id": thread_id,
        "person_id": person_id, "kind": kind, "args": args, "priority": priority, "sound": sound,
        "state": state, "not_before": when, "expires_at": expires_at, "edits": edits,
        "merge_key": merge_key, "in_order": in_order and when <= now, "created_at": now,
    }  # fmt: skip
    while not (await tx.execute(_ADD[tx.dialect.name], notice)).rowcount:
        there = {"key": key, "merge_key": merge_key}
        if (await tx.execute(_SAME, there)).first() is not None:
            return False
        # By chance another notice has the number, and this one must not go missing for that.
        notice["number"] = public_number()
    return True


async def add_to_many(
    tx: Tx, to: Sequence[tuple[str, int, int, dict[str, Any]]], *, kind: str,
    priority: Priority, now: datetime, expires_at: datetime | None,
) -> None:  # fmt: skip
    """A silent notice to many: each by its key, chat, person and arguments; once a key."""
    rows = [
        {
            "number": public_number(),
            "key": key,
            "chat_id": chat_id,
            "thread_id": None,
            "person_id": person_id,
            "kind": kind,
            "args": args,
            "priority": priority,
            "sound": False,
            "state": NoticeState.queued,
            "not_before": now,
            "expires_at": expires_at,
            "edits": None,
            "merge_key": None,
            "in_order": True,
            "created_at": now,
        }
        for key, chat_id, person_id, args in to
    ]
    if rows:
        await tx.execute(_ADD_BY_KEY[tx.dialect.name], rows)


async def lease(tx: Tx, *, now: datetime, until: datetime, limit: int) -> list[Notice]:
    """Mark as `sending` and return what is due: one a chat, in the order of each chat."""
    due = await tx.execute(_DUE, {"now": now, "most": limit})
    found = [_notice(row) for row in due.all()]
    if found:
        ids = [notice.id for notice in found]
        await tx.execute(_LEASE, {"ids": ids, "until": until})
    return found


async def settle(
    tx: Tx, leased: Notice, notice: Notice, *, error: str | None, now: datetime
) -> None:
    """Write what became of a leased notice after an attempt."""
    new = {
        "state": notice.state, "chat_id": notice.chat_id, "attempts": notice.attempts,
        "not_before": notice.not_before, "repeated": notice.repeated,
        "message_id": notice.message_id, "error": error, "leased_until": None,
        "sent_at": now if notice.state is NoticeState.sent else None,
        # What merges with a queued notice must not meet a second queued one.
        "merge_key": None,
    }  # fmt: skip
    values = {f"new_{name}": value for name, value in new.items()}
    await tx.execute(_SETTLE, {"which": notice.id, "before": leased.attempts, **values})


async def abandoned(tx: Tx, now: datetime | None) -> list[Notice]:
    """Notices in flight whose sender is gone: the lease is over (all, when `now` is none)."""
    lost = notices.c.state == word("sending")
    if now is not None:
        lost = and_(lost, notices.c.leased_until <= now)
    rows = await tx.execute(select(notices).where(lost))
    return sorted((_notice(row) for row in rows), key=lambda notice: notice.id)


async def upcoming(tx: Tx, now: datetime) -> tuple[bool, datetime | None]:
    """Whether a queued notice may go out by now, and when the next of the others may.

    What may go out and is still queued waits for another notice of its chat, not for the time.
    """
    row = (await tx.execute(_UPCOMING, {"now": now})).one()
    return row.due is not None, row.then


async def is_pending(tx: Tx, key_prefix: str, *, new: bool = False) -> bool:
    """Whether a notice whose key begins so is still to go out; `new` leaves out edits."""
    begins = notices.c.key.startswith(key_prefix, autoescape=True)
    waits = select(notices.c.id).where(begins, among(notices.c.state, *_PENDING))
    if new:
        waits = waits.where(notices.c.edits.is_(None))
    return (await tx.execute(waits.limit(1))).first() is not None


async def is_there(tx: Tx, key: str) -> bool:
    """Whether a notice with that key was ever written."""
    return (await tx.execute(rows_by(notices, "key"), {"key": key})).first() is not None


async def cancel(tx: Tx, key_prefix: str) -> None:
    """Cancel queued notices whose key begins so: what they would tell has passed."""
    await tx.execute(
        update(notices)
        .where(
            notices.c.key.startswith(key_prefix, autoescape=True),
            _QUEUED,
        )
        .values(state="cancelled")
    )


async def cancel_one(tx: Tx, key: str) -> None:
    """Cancel the notice with exactly that key, unless it has gone out."""
    await tx.execute(
        update(notices)
        .where(notices.c.key == key, among(notices.c.state, "queued", "undeliverable"))
        .values(state="cancelled")
    )


async def revive(tx: Tx, chat_id: int, *, now: datetime) -> int:
    """Queue again what could not be delivered to a chat that has come back; returns how many."""
    waits = and_(
        notices.c.chat_id == chat_id,
        notices.c.state == "undeliverable",
        notices.c.priority <= Priority.personal,
        or_(notices.c.expires_at.is_(None), notices.c.expires_at > now),
    )
    back = await tx.execute(update(notices).where(waits).values(state="queued", not_before=now))
    return int(back.rowcount)


async def by_key(tx: Tx, key: str) -> Notice | None:
    """The notice with that key."""
    row = (await tx.execute(rows_by(notices, "key"), {"key": key})).first()
    return _notice(row) if row else None
