"""Terms of pay as contractors read them: of a project before a claim, of a job for good."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.pay_periods import nearest_zone, period_at
from bot.domain.people import Person
from bot.domain.projects import Project, ProjectState, Terms, terms_of
from bot.domain.refusal import Refused
from bot.domain.rules import PayRules
from storage import calls, jobs, people, projects
from storage.database import Database, Tx


@dataclass(frozen=True, slots=True)
class Shown:
    """Terms for one reader; `job` is the number of the job on which they are frozen, if any.

    `next_run` is when the reader's pay week ends next.
    """

    reader: Person
    project: Project
    terms: Terms
    next_run: datetime
    job: str | None = None


async def of_project(
    db: Database, key: str, *, reader: int, now: datetime, rules: PayRules
) -> Shown:
    """What a job of the project would be claimed under now."""
    async with db.read() as tx:
        return await _now(tx, await projects.by_key(tx, key), reader, now, rules)


async def of_call(
    db: Database, number: str, *, reader: int, now: datetime, rules: PayRules
) -> Shown:
    """What a job of the call would be claimed under now."""
    async with db.read() as tx:
        call = await calls.by_number(tx, number)
        project = await projects.by_id(tx, call.project_id) if call else None
        return await _now(tx, project, reader, now, rules)


async def is_call(db: Database, number: str) -> bool:
    """Whether there is a call of that number."""
    async with db.look() as tx:
        return await calls.by_number(tx, number) is not None


async def of_job(
    db: Database, number: str, *, reader: int, now: datetime, rules: PayRules
) -> Shown:
    """What the reader's job was claimed under."""
    async with db.read() as tx:
        job = await jobs.by_number(tx, number)
        if job is None or job.person_id != reader:
            raise Refused("not-yours")
        person = await people.by_id(tx, reader)
        project = await projects.by_id(tx, job.project_id)
        return Shown(person, project, job.terms, _next_run(person, now, rules), job.number)


async def _now(
    tx: Tx, project: Project | None, reader: int, now: datetime, rules: PayRules
) -> Shown:
    person = await people.by_id(tx, reader)
    if project is None or (
        project.state is ProjectState.draft and not person.may_coordinate(project.id)
    ):
        raise Refused("stale-button")
    terms = terms_of(project, rules.day.weekday)
    return Shown(person, project, terms, _next_run(person, now, rules))


def _next_run(person: Person, now: datetime, rules: PayRules) -> datetime:
    zone = nearest_zone(person.zone, rules.zones, now)
    return period_at(zone, rules.day, now).end
