"""/health: how the hall is."""

from bot.domain.people import require_admin
from handlers.context import Context
from handlers.showing import answer, owe, show


async def health(ctx: Context) -> None:
    """The page of health; the button under it looks again."""
    require_admin(ctx.person)
    if ctx.tap is None:
        await owe(ctx, "health")
        return
    await answer(ctx)
    await show(ctx, "health")
