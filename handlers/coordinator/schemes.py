"""Rating schemes for coordinators: the list, one of them, and the files that describe them."""

from bot.domain.projects import NewProject
from bot.domain.refusal import Refused
from bot.formats.new_project import new_project
from bot.formats.scheme_file import is_scheme_file, read_scheme
from bot.services import imports, projects, samples, schemes
from handlers.context import Context
from handlers.coordinator import dropping
from handlers.messages.schemes import mark
from handlers.showing import answer, owe, saved, show


async def listing(ctx: Context, page: int) -> None:
    """All schemes that a project can name."""
    await answer(ctx)
    await show(ctx, "schemes", page=max(page, 0))


async def card(ctx: Context, name: str) -> None:
    """One scheme: what it asks, who uses it."""
    await answer(ctx)
    await show(ctx, "scheme", name=name)


async def file(ctx: Context, name: str) -> None:
    """The scheme as a file to change and send back."""
    await schemes.one(ctx.db, name, by=ctx.person.id)
    await answer(ctx)
    await owe(ctx, "scheme_file", name=name)


async def sample(ctx: Context, name: str) -> None:
    """How the scheme looks to who answers."""
    found = await schemes.one(ctx.db, name, by=ctx.person.id)
    number = await samples.begin(
        ctx.db, found.body, by=ctx.person.id, back=("scheme", {"name": name}), now=ctx.now
    )
    await answer(ctx)
    await show(ctx, "sample", number=number)


async def project_sample(ctx: Context, key: str) -> None:
    """How the tasks of a project look to who answers."""
    number = await samples.begin_of_project(
        ctx.db, key, by=ctx.person.id, back=("project", {"key": key}), now=ctx.now
    )
    await answer(ctx)
    await show(ctx, "sample", number=number)


async def ask_delete(ctx: Context, name: str) -> None:
    """Whether to take the scheme away."""
    await answer(ctx)
    await show(ctx, "scheme_delete", name=name)


async def delete(ctx: Context, name: str) -> None:
    """No new project can name it."""
    await schemes.delete(ctx.db, name, by=ctx.person.id, cause=ctx.cause, now=ctx.now)
    await saved(ctx, "schemes", page=0)


async def dropped(ctx: Context, name: str, body: bytes) -> bool:
    """A file that is a scheme: its faults, or the look at it before it is saved."""
    if not is_scheme_file(body):
        return False
    found = read_scheme(body)
    if isinstance(found, list):
        await dropping.refuse(ctx, "scheme", name, found)
    else:
        await dropping.look_first(ctx, "scheme", name, body)
    return True


async def staged_sample(ctx: Context, number: str) -> None:
    """How the scheme of a dropped file looks to who answers."""
    _, body = await schemes.staged(ctx.db, number, by=ctx.person.id)
    if isinstance(body, list):
        raise Refused("stale-button")
    back = ("scheme_staged", {"number": number})
    made = await samples.begin(ctx.db, body, by=ctx.person.id, back=back, now=ctx.now)
    await answer(ctx)
    await show(ctx, "sample", number=made)


async def save_staged(ctx: Context, number: str) -> None:
    """The scheme of a dropped file is kept under its name."""
    _, body = await schemes.staged(ctx.db, number, by=ctx.person.id)
    if isinstance(body, list):
        raise Refused("stale-button")
    made = await schemes.save(
        ctx.db, body, by=ctx.person.id, cause=ctx.cause, now=ctx.now, file=number
    )
    await saved(ctx, "scheme", name=made.name, saved=True)


async def _project(ctx: Context, number: str) -> NewProject:
    _, body = await imports.staged_file(ctx.db, number, by=ctx.person.id)
    made = new_project(body, await schemes.own_bodies(ctx.db), ctx.hall.rules.sureness)
    if isinstance(made, list):
        raise Refused("stale-button")
    return made


async def look(ctx: Context, number: str) -> None:
    """How the tasks would look with the scheme of a dropped project file."""
    made = await _project(ctx, number)
    back = ("project_staged", {"number": number})
    sample = await samples.begin(ctx.db, made.scheme, by=ctx.person.id, back=back, now=ctx.now)
    await answer(ctx)
    await show(ctx, "sample", number=sample)


async def publish(ctx: Context, number: str, seen: str) -> None:
    """The new version of the project holds for new claims; what was `seen` is published."""
    made = await _project(ctx, number)
    if mark(made.scheme) != seen:
        # Somebody saved another scheme under the name that the file gives.
        await answer(ctx, ctx.words("toast-project-scheme-newer"), alert=True)
        await show(ctx, "project_staged", number=number)
        return
    project = await projects.create(
        ctx.db, made, by=ctx.person.id, cause=ctx.cause, now=ctx.now, file=number
    )
    await saved(ctx, "project_made", key=project.key)
