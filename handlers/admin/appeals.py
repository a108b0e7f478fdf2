"""/appeals: what waits for a decision by somebody who did not decide the step."""

from bot.domain.appeals import AppealState
from bot.domain.refusal import Refused
from bot.services import awaiting, standing
from handlers.context import Context
from handlers.showing import answer, owe, show


async def appeals(ctx: Context) -> None:
    """`/appeals`: those that wait, by date."""
    if not ctx.person.may_arbitrate:
        raise Refused("not-arbiter")
    await owe(ctx, "appeals")


async def listing(ctx: Context, decided: int, page: int) -> None:
    """Those that wait, or those that were decided."""
    await answer(ctx)
    await show(ctx, "appeals", decided=bool(decided), page=max(page, 0))


async def card(ctx: Context, number: str) -> None:
    """One appeal with all that bears on it."""
    await awaiting.drop(ctx.db, ctx.person.id)
    await answer(ctx)
    await show(ctx, "appeal_card", number=number)


async def prepare(ctx: Context, number: str, state: str) -> None:
    """Begin to decide; the words are due next."""
    if state not in (AppealState.upheld, AppealState.overturned):
        raise Refused("stale-button")
    await standing.ask_answer(
        ctx.db, number=number, state=AppealState(state), by=ctx.person.id,
        card_id=ctx.message_id, now=ctx.now,
    )  # fmt: skip
    await answer(ctx)
    await show(ctx, "step_wording")
