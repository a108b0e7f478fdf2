"""Private calls: claiming, rather not and why, and whether they come at all."""

from bot import say
from bot.services import claims, waves
from handlers.context import Context
from handlers.contractor import jobs
from handlers.showing import answer, saved, show


async def claim(ctx: Context, number: str) -> None:
    """Claim the job that is held; what is asked first, or the job, follows below.

    The claim itself owes what the card says from then on, wherever it was tapped.
    """
    # Who was never asked privately has the card of the group, and `/work`.
    await waves.private_call(
        ctx.db, number=number, person_id=ctx.person.id, now=ctx.now, rules=ctx.hall.rules
    )
    got = await claims.claim(
        ctx.db, number=number, person_id=ctx.person.id, cause=ctx.cause, now=ctx.now,
        rules=ctx.hall.rules, random=ctx.hall.random,
        shown=ctx.tap.number_if_any(1) if ctx.tap else None,
    )  # fmt: skip
    if got.list_until is not None:
        until = say.clock_time(ctx.person.language, got.list_until, ctx.person.zone, ctx.now)
        await answer(ctx, ctx.words("toast-listed", place=got.list_place, until=until), alert=True)
    else:
        await answer(ctx, None if got.gate else ctx.words("toast-claimed"))
    if got.job is not None and got.again:
        await jobs.show_again(ctx, got.job)
    elif got.job is None:
        await show(ctx, "private_call", number=number)


async def decline(ctx: Context, number: str) -> None:
    """Rather not; the place passes on at once, and nothing else changes."""
    await waves.decline(
        ctx.db, number=number, person_id=ctx.person.id, cause=ctx.cause, now=ctx.now
    )
    await answer(ctx, ctx.words("toast-call-declined"))
    await show(ctx, "private_call", number=number)


async def because(ctx: Context, number: str, reason: str) -> None:
    """Why not; for who plans the calls."""
    await waves.because(
        ctx.db, number=number, reason=reason, person_id=ctx.person.id, cause=ctx.cause,
        now=ctx.now,
    )  # fmt: skip
    await answer(ctx, ctx.words("toast-thanks"))
    await show(ctx, "private_call", number=number)


async def choose(ctx: Context, wanted: int) -> None:
    """Whether calls come privately, from the settings."""
    await waves.choose(
        ctx.db, person_id=ctx.person.id, wanted=bool(wanted), cause=ctx.cause, now=ctx.now
    )
    await saved(ctx, "settings")


async def stop(ctx: Context) -> None:
    """No more private calls, from one of them."""
    await waves.choose(ctx.db, person_id=ctx.person.id, wanted=False, cause=ctx.cause, now=ctx.now)
    await answer(ctx, ctx.words("toast-private-off"), alert=True)
