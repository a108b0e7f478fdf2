"""Guidelines that come as a file, while they are asked for."""

from bot.domain.project_fields import Field
from bot.domain.refusal import Refused
from bot.services import awaiting
from handlers.context import Context
from handlers.coordinator import project_drafts, project_edits


async def dropped(ctx: Context, body: bytes) -> bool:
    """Take the file as the guidelines that were asked for; false where none were."""
    asked = await awaiting.expected(ctx.db, ctx.person.id, now=ctx.now)
    topics = {
        project_drafts.TOPIC: project_drafts.take,
        project_edits.TOPIC: project_edits.propose,
    }
    if asked is None or asked.topic not in topics or asked.args["field"] != Field.guidelines:
        return False
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused("project-not-text") from None
    if "\x00" in text:
        raise Refused("project-not-text")
    await topics[asked.topic](ctx, asked, text.replace("\r\n", "\n"))
    return True
