"""What does not belong in a group: it is sent to the private chat, and taken away if it may be."""

from telegram import Message
from telegram.error import TelegramError

from bot.services import replies
from handlers.context import Hall
from handlers.showing import delete_message


async def use_private(hall: Hall, message: Message, name: str, *, who: int, bare: bool) -> None:
    """The private chat is for that command; with words behind it (not `bare`) it goes away.

    Who it names must not stand in a group. Said once a minute to each person, so that nobody can
    fill the group with it.
    """
    left = None if bare else "deleted" if await _deleted(hall, message) else "delete"
    thread = message.message_thread_id if message.is_topic_message else None
    now = hall.clock.now()
    minute = int(now.timestamp()) // 60
    # Asking for the message to be taken away is said besides, since it is about somebody's name.
    asked = left if left == "delete" else ""
    await replies.owe(
        hall.db, chat_id=message.chat.id, thread_id=thread, kind="use_private",
        cause=f"{name}:{message.chat.id}:{thread}:{who}:{minute}:{asked}", now=now,
        facts={"left": left} if left else {},
    )  # fmt: skip


async def _deleted(hall: Hall, message: Message) -> bool:
    """Whether the message could be taken away."""
    try:
        return await delete_message(hall, message.chat.id, message.message_id)
    except TelegramError:
        # Whatever kept it, its writer is asked to delete it.
        return False
