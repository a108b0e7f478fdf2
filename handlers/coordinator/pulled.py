"""Pulled tasks: the list, one of them, putting it back, leaving it out."""

from bot.services import pulled
from handlers.context import Context
from handlers.showing import answer, owe, show


async def listing(ctx: Context, key: str, page: int) -> None:
    """The pulled tasks of a project."""
    await answer(ctx)
    await show(ctx, "pulled", key=key, page=max(page, 0))


async def card(ctx: Context, task_id: int) -> None:
    """One of them, with why."""
    await answer(ctx)
    await show(ctx, "pulled_task", task=task_id)


async def file(ctx: Context, task_id: int) -> None:
    """The whole of its text."""
    await pulled.card(ctx.db, task_id, by=ctx.person.id)
    await answer(ctx)
    await owe(ctx, "pulled_file", task=task_id)


async def put_back(ctx: Context, task_id: int) -> None:
    """People are given it again."""
    project = await pulled.put_back(
        ctx.db, task_id, by=ctx.person.id, cause=ctx.cause, now=ctx.now
    )
    await answer(ctx, ctx.words("toast-put-back"))
    await show(ctx, "pulled", key=project.key, page=0)


async def leave_out(ctx: Context, task_id: int) -> None:
    """It stays out."""
    project = await pulled.leave_out(
        ctx.db, task_id, by=ctx.person.id, cause=ctx.cause, now=ctx.now
    )
    await answer(ctx, ctx.words("toast-left-out"))
    await show(ctx, "pulled", key=project.key, page=0)
