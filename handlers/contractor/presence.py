"""Whether the person can be written to."""

from bot.services import people
from handlers.context import Context


async def blocked_or_back(ctx: Context) -> None:
    """The person blocked the bot, or came back."""
    change = ctx.update.my_chat_member
    if change is None:
        return
    if change.new_chat_member.status in ("kicked", "left"):
        await people.went_away(ctx.db, person_id=ctx.person.id, now=ctx.now)
    else:
        await people.came_back(ctx.db, person_id=ctx.person.id, now=ctx.now)
