"""What is owed to a place of a card: the card itself, or the newest state of it."""

from datetime import datetime

from bot.domain.calls import BETWEEN_EDITS
from bot.domain.notices import Priority
from storage import notices, posts
from storage.database import Tx
from storage.posts import Post


async def owe(
    tx: Tx, post_id: int, chat_id: int, thread_id: int | None, *, key: str, now: datetime,
    sound: bool,
) -> None:  # fmt: skip
    """Owe the place the card as a new message, once per `key`."""
    await notices.add(
        tx, key=f"card:{post_id}:{key}", chat_id=chat_id, thread_id=thread_id, kind="call_card",
        args={"post_id": post_id}, priority=Priority.call, now=now, sound=sound,
    )  # fmt: skip


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
