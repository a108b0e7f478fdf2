"""The terms of pay: from /work, from a job's card, from the card of a call."""

from bot.services import terms
from handlers.context import Context
from handlers.showing import answer, owe, show


async def of_project(ctx: Context, key: str) -> None:
    """The terms of a project that is on offer."""
    await _require(ctx, key)
    await answer(ctx)
    await show(ctx, "terms", key=key)


async def _require(ctx: Context, key: str) -> None:
    await terms.of_project(
        ctx.db, key, reader=ctx.person.id, now=ctx.now, rules=ctx.hall.rules.pay
    )


async def on_the_desk(ctx: Context, key: str) -> None:
    """The same for who coordinates it, with the way back to its card."""
    await _require(ctx, key)
    await answer(ctx)
    await show(ctx, "terms", key=key, from_desk=True)


async def of_job(ctx: Context, number: str) -> None:
    """The terms that are frozen on a job, in place of its card; a "no" answers the tap."""
    await terms.of_job(ctx.db, number, reader=ctx.person.id, now=ctx.now, rules=ctx.hall.rules.pay)
    await answer(ctx)
    await show(ctx, "terms_of_job", number=number)


async def of_call(ctx: Context, number: str) -> bool:
    """The terms of a call, for who followed the button on its card; false without such a call."""
    known = await terms.is_call(ctx.db, number)
    if known:
        await owe(ctx, "terms_of_call", number=number)
    return known
