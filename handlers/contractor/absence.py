"""Pauses of one's own, and coming back from any."""

from bot.domain.refusal import Refused
from bot.services import absence
from handlers.context import Context
from handlers.showing import answer, show

_BACK_TO = {"w": "work", "v": "settings"}


async def stay(ctx: Context) -> None:
    """The person is still here; the tap itself was the sign of life."""
    await answer(ctx, ctx.words("toast-stayed"))
    await show(ctx, "absence_stayed")


async def choose(ctx: Context) -> None:
    """For how long?"""
    await answer(ctx)
    await show(ctx, "set_pause")


async def pause(ctx: Context, days: int) -> None:
    """Nothing is offered for so many days; with 0, until the return."""
    await absence.pause(
        ctx.db, person_id=ctx.person.id, days=days or None, cause=ctx.cause, now=ctx.now
    )
    await answer(ctx, ctx.words("toast-paused"))
    await show(ctx, "settings")


async def back(ctx: Context, to: str) -> None:
    """The pause is over."""
    if to not in _BACK_TO:
        raise Refused("stale-button")
    await absence.come_back(ctx.db, person_id=ctx.person.id, cause=ctx.cause, now=ctx.now)
    await answer(ctx, ctx.words("toast-back"))
    await show(ctx, _BACK_TO[to])
