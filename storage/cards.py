"""What is owed to a place of a card: the card itself, or the newest state of it."""

from datetime import datetime

from bot.domain.calls import BETWEEN_EDITS
from bot.domain.notices import PIN, RETRACT, UNPIN, Priority
from storage import notices, posts
from storage.database import Tx
from storage.posts import Post


async def owe(
    tx: Tx, post_id: int, chat_id: int, thread_id: int | None, *, key: str, now: datetime,
    sound: bool, not_before: datetime | None = None,
) -> None:  # fmt: skip
    """Owe the place the card as a new message, once per `key`."""
    await notices.add(
        tx, key=f"card:{post_id}:{key}", chat_id=chat_id, thread_id=thread_id, kind="call_card",
        args={"post_id": post_id, "anew": True}, priority=Priority.call, now=now, sound=sound,
        not_before=not_before,
    )  # fmt: skip
    await posts.reserve_message(tx, chat_id, now, BETWEEN_EDITS)


async def retract(tx: Tx, post: Post, *, now: datetime) -> None:
    """Take away the message in which the card stood, now that it stands in another one."""
    await notices.add(
        tx, key=f"{RETRACT}:{post.id}:{post.message_id}", chat_id=post.chat_id,
        thread_id=post.thread_id, kind=RETRACT, args={}, priority=Priority.call, now=now,
        edits=post.message_id,
    )  # fmt: skip


async def owe_pin(tx: Tx, post: Post, *, now: datetime, pin: bool = True) -> None:
    """Owe the message of the card that it is pinned, or is not any more."""
    kind = PIN if pin else UNPIN
    await notices.add(
        tx, key=f"{kind}:{post.id}:{post.message_id}:{now.isoformat()}", chat_id=post.chat_id,
        kind=kind, args={"post_id": post.id}, priority=Priority.call, now=now,
        edits=post.message_id,
    )  # fmt: skip


async def cancel(tx: Tx, post_id: int) -> None:
    """Nothing that is queued for the card goes out: it is about another message."""
    await notices.cancel(tx, f"card:{post_id}:")


async def owe_edit(tx: Tx, post: Post, *, now: datetime) -> None:
    """Owe the card one edit, merged with one that is queued already; nothing out of reach."""
    if post.message_id is None or post.is_out_of_reach:
        return
    merge_key = f"card:{post.id}"
    slot = await posts.reserve_edit(tx, post.chat_id, merge_key, now, BETWEEN_EDITS)
    if slot is None:
        return
    await notices.add(
        tx, key=f"{merge_key}:{slot.isoformat()}", chat_id=post.chat_id,
        thread_id=post.thread_id, kind="call_card", args={"post_id": post.id},
        priority=Priority.call, now=now, not_before=slot, edits=post.message_id,
        merge_key=merge_key,
    )  # fmt: skip


async def is_owed(tx: Tx, post_id: int) -> bool:
    """Whether a card or an edit of it is still to go out."""
    return await notices.is_pending(tx, f"card:{post_id}:")


async def is_new_owed(tx: Tx, post_id: int) -> bool:
    """Whether the card itself is still to go out as a new message."""
    return await notices.is_pending(tx, f"card:{post_id}:", new=True)
