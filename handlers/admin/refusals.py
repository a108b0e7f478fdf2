"""Refusals that are held: an admin looks at them, and decides."""

from bot.services import batches
from handlers.context import Context
from handlers.showing import answer, show


async def held(ctx: Context, batch: str, page: int) -> None:
    """What is held of a batch."""
    await answer(ctx)
    await show(ctx, "refusals_held", batch=batch, page=max(page, 0))


async def one(ctx: Context, refusal: str) -> None:
    """One refusal with its evidence."""
    await answer(ctx)
    await show(ctx, "refusal", refusal=refusal)


async def approve(ctx: Context, refusal: str) -> None:
    """It is recorded, at the hall's cost."""
    await _decide(ctx, refusal, approve=True)


async def dismiss(ctx: Context, refusal: str) -> None:
    """It does not count."""
    await _decide(ctx, refusal, approve=False)


async def _decide(ctx: Context, refusal: str, *, approve: bool) -> None:
    batch = await batches.decide_one(
        ctx.db, refusal=refusal, approve=approve, by=ctx.person.id, cause=ctx.cause, now=ctx.now
    )
    await answer(ctx, ctx.words("toast-decided", count=1))
    await show(ctx, "refusals_held", batch=batch)


async def ask_all(ctx: Context, batch: str, approve: int) -> None:
    """Once more, before all of them are decided on."""
    await answer(ctx)
    await show(ctx, "refusals_ask", batch=batch, approve=bool(approve))


async def decide_all(ctx: Context, batch: str, approve: int) -> None:
    """All that is held, at once."""
    count = await batches.decide_all(
        ctx.db, batch=batch, approve=bool(approve), by=ctx.person.id, now=ctx.now
    )
    await answer(ctx, ctx.words("toast-decided", count=count))
    await show(ctx, "refusals_held", batch=batch)
