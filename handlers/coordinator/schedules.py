"""Planning a call, and the calls that are planned."""

from bot.domain.awaiting import AwaitedText
from bot.domain.people import require_coordinator
from bot.domain.planning import PATTERNS
from bot.domain.refusal import Refused
from bot.services.calls import planning, plans, scheduled
from handlers.context import Context
from handlers.messages import call_when
from handlers.showing import answer, owe, show

TOPIC = planning.ASKED


async def privately(ctx: Context, number: str, waves: int, page: int) -> None:
    """Whether the call goes to people privately as well."""
    await planning.go_privately(ctx.db, number=number, waves=bool(waves), by=ctx.person.id)
    await answer(ctx)
    await show(ctx, "call_draft", number=number, page=page)


async def when(ctx: Context, number: str) -> None:
    """When it goes out."""
    await answer(ctx)
    await show(ctx, "call_when", number=number)


async def at_once(ctx: Context, number: str) -> None:
    """It goes out as soon as it is posted."""
    await planning.go_at_once(ctx.db, number=number, by=ctx.person.id)
    await answer(ctx)
    await show(ctx, "call_draft", number=number)


async def day(ctx: Context, number: str, days: int) -> None:
    """On a day; at what hour comes next."""
    if not 0 <= days < call_when.DAYS:
        raise Refused("stale-button")
    await answer(ctx)
    await show(ctx, "call_hours", number=number, days=days)


async def again(ctx: Context, number: str, nth: int) -> None:
    """On certain days again and again; at what hour comes next."""
    _pattern(nth)
    await answer(ctx)
    await show(ctx, "call_hours", number=number, nth=nth)


async def on_day(ctx: Context, number: str, days: int, hour: int) -> None:
    """Once, on that day at that hour."""
    await planning.go_on_day(
        ctx.db, number=number, days=days, hour=hour, by=ctx.person.id, now=ctx.now
    )
    await answer(ctx)
    await show(ctx, "call_draft", number=number)


async def repeated(ctx: Context, number: str, nth: int, hour: int) -> None:
    """On these days at that hour, again and again."""
    await planning.go_again(
        ctx.db, number=number, pattern=_pattern(nth), hour=hour, by=ctx.person.id, now=ctx.now
    )
    await answer(ctx)
    await show(ctx, "call_draft", number=number)


def _pattern(nth: int) -> str:
    if not 0 <= nth < len(PATTERNS):
        raise Refused("stale-button")
    return PATTERNS[nth]


async def ask(ctx: Context, number: str) -> None:
    """The next message is the time."""
    await planning.ask_when(
        ctx.db, number=number, by=ctx.person.id, card_id=ctx.message_id, now=ctx.now
    )
    await answer(ctx)
    await show(ctx, "call_when_ask", number=number)


async def written(ctx: Context, asked: AwaitedText, text: str) -> None:
    """The time was written: the call that is prepared comes below."""
    number = asked.args["number"]
    await planning.go_as_written(ctx.db, number=number, text=text, by=ctx.person.id, now=ctx.now)
    await owe(ctx, "call_draft", number=number)


async def plan(ctx: Context, number: str) -> None:
    """Plan what was prepared."""
    await planning.plan(ctx.db, number=number, by=ctx.person.id, cause=ctx.cause, now=ctx.now)
    await answer(ctx, ctx.words("toast-call-planned"))
    await show(ctx, "schedule", number=number)


async def listing(ctx: Context, page: int) -> None:
    """What is planned, some at a time."""
    require_coordinator(ctx.person)
    await answer(ctx)
    await show(ctx, "schedules", page=max(page, 0))


async def card(ctx: Context, number: str) -> None:
    """One plan."""
    await answer(ctx)
    await show(ctx, "schedule", number=number)


async def hold(ctx: Context, number: str) -> None:
    """Nothing goes out by it for now."""
    await plans.hold(ctx.db, number=number, by=ctx.person.id, cause=ctx.cause, now=ctx.now)
    await answer(ctx)
    await show(ctx, "schedule", number=number)


async def resume(ctx: Context, number: str) -> None:
    """It goes on from now."""
    await plans.resume(ctx.db, number=number, by=ctx.person.id, cause=ctx.cause, now=ctx.now)
    await answer(ctx)
    await show(ctx, "schedule", number=number)


async def ask_end(ctx: Context, number: str) -> None:
    """Whether it shall really end."""
    await answer(ctx)
    await show(ctx, "schedule_end", number=number)


async def end(ctx: Context, number: str) -> None:
    """It ends; a call that stands by it stays."""
    await plans.end(ctx.db, number=number, by=ctx.person.id, cause=ctx.cause, now=ctx.now)
    await answer(ctx)
    await show(ctx, "schedule", number=number)


async def post_now(ctx: Context, number: str) -> None:
    """Carry it out at once, besides its times."""
    made = await scheduled.post_now(
        ctx.db, number=number, by=ctx.person.id, cause=ctx.cause, now=ctx.now,
        rules=ctx.hall.rules, random=ctx.hall.random,
    )  # fmt: skip
    await answer(ctx, ctx.words("toast-call-posted"))
    await show(ctx, "call", number=made)
