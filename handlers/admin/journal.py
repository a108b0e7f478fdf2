"""/journal: who did what, narrowed down by buttons or words, and as a file."""

from bot.domain.awaiting import AwaitedText
from bot.domain.journal import read_code
from bot.domain.people import require_admin
from bot.services import awaiting
from bot.services import journal as stored
from handlers.context import Context
from handlers.showing import answer, owe, show

FIND = "journal-find"
_MOST = 100


async def journal(ctx: Context) -> None:
    """`/journal`, or `/journal WORDS` to narrow it down at once."""
    require_admin(ctx.person)
    await owe(ctx, "journal", text=" ".join(ctx.args)[:_MOST], before=0)


async def page(ctx: Context, code: str, before: int) -> None:
    """The entries below that one."""
    require_admin(ctx.person)
    await awaiting.drop(ctx.db, ctx.person.id)
    await answer(ctx)
    await show(ctx, "journal", code=code, before=before)


async def acts(ctx: Context, code: str, at: int) -> None:
    """What kinds of entries there are."""
    require_admin(ctx.person)
    await answer(ctx)
    await show(ctx, "journal_acts", code=code, at=at)


async def ask(ctx: Context) -> None:
    """The next message says whom or which day to look for."""
    require_admin(ctx.person)
    await awaiting.ask(
        ctx.db, person_id=ctx.person.id, topic=FIND, args={}, card_id=ctx.message_id, now=ctx.now
    )
    await answer(ctx)
    await show(ctx, "journal_ask")


async def find(ctx: Context, asked: AwaitedText, text: str) -> None:
    """What was written is what to look for; the next message may look for something else."""
    del asked
    require_admin(ctx.person)
    await owe(ctx, "journal", text=text[:_MOST], before=0)


async def file(ctx: Context, code: str) -> None:
    """The entries as a file; that it was taken stands in the journal too."""
    await stored.take_along(
        ctx.db, read_code(code), by=ctx.person.id, cause=ctx.cause, now=ctx.now
    )
    await answer(ctx)
