"""The card of a job: leaving out, turning pages, submitting, giving back."""

from datetime import timedelta

from bot import say
from bot.domain.jobs import Job, JobState
from bot.domain.ratings import FlagKind, SkipReason
from bot.domain.refusal import Refused
from bot.effects.view_job import View
from bot.services import jobs, ratings
from handlers.context import Context
from handlers.contractor import cards
from handlers.messages import job as screens
from handlers.messages import job_lines, job_menus
from handlers.showing import answer, edit, owe, show

# Within this time of the claim the job itself is expected in the chat, and not sent twice.
JUST_NOW = timedelta(seconds=30)


async def skip_menu(ctx: Context, number: str, step: int) -> None:
    """Ask why the task is to be skipped."""
    del step
    view = await jobs.view_by_number(ctx.db, number, ctx.person.id)
    _require_task(view)
    await answer(ctx)
    await edit(ctx, job_menus.skip(ctx.hall, view))


async def flag_menu(ctx: Context, number: str, step: int) -> None:
    """Ask what is wrong with the task."""
    del step
    view = await jobs.view_by_number(ctx.db, number, ctx.person.id)
    _require_task(view)
    await answer(ctx)
    await edit(ctx, job_menus.flag(ctx.hall, view))


def _require_task(view: View) -> None:
    if view.content is None:
        raise Refused("stale-button")


async def skip(ctx: Context, number: str, step: int, reason: str) -> None:
    """Leave the task out."""
    if reason not in set(SkipReason):
        raise Refused("stale-button")
    turned = await ratings.skip(ctx.db, cards.act_on(ctx, number, step), reason=SkipReason(reason))
    await answer(ctx)
    await cards.turn(ctx, turned)


async def flag(ctx: Context, number: str, step: int, kind: str) -> None:
    """Say what is wrong with the task."""
    if kind not in set(FlagKind):
        raise Refused("stale-button")
    turned = await ratings.flag(ctx.db, cards.act_on(ctx, number, step), kind=FlagKind(kind))
    await answer(ctx)
    await cards.turn(ctx, turned)


async def turn_to(ctx: Context, number: str, position: int) -> None:
    """Show another task of the job; a button of any age may ask for that."""
    turned = await ratings.turn_to(ctx.db, cards.act_on(ctx, number, None), position=position)
    await answer(ctx)
    if turned.card is not None and cards.is_above(ctx, turned.card):
        await cards.turn_from_line(ctx, turned, turned.card)
    elif turned.job.position != turned.was:
        await cards.turn(ctx, turned)


async def keep(ctx: Context, number: str) -> None:
    """Back from a menu to the card as it stands."""
    view = await jobs.view_by_number(ctx.db, number, ctx.person.id)
    await answer(ctx)
    if view.job.state is JobState.active and cards.is_elsewhere(ctx, view):
        # The menu stood in a reminder; there is one card of a job, and it comes below.
        await edit(ctx, job_lines.moved(ctx.hall.words(ctx.person.language), view))
        await cards.show_below(ctx, view)
        return
    await edit(ctx, screens.screen(ctx.hall, view))


async def again(ctx: Context, number: str) -> None:
    """Draw in the tapped message what it shows by now; no act, and nothing is sent again."""
    view = await jobs.view_by_number(ctx.db, number, ctx.person.id)
    await answer(ctx)
    card = view.job.card_message_id
    if view.content is not None and card is not None and cards.is_above(ctx, card):
        await edit(ctx, job_lines.moved(ctx.hall.words(ctx.person.language), view))
    elif not await edit(ctx, screens.screen(ctx.hall, view)) and view.job.state is JobState.active:
        await cards.below(ctx, number)


async def redraw(ctx: Context, number: str) -> None:
    """Show the whole job again at the bottom of the chat; the old card shrinks."""
    view = await jobs.view_by_number(ctx.db, number, ctx.person.id)
    await cards.show_below(ctx, view)
    await answer(ctx)


async def draw_cards(ctx: Context) -> None:
    """Draw the cards of the person's open jobs where they are: the language has changed."""
    for view in await jobs.open_views(ctx.db, ctx.person.id):
        if view.job.card_message_id is not None:
            await edit(ctx, screens.screen(ctx.hall, view), view.job.card_message_id)


async def show_again(ctx: Context, job: Job) -> None:
    """Bring back a job that was claimed before; one that was claimed just now is coming anyway."""
    if ctx.now - job.claimed_at >= JUST_NOW:
        await cards.show_below(ctx, await jobs.view(ctx.db, job.id))


async def correct_time(ctx: Context, number: str, step: int, direction: int) -> None:
    """The counted time was too short or too long."""
    act = cards.act_on(ctx, number, step)
    turned = await ratings.correct_time(ctx.db, act, direction=1 if direction > 0 else -1)
    await answer(ctx, ctx.words("toast-saved"))
    await cards.turn(ctx, turned)


async def submit(ctx: Context, number: str, step: int) -> None:
    """Hand the job in; it can be undone for some seconds."""
    turned = await ratings.submit(ctx.db, cards.act_on(ctx, number, step), rules=ctx.hall.rules)
    await answer(ctx)
    await cards.turn(ctx, turned)


async def undo(ctx: Context, number: str, step: int) -> None:
    """Take the submission back."""
    turned = await ratings.undo(ctx.db, cards.act_on(ctx, number, step))
    await answer(ctx, ctx.words("toast-undone"))
    await cards.turn(ctx, turned)


async def give_back_menu(ctx: Context, number: str) -> None:
    """Ask whether to give the job back, and how."""
    view = await jobs.still_at_work(ctx.db, number, ctx.person.id)
    await answer(ctx)
    await edit(ctx, job_menus.give_back(ctx.hall, view))


async def _give_back(ctx: Context, number: str, step: int, *, submit_finished: bool) -> None:
    job = await jobs.give_back(
        ctx.db, number=number, step=step, person_id=ctx.person.id, cause=ctx.cause, now=ctx.now,
        submit_finished=submit_finished, rules=ctx.hall.rules,
    )  # fmt: skip
    await answer(ctx)
    await _stands_here(ctx, job.number)


async def _stands_here(ctx: Context, number: str) -> None:
    """The tapped message tells from now on what becomes of the job; a card elsewhere shrinks."""
    view = await jobs.view_by_number(ctx.db, number, ctx.person.id)
    if not await edit(ctx, screens.screen(ctx.hall, view)) or ctx.message_id is None:
        if view.job.state is JobState.active:
            await cards.below(ctx, number)
        return
    await jobs.move_card(ctx.db, job_id=view.job.id, message_id=ctx.message_id)
    before = view.job.card_message_id
    if before is not None and before != ctx.message_id:
        await edit(ctx, job_lines.moved(ctx.hall.words(ctx.person.language), view), before)


async def give_back_all(ctx: Context, number: str, step: int) -> None:
    """Give everything back."""
    await _give_back(ctx, number, step, submit_finished=False)


async def give_back_rest(ctx: Context, number: str, step: int) -> None:
    """Hand in what is finished and give the rest back."""
    await _give_back(ctx, number, step, submit_finished=True)


async def extend(ctx: Context, number: str) -> None:
    """More time, once."""
    job = await jobs.extend(
        ctx.db, number=number, person_id=ctx.person.id, cause=ctx.cause, now=ctx.now
    )
    due = say.clock_time(ctx.person.language, job.due_at, ctx.person.zone, ctx.now)
    await answer(ctx, ctx.words("toast-extended", due=due))
    view = await jobs.view(ctx.db, job.id)
    await edit(ctx, screens.screen(ctx.hall, view), job.card_message_id)
    if cards.is_elsewhere(ctx, view):
        await show(ctx, "job_reminder", job_id=job.id)


async def hand_in(ctx: Context, number: str) -> None:
    """Submit what was finished of a job that ran out of time."""
    count = await jobs.hand_in_kept(
        ctx.db, number=number, person_id=ctx.person.id, cause=ctx.cause, now=ctx.now,
        rules=ctx.hall.rules,
    )  # fmt: skip
    await answer(ctx, ctx.words("job-handed-in", count=count))
    await _stands_here(ctx, number)


async def guidelines(ctx: Context, number: str) -> None:
    """The guidelines of the job, below the card."""
    view = await jobs.view_by_number(ctx.db, number, ctx.person.id)
    await answer(ctx)
    await owe(ctx, "job_guidelines", job_id=view.job.id)
    await owe(ctx, "job_guidelines_file", job_id=view.job.id)


# Taps on the card of a job, after which the card can be drawn again as it stands.
CARD_VERBS = frozenset(
    {"a", "b", "od", "oe", "or", "ot", "oq", "sr", "fr", "t", "u", "x", "ga", "gr", "h"}
)
