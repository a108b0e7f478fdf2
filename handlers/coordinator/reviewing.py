"""A reviewer's own figures, and taking the role of one, as was proposed."""

from bot.services import reviewing
from handlers.context import Context
from handlers.menus import set_new_menu
from handlers.showing import answer, show


async def own(ctx: Context) -> None:
    """How one's verdicts came out."""
    await reviewing.own(ctx.db, ctx.person.id, now=ctx.now)
    await answer(ctx)
    await show(ctx, "reviewer")


async def take(ctx: Context, number: str) -> None:
    """The role is taken, and the person is told why."""
    person = await reviewing.take_role(
        ctx.db, number=number, by=ctx.person.id, cause=ctx.cause, now=ctx.now
    )
    await set_new_menu(ctx.hall, person)
    await answer(ctx, ctx.words("toast-reviewer-taken"))
    await show(ctx, "proposals", page=0)
