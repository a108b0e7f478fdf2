"""The gold of a project: the list, one of it, deciding about it, making more."""

from bot.services import gold
from handlers.context import Context
from handlers.showing import answer, show


async def listing(ctx: Context, key: str, page: int) -> None:
    """The gold of a project."""
    await answer(ctx)
    await show(ctx, "gold", key=key, page=max(page, 0))


async def card(ctx: Context, task_id: int) -> None:
    """One gold task."""
    await answer(ctx)
    await show(ctx, "gold_task", task=task_id)


async def copy(ctx: Context, key: str) -> None:
    """Decided tasks on which all agree become gold, too."""
    made = await gold.copy_decided(ctx.db, key, by=ctx.person.id, cause=ctx.cause, now=ctx.now)
    await answer(ctx, ctx.words("toast-gold-copied", count=made))
    await show(ctx, "gold", key=key, page=0)


async def suspend(ctx: Context, task_id: int) -> None:
    """Nobody is given it until somebody decides."""
    await gold.suspend(ctx.db, task_id, by=ctx.person.id, cause=ctx.cause, now=ctx.now)
    await card(ctx, task_id)


async def keep(ctx: Context, task_id: int) -> None:
    """The known answer is right."""
    await gold.keep(ctx.db, task_id, by=ctx.person.id, cause=ctx.cause, now=ctx.now)
    await card(ctx, task_id)


async def correct(ctx: Context, task_id: int, sign: int) -> None:
    """Another answer is right."""
    await gold.correct(ctx.db, task_id, sign=sign, by=ctx.person.id, cause=ctx.cause, now=ctx.now)
    await card(ctx, task_id)


async def choose(ctx: Context, task_id: int, taps: str) -> None:
    """Any other answer, by taps: the question that is due after these."""
    await gold.choosing(ctx.db, task_id, taps=taps, by=ctx.person.id)
    await answer(ctx)
    await show(ctx, "gold_choice", task=task_id, taps=taps)


async def put(ctx: Context, task_id: int, taps: str) -> None:
    """The answer of these taps is right."""
    await gold.put(ctx.db, task_id, taps=taps, by=ctx.person.id, cause=ctx.cause, now=ctx.now)
    await card(ctx, task_id)


async def withdraw(ctx: Context, task_id: int) -> None:
    """Nobody knows the answer."""
    await gold.withdraw(ctx.db, task_id, by=ctx.person.id, cause=ctx.cause, now=ctx.now)
    await card(ctx, task_id)
