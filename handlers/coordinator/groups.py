"""/groups in the private chat: where the bot is, which are work groups, and for what."""

from bot.domain.people import require_coordinator
from bot.services import chats
from bot.services import groups as uses
from handlers.context import Context
from handlers.group import members, places
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
    """Make a group a work group; by somebody who is in it."""
    require_coordinator(ctx.person)
    await members.require_in(ctx.hall, chat_id, ctx.person.telegram_id)
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


async def card(ctx: Context, chat_id: int) -> None:
    """One work group: what the bot may do there, and what its calls are for."""
    await answer(ctx)
    await show(ctx, "group_card", chat_id=chat_id)


async def languages(ctx: Context, chat_id: int) -> None:
    """For which languages its calls are."""
    await answer(ctx)
    await show(ctx, "group_languages", chat_id=chat_id)


async def set_language(ctx: Context, chat_id: int, language: str, chosen: int) -> None:
    """Its calls are for that language, or not any more; by somebody who is in it."""
    require_coordinator(ctx.person)
    await members.require_in(ctx.hall, chat_id, ctx.person.telegram_id)
    await uses.set_language(
        ctx.db, chat_id=chat_id, language=language, chosen=bool(chosen), by=ctx.person.id,
        cause=ctx.cause, now=ctx.now,
    )  # fmt: skip
    await answer(ctx)
    await show(ctx, "group_languages", chat_id=chat_id)


async def projects(ctx: Context, chat_id: int, page: int) -> None:
    """For which projects its calls are."""
    await answer(ctx)
    await show(ctx, "group_projects", chat_id=chat_id, page=max(page, 0))


async def set_project(ctx: Context, chat_id: int, project_id: int, chosen: int, page: int) -> None:
    """Its calls are for that project, or not any more; by somebody who is in it."""
    require_coordinator(ctx.person)
    await members.require_in(ctx.hall, chat_id, ctx.person.telegram_id)
    await uses.set_project(
        ctx.db, chat_id=chat_id, project_id=project_id, chosen=bool(chosen), by=ctx.person.id,
        cause=ctx.cause, now=ctx.now,
    )  # fmt: skip
    await answer(ctx)
    await show(ctx, "group_projects", chat_id=chat_id, page=max(page, 0))
