"""/support: what a person asks the hall, what came of it, and ending it."""

from bot.domain.awaiting import AwaitedText
from bot.domain.questions import QuestionState, Topic, require_room
from bot.domain.refusal import Refused
from bot.services import awaiting, support
from handlers.context import Context
from handlers.showing import answer, owe, show

ASK = "question"
MORE = "question-more"


async def listing(ctx: Context) -> None:
    """Everything that the person asked; for staff first what they are to answer."""
    if ctx.tap is None:
        await owe(ctx, "support")
        return
    await awaiting.drop(ctx.db, ctx.person.id)
    await answer(ctx)
    await show(ctx, "support")


async def begin(ctx: Context) -> None:
    """What is it about?"""
    found = await support.mine(ctx.db, by=ctx.person.id)
    require_room(sum(one.state is QuestionState.open for one in found.questions))
    await answer(ctx)
    await show(ctx, "question_topic")


async def about(ctx: Context, topic: str) -> None:
    """What it is about is chosen; the next message is the question."""
    if topic not in set(Topic):
        raise Refused("stale-button")
    await _await(ctx, ASK, {"topic": topic, "back": ["support", {}]})
    await answer(ctx)
    await show(ctx, "question_ask", topic=topic)


async def written(ctx: Context, asked: AwaitedText, text: str) -> None:
    """The question; whatever is written next belongs to it."""
    made = await support.ask(
        ctx.db, by=ctx.person.id, text=text, cause=ctx.cause, now=ctx.now, rules=ctx.hall.rules,
        topic=Topic(asked.args.get("topic", Topic.other)),
    )  # fmt: skip
    await _more(ctx, made.number)


async def card(ctx: Context, number: str, page: int) -> None:
    """One question; no words are expected any more."""
    await awaiting.drop(ctx.db, ctx.person.id)
    await answer(ctx)
    await show(ctx, "question", number=number, page=max(page, 0))


async def write(ctx: Context, number: str) -> None:
    """The next message is added to the question, and opens it again after an answer."""
    await support.asked(ctx.db, number, by=ctx.person.id)
    await _await(ctx, MORE, {"number": number, "back": ["question", {"number": number}]})
    await answer(ctx)
    await show(ctx, "question_more", number=number)


async def more(ctx: Context, asked: AwaitedText, text: str) -> None:
    """More words to the question."""
    number = asked.args["number"]
    await support.say_more(
        ctx.db, number=number, by=ctx.person.id, text=text, cause=ctx.cause, now=ctx.now,
        rules=ctx.hall.rules,
    )  # fmt: skip
    await _more(ctx, number)


async def close(ctx: Context, number: str) -> None:
    """The asker ends it."""
    await support.settle(ctx.db, number=number, by=ctx.person.id, cause=ctx.cause, now=ctx.now)
    await awaiting.drop(ctx.db, ctx.person.id)
    await answer(ctx, ctx.words("toast-question-closed"))
    await show(ctx, "question", number=number)


async def _more(ctx: Context, number: str) -> None:
    await _await(ctx, MORE, {"number": number, "back": ["question", {"number": number}]})
    await owe(ctx, "question", number=number, asking=True)


async def _await(ctx: Context, topic: str, args: dict[str, object]) -> None:
    await awaiting.ask(
        ctx.db, person_id=ctx.person.id, topic=topic, args=args, card_id=ctx.message_id,
        now=ctx.now,
    )  # fmt: skip
