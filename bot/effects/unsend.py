"""Owing it to somebody that a message disappears from the private chat."""

from datetime import datetime

from bot.domain.notices import UNSEND, Priority
from storage import notices
from storage.database import Tx


async def unsend(
    tx: Tx, *, chat_id: int, message_id: int, person_id: int, now: datetime, again: str = "",
    not_before: datetime | None = None,
) -> bool:  # fmt: skip
    """Have the message deleted, by its person or by us; where that fails, the person is told.

    Once for a message, unless `again` says why it is to be done another time.
    """
    return await notices.add(
        tx, key=unsend_key(chat_id, message_id) + again, chat_id=chat_id, person_id=person_id,
        kind=UNSEND, args={}, priority=Priority.answer, now=now, edits=message_id,
        not_before=not_before,
    )  # fmt: skip


def unsend_key(chat_id: int, message_id: int) -> str:
    """The key under which a message is to be deleted."""
    return f"unsend:{chat_id}:{message_id}:"
