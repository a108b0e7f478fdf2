"""Taking back a file that was published: whole, or what nobody was given of it."""

from bot.services import taking_back
from handlers.context import Context
from handlers.showing import answer, saved, show


async def ask(ctx: Context, number: str) -> None:
    """What taking it back would come to."""
    await answer(ctx)
    await show(ctx, "taking_back", number=number)


async def take_back(ctx: Context, number: str) -> None:
    """The tasks of the file are gone, and can be published again."""
    await taking_back.take_back(
        ctx.db, number=number, by=ctx.person.id, cause=ctx.cause, now=ctx.now
    )
    await saved(ctx, "taken_back", number=number)


async def pull_rest(ctx: Context, number: str) -> None:
    """Nobody is given the rest any more."""
    found = await taking_back.pull_rest(
        ctx.db, number=number, by=ctx.person.id, cause=ctx.cause, now=ctx.now
    )
    await saved(ctx, "rest_pulled", number=number, tasks=found.fate.to_pull)
