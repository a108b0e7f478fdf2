"""Pulled tasks: looked at, put back, left out."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.people import require_coordinator
from bot.domain.projects import Project
from bot.domain.pulled import Pulled, require_pulled, require_undecided
from bot.domain.refusal import Refused
from bot.domain.tasks import Content
from bot.effects.find_project import coordinated
from bot.effects.record import record
from bot.effects.touch_call import touch_calls
from storage import people, projects, pulled, tasks
from storage.database import Database, Tx


@dataclass(frozen=True, slots=True)
class Page:
    """Pulled tasks of a project; `count` are all of them, `left_out` those decided upon."""

    project: Project
    tasks: list[Pulled]
    count: int
    left_out: int


@dataclass(frozen=True, slots=True)
class Card:
    """One pulled task as people read it."""

    task: Pulled
    project: Project
    content: Content


async def listed(db: Database, key: str, *, by: int, page: int, size: int) -> Page:
    """The pulled tasks of a project on a page, those that wait for a decision first."""
    async with db.read() as tx:
        project = await coordinated(tx, key, by)
        count = await pulled.count(tx, project.id)
        found = await pulled.page(tx, project.id, skip=page * size, most=size)
        return Page(project, found, count.pulled, count.left_out)


async def card(db: Database, task_id: int, *, by: int) -> Card:
    """One pulled task with its text."""
    async with db.read() as tx:
        project_id = await _project(tx, task_id, by)
        found = require_pulled(await pulled.by_id(tx, task_id))
        content, _ = await tasks.text_of(tx, task_id)
        return Card(found, await projects.by_id(tx, project_id), content)


async def put_back(
    db: Database, task_id: int, *, by: int, cause: str, now: datetime
) -> Project:  # fmt: skip
    """The task goes out again, to whoever has not seen it; its skips are forgotten."""
    async with db.begin(cause) as tx:
        project_id = await _project(tx, task_id, by)
        project = await projects.locked(tx, project_id)
        found = require_pulled(await pulled.locked(tx, task_id))
        await pulled.put_back(tx, task_id)
        await projects.change_slots(tx, project_id, found.open_slots)
        after = {"project": project.key, "missing": found.open_slots}
        await record(tx, "task-put-back", f"task:{task_id}", by=by, now=now, after=after)
        await touch_calls(tx, project_id, now=now)
        return project


async def leave_out(
    db: Database, task_id: int, *, by: int, cause: str, now: datetime
) -> Project:  # fmt: skip
    """The task stays out, and waits for nobody's decision any more."""
    async with db.begin(cause) as tx:
        project_id = await _project(tx, task_id, by)
        project = await projects.locked(tx, project_id)
        require_undecided(require_pulled(await pulled.locked(tx, task_id)))
        await pulled.leave_out(tx, task_id)
        after = {"project": project.key}
        await record(tx, "task-left-out", f"task:{task_id}", by=by, now=now, after=after)
        return project


async def _project(tx: Tx, task_id: int, by: int) -> int:
    """The project of the task, for who coordinates it."""
    person = await people.by_id(tx, by)
    require_coordinator(person)
    project_id = await pulled.project_of(tx, task_id)
    if project_id is None:
        raise Refused("task-not-pulled")
    require_coordinator(person, project_id)
    return project_id
