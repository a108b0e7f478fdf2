"""What people do in groups and channels: claiming, and calling."""

from datetime import datetime
from typing import NamedTuple

from bot import say
from bot.domain.draws import NewDraw, new_seed
from bot.domain.refusal import Refused
from bot.services import calls, claims
from handlers.context import Context, Hall
from handlers.group.private import use_private
from handlers.showing import answer

MOST_DIGITS = 6
# The tap on a call's card.
CLAIM = "c"
# Words after the number of jobs: a draw, and nobody is asked privately.
DRAW, HERE = "draw", "here"


class Asked(NamedTuple):
    """For how many jobs a call is (none: all there are), how they go, and whether only here."""

    limit: int | None
    draw: bool
    only_here: bool


async def claim(ctx: Context, number: str) -> None:
    """Claim a job from the card; whoever is too late is told the place on the list."""
    got = await claims.claim(
        ctx.db, number=number, person_id=ctx.person.id, cause=ctx.cause, now=ctx.now,
        rules=ctx.hall.rules, random=ctx.hall.random,
        shown=ctx.tap.number_if_any(1) if ctx.tap else None,
    )  # fmt: skip
    if got.list_until is not None:
        until = say.clock_time(ctx.person.language, got.list_until, ctx.person.zone, ctx.now)
        told = ctx.words("toast-listed", place=got.list_place, until=until)
        await answer(ctx, told, alert=True)
    elif got.draw_until is not None and got.arrived:
        await answer(ctx, hand_told(ctx, got.draw_until, again=got.again))
    else:
        # Telegram shows either words or the chat that opens; the chat is what the person wants.
        await answer(ctx, url=ctx.hall.deep_link(f"c{number}"))


async def again(ctx: Context, number: str) -> None:
    """The tap had its effect before: say what stands."""
    until = await claims.hand_until(ctx.db, number=number, person_id=ctx.person.id)
    if until is not None:
        await answer(ctx, hand_told(ctx, until, again=True))
    else:
        await answer(ctx, url=ctx.hall.deep_link(f"c{number}"))


def hand_told(ctx: Context, until: datetime, *, again: bool) -> str:
    """That the person is in the draw, and when it is made."""
    local = say.clock_time(ctx.person.language, until, ctx.person.zone, ctx.now)
    return ctx.words("toast-hand-again" if again else "toast-hand", until=local)


async def call(ctx: Context) -> None:
    """`/call PROJECT [JOBS] [draw] [here]` in a group posts there."""
    if not ctx.args:
        message = ctx.update.effective_message
        if message is not None:
            await use_private(ctx.hall, message, "call", who=ctx.person.id, bare=True)
        return
    asked = terms_asked(ctx.args[1:])
    await calls.post_call(
        ctx.db, project_key=ctx.args[0], places=[(ctx.chat_id, _topic(ctx))], limit=asked.limit,
        draw=new_draw(ctx.hall) if asked.draw else None, waves=not asked.only_here,
        by=ctx.person.id, cause=ctx.cause, now=ctx.now,
    )  # fmt: skip


def terms_asked(words: tuple[str, ...]) -> Asked:
    """What the words after the project ask for; refused when unclear."""
    said = {word.lower() for word in words}
    draw, here = DRAW in said, HERE in said
    numbers = [word for word in words if word.lower() not in (DRAW, HERE)]
    if not numbers:
        return Asked(None, draw, here)
    text = numbers[0]
    if len(numbers) > 1 or not (text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS):
        raise Refused("call-size")
    return Asked(int(text), draw, here)


def new_draw(hall: Hall) -> NewDraw:
    """A draw with the hall's window and a seed of its own."""
    return NewDraw(hall.rules.draw_seconds, new_seed(hall.random))


def _topic(ctx: Context) -> int | None:
    """The topic in which this was written; none in General, and where there are no topics."""
    message = ctx.update.effective_message
    return message.message_thread_id if message and message.is_topic_message else None
