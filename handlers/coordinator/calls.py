"""/call and /groups in the private chat."""

from bot.domain.people import require_coordinator
from bot.domain.refusal import Refused
from bot.services import calls, chats
from handlers.context import Context
from handlers.showing import answer, owe, show


async def call(ctx: Context) -> None:
    """Choose where to post; `/call PROJECT` goes straight to the groups."""
    require_coordinator(ctx.person)
    if ctx.args:
        await owe(ctx, "call_where", project=ctx.args[0])
    else:
        await owe(ctx, "call_project")


async def choose_project(ctx: Context) -> None:
    """Which project to call for."""
    require_coordinator(ctx.person)
    await answer(ctx)
    await owe(ctx, "call_project")


async def choose_group(ctx: Context, key: str) -> None:
    """Where to post the call."""
    await answer(ctx)
    await show(ctx, "call_where", project=key)


async def post(ctx: Context, key: str, chat_id: int) -> None:
    """Post the call in that group; 0 means in all of them."""
    groups = await calls.work_groups(ctx.db, by=ctx.person.id)
    chosen = [(chat.id, None) for chat in groups if chat_id in (0, chat.id)]
    if not chosen:
        raise Refused("chat-not-registered")
    made = await calls.post_call(
        ctx.db, project_key=key, chat_ids=chosen, limit=None, by=ctx.person.id, cause=ctx.cause,
        now=ctx.now,
    )  # fmt: skip
    await answer(ctx)
    await show(ctx, "call_posted", number=made.number)


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
    await show(ctx, "chat_registered", title=chat.title)
