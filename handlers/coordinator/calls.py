"""/call in the private chat: preparing a call, and the calls that stand."""

from bot.domain.people import require_coordinator
from bot.services import calls
from bot.services.calls import drafts, planning
from handlers.context import Context
from handlers.group.calls import new_draw, terms_asked
from handlers.showing import answer, owe, show


async def call(ctx: Context) -> None:
    """Choose what to call for; `/call PROJECT [JOBS] [draw] [here]` goes to the places."""
    require_coordinator(ctx.person)
    if not ctx.args:
        await owe(ctx, "call_project")
        return
    asked = terms_asked(ctx.args[1:])
    number = await drafts.prepare(
        ctx.db, project_key=ctx.args[0], limit=asked.limit, draw=asked.draw, by=ctx.person.id,
        now=ctx.now,
    )  # fmt: skip
    if asked.only_here:
        await planning.go_privately(ctx.db, number=number, waves=False, by=ctx.person.id)
    await owe(ctx, "call_draft", number=number)


async def choose_project(ctx: Context) -> None:
    """Which project to call for."""
    require_coordinator(ctx.person)
    await answer(ctx)
    await owe(ctx, "call_project")


async def prepare(ctx: Context, key: str) -> None:
    """A call for the project: where, how many jobs, first come or draw."""
    number = await drafts.prepare(
        ctx.db, project_key=key, limit=None, draw=False, by=ctx.person.id, now=ctx.now
    )
    await answer(ctx)
    await show(ctx, "call_draft", number=number)


async def prepare_more(ctx: Context, number: str) -> None:
    """More places for a call that stands."""
    draft = await drafts.prepare_more(ctx.db, number=number, by=ctx.person.id, now=ctx.now)
    await answer(ctx)
    await show(ctx, "call_draft", number=draft)


async def draft_page(ctx: Context, number: str, page: int) -> None:
    """Another page of the places."""
    await answer(ctx)
    await show(ctx, "call_draft", number=number, page=page)


async def choose(
    ctx: Context, number: str, chat_id: int, thread_id: int, chosen: int, page: int
) -> None:
    """Check a place or uncheck it."""
    await drafts.choose(
        ctx.db, number=number, key=(chat_id, thread_id or None), chosen=bool(chosen),
        by=ctx.person.id,
    )  # fmt: skip
    await answer(ctx)
    await show(ctx, "call_draft", number=number, page=page)


async def choose_all(ctx: Context, number: str, chosen: int, page: int) -> None:
    """Check every group and channel, or none."""
    await drafts.choose_all(ctx.db, number=number, chosen=bool(chosen), by=ctx.person.id)
    await answer(ctx)
    await show(ctx, "call_draft", number=number, page=page)


async def set_terms(ctx: Context, number: str, jobs: int, draw: int, page: int) -> None:
    """For how many jobs the call is (0: all), and whether they are drawn."""
    await drafts.set_terms(
        ctx.db, number=number, limit=jobs or None, draw=bool(draw), by=ctx.person.id
    )
    await answer(ctx)
    await show(ctx, "call_draft", number=number, page=page)


async def post(ctx: Context, number: str) -> None:
    """Post what was prepared in all its places."""
    made = await drafts.post(
        ctx.db, number=number, draw=new_draw(ctx.hall), by=ctx.person.id, cause=ctx.cause,
        now=ctx.now,
    )  # fmt: skip
    await answer(ctx, ctx.words("toast-call-posted"))
    await show(ctx, "call", number=made.number)


async def listing(ctx: Context, page: int) -> None:
    """The calls that stand, some at a time."""
    require_coordinator(ctx.person)
    await answer(ctx)
    await show(ctx, "calls", page=max(page, 0))


async def card(ctx: Context, number: str, page: int) -> None:
    """One call: where it stands, and what can be done about it."""
    await answer(ctx)
    await show(ctx, "call", number=number, page=max(page, 0))


async def ask_close(ctx: Context, number: str) -> None:
    """Whether the call shall really end."""
    await answer(ctx)
    await show(ctx, "call_close", number=number)


async def close(ctx: Context, number: str) -> None:
    """End the call; running jobs go on."""
    await calls.close_call(ctx.db, number=number, by=ctx.person.id, cause=ctx.cause, now=ctx.now)
    await answer(ctx)
    await show(ctx, "call", number=number)
