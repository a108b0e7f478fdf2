"""A question that is answered by a message: taking it back."""

from bot.services import awaiting
from handlers.context import Context
from handlers.showing import answer, show


async def cancel(ctx: Context) -> None:
    """Nothing is asked any more; the message that asked shows where the question came from."""
    found = await awaiting.awaited(ctx.db, ctx.person.id, now=ctx.now)
    await awaiting.drop(ctx.db, ctx.person.id)
    await answer(ctx, ctx.words("toast-cancelled"))
    back = found.args.get("back") if found else None
    if back is None:
        await show(ctx, "ask_cancelled")
        return
    kind, args = back
    await show(ctx, kind, **args)
