"""Verdicts on one's own work: what they were about, and objecting to them."""

from bot.domain.awaiting import AwaitedText
from bot.domain.disputes import Dispute, DisputeState
from bot.services import awaiting, disputes, gold, reviews
from handlers.context import Context
from handlers.showing import answer, owe, show

TOPIC = "dispute"


async def evidence(ctx: Context, line: str) -> None:
    """The task, the answer and the verdicts, below."""
    await answer(ctx)
    await reviews.show(
        ctx.db, number=line, by=ctx.person.id, kind="evidence", cause=ctx.cause, now=ctx.now
    )


async def dispute(ctx: Context, review: str) -> None:
    """One tap objects; words may follow as a message."""
    made = await disputes.open_dispute(
        ctx.db, review=review, by=ctx.person.id, cause=ctx.cause, now=ctx.now,
        rules=ctx.hall.rules.pay,
    )  # fmt: skip
    await _ask_words(ctx, made)


async def dispute_refusal(ctx: Context, refusal: str) -> None:
    """The same against what a client said."""
    made = await disputes.dispute_refusal(
        ctx.db, refusal=refusal, by=ctx.person.id, cause=ctx.cause, now=ctx.now,
        rules=ctx.hall.rules.pay,
    )  # fmt: skip
    await _ask_words(ctx, made)


async def dispute_gold(ctx: Context, line: str) -> None:
    """The same against a known answer that was missed."""
    made = await disputes.dispute_gold(
        ctx.db, line=line, by=ctx.person.id, cause=ctx.cause, now=ctx.now,
        rules=ctx.hall.rules.pay,
    )  # fmt: skip
    await _ask_words(ctx, made)


async def missed(ctx: Context, line: str) -> None:
    """A known answer that was missed, below; a long task stands above it."""
    one = await gold.missed(ctx.db, line, ctx.person.id)
    await answer(ctx)
    if not one.facts.pieces:
        await owe(ctx, "gold_missed", line=line)
        return
    await reviews.show(
        ctx.db, number=line, by=ctx.person.id, kind="gold_missed", cause=ctx.cause, now=ctx.now
    )


async def refused(ctx: Context, page: int) -> None:
    """All of the person's ratings that clients refused, below the notice of some."""
    await answer(ctx)
    if page < 0:
        await owe(ctx, "client_refusals", page=0)
    else:
        await show(ctx, "client_refusals", page=page)


async def _ask_words(ctx: Context, made: Dispute) -> None:
    """Ask for words; an old button of what was decided meanwhile shows how."""
    number = made.number
    if made.state is not DisputeState.open:
        await answer(ctx, ctx.words(f"dispute-was-{made.state}"))
        await owe(ctx, "dispute", number=number)
        return
    await awaiting.ask(
        ctx.db, person_id=ctx.person.id, topic=TOPIC, args={"dispute": number},
        card_id=ctx.message_id, now=ctx.now,
    )  # fmt: skip
    await answer(ctx, ctx.words("toast-disputed"))
    await owe(ctx, "dispute", number=number, asking=True)


async def see(ctx: Context, number: str) -> None:
    """The dispute as it stands; no words are expected any more."""
    await awaiting.drop(ctx.db, ctx.person.id)
    await answer(ctx)
    await show(ctx, "dispute", number=number)


async def words(ctx: Context, asked: AwaitedText, text: str) -> None:
    """What the person says to the dispute."""
    made = await disputes.add_words(
        ctx.db, number=asked.args["dispute"], text=text, by=ctx.person.id, cause=ctx.cause
    )
    await owe(ctx, "dispute", number=made.number)
