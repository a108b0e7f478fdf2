"""A client's filled-in file, dropped in the chat."""

from bot.formats.confirmations import is_confirmation
from bot.services import batches
from handlers.context import Context
from handlers.showing import answer, owe, show

TABLES = (".csv", ".tsv", ".txt")


def is_one(name: str, body: bytes) -> bool:
    """Whether a file is a client's answer, and not tasks or anything else."""
    return name.lower().endswith(TABLES) and is_confirmation(body)


async def dropped(ctx: Context, name: str, body: bytes) -> None:
    """Keep the file, and show what it comes to."""
    number = await batches.stage(
        ctx.db, name=name, body=body, by=ctx.person.id, cause=ctx.cause, now=ctx.now
    )
    await owe(ctx, "answers", number=number)


async def apply(ctx: Context, number: str) -> None:
    """Do what the file says."""
    made = await batches.apply_file(
        ctx.db, number, by=ctx.person.id, cause=ctx.cause, now=ctx.now, rules=ctx.hall.rules.pay
    )
    await answer(ctx)
    counts = {"confirmed": made.confirmed, "refused": made.refused, "held": made.held}
    await show(ctx, "answers_applied", **counts)


async def drop(ctx: Context, number: str) -> None:
    """Do nothing with the file."""
    await batches.drop_file(ctx.db, number, by=ctx.person.id, cause=ctx.cause)
    await answer(ctx)
    await show(ctx, "answers_dropped")
