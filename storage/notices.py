"""The outbox: notices as rows, leased for delivery, settled by outcome."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, insert, or_, select, update

from bot.domain.notices import Notice, NoticeState, Priority
from bot.domain.numbers import public_number
from storage.database import Tx
from storage.schema import notices
from storage.schema.columns import among, word

_PENDING = ("queued", "sending")
_QUEUED = notices.c.state == word("queued")


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
) -> bool:
    """Write a notice; false when its key, or a queued one that it merges with, is there."""
    same = notices.c.key == key
    if merge_key is not None:
        queued = and_(notices.c.merge_key == merge_key, _QUEUED)
        same = or_(same, queued)
    if (await tx.execute(select(notices.c.id).where(same))).first():
        return False
    when = not_before or now
    await tx.execute(
        insert(notices).values(
            number=public_number(), key=key, chat_id=chat_id, thread_id=thread_id,
            person_id=person_id, kind=kind, args=args, priority=priority, sound=sound,
            state=NoticeState.queued, not_before=when, expires_at=expires_at, edits=edits,
            merge_key=merge_key, in_order=when <= now, created_at=now,
        )
    )  # fmt: skip
    return True


async def lease(tx: Tx, *, now: datetime, until: datetime, limit: int) -> list[Notice]:
    """Mark as `sending` and return what is due: one a chat, in the order of each chat.

    Within a chat nothing overtakes an earlier notice of the same priority that is pending; one
    that was meant for later from the first (`in_order` false) holds up nobody.
    """
    earlier = notices.alias("earlier")
    blocked = (
        select(earlier.c.id)
        .where(
            earlier.c.chat_id == notices.c.chat_id,
            among(earlier.c.state, *_PENDING),
            or_(
                earlier.c.state == word("sending"),
                earlier.c.priority < notices.c.priority,
                and_(earlier.c.priority == notices.c.priority, earlier.c.id < notices.c.id),
            ),
            earlier.c.id != notices.c.id,
            or_(
                earlier.c.state == word("sending"), earlier.c.not_before <= now, earlier.c.in_order
            ),
        )
        .exists()
    )  # fmt: skip
    due = (
        select(notices)
        .where(_QUEUED, notices.c.not_before <= now, ~blocked)
        .order_by(notices.c.priority, notices.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    found = [_notice(row) for row in (await tx.execute(due)).all()]
    if found:
        ids = [notice.id for notice in found]
        await tx.execute(
            update(notices)
            .where(notices.c.id.in_(ids))
            .values(state="sending", leased_until=until)
        )
    return found


async def settle(tx: Tx, notice: Notice, *, error: str | None, now: datetime) -> None:
    """Write what became of a notice after an attempt."""
    sent = notice.state is NoticeState.sent
    await tx.execute(
        update(notices)
        # Whoever recovered it meanwhile has decided; a late settlement must not undo that.
        .where(notices.c.id == notice.id, notices.c.state == word("sending"))
        .values(
            state=notice.state,
            chat_id=notice.chat_id,
            attempts=notice.attempts,
            not_before=notice.not_before,
            repeated=notice.repeated,
            message_id=notice.message_id,
            error=error,
            leased_until=None,
            sent_at=now if sent else None,
            # What merges with a queued notice must not meet a second queued one.
            merge_key=None,
        )
    )


async def abandoned(tx: Tx, now: datetime | None) -> list[Notice]:
    """Notices in flight whose sender is gone: the lease is over (all, when `now` is none)."""
    lost = notices.c.state == word("sending")
    if now is not None:
        lost = and_(lost, notices.c.leased_until <= now)
    rows = await tx.execute(select(notices).where(lost).order_by(notices.c.id))
    return [_notice(row) for row in rows]


async def next_due(tx: Tx, now: datetime) -> datetime | None:
    """When the earliest queued notice may go out of those that may not go out yet.

    What is due already and still queued waits for another notice of its chat, not for the time.
    """
    found = select(notices.c.not_before).where(_QUEUED, notices.c.not_before > now)
    row = (await tx.execute(found.order_by(notices.c.not_before).limit(1))).first()
    return row.not_before if row else None


async def is_pending(tx: Tx, key_prefix: str) -> bool:
    """Whether a notice whose key begins so is still to go out."""
    begins = notices.c.key.startswith(key_prefix, autoescape=True)
    waits = select(notices.c.id).where(begins, among(notices.c.state, *_PENDING))
    return (await tx.execute(waits.limit(1))).first() is not None


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


async def by_number(tx: Tx, number: str) -> Notice | None:
    """The notice with that public number."""
    row = (await tx.execute(select(notices).where(notices.c.number == number))).first()
    return _notice(row) if row else None
