"""Arriving: /start, and the three questions."""

from dataclasses import replace

from bot.domain import role_links
from bot.domain.people import Arrival
from bot.domain.refusal import Refused
from bot.local_times import is_zone
from bot.services import claims, people
from handlers.admin import roles
from handlers.context import Context
from handlers.contractor import gates, jobs, terms
from handlers.menus import set_own_menu
from handlers.messages import start as start_screens
from handlers.showing import answer, edit, owe, show


async def start(ctx: Context) -> None:
    """Begin, resume, or follow a deep link; the same however often it comes."""
    if ctx.person.unreachable_since is not None:
        await people.came_back(ctx.db, person_id=ctx.person.id, now=ctx.now)
    if ctx.person.roles:
        await set_own_menu(ctx.hall, ctx.person)
    payload = ctx.args[0] if ctx.args else ""
    if payload[:1] == role_links.PREFIX and len(payload) > 1:
        await roles.invited(ctx, payload[1:])
        if ctx.person.arrival is Arrival.done:
            return
    told = payload[:1] == "t" and await terms.of_call(ctx, payload[1:])
    if told and ctx.person.arrival is Arrival.done:
        return
    if ctx.person.arrival is not Arrival.done:
        held = await claims.held_until(ctx.db, ctx.person.id)
        drawn = None if held else await claims.hands_of(ctx.db, ctx.person.id)
        await owe(
            ctx, "start", held_until=held.isoformat() if held else None,
            draw_until=drawn.isoformat() if drawn else None,
        )  # fmt: skip
        return
    job = await claims.job_of(ctx.db, payload[1:], ctx.person.id) if payload[:1] == "c" else None
    if job is None:
        if payload[:1] != "c" or not await gates.ask_again(ctx, payload[1:]):
            await _at_hand(ctx)
        return
    # The job was pushed when it was claimed; whoever comes later may have lost it.
    await jobs.show_again(ctx, job)


async def _at_hand(ctx: Context) -> None:
    """The question for whose answer a place is held, else the work."""
    if not await gates.asked(ctx):
        await owe(ctx, "work")


async def language(ctx: Context, chosen: str) -> None:
    """The language is chosen; the time zone is next."""
    known = ctx.hall.texts.closest(chosen)
    await people.choose_language(
        ctx.db, person_id=ctx.person.id, language=known, cause=ctx.cause, now=ctx.now
    )
    await answer(ctx)
    await show(ctx, "start" if ctx.person.arrival is not Arrival.done else "settings")
    if known != ctx.person.language:
        user = ctx.update.effective_user
        phone = (user and user.language_code) or ctx.hall.rules.language
        await set_own_menu(ctx.hall, replace(ctx.person, language=known), phone=phone)
        await jobs.draw_cards(ctx)
        await gates.asked(ctx)


async def zone_times(ctx: Context) -> None:
    """Another time than those guessed."""
    await answer(ctx)
    await edit(ctx, start_screens.other_times(ctx.hall, ctx.person))


async def zone_cities(ctx: Context, minutes: int) -> None:
    """The zones in which it is that time."""
    await answer(ctx)
    await edit(ctx, start_screens.cities(ctx.hall, ctx.person, minutes))


async def zone(ctx: Context, chosen: str) -> None:
    """The last question is answered; a held place becomes a job."""
    if not is_zone(chosen):
        raise Refused("stale-button")
    if ctx.person.arrival is Arrival.done:
        # The second of two taps, or one whose card was not drawn before a crash; /settings changes
        # the zone.
        await answer(ctx)
        await show(ctx, "start")
        return
    claim = await claims.finish_arrival(
        ctx.db, person_id=ctx.person.id, zone=chosen, cause=ctx.cause, now=ctx.now,
        rules=ctx.hall.rules, random=ctx.hall.random,
    )  # fmt: skip
    await answer(ctx)
    await show(ctx, "start")
    if claim.job is None and claim.gate is None:
        # With neither a job nor a question below, what there is to do is shown right away.
        await owe(ctx, "work")
