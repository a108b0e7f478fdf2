"""/standing: where one stands and why; what it rests on; appealing with one tap."""

from bot.domain.appeals import AppealState
from bot.domain.awaiting import AwaitedText
from bot.domain.steps import EvidenceKind
from bot.services import awaiting, reviews
from bot.services import standing as services
from handlers.context import Context
from handlers.showing import answer, owe, show

TOPIC = "appeal"


async def standing(ctx: Context) -> None:
    """One status, why, and what comes next: in place after a tap, below after a command."""
    if ctx.tap is None:
        await owe(ctx, "standing")
        return
    await answer(ctx)
    await show(ctx, "standing")


async def standing_below(ctx: Context) -> None:
    """The same below a notice, which stays as it is."""
    await answer(ctx)
    await owe(ctx, "standing")


async def step(ctx: Context, number: str) -> None:
    """The notice of a step as it stands by now, in place."""
    await answer(ctx)
    await show(ctx, "step_again", number=number)


async def step_below(ctx: Context, number: str) -> None:
    """The same below another notice."""
    await answer(ctx)
    await owe(ctx, "step_again", number=number)


async def history(ctx: Context, page: int) -> None:
    """All that was decided about the person."""
    await answer(ctx)
    await show(ctx, "standing_history", page=page)


async def how(ctx: Context) -> None:
    """How decisions are made, and what a program has to do with it."""
    await answer(ctx)
    await show(ctx, "standing_how")


async def how_measured(ctx: Context) -> None:
    """What a program looks at, in place."""
    await answer(ctx)
    await show(ctx, "standing_how_measured")


async def how_below(ctx: Context) -> None:
    """The same below a notice."""
    await answer(ctx)
    await owe(ctx, "standing_how")


async def evidence(ctx: Context, number: str, nth: int) -> None:
    """What a step rests on, below: a rating with its task and verdicts, a job, what was seen."""
    notice, _ = await services.told(
        ctx.db, number, by=ctx.person.id, now=ctx.now, rules=ctx.hall.rules.pay
    )
    await answer(ctx)
    one = notice.evidence[nth] if 0 <= nth < len(notice.evidence) else None
    if one is not None and one.kind is EvidenceKind.line and one.number is not None:
        await reviews.show(
            ctx.db, number=one.number, by=ctx.person.id, kind="evidence", cause=ctx.cause,
            now=ctx.now,
        )  # fmt: skip
        return
    await owe(ctx, "step_evidence", number=number, nth=nth)


async def appeal(ctx: Context, number: str) -> None:
    """One tap appeals; words may follow as a message. The second tap finds the first."""
    made = await services.appeal(
        ctx.db, step=number, by=ctx.person.id, cause=ctx.cause, now=ctx.now
    )
    if made.state is not AppealState.open:
        await see(ctx, made.number)
        return
    await _ask_words(ctx, made.number)


async def add_words(ctx: Context, number: str) -> None:
    """Words for an open appeal, in place of those before."""
    appeal, _, _ = await services.appealed(ctx.db, number, by=ctx.person.id)
    if appeal.state is not AppealState.open:
        await see(ctx, number)
        return
    await _ask_words(ctx, appeal.number)


async def _ask_words(ctx: Context, number: str) -> None:
    await awaiting.ask(
        ctx.db, person_id=ctx.person.id, topic=TOPIC, args={"appeal": number},
        card_id=ctx.message_id, now=ctx.now,
    )  # fmt: skip
    await answer(ctx, ctx.words("toast-appealed"))
    await owe(ctx, "appeal", number=number, asking=True)


async def see(ctx: Context, number: str) -> None:
    """The appeal as it stands, below; no words are expected any more."""
    await awaiting.drop(ctx.db, ctx.person.id)
    await answer(ctx)
    await owe(ctx, "appeal", number=number)


async def without_words(ctx: Context, number: str) -> None:
    """The appeal goes without words; its card says so in place."""
    await awaiting.drop(ctx.db, ctx.person.id)
    await answer(ctx)
    await show(ctx, "appeal", number=number)


async def words(ctx: Context, asked: AwaitedText, text: str) -> None:
    """What the person says to the appeal."""
    made = await services.add_words(
        ctx.db, number=asked.args["appeal"], text=text, by=ctx.person.id, cause=ctx.cause
    )
    await owe(ctx, "appeal", number=made.number, late=made.state is not AppealState.open)
