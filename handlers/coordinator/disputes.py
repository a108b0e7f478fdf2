"""Deciding disputes: one after the other, with words."""

from bot.domain.awaiting import AwaitedText
from bot.domain.disputes import DisputeState
from bot.domain.refusal import Refused
from bot.services import awaiting, disputes, reviews
from handlers.context import Context
from handlers.showing import answer, owe, show

TOPIC = "decide"


async def listing(ctx: Context) -> None:
    """The first of the disputes that wait."""
    await _turn_to(ctx, None)


async def following(ctx: Context, number: str) -> None:
    """The dispute that comes after this one."""
    await _turn_to(ctx, number)


async def _turn_to(ctx: Context, after: str | None) -> None:
    waiting = [one[0] for one in (await reviews.queue(ctx.db, ctx.person.id)).disputes]
    if after in waiting:
        place = waiting.index(after) + 1
        waiting = [*waiting[place:], *waiting[: place - 1]]
    await answer(ctx, None if waiting else ctx.words("toast-nothing-else"))
    if waiting:
        await _show(ctx, waiting[0])
    else:
        await show(ctx, "reviews")


async def _show(ctx: Context, number: str) -> None:
    one = await disputes.disputed(ctx.db, number, ctx.person.id)
    if one.facts.pieces:
        await reviews.show(
            ctx.db, number=one.facts.line.number, by=ctx.person.id, kind="dispute_card",
            cause=ctx.cause, now=ctx.now, dispute=number,
        )  # fmt: skip
        return
    await show(ctx, "dispute_card", dispute=number)


async def card(ctx: Context, number: str) -> None:
    """The dispute again; a question that was asked about it is dropped."""
    await awaiting.drop(ctx.db, ctx.person.id)
    await answer(ctx)
    await _show(ctx, number)


async def prepare(ctx: Context, number: str, state: str) -> None:
    """Begin to decide: the words are due next."""
    if state not in (DisputeState.upheld, DisputeState.overturned, disputes.CORRECTED):
        raise Refused("stale-button")
    draft = await disputes.prepare(
        ctx.db, number=number, state=state, by=ctx.person.id, cause=ctx.cause,
        now=ctx.now,
    )  # fmt: skip
    await awaiting.ask(
        ctx.db, person_id=ctx.person.id, topic=TOPIC, args={"draft": draft.number},
        card_id=ctx.message_id, now=ctx.now,
    )  # fmt: skip
    await answer(ctx)
    await show(ctx, "dispute_draft", draft=draft.number)


async def words(ctx: Context, asked: AwaitedText, text: str) -> None:
    """The words of the decision."""
    number = asked.args["draft"]
    await disputes.write(ctx.db, number=number, text=text, by=ctx.person.id, cause=ctx.cause)
    await awaiting.ask(
        ctx.db, person_id=ctx.person.id, topic=TOPIC, args={"draft": number}, card_id=None,
        now=ctx.now,
    )  # fmt: skip
    await owe(ctx, "dispute_draft", draft=number)


async def decide(ctx: Context, draft: str) -> None:
    """Decide as it was prepared."""
    made = await disputes.decide(
        ctx.db, draft=draft, by=ctx.person.id, cause=ctx.cause, now=ctx.now
    )
    await awaiting.drop(ctx.db, ctx.person.id)
    await answer(ctx, ctx.words(f"dispute-was-{made.state}"))
    await show(ctx, "reviews")
