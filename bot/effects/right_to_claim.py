"""Whether a person may claim a job of a project now: the facts for the pure rule."""

from datetime import datetime

from bot.countries import home_of
from bot.domain.appeals import AppealState
from bot.domain.applications import refusal_of
from bot.domain.calls import require_right_to_claim
from bot.domain.day_caps import DayCaps, local_day, require_room
from bot.domain.ladder import require_unbarred
from bot.domain.people import Person, Standing, may_work
from bot.domain.projects import Project
from bot.domain.refusal import Refused
from bot.domain.rules import CapRules, Rules
from bot.domain.stands import barred_until
from bot.domain.steps import Step, StepState
from bot.effects.requirement_facts import facts_for
from storage import appeals, applications, claim_facts, steps
from storage.database import Tx


async def require_unread(tx: Tx, person: Person) -> None:
    """Refuse to whom a notice about a step is owed that cannot reach them now."""
    require_unbarred(await steps.untold_to(tx, person.id), person, project_id=0)


async def require_standing(tx: Tx, person: Person, *, now: datetime) -> None:
    """Refuse whose standing or pause bars new claims, with the date where there is one."""
    if person.standing in (Standing.suspended, Standing.deactivating):
        until = barred_until(await _steps_that_hold(tx, person.id), now)
        returns = person.standing is Standing.suspended
        if until is not None:
            raise Refused(
                "standing-suspended-until" if returns else "standing-deactivating-until",
                until=until,
            )
    if person.standing is Standing.applicant:
        applied = await applications.of_person(tx, person.id)
        if applied is not None:
            raise refusal_of(applied)
    may_work(person, now)


async def _steps_that_hold(tx: Tx, person_id: int) -> list[Step]:
    """The person's steps but for those whose effect an open appeal stops: they have no date."""
    stopped = {
        one.step_id
        for one in await appeals.of_person(tx, person_id)
        if one.state is AppealState.open
    }
    return [
        one
        for one in await steps.of_person(tx, person_id)
        if one.state is not StepState.scheduled or one.id not in stopped
    ]


async def require_right(
    tx: Tx, person: Person, project: Project, *, now: datetime, rules: Rules
) -> None:
    """Refuse who may not claim a job of the project now, with the first reason that holds."""
    facts = await claim_facts.of_person(tx, person.id, home_of(person.country, person.zone))
    if facts.barred:
        require_unbarred(await steps.barring(tx, person.id), person, project.id)
    await require_standing(tx, person, now=now)
    if facts.closed:
        raise Refused("region-closed")
    require_right_to_claim(
        person,
        project,
        facts=await facts_for(tx, person.id, project.offer, facts.profile, now),
        open_jobs=facts.open_jobs,
        cap=rules.open_jobs,
        now=now,
    )
    await _require_room(tx, person, project, now=now, rules=rules.caps)


async def _require_room(
    tx: Tx, person: Person, project: Project, *, now: datetime, rules: CapRules
) -> None:
    """Refuse who has had the most of the day; where nothing is capped, nothing is counted."""
    currency = project.offer.pay.currency
    caps = DayCaps(
        rules.jobs_a_day, project.offer.most_jobs_a_day, rules.earnings_a_day.get(currency)
    )
    if not caps.caps_anything:
        return
    since, until = local_day(person.zone, now)
    today = await claim_facts.today(tx, person.id, project.id, currency=currency, since=since)
    require_room(caps, today, currency=currency, until=until)
