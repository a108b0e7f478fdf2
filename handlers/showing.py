"""Answering a tap, editing the message that was tapped, and owing what goes below."""

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from telegram import InputFile, LinkPreviewOptions, Message
from telegram.error import BadRequest, TelegramError

from bot import say
from bot.domain.notices import IN_ENGLISH, Priority
from bot.services import replies
from handlers.context import Context, Hall
from handlers.english import made
from handlers.limiter import Errand
from handlers.messages.screen import Screen, below, entities, markup
from handlers.outcomes import is_deleted, is_gone, is_undeletable, is_unmodified
from handlers.photos import send_photo

_log = logging.getLogger(__name__)
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
MOST_TOAST = 200


async def answer(
    ctx: Context, text: str | None = None, *, alert: bool = False, url: str | None = None
) -> None:
    """Answer the tap; one that came too late is told nothing, the screen says it."""
    query = ctx.update.callback_query
    if query is None:
        return
    ctx.answered.add(query.id)
    shown = None if text is None else say.short(text, MOST_TOAST)
    try:
        await ctx.hall.bot.answer_callback_query(query.id, shown, show_alert=alert, url=url)
    except TelegramError as error:
        # The act is committed; the screen says what a lost toast would have said.
        _log.info("tap %s was not answered: %s", ctx.cause, error.message)


async def edit(ctx: Context, screen: Screen, message_id: int | None = None) -> bool:
    """Replace the tapped (or named) message in place; false when it is gone or out of reach.

    What is committed stays so: who gets false owes the screen as a notice, which is tried again.
    """
    target = message_id if message_id is not None else ctx.message_id
    if target is None or (message_id is None and _is_picture_or_file(ctx)):
        return False
    try:
        return await edit_message(ctx.hall, ctx.chat_id, target, screen)
    except TelegramError as error:
        _log.warning("message %s was not edited after %s: %s", target, ctx.cause, error.message)
        return False


def _is_picture_or_file(ctx: Context) -> bool:
    """Whether what was tapped has no text that another one could take the place of."""
    query = ctx.update.callback_query
    tapped = query.message if query else None
    return isinstance(tapped, Message) and bool(tapped.photo or tapped.document)


async def edit_message(hall: Hall, chat_id: int, message_id: int, screen: Screen) -> bool:
    """Replace a message in place; false when it is gone. Unchanged is well."""
    try:
        await hall.bot.edit_message_text(
            screen.text.text,
            chat_id=chat_id,
            message_id=message_id,
            entities=entities(screen.text),
            reply_markup=markup(screen),
            link_preview_options=_NO_PREVIEW,
        )
    except BadRequest as error:
        if is_gone(error):
            return False
        if not is_unmodified(error):
            raise
    return True


async def delete_message(hall: Hall, chat_id: int, message_id: int) -> bool:
    """Take a message out of its chat; false where Telegram lets it stand. Gone is well."""
    try:
        await hall.bot.delete_message(chat_id, message_id)
    except BadRequest as error:
        if is_undeletable(error):
            return False
        if not is_deleted(error):
            raise
    return True


async def send(
    hall: Hall,
    chat_id: int,
    screen: Screen,
    *,
    thread_id: int | None,
    sound: bool,
    priority: Priority,
    wanted: Callable[[], Awaitable[bool]] | None = None,
) -> int:
    """Send the screen as a new message, if it is `wanted` when its turn comes; returns its id."""
    how: dict[str, Any] = {
        "reply_markup": below(screen),
        "disable_notification": not sound,
        "protect_content": screen.protect,
        "message_thread_id": thread_id,
        "rate_limit_args": Errand(priority, wanted) if wanted else priority,
    }
    text, marked = screen.text.text, entities(screen.text)
    if screen.photo is not None:
        how |= {"caption": text, "caption_entities": marked}
        sent = await send_photo(hall, chat_id, screen.photo, how)
    elif screen.carried is not None:
        how |= {"caption": text, "caption_entities": marked}
        bring = hall.bot.send_photo if screen.carried.photo else hall.bot.send_document
        sent = await bring(chat_id, screen.carried.file_id, **how)
    elif screen.file is None:
        sent = await hall.bot.send_message(
            chat_id, text, entities=marked, link_preview_options=_NO_PREVIEW, **how
        )
    else:
        file = InputFile(screen.file.body, filename=screen.file.name)
        bring = hall.bot.send_photo if screen.picture else hall.bot.send_document
        sent = await bring(chat_id, file, caption=text, caption_entities=marked, **how)
    return sent.message_id


def _base(ctx: Context, args: dict[str, Any]) -> dict[str, Any]:
    return {"person_id": ctx.person.id, "language": ctx.person.language, **args}


async def show(ctx: Context, kind: str, **args: Any) -> None:
    """Turn the tapped message into that screen; owe it below where it is gone."""
    whole = await made(ctx.hall, kind, _base(ctx, args))
    if whole.screen is not None and not await edit(ctx, whole.screen):
        await owe(ctx, kind, **args)
    elif whole.english is not None:
        await owe(ctx, IN_ENGLISH, **whole.english)


async def saved(ctx: Context, kind: str, **args: Any) -> None:
    """Say that what was tapped is kept, and turn the tapped message into that screen."""
    await answer(ctx, ctx.words("toast-saved"))
    await show(ctx, kind, **args)


async def owe(
    ctx: Context, kind: str, *, chat_id: int | None = None, thread_id: int | None = None,
    piece: int = 0, **args: Any,
) -> None:  # fmt: skip
    """Owe that screen to the chat in which this happens (or another one).

    One of each kind for each cause, unless `piece` tells them apart.
    """
    await replies.owe(
        ctx.db,
        chat_id=chat_id if chat_id is not None else ctx.chat_id,
        thread_id=thread_id,
        kind=kind,
        cause=f"{ctx.cause}:{piece}" if piece else ctx.cause,
        now=ctx.now,
        facts=_base(ctx, args),
    )
