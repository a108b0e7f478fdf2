"""Bringing an image of a task as a photo: uploaded once, by its name from then on."""

from collections.abc import Mapping
from typing import Any

from telegram import InputFile, Message
from telegram.error import BadRequest

from bot.domain.images import Image
from bot.domain.notices import Broken
from bot.services import images
from handlers.context import Hall
from handlers.outcomes import outcome_of


async def send_photo(hall: Hall, chat_id: int, image: Image, how: Mapping[str, Any]) -> Message:
    """Send the image; what Telegram says to it is kept. Raises what Telegram raises."""
    if image.file_id is not None:
        try:
            return await hall.bot.send_photo(chat_id, image.file_id, **how)
        except BadRequest as error:
            if not isinstance(outcome_of(error, hall.clock.now()), Broken):
                raise
            # The name may be good no longer; the image itself may be.
    try:
        sent = await hall.bot.send_photo(chat_id, _source(image), **how)
    except BadRequest as error:
        if isinstance(outcome_of(error, hall.clock.now()), Broken):
            await images.refused(hall.db, image, error.message)
        raise
    if sent.photo:
        await images.taken(hall.db, image, sent.photo[-1].file_id)
    return sent


def _source(image: Image) -> InputFile | str:
    # Neither the name nor anything else beside the picture says where it comes from.
    return InputFile(image.body, filename="image") if image.body else image.address or ""
