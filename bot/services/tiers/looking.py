"""What a person reads of one's own work, and what admins read of it on the person's card."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.people import Person, require_admin
from bot.domain.tiers import STEPS, WINDOW, Missing, Parts, missing
from storage import own_quality, people, rated_tasks, tier_facts, tiers
from storage.database import Database, Tx
from storage.own_quality import Judged, OnProject
from storage.tier_facts import Need


@dataclass(frozen=True, slots=True)
class InSkill:
    """A skill of a person: the tier (none: too few ratings), its parts, what is missing."""

    skill: str
    tier: int | None
    parts: Parts
    missing: Missing | None


@dataclass(frozen=True, slots=True)
class Quality:
    """All that is measured of a person; `pace` is the median seconds of each project."""

    person: Person
    viewer: Person
    skills: tuple[InSkill, ...]
    projects: tuple[OnProject, ...]
    pace: dict[int, float]
    less: int
    missed: int


async def own(db: Database, person_id: int, *, now: datetime) -> Quality:
    """What is measured of the person, as the person reads it."""
    async with db.read() as tx:
        person = await people.by_id(tx, person_id)
        return await _quality(tx, person, person, now)


async def summary(db: Database, person_id: int) -> dict[str, int]:
    """The person's tier in each skill in which there is one."""
    async with db.read() as tx:
        return await tiers.of_person(tx, person_id)


async def of_person(db: Database, person_id: int, *, by: int, now: datetime) -> Quality:
    """What is measured of the person, for an admin."""
    async with db.read() as tx:
        viewer = await people.by_id(tx, by)
        require_admin(viewer)
        return await _quality(tx, await people.by_id(tx, person_id), viewer, now)


async def judged(
    db: Database, person_id: int, *, gold: bool, page: int, size: int
) -> tuple[Person, list[Judged], int]:
    """One page of what counted against the person: verdicts, or missed known answers."""
    async with db.read() as tx:
        read = own_quality.missed if gold else own_quality.less
        found, whole = await read(tx, person_id, skip=page * size, most=size)
        return await people.by_id(tx, person_id), found, whole


async def asked(db: Database, person_id: int, numbers: list[str]) -> dict[str, str]:
    """What the person was asked in the ratings of these lines, as one line of text each.

    Left out is what is not to be passed on.
    """
    async with db.read() as tx:
        found = await rated_tasks.of_lines(tx, person_id, numbers)
    return {number: one.asked for number, one in found.items()}


async def _quality(tx: Tx, person: Person, viewer: Person, now: datetime) -> Quality:
    stored = {one.skill: one for one in await tiers.all_of(tx, person.id)}
    facts = await tier_facts.of_person(tx, person.id, now - WINDOW)
    needs = await tier_facts.needs(tx)
    skills = [
        _in_skill(skill, stored.get(skill), facts.get(skill, Parts()), needs)
        for skill in sorted({*stored, *facts})
    ]
    worked = await own_quality.on_projects(tx, person.id)
    pace = {one.project_id: await own_quality.median_seconds(tx, one.project_id) for one in worked}
    _, less = await own_quality.less(tx, person.id, skip=0, most=1)
    _, missed = await own_quality.missed(tx, person.id, skip=0, most=1)
    known = {one: seconds for one, seconds in pace.items() if seconds is not None}
    return Quality(person, viewer, tuple(skills), tuple(worked), known, less, missed)


def _in_skill(skill: str, stored: tiers.Tier | None, facts: Parts, needs: list[Need]) -> InSkill:
    """The tier that counts with its own parts; before there is one, what there is so far."""
    parts = facts if stored is None else stored.parts
    steps = {*STEPS, *(one.least for one in needs if one.skill == skill)}
    return InSkill(skill, stored.tier if stored else None, parts, missing(parts, steps))
