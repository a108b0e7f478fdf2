"""/groups in the private chat: where the bot is, what it may do there, which are work groups."""

from bot.domain.people import require_coordinator
from bot.services import chats
from handlers.context import Context
from handlers.group import places
from handlers.showing import answer, owe, show


async def groups(ctx: Context, page: int = 0) -> None:
    """The groups in which the bot is, some at a time."""
    require_coordinator(ctx.person)
    if ctx.tap is None:
        await owe(ctx, "groups")
        return
    await answer(ctx)
    await show(ctx, "groups", page=max(page, 0))


async def register(ctx: Context, chat_id: int) -> None:
    """Make a group a work group."""
    chat = await chats.register(
        ctx.db, chat_id=chat_id, by=ctx.person.id, cause=ctx.cause, now=ctx.now
    )
    await answer(ctx)
    await show(ctx, "chat_registered", chat_id=chat.id)


async def check_again(ctx: Context, chat_id: int) -> None:
    """Ask Telegram anew what the bot may do there."""
    require_coordinator(ctx.person)
    # Telegram is asked twice, which can take longer than a tap waits for its answer.
    await answer(ctx)
    await places.check_again(ctx.hall, chat_id, now=ctx.now)
    await show(ctx, "group", chat_id=chat_id)
