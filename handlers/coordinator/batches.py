"""Handing a batch to its client."""

from bot.domain.refusal import Refused
from bot.formats.writing import writers
from bot.services import batches
from handlers.context import Context
from handlers.coordinator import exports
from handlers.showing import answer, show

# What goes out with a delivery: one row a rating.
FORM = "raw"


async def ask(ctx: Context, number: str) -> None:
    """What delivering comes to."""
    await answer(ctx)
    await show(ctx, "batch_deliver", number=number)


async def deliver(ctx: Context, number: str) -> None:
    """It is the client's now; the data go to who delivered."""
    await batches.deliver(ctx.db, number=number, by=ctx.person.id, cause=ctx.cause, now=ctx.now)
    await answer(ctx, ctx.words("toast-delivered"))
    await show(ctx, "batch", number=number)
    await _owe_export(ctx, number, FORM)


async def export_choice(ctx: Context, number: str) -> None:
    """Which format."""
    await answer(ctx)
    await show(ctx, "batch_export", number=number)


async def export(ctx: Context, number: str, form: str) -> None:
    """The batch as it is now, and its data card."""
    if form not in writers:
        raise Refused("stale-button")
    await batches.card(ctx.db, number, by=ctx.person.id)
    await answer(ctx)
    await _owe_export(ctx, number, form)


async def _owe_export(ctx: Context, number: str, form: str) -> None:
    one = await batches.card(ctx.db, number, by=ctx.person.id)
    await exports.owe_files(ctx, one.project.key, form, batch=number)
