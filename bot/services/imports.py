"""Importing tasks: staged, read with a report by line, published whole."""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.domain.images import Image
from bot.domain.numbers import public_number
from bot.domain.people import require_coordinator
from bot.domain.projects import Project, ProjectState
from bot.domain.refusal import Refused
from bot.domain.tasks import Content
from bot.effects.find_project import coordinated
from bot.effects.new_version import refuse_shape
from bot.effects.record import record
from bot.effects.touch_call import touch_calls
from bot.formats.reading import read
from bot.formats.records import Fault, Item, Reading, ReadingLimits
from storage import images, people, projects, tasks
from storage.database import Database, Tx

_AT_ONCE = 500
# What comes by chat is read while everybody else's taps go on: larger files by the console.
CHAT = ReadingLimits(rows=50_000)
# A file on the server's own disk may be larger than what Telegram hands to a bot.
CONSOLE = ReadingLimits(file_bytes=200 * 1024 * 1024, rows=1_000_000)


@dataclass(frozen=True, slots=True)
class Report:
    """What is in a file: its format, what can be published, and every fault by line."""

    project: Project
    number: str | None
    file_name: str
    format: str
    rows: int
    items: list[Item]
    faults: list[Fault]
    images: Mapping[str, Image]

    @property
    def gold(self) -> int:
        """How many of the items have a known right answer."""
        return sum(1 for item in self.items if item.gold is not None)


@dataclass(frozen=True, slots=True)
class Published:
    """What a publication made."""

    batch: str
    tasks: int
    gold: int
    left_out: int
    project: Project


async def stage(
    db: Database, *, person_id: int, name: str, body: bytes, cause: str, now: datetime
) -> str:
    """Keep an uploaded file until it is decided upon; returns its number."""
    async with db.begin(cause) as tx:
        require_coordinator(await people.by_id(tx, person_id))
        number = public_number()
        await projects.stage(tx, number=number, person_id=person_id, name=name, body=body, now=now)
        return number


async def staged_file(db: Database, number: str, *, by: int) -> tuple[str, bytes]:
    """Name and content of a file that the person staged; refused once it was used."""
    async with db.read() as tx:
        found = await projects.staged(tx, number, by)
    if found is None or found[2]:
        raise Refused("file-used")
    return found[0], found[1]


async def inspect(
    db: Database, *, project_key: str, name: str, data: bytes | Path, by: int | None,
    number: str | None = None,
) -> Report:  # fmt: skip
    """Read the file against the project: every fault named, nothing written."""
    async with db.read() as tx:
        project = await coordinated(tx, project_key, by)
    scheme = project.scheme
    # Reading takes seconds for large files; everybody else's taps go on meanwhile.
    limits = CHAT if isinstance(data, bytes) else CONSOLE
    reading: Reading = await asyncio.to_thread(
        read, name, data, responses=scheme.responses, turns=scheme.turns, limits=limits
    )
    async with db.read() as tx:
        known = await tasks.known_ids(tx, project.id, [item.id for item in reading.items])
    again = [
        Fault(item.line, "id", "already-imported", {"id": item.id})
        for item in reading.items
        if item.id in known
    ]
    faults = sorted([*reading.faults, *again], key=lambda fault: fault.line)
    items = [item for item in reading.items if item.id not in known]
    return Report(
        project, number, name, reading.format, reading.rows, items, faults, reading.images
    )


async def publish(
    db: Database, report: Report, *, skip_refused: bool, by: int | None, cause: str | None,
    now: datetime,
) -> Published:  # fmt: skip
    """Publish what the report found as one batch; faults forbid it, unless they are left out."""
    if report.faults and not skip_refused:
        raise Refused("import-faults", count=len(report.faults))
    if not report.items:
        raise Refused("import-empty")
    async with db.begin(cause) as tx:
        project = await coordinated(tx, report.project.key, by)
        if report.number is not None and not await projects.use_staged(tx, report.number):
            raise Refused("file-used")
        # Somebody may have published the same since the report was made.
        overtaken = await tasks.known_ids(tx, project.id, [item.id for item in report.items])
        if overtaken:
            raise Refused("import-faults", count=len(overtaken))
        left_out = report.rows - len(report.items)
        number = public_number()
        batch_id = await projects.add_batch(
            tx, number=number, project_id=project.id, file_name=report.file_name[:255],
            form=report.format, by=by, now=now,
        )  # fmt: skip
        rows = [_row(item, project, batch_id) for item in report.items]
        await _add(tx, rows, report.images.values(), now)
        # As late as possible, since nobody can claim from the project from here on.
        project = await projects.locked(tx, project.id)
        _require_unchanged(project, report.project)
        await projects.change_slots(tx, project.id, sum(row["overlap"] for row in rows))
        if project.state is ProjectState.draft:
            await projects.change(tx, project.id, state=ProjectState.open)
        made = Published(number, len(rows) - report.gold, report.gold, left_out, project)
        after = {"batch": number, "tasks": made.tasks, "left_out": made.left_out}
        await record(tx, "published", f"project:{project.key}", by=by, now=now, after=after)
        await touch_calls(tx, project.id, now=now)
        return made


def _require_unchanged(project: Project, reported: Project) -> None:
    """Refuse where the project was closed, or its scheme changed, since the report was made."""
    if project.state is ProjectState.closed:
        raise Refused("project-closed", project=project.name)
    if not project.scheme.takes_tasks_of(reported.scheme):
        refuse_shape(reported.scheme, project.scheme)


async def _add(tx: Tx, rows: list[dict[str, Any]], shown: Iterable[Image], now: datetime) -> None:
    await images.add(tx, shown, now=now)
    for start in range(0, len(rows), _AT_ONCE):
        await tasks.add(tx, rows[start : start + _AT_ONCE])


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
    }


async def drop(db: Database, *, number: str, by: int, cause: str) -> None:
    """Forget a file that the person staged."""
    async with db.begin(cause) as tx:
        require_coordinator(await people.by_id(tx, by))
        mine = await projects.staged(tx, number, by)
        if mine is None or not await projects.use_staged(tx, number):
            raise Refused("file-used")
