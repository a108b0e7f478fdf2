"""Answering on the card of a job: taps on options, [Done], messages, and edits of them."""

from telegram import Message

from bot.services import jobs, ratings
from handlers.context import Context
from handlers.contractor import cards
from handlers.messages import job as screens
from handlers.messages import job_lines
from handlers.showing import answer, edit, owe
from handlers.written import source_of


async def rate(ctx: Context, number: str, step: int, question: int, option: int) -> None:
    """One tap on an answer."""
    act = cards.act_on(ctx, number, step)
    turned = await ratings.answer(ctx.db, act, question=question, option=option)
    await answer(ctx)
    await cards.turn(ctx, turned)


async def done(ctx: Context, number: str, step: int, question: int) -> None:
    """[Done] below an answer of several taps or messages."""
    turned = await ratings.close(ctx.db, cards.act_on(ctx, number, step), question=question)
    await answer(ctx)
    await cards.turn(ctx, turned)


async def tick(
    ctx: Context, number: str, position: int, question: int, option: int, on: int
) -> None:
    """One of several options is taken, or taken away; good on a card that is not redrawn yet."""
    act = cards.act_on(ctx, number, None)
    turned = await ratings.tick(
        ctx.db, act, position=position, question=question, option=option, on=bool(on)
    )
    await answer(ctx)
    await cards.turn(ctx, turned)


async def ticked(ctx: Context, number: str, position: int, question: int) -> None:
    """[Done] below several options, with all that were taken."""
    act = cards.act_on(ctx, number, None)
    turned = await ratings.close(ctx.db, act, question=question, position=position)
    await answer(ctx)
    await cards.turn(ctx, turned)


async def start_over(ctx: Context, number: str, step: int, question: int) -> None:
    """An answer is taken back, to give it anew."""
    turned = await ratings.restart(ctx.db, cards.act_on(ctx, number, step), question=question)
    await answer(ctx)
    await cards.turn(ctx, turned)


async def ask(ctx: Context, number: str, step: int, question: int) -> None:
    """Another question of the task."""
    turned = await ratings.ask(ctx.db, cards.act_on(ctx, number, step), question=question)
    await answer(ctx)
    await cards.turn(ctx, turned)


async def copy_answer(ctx: Context, number: str, position: int) -> None:
    """The answer that is worked on, in messages of its own that can be copied."""
    parts = await jobs.parts_to_copy(ctx.db, number, ctx.person.id, position)
    await answer(ctx)
    for part in range(parts):
        await owe(ctx, "job_copy", number=number, position=position, part=part)


async def text(ctx: Context) -> None:
    """A message: the answer to a text question, or a word about what is due instead."""
    message = _message(ctx)
    turned = await ratings.write(
        ctx.db, person_id=ctx.person.id, text=source_of(message), message_id=message.message_id,
        cause=ctx.cause, now=ctx.now,
    )  # fmt: skip
    if turned.card is not None:
        words = ctx.hall.words(ctx.person.language)
        await edit(ctx, job_lines.left_behind(words, turned.view, turned.was), turned.card)


async def edited_text(ctx: Context) -> None:
    """An edit of a sent message: the text answer follows it."""
    message = _message(ctx)
    job = await ratings.rewrite(
        ctx.db, person_id=ctx.person.id, text=source_of(message), message_id=message.message_id,
        cause=ctx.cause, now=ctx.now,
    )  # fmt: skip
    if job is not None and job.card_message_id is not None:
        view = await jobs.view(ctx.db, job.id)
        await edit(ctx, screens.screen(ctx.hall, view), job.card_message_id)


def _message(ctx: Context) -> Message:
    message = ctx.update.effective_message
    if message is None:
        raise LookupError("an update without a message")
    return message
