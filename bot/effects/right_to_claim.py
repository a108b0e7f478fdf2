"""Whether a person may claim a job of a project now: the facts for the pure rule."""

from datetime import datetime

from bot.domain.calls import require_right_to_claim
from bot.domain.ladder import require_unbarred
from bot.domain.people import Person
from bot.domain.projects import Project
from bot.domain.rules import Rules
from storage import jobs, people, steps
from storage.database import Tx


async def require_right(
    tx: Tx, person: Person, project: Project, *, now: datetime, rules: Rules
) -> None:
    """Refuse who may not claim a job of the project now, with the first reason that holds."""
    require_unbarred(await steps.barring(tx, person.id), person, project.id)
    require_right_to_claim(
        person,
        project,
        languages=await people.work_languages(tx, person.id),
        open_jobs=await jobs.count_open(tx, person.id),
        cap=rules.open_jobs,
        now=now,
    )
