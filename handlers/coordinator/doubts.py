"""Verdicts that fell in the second look: both of them side by side, and what holds."""

from bot import say
from bot.services import doubts
from handlers.context import Context
from handlers.showing import answer, show


async def card(ctx: Context, number: str) -> None:
    """Both verdicts with the work, and the two ways to decide."""
    await doubts.look(ctx.db, number, by=ctx.person.id)
    await answer(ctx)
    await show(ctx, "doubt", number=number)


async def stands(ctx: Context, number: str) -> None:
    """The first verdict was right."""
    await doubts.decide(
        ctx.db, number=number, outcome="upheld", by=ctx.person.id, cause=ctx.cause, now=ctx.now
    )
    await answer(ctx, ctx.words("toast-doubt-upheld"))
    await _go_on(ctx, number)


async def falls(ctx: Context, number: str) -> None:
    """It was wrong, and what it took is owed."""
    owed = await doubts.decide(
        ctx.db, number=number, outcome="overturned", by=ctx.person.id, cause=ctx.cause,
        now=ctx.now,
    )  # fmt: skip
    money = say.money(ctx.person.language, owed)
    await answer(ctx, ctx.words("toast-doubt-overturned", money=money))
    await _go_on(ctx, number)


async def _go_on(ctx: Context, number: str) -> None:
    """The next one, or this one as it was decided."""
    following = await doubts.following(ctx.db, by=ctx.person.id)
    await show(ctx, "doubt", number=following or number)
