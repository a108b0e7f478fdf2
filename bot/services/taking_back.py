"""Taking back a published file: whole while nobody was given any of it, else what is left."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.batches import Batch
from bot.domain.people import require_client, require_coordinator
from bot.domain.projects import Project
from bot.domain.refusal import Refused
from bot.domain.taking_back import Fate, require_rest, require_whole
from bot.effects.record import record
from bot.effects.touch_call import touch_calls
from storage import batches, loads, people, projects, taking_back
from storage.database import Database, Tx


@dataclass(frozen=True, slots=True)
class Published:
    """A published file with what became of it."""

    batch: Batch
    project: Project
    fate: Fate


async def _found(tx: Tx, number: str, by: int) -> Batch:
    person = await people.by_id(tx, by)
    require_client(person)
    batch = await batches.by_number(tx, number)
    if batch is None:
        raise Refused("no-batch", number=number)
    require_coordinator(person, batch.project_id)
    return batch


async def look(db: Database, number: str, *, by: int) -> Published:
    """What taking it back would come to."""
    async with db.read() as tx:
        batch = await _found(tx, number, by)
        project = await projects.by_id(tx, batch.project_id)
        return Published(batch, project, await taking_back.fate(tx, batch.id))


async def take_back(
    db: Database, *, number: str, by: int, cause: str, now: datetime
) -> Published:  # fmt: skip
    """Delete the tasks of the file; refused once somebody was given one of them.

    Their ids can be published again.
    """
    async with db.begin(cause) as tx:
        batch, project, fate = await _kept(tx, number, by)
        require_whole(batch, fate)
        slots = await taking_back.delete_tasks(tx, batch.id)
        await projects.change_slots(tx, project.id, -slots)
        after = {"tasks": fate.tasks + fate.gold}
        await record(tx, "batch-withdrawn", f"batch:{number}", by=by, now=now, after=after)
        await touch_calls(tx, project.id, now=now)
        return Published(await batches.by_id(tx, batch.id), project, fate)


async def pull_rest(
    db: Database, *, number: str, by: int, cause: str, now: datetime
) -> Published:  # fmt: skip
    """Nobody is given the tasks of the file any more; what is in work goes on and is paid."""
    async with db.begin(cause) as tx:
        batch, project, fate = await _kept(tx, number, by)
        require_rest(batch, fate)
        missing = await taking_back.pull_rest(tx, batch.id)
        await projects.change_slots(tx, project.id, -missing)
        after = {"tasks": fate.to_pull, "missing": fate.missing}
        await record(tx, "batch-rest-pulled", f"batch:{number}", by=by, now=now, after=after)
        await touch_calls(tx, project.id, now=now)
        return Published(batch, project, fate)


async def _kept(tx: Tx, number: str, by: int) -> tuple[Batch, Project, Fate]:
    """The batch, kept to the transaction: no claim of its project comes in between."""
    batch = await _found(tx, number, by)
    project = await projects.locked(tx, batch.project_id)
    batch = await batches.locked(tx, batch.id)
    loading = await loads.of_project(tx, project.id)
    if loading is not None and loading.batch_id == batch.id:
        raise Refused("batch-loading", number=number)
    return batch, project, await taking_back.fate(tx, batch.id)
