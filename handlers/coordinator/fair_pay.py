"""Making up for hours that earned less than the floor: one by one, or all of a project."""

from bot import say
from bot.domain.fair_pay import Shortfall, totals
from bot.services import fair_pay
from handlers.context import Context
from handlers.showing import answer, show


async def listing(ctx: Context, key: str, week: str, page: int) -> None:
    """Who earned less."""
    await answer(ctx)
    await show(ctx, "floor_list", project=key, week=week, page=max(page, 0))


async def top_up(ctx: Context, key: str, week: str, person_id: int) -> None:
    """Make up for one of them."""
    made_up = await fair_pay.top_up(
        ctx.db, key=key, week=week, person_id=person_id, by=ctx.person.id, now=ctx.now,
        rules=ctx.hall.rules.pay,
    )  # fmt: skip
    await _told(ctx, made_up)
    await show(ctx, "floor_list", project=key, week=week)


async def top_up_all(ctx: Context, key: str, week: str) -> None:
    """Make up for all of them."""
    made_up = await fair_pay.top_up_all(
        ctx.db, key=key, week=week, by=ctx.person.id, now=ctx.now, rules=ctx.hall.rules.pay
    )
    await _told(ctx, made_up)
    await show(ctx, "floor_list", project=key, week=week)


async def _told(ctx: Context, made_up: list[Shortfall]) -> None:
    if not made_up:
        await answer(ctx, ctx.words("toast-topped-up-before"))
        return
    sums = ", ".join(say.money(ctx.person.language, one) for one in totals(made_up))
    await answer(ctx, ctx.words("toast-topped-up", count=len(made_up), money=sums))
