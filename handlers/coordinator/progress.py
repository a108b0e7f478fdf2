"""The chart of a project, and pausing it with what that means."""

from bot.services import projects
from handlers.context import Context
from handlers.showing import answer, owe


async def chart(ctx: Context, key: str) -> None:
    """How the project gets on, as a picture below."""
    await projects.by_key(ctx.db, key, by=ctx.person.id)
    await answer(ctx)
    await owe(ctx, "project_progress", key=key)
