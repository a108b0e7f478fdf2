"""/projects: list, card, state, export; and the files that are dropped in the chat."""

import logging

from telegram.error import BadRequest

from bot.domain.projects import ProjectState
from bot.domain.refusal import Refused
from bot.domain.tasks import Content
from bot.formats.new_project import new_project
from bot.services import imports, project_files, projects, samples, schemes
from handlers.admin import payruns
from handlers.context import Context
from handlers.coordinator import courses, dropping, guides
from handlers.coordinator import schemes as making
from handlers.customer import answers
from handlers.names import tame
from handlers.showing import answer, owe, saved, show

_log = logging.getLogger(__name__)

MOST_DOWNLOAD = 20 * 1024 * 1024
MOST_NAME = 120
# What a payer may send back.
TABLES = (".csv", ".tsv", ".txt")
GUIDES = (".md", ".markdown", ".txt")
TASK_FILES = (".jsonl", ".ndjson", ".json", ".csv", ".tsv")


async def listing(ctx: Context, page: int = 0) -> None:
    """All projects, some at a time."""
    if ctx.tap is None:
        await owe(ctx, "projects")
        return
    await answer(ctx)
    await show(ctx, "projects", page=max(page, 0))


async def card(ctx: Context, key: str) -> None:
    """One project."""
    await answer(ctx)
    await show(ctx, "project", key=key)


async def set_state(ctx: Context, key: str, state: str) -> None:
    """Pause a project or open it again."""
    if state not in (ProjectState.open, ProjectState.paused):
        raise Refused("stale-button")
    await projects.set_state(
        ctx.db, key=key, state=ProjectState(state), by=ctx.person.id, cause=ctx.cause, now=ctx.now
    )
    await saved(ctx, "project", key=key)


async def guidelines(ctx: Context, key: str) -> None:
    """The guidelines of a project."""
    await answer(ctx)
    await show(ctx, "project_guidelines", key=key)


async def import_hint(ctx: Context, key: str) -> None:
    """How tasks get in."""
    await projects.by_key(ctx.db, key, by=ctx.person.id)
    await answer(ctx)
    await owe(ctx, "import_hint")


async def file_dropped(ctx: Context) -> None:
    """A file: a project, tasks for one, or what a payer or a client answers."""
    message = ctx.update.effective_message
    document = message.document if message else None
    if document is None:
        return
    if not ctx.person.speaks_for_client():
        raise Refused("kind-unused", kind="document")
    name = _shortened(tame(document.file_name, 1000))
    if (document.file_size or 0) > MOST_DOWNLOAD:
        await owe(ctx, "file_too_large", file=name, size=document.file_size)
        return
    try:
        file = await ctx.hall.bot.get_file(document.file_id)
    except BadRequest as error:
        _log.info("the file of %s cannot be fetched: %s", ctx.cause, error.message)
        await owe(ctx, "file_unfetched", file=name)
        return
    body = bytes(await file.download_as_bytearray())
    if name.lower().endswith(GUIDES) and await guides.dropped(ctx, body):
        return
    if not ctx.person.may_coordinate() or answers.is_one(name, body):
        await answers.dropped(ctx, name, body)
    elif name.lower().endswith((".yaml", ".yml")):
        await _project_file(ctx, name, body)
    elif name.lower().endswith(TABLES) and await payruns.report_dropped(ctx, name, body):
        return
    elif name.lower().removesuffix(".gz").endswith(TASK_FILES):
        await _task_file(ctx, name, body)
    else:
        await owe(ctx, "file_unknown", file=name)


def _shortened(name: str) -> str:
    """A name of sensible length that keeps its ending, which says what the file is."""
    return name if len(name) <= MOST_NAME else f"{name[: MOST_NAME - 20]}…{name[-19:]}"


async def _project_file(ctx: Context, name: str, body: bytes) -> None:
    if await courses.dropped(ctx, name, body) or await making.dropped(ctx, name, body):
        return
    made = new_project(body, await schemes.own_bodies(ctx.db), ctx.hall.rules.sureness)
    if isinstance(made, list):
        await dropping.refuse(ctx, "project", name, made)
        return
    found = await project_files.compared(ctx.db, made, by=ctx.person.id, rules=ctx.hall.rules.pay)
    if found is not None and found.is_same:
        await owe(ctx, "project_unchanged", key=made.key)
        return
    if found is not None and (found.asks_else or found.gives_less):
        # Nothing is published before what is asked and what is earned was looked at.
        await dropping.look_first(ctx, "project", name, body)
        return
    project = await projects.create(ctx.db, made, by=ctx.person.id, cause=ctx.cause, now=ctx.now)
    await owe(ctx, "project_made", key=project.key)


async def _task_file(ctx: Context, name: str, body: bytes) -> None:
    number = await dropping.stage(ctx, name, body)
    mine = await projects.listed(ctx.db, by=ctx.person.id)
    if len(mine) == 1:
        key = mine[0].key
        await owe(ctx, "import_report", number=number, key=key)
        return
    await owe(ctx, "import_which", number=number, file=name)


async def file_project(ctx: Context, number: str, key: str) -> None:
    """The tasks are for that project."""
    await answer(ctx)
    await show(ctx, "import_report", number=number, key=key)


async def all_faults(ctx: Context, number: str, key: str) -> None:
    """Every refused line of a staged file, as a file."""
    await answer(ctx)
    await owe(ctx, "import_faults", number=number, key=key)


async def publish(ctx: Context, number: str, key: str, skip_refused: int) -> None:
    """Publish the staged file as a batch."""
    name, body = await imports.staged_file(ctx.db, number, by=ctx.person.id)
    report = await imports.inspect(
        ctx.db, project_key=key, name=name, data=body, by=ctx.person.id, number=number
    )
    if not skip_refused and (refused := max(len(report.faults), report.refused)):
        # It was whole when it was looked at; since then the same was published from elsewhere.
        await answer(ctx, ctx.words("refused-import-faults", count=refused), alert=True)
        await show(ctx, "import_report", number=number, key=key)
        return
    made = await imports.publish(
        ctx.db, report, skip_refused=bool(skip_refused), by=ctx.person.id, cause=ctx.cause,
        now=ctx.now,
    )  # fmt: skip
    await answer(ctx)
    await show(ctx, "import_published", key=key, batch=made.batch, tasks=made.tasks)


async def import_sample(ctx: Context, number: str, key: str) -> None:
    """How the first task of the staged file looks to who answers."""
    name, body = await imports.staged_file(ctx.db, number, by=ctx.person.id)
    report = await imports.inspect(
        ctx.db, project_key=key, name=name, data=body, by=ctx.person.id, number=number
    )
    if report.sample is None:
        raise Refused("import-empty")
    item = report.sample
    made = await samples.begin_of_task(
        ctx.db, key, Content(item.prompt, item.responses, item.context), by=ctx.person.id,
        back=("import_report", {"number": number, "key": key}), now=ctx.now,
    )  # fmt: skip
    await answer(ctx)
    await show(ctx, "sample", number=made)


async def drop_file(ctx: Context, number: str) -> None:
    """Do not publish the staged file."""
    await imports.drop(ctx.db, number=number, by=ctx.person.id, cause=ctx.cause)
    await answer(ctx)
    await show(ctx, "import_dropped")
