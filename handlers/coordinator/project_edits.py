"""Changing one field of a project in the chat, and taking its file out."""

from bot.domain.awaiting import AwaitedText
from bot.domain.project_fields import Field
from bot.formats.project_requirements import fault_in
from bot.services import project_edits, projects
from handlers.context import Context
from handlers.showing import answer, owe, saved, show
from handlers.written import source_of

TOPIC = project_edits.ASKED


async def card(ctx: Context, key: str) -> None:
    """What can be changed, with what stands now."""
    await answer(ctx)
    await show(ctx, "project_edit", key=key)


async def ask(ctx: Context, key: str, field: str) -> None:
    """The next message is the new value."""
    await project_edits.ask(
        ctx.db, key=key, field=field, by=ctx.person.id, card_id=ctx.message_id, now=ctx.now
    )
    await answer(ctx)
    await show(ctx, "project_edit_ask", key=key, field=field)


async def written(ctx: Context, asked: AwaitedText, text: str) -> None:
    """The value was written: what it changes comes below."""
    message = ctx.update.effective_message
    if asked.args["field"] == Field.guidelines and message is not None and message.text:
        text = source_of(message)
    if asked.args["field"] == Field.requires and (wrong := fault_in(text)) is not None:
        await owe(ctx, "project_edit_fault", code=wrong.code, facts=wrong.facts)
        return
    await propose(ctx, asked, text)


async def propose(ctx: Context, asked: AwaitedText, text: str) -> None:
    """What the written value changes comes below."""
    number = await project_edits.propose(ctx.db, asked=asked, text=text, now=ctx.now)
    await owe(ctx, "project_edit_preview", number=number)


async def tapped(ctx: Context, key: str, field: str, value: str) -> None:
    """One of a few values was tapped."""
    number = await project_edits.propose_value(
        ctx.db, key=key, field=field, value=value, by=ctx.person.id, now=ctx.now
    )
    await answer(ctx)
    await show(ctx, "project_edit_preview", number=number)


async def none(ctx: Context, key: str, field: str) -> None:
    """The project is to do without that field."""
    number = await project_edits.propose_none(
        ctx.db, key=key, field=field, by=ctx.person.id, now=ctx.now
    )
    await answer(ctx)
    await show(ctx, "project_edit_preview", number=number)


async def save(ctx: Context, number: str, reread: int) -> None:
    """The change holds for new claims from now on."""
    project = await project_edits.save(
        ctx.db, number=number, reread=bool(reread), by=ctx.person.id, cause=ctx.cause,
        now=ctx.now,
    )  # fmt: skip
    await saved(ctx, "project_edited", key=project.key)


async def file(ctx: Context, key: str) -> None:
    """The project as a file to change and send back."""
    await projects.by_key(ctx.db, key, by=ctx.person.id)
    await answer(ctx)
    await owe(ctx, "project_file", key=key)
