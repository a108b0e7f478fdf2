"""Content warnings: what the tasks of a project contain is accepted before a job of it."""

from datetime import datetime

from bot.domain.gates import GateKind, mark_of
from bot.domain.refusal import Refused
from bot.effects.find_project import named
from bot.effects.record import record
from storage import people, read_marks
from storage.database import Database


async def accept(
    db: Database, *, project_key: str, mark: str, person_id: int, cause: str, now: datetime
) -> None:
    """The person has read the warning and wants the work; asked anew when its text changes."""
    async with db.begin(cause) as tx:
        await people.locked(tx, person_id)
        project = await named(tx, project_key)
        text = project.offer.content_warning
        if text is None or mark_of(text) != mark:
            raise Refused("stale-button")
        fresh = await read_marks.add(
            tx, person_id=person_id, project_id=project.id, kind=GateKind.warning, what=mark,
            now=now,
        )  # fmt: skip
        if fresh:
            subject, after = f"person:{person_id}", {"project": project.key, "mark": mark}
            await record(tx, "warning-accepted", subject, by=person_id, now=now, after=after)
