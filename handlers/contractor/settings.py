"""/settings and /help."""

from datetime import time

from bot.domain.refusal import Refused
from bot.local_times import is_zone
from bot.services import people, profiles
from handlers.context import Context
from handlers.messages.settings import WORK_LANGUAGES
from handlers.showing import answer, owe, saved, show


async def settings(ctx: Context) -> None:
    """Everything that is set."""
    if ctx.tap is None:
        await owe(ctx, "settings")
        return
    await answer(ctx)
    await show(ctx, "settings")


async def help_page(ctx: Context) -> None:
    """How it works, by role."""
    await owe(ctx, "help")


async def languages(ctx: Context) -> None:
    """The languages of the hall."""
    await answer(ctx)
    await show(ctx, "set_language")


async def work_languages(ctx: Context) -> None:
    """The languages of work."""
    await answer(ctx)
    await show(ctx, "set_work_languages")


async def toggle_work_language(ctx: Context, code: str) -> None:
    """Add or drop a language of work."""
    known = (await profiles.said(ctx.db, ctx.person.id)).profile
    if code not in (*WORK_LANGUAGES, *known.languages, *known.levels):
        raise Refused("stale-button")
    await profiles.toggle_language(
        ctx.db, person_id=ctx.person.id, language=code, cause=ctx.cause, now=ctx.now
    )
    await saved(ctx, "set_work_languages")


async def zones(ctx: Context) -> None:
    """Likely time zones."""
    await answer(ctx)
    await show(ctx, "set_zone")


async def zone_times(ctx: Context) -> None:
    """All local times."""
    await answer(ctx)
    await show(ctx, "set_zone_times")


async def zone_cities(ctx: Context, minutes: int) -> None:
    """The zones of one local time."""
    await answer(ctx)
    await show(ctx, "set_zone_cities", minutes=minutes)


async def zone(ctx: Context, chosen: str) -> None:
    """The person lives in that zone."""
    if not is_zone(chosen):
        raise Refused("stale-button")
    await people.choose_zone(
        ctx.db, person_id=ctx.person.id, zone=chosen, cause=ctx.cause, now=ctx.now,
        rules=ctx.hall.rules,
    )  # fmt: skip
    await saved(ctx, "settings")


async def quiet(ctx: Context) -> None:
    """Common quiet hours."""
    await answer(ctx)
    await show(ctx, "set_quiet")


async def quiet_hours(ctx: Context, start: str, end: str) -> None:
    """Quiet from one time of day to another."""
    await people.choose_quiet_hours(
        ctx.db, person_id=ctx.person.id, start=_time(start), end=_time(end), cause=ctx.cause,
        now=ctx.now,
    )  # fmt: skip
    await saved(ctx, "settings")


def _time(digits: str) -> time:
    try:
        return time.fromisoformat(f"{digits[:2]}:{digits[2:]}")
    except ValueError:
        raise Refused("stale-button") from None
