"""My data under /settings: what is kept, everything as a file, waiving and erasing."""

from bot.services import my_data
from handlers.context import Context
from handlers.showing import answer, show


async def card(ctx: Context) -> None:
    """What the hall keeps, and for how long."""
    await answer(ctx)
    await show(ctx, "my_data_card")


async def send(ctx: Context) -> None:
    """Everything about me, as a file below."""
    await my_data.request(ctx.db, person_id=ctx.person.id, cause=ctx.cause, now=ctx.now)
    await answer(ctx, ctx.words("toast-data-coming"), alert=True)
