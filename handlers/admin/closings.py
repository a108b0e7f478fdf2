"""Closing a region: country, words, notice period, what it means, then the confirmation."""

from bot.domain.awaiting import AwaitedText
from bot.domain.people import require_admin
from bot.services import awaiting
from bot.services.standing import regions
from handlers.context import Context
from handlers.showing import answer, owe, show


async def closings(ctx: Context) -> None:
    """Every closing, and the way to a new one."""
    require_admin(ctx.person)
    await awaiting.drop(ctx.db, ctx.person.id)
    await answer(ctx)
    await show(ctx, "closings")


async def countries(ctx: Context, page: int) -> None:
    """Which country?"""
    require_admin(ctx.person)
    await answer(ctx)
    await show(ctx, "closing_countries", page=max(page, 0))


async def begin(ctx: Context, country: str) -> None:
    """That country: what are people told?"""
    await regions.begin(
        ctx.db, country=country, by=ctx.person.id, card_id=ctx.message_id, now=ctx.now
    )
    await answer(ctx)
    await show(ctx, "closing_words", country=country)


async def words(ctx: Context, asked: AwaitedText, text: str) -> None:
    """The words were written; what the closing means is next."""
    await regions.write(ctx.db, asked=asked, text=text, now=ctx.now)
    await owe(ctx, "closing_plan")


async def grace(ctx: Context, number: str, days: int) -> None:
    """How long the notice period is."""
    await regions.choose_grace(ctx.db, number=number, days=days, by=ctx.person.id, now=ctx.now)
    await answer(ctx)
    await show(ctx, "closing_plan")


async def example(ctx: Context) -> None:
    """The very notice, as one of the people would get it; the plan stays above it."""
    require_admin(ctx.person)
    await answer(ctx)
    await owe(ctx, "closing_example")


async def close(ctx: Context, number: str) -> None:
    """Close it."""
    made = await regions.close(
        ctx.db, number=number, by=ctx.person.id, cause=ctx.cause, now=ctx.now
    )
    await answer(ctx, ctx.words("toast-region-closed"))
    await show(ctx, "closing", number=made.number)


async def card(ctx: Context, number: str) -> None:
    """One closing and whom it has reached."""
    require_admin(ctx.person)
    await awaiting.drop(ctx.db, ctx.person.id)
    await answer(ctx)
    await show(ctx, "closing", number=number)


async def ask_withdrawal(ctx: Context, number: str) -> None:
    """Why is it withdrawn?"""
    await regions.ask_withdrawal(
        ctx.db, number=number, by=ctx.person.id, card_id=ctx.message_id, now=ctx.now
    )
    await answer(ctx)
    await show(ctx, "closing_why", number=number)


async def withdraw(ctx: Context, asked: AwaitedText, text: str) -> None:
    """It is withdrawn, in these words."""
    one = await regions.withdraw_closing(
        ctx.db, asked=asked, text=text, cause=ctx.cause, now=ctx.now
    )
    await owe(ctx, "closing", number=one.number)
