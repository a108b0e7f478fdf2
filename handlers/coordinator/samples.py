"""The sample card: taps on it do what they do in a job, and nothing comes of them."""

from collections.abc import Callable

from bot.domain import samples as rules
from bot.domain.awaiting import AwaitedText
from bot.domain.refusal import Refused
from bot.domain.samples import Sample
from bot.services import samples
from handlers.callbacks import Tap
from handlers.context import Context
from handlers.showing import answer, owe, show

TOPIC = samples.TOPIC

# What buttons of a job do, by their verbs. In a job its number and its step or task come first.
_ACTS: dict[str, Callable[[Sample, Tap], Sample]] = {
    "a": lambda sample, tap: rules.tapped(sample, tap.number(3), tap.number(4)),
    "ot": lambda sample, tap: rules.ticked(
        sample, tap.number(3), tap.number(4), on=bool(tap.number(5))
    ),
    "oe": lambda sample, tap: rules.closed(sample, tap.number(3)),
    "od": lambda sample, tap: rules.closed(sample, tap.number(3)),
    "or": lambda sample, tap: rules.restarted(sample, tap.number(3)),
    "oq": lambda sample, tap: rules.turned_to(sample, tap.number(3)),
    "b": lambda sample, tap: rules.positioned(sample, tap.number(2)),
}


async def tap(ctx: Context, number: str, verb: str) -> None:
    """A tap on a button of the card; what would end or leave a job is only told."""
    tapped, act = ctx.tap, _ACTS.get(verb)
    if tapped is None or act is None:
        raise Refused("only-sample")

    def how(sample: Sample) -> Sample:
        return act(sample, tapped)

    await samples.change(ctx.db, number, how, by=ctx.person.id, cause=ctx.cause, now=ctx.now)
    await answer(ctx)
    await show(ctx, "sample", number=number)


async def written(ctx: Context, asked: AwaitedText, text: str) -> None:
    """A message in answer to the question of the card: the card comes anew below it."""
    message = ctx.update.effective_message
    await samples.write(
        ctx.db, asked, text, message_id=message.message_id if message else 0, cause=ctx.cause,
        now=ctx.now,
    )  # fmt: skip
    await owe(ctx, "sample", number=asked.args["number"])


async def speak(ctx: Context, number: str, language: str) -> None:
    """The card in another language of the hall."""
    if language not in ctx.hall.texts.languages:
        raise Refused("stale-button")
    await samples.speak(ctx.db, number, language, by=ctx.person.id, cause=ctx.cause, now=ctx.now)
    await answer(ctx)
    await show(ctx, "sample", number=number)


async def leave(ctx: Context, number: str) -> None:
    """Back to where the sample was asked for."""
    found = await samples.shown(ctx.db, number, by=ctx.person.id)
    kind, args = found.sample.back
    await answer(ctx)
    await show(ctx, kind, **args)
