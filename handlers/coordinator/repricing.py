"""[Reprice] on the card of a project: another price for a task, for new claims."""

from bot.domain.awaiting import AwaitedText
from bot.services import repricing
from handlers.context import Context
from handlers.showing import answer, owe, saved, show

TOPIC = repricing.ASKED


async def ask(ctx: Context, key: str) -> None:
    """The next message is the new price."""
    await repricing.ask(ctx.db, key=key, by=ctx.person.id, card_id=ctx.message_id, now=ctx.now)
    await answer(ctx)
    await show(ctx, "reprice_ask", key=key)


async def written(ctx: Context, asked: AwaitedText, text: str) -> None:
    """The price was written: what it would mean comes below, and the question is over."""
    number = await repricing.propose(
        ctx.db, asked=asked, text=text, now=ctx.now, rules=ctx.hall.rules.pay
    )
    await owe(ctx, "reprice_preview", number=number)


async def confirm(ctx: Context, number: str) -> None:
    """The price holds for new claims from now on."""
    found = await repricing.reprice(
        ctx.db, number=number, by=ctx.person.id, cause=ctx.cause, now=ctx.now,
        rules=ctx.hall.rules.pay,
    )  # fmt: skip
    await saved(ctx, "reprice_done", key=found.project.key)
