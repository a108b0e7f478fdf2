"""/work: what there is, the out-of-work list, and claiming from the private chat."""

from bot import say
from bot.services import claims, waiting
from handlers.context import Context
from handlers.contractor import jobs
from handlers.group.calls import hand_told
from handlers.showing import answer, owe, show


async def work(ctx: Context) -> None:
    """Show the work as it stands: in place after a tap, below after a command."""
    if ctx.tap is None:
        await owe(ctx, "work")
        return
    if ctx.tap.args:
        # What the notice of a job says stays: it is the person's record of what was earned.
        await answer(ctx)
        await owe(ctx, "work")
        return
    await answer(ctx, ctx.words("toast-refreshed"))
    await show(ctx, "work")


async def why(ctx: Context, page: int) -> None:
    """Every reason why projects offer nothing, a page of them."""
    await answer(ctx)
    await show(ctx, "why", page=page)


async def claim_open(ctx: Context, key: str) -> None:
    """Claim a job of the project; it is pushed below."""
    claim = await claims.claim_open(
        ctx.db, project_key=key, person_id=ctx.person.id, cause=ctx.cause, now=ctx.now,
        rules=ctx.hall.rules, random=ctx.hall.random,
        shown=ctx.tap.number_if_any(1) if ctx.tap else None,
    )  # fmt: skip
    if claim.draw_until is not None:
        await answer(ctx, hand_told(ctx, claim.draw_until, again=claim.again))
        return
    # What is asked first follows below, as a job does.
    await answer(ctx, None if claim.gate else ctx.words("toast-claimed"))
    if claim.job is not None and claim.again:
        await jobs.show_again(ctx, claim.job)


async def sign_on(ctx: Context, hours: int) -> None:
    """Sign the out-of-work list for some hours."""
    place, until = await waiting.sign_on(
        ctx.db, person_id=ctx.person.id, hours=min(max(hours, 1), 8), cause=ctx.cause, now=ctx.now
    )
    local = say.clock_time(ctx.person.language, until, ctx.person.zone, ctx.now)
    await answer(ctx, ctx.words("toast-signed-on", place=place, until=local))
    await show(ctx, "work")


async def sign_off(ctx: Context) -> None:
    """Leave the list."""
    await waiting.sign_off(ctx.db, person_id=ctx.person.id, cause=ctx.cause, now=ctx.now)
    await answer(ctx, ctx.words("toast-signed-off"))
    await show(ctx, "work")
