"""What is measured of one's work: tiers, projects, and each thing that counted against it."""

from handlers.context import Context
from handlers.showing import answer, owe, show


async def quality(ctx: Context) -> None:
    """Tiers with what is missing, and each project, in place."""
    await answer(ctx)
    await show(ctx, "quality")


async def quality_below(ctx: Context) -> None:
    """The same below a notice, which stays as it is."""
    await answer(ctx)
    await owe(ctx, "quality")


async def less(ctx: Context, page: int) -> None:
    """What was corrected or rejected."""
    await answer(ctx)
    await show(ctx, "quality_less", page=page)


async def missed(ctx: Context, page: int) -> None:
    """The known answers that were missed."""
    await answer(ctx)
    await show(ctx, "quality_missed", page=page)


async def formula(ctx: Context) -> None:
    """How a tier is computed."""
    await answer(ctx)
    await show(ctx, "quality_formula")
