"""Publishing what a report found: as one batch, all of it or nothing."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from bot.domain.main_question import main_question
from bot.domain.numbers import public_number
from bot.domain.predictions import disagreement
from bot.domain.projects import Project, ProjectState
from bot.domain.refusal import Refused, Repeated
from bot.domain.tasks import Content, TaskState
from bot.effects.find_project import coordinated
from bot.effects.new_version import refuse_shape
from bot.effects.record import record
from bot.effects.touch_call import touch_calls
from bot.formats.records import Item, Taken
from bot.insistence import insistently
from bot.services.imports.loading import clear, open_all, remove
from bot.services.imports.looking import Report, Seen, next_page, reader_of
from storage import causes, images, loads, projects, tasks
from storage.database import Database, Tx
from storage.loads import Load


@dataclass(frozen=True, slots=True)
class Published:
    """What a publication made."""

    batch: str
    tasks: int
    gold: int
    left_out: int
    project: Project


async def publish(
    db: Database, report: Report, *, skip_refused: bool, by: int | None, cause: str | None,
    now: datetime, seen: Seen | None = None,
) -> Published:  # fmt: skip
    """Publish what the report found as one batch; faults forbid it, unless they are left out.

    A small one is published in one transaction. A larger one is brought in by pages that nobody
    sees, and published by one act; `seen` is told how far it is.
    """
    if not skip_refused and (report.faults or report.refused):
        raise Refused("import-faults", count=max(len(report.faults), report.refused))
    if not report.good:
        raise Refused("import-empty")
    await clear(db, report.project.id, source=report.number, now=now)
    if report.page is not None:
        return await _at_once(db, report, report.page, by=by, cause=cause, now=now)
    load, number = await _begin(db, report, by=by, cause=cause, now=now)
    try:
        await _bring_in(db, report, load, now=now, seen=seen)
        made = await _decide(db, report, load, number, by=by, cause=cause, now=now)
    except BaseException as error:
        await asyncio.shield(_give_up(db, load, at_once=isinstance(error, Exception)))
        raise
    await open_all(db, load, now=now, seen=seen)
    return made


async def _at_once(
    db: Database, report: Report, page: list[Taken], *, by: int | None, cause: str | None,
    now: datetime,
) -> Published:  # fmt: skip
    async with db.begin(cause) as tx:
        project = await _allowed(tx, report, by)
        if report.number is not None and not await projects.use_staged(tx, report.number):
            raise Refused("file-used")
        items = await _new_items(tx, project, page)
        # Somebody may have published the same since the report was made.
        if len(items) != report.good:
            raise Refused("import-faults", count=abs(report.good - len(items)))
        batch_id, number = await _add_batch(tx, report, by=by, now=now)
        rows = [_row(item, project, batch_id) for item in items]
        await _add(tx, rows, page, now=now)
        # As late as possible, since nobody can claim from the project from here on.
        made = await _open_project(tx, report, number, by=by, now=now)
        await projects.change_slots(tx, project.id, sum(row["overlap"] for row in rows))
        await touch_calls(tx, project.id, now=now)
        return made


async def _begin(
    db: Database, report: Report, *, by: int | None, cause: str | None, now: datetime
) -> tuple[Load, str]:
    async with db.begin() as tx:
        if cause is not None and await causes.is_known(tx, cause):
            raise Repeated(cause)
        project = await _allowed(tx, report, by)
        if await loads.of_project(tx, project.id):
            raise Refused("import-running", project=project.name)
        batch_id, number = await _add_batch(tx, report, by=by, now=now)
        load = await loads.begin(
            tx, project_id=project.id, batch_id=batch_id, source=report.number
        )
        return load, number


async def _allowed(tx: Tx, report: Report, by: int | None) -> Project:
    """The project, refused to who may not import, and for a file that was decided upon."""
    project = await coordinated(tx, report.project.key, by)
    if report.number is not None and by is not None:
        staged = await projects.staged(tx, report.number, by)
        if staged is None or staged[2]:
            raise Refused("file-used")
    return project


async def _bring_in(
    db: Database, report: Report, load: Load, *, now: datetime, seen: Seen | None
) -> None:
    """Read the file again and add its tasks; refused where it is not what the report told of."""
    reader = reader_of(report.project, report.file_name, report.data)
    rows, added = iter(reader), 0
    while page := await next_page(rows):
        added += await insistently(partial(_add_page, db, report.project, load, page, now=now))
        if seen is not None:
            seen("adding", reader.source.at)
    if added != report.good:
        raise Refused("import-changed")


async def _add_page(
    db: Database, project: Project, load: Load, page: list[Taken], *, now: datetime
) -> int:
    async with db.begin() as tx:
        if not await loads.is_there(tx, load.id):
            raise Refused("import-changed")
        items = await _new_items(tx, project, page)
        rows = [_row(item, project, load.batch_id) for item in items]
        await _add(tx, rows, page, now=now, state=TaskState.staged)
        await loads.renew(tx, load.id)
        return len(rows)


async def _decide(
    db: Database, report: Report, load: Load, number: str, *, by: int | None, cause: str | None,
    now: datetime,
) -> Published:  # fmt: skip
    async with db.begin(cause) as tx:
        await coordinated(tx, report.project.key, by)
        if report.number is not None and not await projects.use_staged(tx, report.number):
            raise Refused("file-used")
        made = await _open_project(tx, report, number, by=by, now=now)
        if not await loads.is_there(tx, load.id):
            raise Refused("import-changed")
        await loads.decide(tx, load, now=now)
        return made


async def _give_up(db: Database, load: Load, *, at_once: bool) -> None:
    """Leave nothing behind; who is stopped in the middle leaves it to the next that looks."""
    async with db.begin() as tx:
        await loads.abandon(tx, load.id)
    if at_once:
        await remove(db, load)


async def _new_items(tx: Tx, project: Project, page: Iterable[Taken]) -> list[Item]:
    """What a page holds and the project does not have yet."""
    found = [taken.item for taken in page if taken.item]
    known = await tasks.known_ids(tx, project.id, [item.id for item in found])
    return [item for item in found if item.id not in known]


async def _add_batch(tx: Tx, report: Report, *, by: int | None, now: datetime) -> tuple[int, str]:
    number = public_number()
    batch_id = await projects.add_batch(
        tx, number=number, project_id=report.project.id, file_name=report.file_name[:255],
        form=report.format, by=by, now=now,
    )  # fmt: skip
    return batch_id, number


async def _open_project(
    tx: Tx, report: Report, number: str, *, by: int | None, now: datetime
) -> Published:
    """Keep the project to this transaction, open, with the batch in its journal.

    Refused where it was closed, or its scheme changed, since the report was made.
    """
    project = await projects.locked(tx, report.project.id)
    if project.state is ProjectState.closed:
        raise Refused("project-closed", project=project.name)
    if not project.scheme.takes_tasks_of(report.project.scheme):
        refuse_shape(report.project.scheme, project.scheme)
    if project.state is ProjectState.draft:
        await projects.change(tx, project.id, state=ProjectState.open)
    made = Published(number, report.good - report.gold, report.gold, report.refused, project)
    after = {"batch": number, "tasks": made.tasks, "left_out": made.left_out}
    await record(tx, "published", f"project:{project.key}", by=by, now=now, after=after)
    return made


async def _add(
    tx: Tx, rows: list[dict[str, Any]], page: Iterable[Taken], *, now: datetime,
    state: TaskState = TaskState.open,
) -> None:  # fmt: skip
    for taken in page:
        await images.add(tx, taken.images.values(), now=now)
    if rows:
        await tasks.add(tx, rows, state=state)


def _row(item: Item, project: Project, batch_id: int) -> dict[str, Any]:
    """The row of a task; a gold task has no slots and no batch, it is mixed in by rate."""
    gold = item.gold is not None
    overlap = 0 if gold else item.overlap or project.offer.overlap
    return {
        "project_id": project.id,
        "batch_id": None if gold else batch_id,
        "came_with": batch_id if gold else None,
        "external_id": item.id,
        "content": Content(item.prompt, item.responses, item.context).to_json(),
        "language": item.language,
        "overlap": overlap,
        "priority": item.priority,
        "gold": item.gold,
        "metadata": item.metadata,
        "predictions": item.predictions,
        "disagreement": disagreement(main_question(project.scheme), item.predictions),
    }
