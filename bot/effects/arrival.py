"""What follows when a part of a task has arrived, or cannot."""

from collections.abc import Iterable
from datetime import datetime

from bot.domain.notices import Notice, Priority
from bot.domain.people import Person, Role
from bot.domain.ratings import at_position
from bot.layout import lay_out, room_of
from storage import jobs, notices, people, projects, showings, tasks
from storage.database import Tx


async def part_arrived(tx: Tx, notice: Notice, *, now: datetime) -> None:
    """A part of a task has gone out; when it was the last one missing, the task was shown."""
    job = await jobs.by_id(tx, notice.args["job_id"])
    one = at_position(await jobs.of_job(tx, job.id), notice.args["position"])
    if one is None:
        return
    stem = notice.key.rpartition(":")[0]
    content, _ = await tasks.text_of(tx, one.task_id)
    scheme = await projects.scheme_of(tx, job.terms.project_version_id)
    room = room_of(scheme, returned=job.is_return)
    parts = len(lay_out(content, one.shown_order, room).parts)
    others = {f"{stem}:{number}" for number in range(parts)} - {notice.key}
    if await showings.have_arrived(tx, others):
        await showings.mark(tx, one.id, now=now)


async def part_refused(tx: Tx, notice: Notice, why: str, *, now: datetime) -> None:
    """Telegram will not show a part of a task: who coordinates is told, once for each part."""
    job = await jobs.by_id(tx, notice.args["job_id"])
    one = at_position(await jobs.of_job(tx, job.id), notice.args["position"])
    if one is None:
        return
    task = await tasks.by_id(tx, one.task_id)
    project = await projects.by_id(tx, job.project_id)
    for person in await _concerned(tx, job.project_id):
        if person.telegram_id is None:
            continue
        facts = {"project": project.name, "task": task.external_id, "why": why}
        await notices.add(
            tx, key=f"part-refused:{one.task_id}:{notice.args['part']}:{person.id}",
            chat_id=person.telegram_id, person_id=person.id, kind="part_refused", args=facts,
            priority=Priority.personal, now=now,
        )  # fmt: skip


async def _concerned(tx: Tx, project_id: int) -> Iterable[Person]:
    everywhere = await people.with_role(tx, Role.admin, Role.coordinator)
    here = await people.coordinators_of(tx, {project_id})
    return {person.id: person for person in (*everywhere, *here)}.values()
