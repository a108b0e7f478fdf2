"""Owing a person the screen of a job: the parts of the task in order, then the control card."""

from datetime import datetime

from bot.domain.jobs import Job
from bot.domain.notices import Priority
from bot.domain.people import Person
from bot.domain.ratings import at_position
from bot.layout import Layout, lay_out, room_of
from storage import jobs, notices, projects, tasks
from storage.database import Tx


async def fits_one_message(tx: Tx, job: Job) -> bool:
    """Whether what the job shows now fits one message together with its buttons."""
    layout = await _layout(tx, job)
    return layout is None or layout.is_single


async def show_job(tx: Tx, person: Person, job: Job, *, key: str, now: datetime) -> None:
    """Owe the screen of the job, below everything in the chat; silent, and once per `key`.

    Each part is a notice of its own, so that a kill between two of them resumes where it stopped.
    """
    layout = await _layout(tx, job)
    count = len(layout.parts) if layout else 0
    screen = {"job_id": job.id, "position": job.position, "step": job.step}
    for part in range(count):
        await _owe(tx, person, "job_part", f"{key}:{part}", {**screen, "part": part}, now)
    await _owe(tx, person, "job_card", f"{key}:card", screen, now)


async def show_card(tx: Tx, person: Person, job: Job, *, key: str, now: datetime) -> None:
    """Owe the card alone, below what was just written; one on its way already is enough."""
    await notices.cancel(tx, f"job:{job.id}:wrote:")
    screen = {"job_id": job.id, "position": job.position, "step": job.step}
    await _owe(tx, person, "job_card", f"{job.id}:wrote:{key}", screen, now)


async def _layout(tx: Tx, job: Job) -> Layout | None:
    shown = at_position(await jobs.of_job(tx, job.id), job.position)
    if shown is None:
        return None
    content, _ = await tasks.text_of(tx, shown.task_id)
    scheme = await projects.scheme_of(tx, job.terms.project_version_id)
    return lay_out(content, shown.shown_order, room_of(scheme, returned=job.is_return))


async def _owe(
    tx: Tx, person: Person, kind: str, key: str, args: dict[str, int], now: datetime
) -> None:
    if person.telegram_id is None:
        return
    await notices.add(
        tx,
        key=f"job:{key}",
        chat_id=person.telegram_id,
        person_id=person.id,
        kind=kind,
        args=args,
        priority=Priority.job,
        now=now,
    )
