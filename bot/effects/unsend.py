"""Owing it to somebody that a message disappears from the private chat."""

from datetime import datetime

from bot.domain.notices import DELETE, Priority
from storage import notices
from storage.database import Tx


async def unsend(
    tx: Tx, *, chat_id: int, message_id: int, person_id: int, now: datetime, again: str = ""
) -> bool:
    """Have the message deleted, whoever sent it; where Telegram lets it stand, say so.

    Once for a message, unless `again` says why it is to be done another time.
    """
    if again and await notices.is_pending(tx, _key(chat_id, message_id)):
        return False
    return await notices.add(
        tx, key=_key(chat_id, message_id) + again, chat_id=chat_id, person_id=person_id,
        kind=DELETE, args={}, priority=Priority.answer, now=now, edits=message_id,
        in_order=False,
    )  # fmt: skip


async def is_unsent(tx: Tx, *, chat_id: int, message_id: int) -> bool:
    """Whether the message was to be deleted once."""
    return await notices.is_there(tx, _key(chat_id, message_id))


def _key(chat_id: int, message_id: int) -> str:
    return f"delete:{chat_id}:{message_id}:"
