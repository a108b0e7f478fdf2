"""The work groups of a person: which are open, and a link of one's own into each."""

from handlers.context import Context
from handlers.showing import answer, show


async def groups(ctx: Context) -> None:
    """Every work group into which the bot may invite."""
    await answer(ctx)
    await show(ctx, "work_groups")


async def join(ctx: Context, chat_id: int) -> None:
    """A link for this person alone, made by the screen that shows it."""
    # Telegram is asked first, which can take longer than a tap waits for its answer.
    await answer(ctx)
    await show(ctx, "group_link", chat_id=chat_id)
