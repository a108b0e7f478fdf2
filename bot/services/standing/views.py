"""What is to be seen of standing: the notice of a step, and where a person stands."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.appeals import Appeal
from bot.domain.applications import Application
from bot.domain.ladder import highest
from bot.domain.lines import LineState
from bot.domain.money import Money
from bot.domain.pay_periods import period_at
from bot.domain.people import Person, Role, Standing
from bot.domain.refusal import Refused
from bot.domain.rules import PayRules
from bot.domain.step_notices import StepNotice, as_of, require_complete
from bot.domain.steps import Evidence, Step
from bot.effects.deciders import deciders_of
from storage import appeals, applications, lines, pay, people, projects, steps
from storage.database import Database, Tx


@dataclass(frozen=True, slots=True)
class Own:
    """Where a person stands: every step with its appeal, newest first, and the rung.

    `projects` names the projects of blocks; `applied` is what an applicant waits for.
    """

    person: Person
    steps: tuple[tuple[Step, Appeal | None], ...]
    rung: Step | None
    projects: dict[int, str] = field(default_factory=dict)
    applied: Application | None = None


async def notice_of(
    tx: Tx, step: Step, evidence: Sequence[Evidence], *, now: datetime, rules: PayRules
) -> StepNotice:
    """What the notice of the step says if it arrives now."""
    person = await people.by_id(tx, step.person_id)
    project = await projects.by_id(tx, step.project_id) if step.project_id else None
    zone, _ = await pay.settings_of(tx, person.id)
    period = period_at(zone if zone in rules.zones else rules.zones[0], rules.day, now)
    sums = await lines.sums_of(tx, person.id)
    deciders, _ = await deciders_of(tx, step_by=step.decided_by, person_id=person.id)
    return StepNotice(
        step=as_of(step, now),
        person=person,
        evidence=tuple(evidence),
        project=project.name if project else None,
        owed=_summed(sums, (LineState.confirmed, LineState.in_run)),
        paid_at=period.end,
        pending=_summed(sums, (LineState.submitted, LineState.accepted)),
        settled_by=await lines.last_date_of(tx, person.id),
        deciders=frozenset(Role.admin if one.is_admin else Role.arbiter for one in deciders),
        contact=rules.contact,
    )


def _summed(
    sums: dict[tuple[str, str], tuple[int, int]], states: Sequence[LineState]
) -> tuple[Money, ...]:
    total: dict[str, int] = {}
    for (state, currency), (_, minor) in sums.items():
        if state in states:
            total[currency] = total.get(currency, 0) + minor
    return tuple(Money(minor, currency) for currency, minor in sorted(total.items()) if minor)


async def told(
    db: Database, number: str, *, by: int, now: datetime, rules: PayRules
) -> tuple[StepNotice, Appeal | None]:
    """The notice of the step of that number, with its appeal: for its person and for deciders.

    It is refused while it lacks something, and nobody was told yet.
    """
    async with db.read() as tx:
        step = await steps.by_number(tx, number)
        viewer = await people.by_id(tx, by)
        if step is None or (step.person_id != by and not viewer.may_arbitrate):
            raise Refused("not-yours")
        evidence = await steps.evidence_of(tx, step.id)
        notice = await notice_of(tx, step, evidence, now=now, rules=rules)
        is_owed = step.told_at is None and step.is_live
        return require_complete(notice) if is_owed else notice, await appeals.of_step(tx, step.id)


async def own(db: Database, *, person_id: int, now: datetime) -> Own:
    """Where the person stands, and why."""
    async with db.read() as tx:
        return await own_of(tx, person_id, now=now)


async def own_of(tx: Tx, person_id: int, *, now: datetime) -> Own:
    """As `own`, in a transaction that is there."""
    mine = await steps.of_person(tx, person_id)
    shown = [(one, await appeals.of_step(tx, one.id)) for one in reversed(mine)]
    blocked = {one.project_id for one in mine if one.project_id is not None}
    named = {one: (await projects.by_id(tx, one)).name for one in blocked}
    person = await people.by_id(tx, person_id)
    waits = person.standing is Standing.applicant
    applied = await applications.of_person(tx, person_id) if waits else None
    return Own(person, tuple(shown), highest(mine, now), named, applied)


async def appealed(db: Database, number: str, *, by: int) -> tuple[Appeal, Step, Person]:
    """The person's own appeal of that number, and what it is against."""
    async with db.read() as tx:
        found = await appeals.by_number(tx, number)
        if found is None or found.person_id != by:
            raise Refused("not-yours")
        step = await steps.by_id(tx, found.step_id)
        return found, step, await people.by_id(tx, by)
