"""Pinning the card of a call in its group, in silence, and taking the pin off again."""

from telegram.error import TelegramError

from bot.domain.notices import PIN, Delivered, Notice, Outcome
from bot.services import calls
from handlers.context import Hall
from handlers.outcomes import outcome_of

# The library changes the case of Telegram's words.
_NOT_THERE = ("message to pin not found", "message to unpin not found", "message_id_invalid")


async def act(hall: Hall, notice: Notice) -> Outcome:
    """Do what the notice says, unless the card stands elsewhere by now; twice is once."""
    message_id = notice.edits
    if message_id is None or not await calls.stands(hall.db, notice.args["post_id"], message_id):
        return Delivered(None)
    try:
        if notice.kind == PIN:
            await hall.bot.pin_chat_message(notice.chat_id, message_id, disable_notification=True)
        else:
            await hall.bot.unpin_chat_message(notice.chat_id, message_id)
    except TelegramError as no:
        if any(words in no.message.lower() for words in _NOT_THERE):
            return Delivered(None)
        return outcome_of(no, hall.clock.now())
    return Delivered(message_id)
