"""Newcomers who wait to be approved: the list, one of them, approving, declining in words."""

from bot.domain.awaiting import AwaitedText
from bot.domain.people import require_admin
from bot.services import applications, awaiting
from handlers.context import Context
from handlers.showing import answer, owe, show


async def listing(ctx: Context, page: int) -> None:
    """Who waits."""
    require_admin(ctx.person)
    await answer(ctx)
    await show(ctx, "applicants", page=max(page, 0))


async def card(ctx: Context, number: str) -> None:
    """One applicant."""
    await applications.one_applicant(ctx.db, number, by=ctx.person.id)
    await awaiting.drop(ctx.db, ctx.person.id)
    await answer(ctx)
    await show(ctx, "applicant", number=number)


async def approve(ctx: Context, number: str) -> None:
    """Let them in."""
    await applications.approve(
        ctx.db, number=number, by=ctx.person.id, cause=ctx.cause, now=ctx.now
    )
    await answer(ctx, ctx.words("toast-approved"))
    await show(ctx, "applicant", number=number)


async def ask_words(ctx: Context, number: str) -> None:
    """Why are they declined?"""
    await applications.ask_words(
        ctx.db, number=number, by=ctx.person.id, card_id=ctx.message_id, now=ctx.now
    )
    await answer(ctx)
    await show(ctx, "applicant_words", number=number)


async def words(ctx: Context, asked: AwaitedText, text: str) -> None:
    """The words were written; what the applicant will read is shown."""
    await applications.write(ctx.db, asked=asked, text=text, now=ctx.now)
    await owe(ctx, "applicant_declining")


async def decline(ctx: Context, number: str) -> None:
    """Decline in these words."""
    declined = await applications.decline(
        ctx.db, number=number, by=ctx.person.id, cause=ctx.cause, now=ctx.now
    )
    await answer(ctx, ctx.words("toast-declined"))
    await show(ctx, "applicant", number=declined)
