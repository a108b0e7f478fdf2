"""/verify: whether a number is ours."""

from handlers.context import Context
from handlers.showing import owe

_MOST = 100  # no number is longer, however it is written


async def verify(ctx: Context) -> None:
    """Tell what the number stands for, if it is the person's own."""
    typed = " ".join(ctx.args)[:_MOST]
    if typed.strip():
        await owe(ctx, "verify", typed=typed)
    else:
        await owe(ctx, "verify_how")
