"""Questions that somebody of the hall is to answer: reading, answering, passing on."""

from bot.domain.awaiting import AwaitedText
from bot.services import awaiting, support
from handlers.context import Context
from handlers.showing import answer, owe, show

TOPIC = "question-answer"


async def listing(ctx: Context, page: int) -> None:
    """Everything that waits for an answer."""
    await answer(ctx)
    await show(ctx, "questions", page=max(page, 0))


async def card(ctx: Context, number: str, page: int) -> None:
    """One question; no answer is being written any more."""
    await awaiting.drop(ctx.db, ctx.person.id)
    await answer(ctx)
    await show(ctx, "question_desk", number=number, page=max(page, 0))


async def write(ctx: Context, number: str) -> None:
    """The next message is the answer."""
    await support.waiting(ctx.db, number, by=ctx.person.id)
    await awaiting.ask(
        ctx.db, person_id=ctx.person.id, topic=TOPIC, card_id=ctx.message_id, now=ctx.now,
        args={"number": number, "back": ["question_desk", {"number": number}]},
    )  # fmt: skip
    await answer(ctx)
    await show(ctx, "question_answer", number=number)


async def written(ctx: Context, asked: AwaitedText, text: str) -> None:
    """The answer goes out."""
    number = asked.args["number"]
    await support.answer(
        ctx.db, number=number, by=ctx.person.id, text=text, cause=ctx.cause, now=ctx.now
    )
    await awaiting.drop(ctx.db, ctx.person.id)
    await owe(ctx, "question_desk", number=number)


async def choose(ctx: Context, number: str) -> None:
    """To whom is it passed on?"""
    await answer(ctx)
    await show(ctx, "question_pass", number=number)


async def pass_on(ctx: Context, number: str, to: int) -> None:
    """Somebody else is to answer."""
    await support.pass_on(
        ctx.db, number=number, to=to, by=ctx.person.id, cause=ctx.cause, now=ctx.now
    )
    await answer(ctx, ctx.words("toast-question-passed"))
    await show(ctx, "support")
