"""/detectors: what is looked for, who would be found now, and what waits for a decision."""

from bot.domain.people import require_admin
from bot.services import detecting
from handlers.context import Context
from handlers.showing import answer, owe, show


async def detectors(ctx: Context) -> None:
    """Each detector with its threshold, and how many it would find now."""
    require_admin(ctx.person)
    if ctx.tap is None:
        await owe(ctx, "detectors")
        return
    await answer(ctx)
    await show(ctx, "detectors")


async def trial(ctx: Context, page: int) -> None:
    """Whom the detectors would propose now."""
    require_admin(ctx.person)
    await answer(ctx)
    await show(ctx, "detectors_trial", page=max(page, 0))


async def listing(ctx: Context, page: int) -> None:
    """What waits for a decision."""
    require_admin(ctx.person)
    await answer(ctx)
    await show(ctx, "proposals", page=max(page, 0))


async def card(ctx: Context, number: str) -> None:
    """One proposal with its evidence."""
    await detecting.one_waiting(ctx.db, number, by=ctx.person.id)
    await answer(ctx)
    await show(ctx, "proposal", number=number)


async def dismiss(ctx: Context, number: str) -> None:
    """Nothing follows from it."""
    await detecting.dismiss(ctx.db, number=number, by=ctx.person.id, cause=ctx.cause, now=ctx.now)
    await answer(ctx, ctx.words("toast-dismissed"))
    await show(ctx, "proposals", page=0)
