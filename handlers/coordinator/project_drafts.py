"""Making a project in the chat: one question after the other, a summary, the project."""

from bot.domain.awaiting import AwaitedText
from bot.domain.project_fields import RANGES, WIZARD, Draft, Field
from bot.domain.refusal import Refused
from bot.services import project_drafts, projects, samples, schemes
from handlers.context import Context
from handlers.showing import answer, owe, saved, show
from handlers.written import source_of

TOPIC = project_drafts.ASKED


def _field(name: str) -> Field:
    if name not in WIZARD:
        raise Refused("stale-button")
    return Field(name)


async def begin(ctx: Context) -> None:
    """A new project: its name is asked first. The draft before is gone."""
    draft = await project_drafts.begin(ctx.db, by=ctx.person.id, cause=ctx.cause, now=ctx.now)
    await answer(ctx)
    await show(ctx, "project_field", number=draft.number, field=Field.name)


async def card(ctx: Context, number: str) -> None:
    """The draft with all that was said so far."""
    await answer(ctx)
    await show(ctx, "project_draft", number=number)


async def ask(ctx: Context, number: str, field: str) -> None:
    """One field of the draft is asked for."""
    await project_drafts.ask(ctx.db, number, _field(field), by=ctx.person.id, now=ctx.now)
    await answer(ctx)
    await show(ctx, "project_field", number=number, field=field)


async def written(ctx: Context, asked: AwaitedText, text: str) -> None:
    """A field was written."""
    message = ctx.update.effective_message
    if asked.args["field"] == Field.guidelines and message is not None and message.text:
        text = source_of(message)
    await take(ctx, asked, text)


async def take(ctx: Context, asked: AwaitedText, text: str) -> None:
    """The field has those words; what comes next stands below."""
    draft, following = await project_drafts.written(
        ctx.db, asked, text, cause=ctx.cause, now=ctx.now
    )
    if following is None:
        await owe(ctx, "project_draft", number=draft.number)
    else:
        await owe(ctx, "project_field", number=draft.number, field=following)


async def choose_scheme(ctx: Context, number: str, name: str) -> None:
    """The project asks by that scheme."""
    await schemes.one(ctx.db, name, by=ctx.person.id)
    await _choose(ctx, number, Field.scheme, name)


async def choose_time(ctx: Context, number: str, seconds: int) -> None:
    """A task takes about so long."""
    least, most = RANGES[Field.time]
    if not least <= seconds <= most:
        raise Refused("stale-button")
    await _choose(ctx, number, Field.time, seconds)


async def any_language(ctx: Context, number: str) -> None:
    """Everybody may work on it, whatever they speak."""
    await _choose(ctx, number, Field.languages, [])


async def languages_done(ctx: Context, number: str) -> None:
    """The languages are those that are marked."""
    draft = await project_drafts.mine(ctx.db, number, by=ctx.person.id)
    chosen = draft.fields.get(Field.languages, [])
    await _choose(ctx, number, Field.languages, chosen)


async def _choose(ctx: Context, number: str, field: Field, value: object) -> None:
    draft, following = await project_drafts.choose(
        ctx.db, number, field, value, by=ctx.person.id, cause=ctx.cause, now=ctx.now
    )
    await answer(ctx)
    await _go_on(ctx, draft, following)


async def _go_on(ctx: Context, draft: Draft, following: Field | None) -> None:
    if following is None:
        await show(ctx, "project_draft", number=draft.number)
    else:
        await show(ctx, "project_field", number=draft.number, field=following)


async def toggle_language(ctx: Context, number: str, code: str) -> None:
    """One language more, or less."""
    await project_drafts.toggle_language(
        ctx.db, number, code, by=ctx.person.id, cause=ctx.cause, now=ctx.now
    )
    await answer(ctx)
    await show(ctx, "project_field", number=number, field=Field.languages)


async def sample(ctx: Context, number: str) -> None:
    """How its tasks would look to who answers."""
    draft = await project_drafts.mine(ctx.db, number, by=ctx.person.id)
    made = await project_drafts.checked(ctx.db, draft, ctx.hall.rules.sureness)
    if isinstance(made, list):
        raise Refused("project-unfinished")
    back = ("project_draft", {"number": number})
    begun = await samples.begin(ctx.db, made.scheme, by=ctx.person.id, back=back, now=ctx.now)
    await answer(ctx)
    await show(ctx, "sample", number=begun)


async def create(ctx: Context, number: str) -> None:
    """The draft becomes a project."""
    draft = await project_drafts.mine(ctx.db, number, by=ctx.person.id)
    made = await project_drafts.checked(ctx.db, draft, ctx.hall.rules.sureness)
    if isinstance(made, list):
        raise Refused("project-unfinished")
    project = await projects.create(
        ctx.db, made, by=ctx.person.id, cause=ctx.cause, now=ctx.now, draft=number
    )
    await saved(ctx, "project_made", key=project.key)


async def drop(ctx: Context, number: str) -> None:
    """Nothing comes of the draft."""
    await project_drafts.drop(ctx.db, number, by=ctx.person.id, cause=ctx.cause)
    await answer(ctx, ctx.words("toast-cancelled"))
    await show(ctx, "projects", page=0)
