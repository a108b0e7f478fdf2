"""Tasks without a sure answer: the list, one of them, and the tap that decides it."""

from bot.services import unsure
from handlers.context import Context
from handlers.showing import answer, owe, show


async def listing(ctx: Context, key: str, page: int) -> None:
    """The tasks of a project that wait for an answer."""
    await answer(ctx)
    await show(ctx, "unsure", key=key, page=max(page, 0))


async def card(ctx: Context, task_id: int) -> None:
    """One of them, with what people answered."""
    await answer(ctx)
    await show(ctx, "unsure_task", task=task_id)


async def file(ctx: Context, task_id: int) -> None:
    """The whole of its text."""
    await unsure.card(ctx.db, task_id, by=ctx.person.id)
    await answer(ctx)
    await owe(ctx, "unsure_file", task=task_id)


async def decide(ctx: Context, task_id: int, sign: int, place: int) -> None:
    """The answer at that place is the right one."""
    project = await unsure.decide(
        ctx.db, task_id, place=place, sign=sign, by=ctx.person.id, cause=ctx.cause,
        now=ctx.now,
    )  # fmt: skip
    await answer(ctx, ctx.words("toast-answer-decided"))
    await show(ctx, "unsure", key=project.key, page=0)
