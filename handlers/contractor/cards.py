"""Where the card of a job is drawn: in the tapped message, or below with the old one shrunk."""

from bot.effects.view_job import View
from bot.services import jobs
from bot.services.ratings import Act, Turned
from handlers.context import Context
from handlers.messages import job as screens
from handlers.messages import job_lines
from handlers.showing import edit


def act_on(ctx: Context, number: str, step: int | None) -> Act:
    """The tap as the use cases want it; a step of none is a button of any age."""
    return Act(number, step, ctx.person.id, ctx.cause, ctx.now)


async def turn(ctx: Context, turned: Turned, card: int | None = None) -> None:
    """Show where the job is now: in the tapped message, or below with that one shrunk."""
    view = turned.view
    if turned.below:
        screen = job_lines.left_behind(ctx.hall.words(view.person.language), view, turned.was)
    else:
        screen = screens.screen(ctx.hall, view)
    if not await edit(ctx, screen, card) and not turned.below:
        await below(ctx, turned.job.number)


async def turn_from_line(ctx: Context, turned: Turned, card: int) -> None:
    """A line above the card asked for its task: it goes below, and the card shrinks as well."""
    if turned.job.position == turned.was:
        # The second of two taps: the first has drawn everything.
        return
    if not turned.below:
        await below(ctx, turned.job.number)
    view = turned.view
    words = ctx.hall.words(view.person.language)
    await edit(ctx, job_lines.left_behind(words, view, turned.was), card)
    await edit(ctx, job_lines.moved(words, view))


async def below(ctx: Context, number: str) -> bool:
    """Owe the whole screen again at the bottom; false when that was on its way already."""
    return await jobs.redraw(
        ctx.db, number=number, person_id=ctx.person.id, cause=f"{ctx.cause}:below", now=ctx.now
    )


def is_above(ctx: Context, card: int) -> bool:
    """Whether the tapped message stands above the card."""
    # The number of a card that was sent just now may not be stored yet: then it is the higher one.
    return ctx.message_id is not None and ctx.message_id < card


def is_elsewhere(ctx: Context, view: View) -> bool:
    """Whether the card of the job is another message than the tapped one."""
    return view.job.card_message_id not in (None, ctx.message_id)


async def show_below(ctx: Context, view: View) -> None:
    """Owe the whole screen at the bottom of the chat; what was its card shrinks."""
    if await below(ctx, view.job.number) and view.job.card_message_id is not None:
        words = ctx.hall.words(ctx.person.language)
        await edit(ctx, job_lines.moved(words, view), view.job.card_message_id)
