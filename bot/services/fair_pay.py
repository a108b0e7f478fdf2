"""The watch on the hourly floor: who earned less in a week, and making up for it."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.fair_pay import REASON, WEEK, Shortfall, Week, shortfall
from bot.domain.lines import LineKind
from bot.domain.people import Role
from bot.domain.projects import Project
from bot.domain.refusal import Refused, Repeated
from bot.domain.rules import PayRules
from bot.effects.find_project import coordinated
from bot.effects.owe_line import owe_line
from bot.effects.record import record
from bot.effects.tell import tell
from storage import causes, fair_pay, people, projects
from storage.database import Database, Tx

MADE_UP = 4  # weeks


@dataclass(frozen=True, slots=True)
class Below:
    """Who of a project earned less than the floor in a week, with the names of the people.

    `done` are those for whom it was made up.
    """

    project: Project
    week: Week
    open: list[Shortfall]
    done: list[Shortfall]
    names: dict[int, str]


async def look(db: Database, *, now: datetime, rules: PayRules) -> int:
    """Sweep: once for each week that is over; tells who coordinates where somebody got less.

    Weeks that were missed are made up for, some of them; returns how many were looked at.
    """
    if not rules.floors:
        return 0
    weeks = [Week.before(now - number * WEEK) for number in reversed(range(MADE_UP))]
    return sum([await _look_at(db, week, now, rules) for week in weeks])


async def _look_at(db: Database, week: Week, now: datetime, rules: PayRules) -> int:
    cause = f"floor:{week.key}"
    async with db.read() as tx:
        if await causes.is_known(tx, cause):
            return 0
        found = await _short(tx, week, rules)
    try:
        async with db.begin(cause) as tx:
            for project_id in sorted({one.worked.project_id for one in found}):
                mine = [one for one in found if one.worked.project_id == project_id]
                await _alert(tx, project_id, week, mine, now)
    except Repeated:
        return 0
    return 1


async def _short(
    tx: Tx, week: Week, rules: PayRules, *, project_id: int | None = None,
    person_id: int | None = None,
) -> list[Shortfall]:  # fmt: skip
    found = await fair_pay.worked(tx, week, project_id=project_id, person_id=person_id)
    return [one for one in (shortfall(each, rules.floors) for each in found) if one is not None]


async def _alert(
    tx: Tx, project_id: int, week: Week, found: list[Shortfall], now: datetime
) -> None:
    project = await projects.by_id(tx, project_id)
    everybody = await people.with_role(tx, Role.admin, Role.coordinator)
    everybody += await people.coordinators_of(tx, {project_id})
    for one in {person.id: person for person in everybody}.values():
        await tell(
            tx, one, "floor_alert", key=f"floor:{week.key}:{project_id}:to:{one.id}", now=now,
            sound=True, can_wait=True, language=one.language, person_id=one.id,
            project=project.key, week=week.key,
        )  # fmt: skip
    after = {"week": str(week), "people": len({one.worked.person_id for one in found})}
    await record(tx, "below-floor", f"project:{project.key}", by=None, now=now, after=after)


async def below(
    db: Database, *, key: str, week: str, by: int, now: datetime, rules: PayRules
) -> Below:
    """Who earned less than the floor on the project in that week, for who coordinates it."""
    async with db.read() as tx:
        project = await coordinated(tx, key, by)
        span = Week.named(week, now)
        found = await _short(tx, span, rules, project_id=project.id)
        done = await fair_pay.topped_up(tx, span)
        made_up = [one for one in found if _whose(one) in done]
        names = {one.worked.person_id: "" for one in found}
        for person_id in names:
            names[person_id] = (await people.by_id(tx, person_id)).name
        return Below(project, span, [one for one in found if one not in made_up], made_up, names)


async def top_up(
    db: Database, *, key: str, week: str, person_id: int, by: int, now: datetime, rules: PayRules
) -> list[Shortfall]:
    """Owe the person what is missing of that week; once, whoever taps how often."""
    async with db.read() as tx:
        project = await coordinated(tx, key, by)
        span = Week.named(week, now)
        found = await _short(tx, span, rules, project_id=project.id, person_id=person_id)
    if not found:
        raise Refused("floor-met")
    if person_id == by:
        raise Refused("gift-self")
    return [
        one for one in found
        if await _make_up(db, project, span, one, by=by, now=now, rules=rules)
    ]  # fmt: skip


async def top_up_all(
    db: Database, *, key: str, week: str, by: int, now: datetime, rules: PayRules
) -> list[Shortfall]:
    """The same for everybody of the project, each in a transaction; returns whom it reached.

    Whoever does it gets nothing by it: that is for somebody else to decide.
    """
    found = await below(db, key=key, week=week, by=by, now=now, rules=rules)
    return [
        one for one in found.open
        if one.worked.person_id != by
        and await _make_up(db, found.project, found.week, one, by=by, now=now, rules=rules)
    ]  # fmt: skip


async def _make_up(
    db: Database, project: Project, week: Week, found: Shortfall, *, by: int, now: datetime,
    rules: PayRules,
) -> bool:  # fmt: skip
    """Owe one shortfall as it is by now; false when that was done before, by whomever."""
    whose = ":".join(str(part) for part in _whose(found))
    try:
        async with db.begin(f"floor:{week.key}:{whose}") as tx:
            await coordinated(tx, project.key, by)
            person = await people.locked(tx, found.worked.person_id)
            still = await _short(tx, week, rules, project_id=project.id, person_id=person.id)
            if found not in still:
                raise Refused("floor-met")
            number = await owe_line(
                tx, person_id=person.id, project_id=project.id, kind=LineKind.top_up,
                money=found.missing, reason=REASON, because=str(week), by=by, now=now,
            )  # fmt: skip
            await tell(tx, person, "gift", key=f"gift:{number}", now=now, sound=True,
                       can_wait=True, line=number)  # fmt: skip
            after = {
                "week": str(week), "line": number, "minor": found.missing.minor,
                "currency": found.missing.currency, "seconds": found.worked.seconds,
            }  # fmt: skip
            subject = f"person:{person.id}"
            await record(tx, "topped-up", subject, by=by, now=now, after=after)
    except Repeated:
        return False
    return True


def _whose(one: Shortfall) -> tuple[int, int, str]:
    return one.worked.project_id, one.worked.person_id, one.worked.earned.currency
