"""The work profile: what a person says of oneself, at the question of a project or any time."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.countries import home_of
from bot.country_codes import is_country
from bot.domain.gates import mark_of
from bot.domain.people import Person
from bot.domain.profiles import (
    NO,
    SKILLS,
    Ask,
    Level,
    Profile,
    answered,
    with_country,
    with_language,
    with_level,
    with_skill,
    without_languages,
)
from bot.domain.refusal import Refused
from bot.effects.find_project import named
from bot.effects.profile_gate import asked
from bot.effects.record import record
from storage import pay, people, profiles
from storage.database import Database, Tx

MARK = 8  # letters of a question's mark; with the longest key it fits a button


@dataclass(frozen=True, slots=True)
class Said:
    """A person, what the person said, and which messages are on: the evening one, calls."""

    person: Person
    profile: Profile
    digest: bool
    private_calls: bool


def mark(code: str) -> str:
    """The short name of a question, by which a button names the one that it answers."""
    return mark_of(code)[:MARK]


async def said(db: Database, person_id: int) -> Said:
    """What the person said so far."""
    async with db.read() as tx:
        _, told = await pay.settings_of(tx, person_id)
        return Said(
            await people.by_id(tx, person_id), await profiles.of_person(tx, person_id),
            digest=told is not None, private_calls=await people.takes_calls(tx, person_id),
        )  # fmt: skip


async def answer(
    db: Database, *, project_key: str, question: str, answer: str, person_id: int, cause: str,
    now: datetime,
) -> bool:  # fmt: skip
    """The answer to what the project asks; false where that is not the question any more."""
    async with db.begin(cause) as tx:
        person = await people.locked(tx, person_id)
        project = await named(tx, project_key)
        left = await asked(tx, person, project, now)
        if not left or mark(left[0].code) != question:
            return False
        if left[0].ask is Ask.country and not is_country(answer):
            raise Refused("stale-button")
        before = await profiles.of_person(tx, person_id)
        after = answered(before, left[0], answer, project.offer.languages)
        await _say(tx, person, before, after, now)
        return True


async def set_level(
    db: Database, *, person_id: int, language: str, level: str, cause: str, now: datetime
) -> None:
    """How well the person reads and writes the language; `NO` drops it from those of work."""
    if level not in (*Level, NO):
        raise Refused("stale-button")
    async with db.begin(cause) as tx:
        person = await people.locked(tx, person_id)
        before = await profiles.of_person(tx, person_id)
        if language not in (*before.languages, *before.levels):
            raise Refused("stale-button")
        await _say(tx, person, before, with_level(before, language, level), now)


async def toggle_language(
    db: Database, *, person_id: int, language: str, cause: str, now: datetime
) -> tuple[str, ...]:
    """Add a language to those the person works in, or drop it; one always stays."""
    async with db.begin(cause) as tx:
        person = await people.locked(tx, person_id)
        before = await profiles.of_person(tx, person_id)
        spoken = language in before.languages
        change = without_languages(before, (language,)) if spoken else None
        after = change or with_language(before, language)
        await _say(tx, person, before, after, now)
        return after.languages


async def set_country(
    db: Database, *, person_id: int, country: str, cause: str, now: datetime
) -> None:
    """The person lives in that country."""
    if not is_country(country):
        raise Refused("stale-button")
    async with db.begin(cause) as tx:
        person = await people.locked(tx, person_id)
        before = await profiles.of_person(tx, person_id)
        await _say(tx, person, before, with_country(before, country), now)


async def toggle_skill(
    db: Database, *, person_id: int, skill: str, cause: str, now: datetime
) -> None:
    """The person has the skill, or has it not after all."""
    async with db.begin(cause) as tx:
        person = await people.locked(tx, person_id)
        before = await profiles.of_person(tx, person_id)
        if skill not in SKILLS and skill not in before.skills:
            raise Refused("stale-button")
        held = not before.skills.get(skill, False)
        await _say(tx, person, before, with_skill(before, skill, held=held), now)


async def _say(tx: Tx, person: Person, before: Profile, after: Profile, now: datetime) -> None:
    """Keep what the person says now; each part that changed stands in the journal."""
    if after == before:
        return
    await profiles.save(tx, person.id, after)
    if home_of(after.country, person.zone) != home_of(before.country, person.zone):
        # Whom a region that closes concerns depends on since when they live there.
        await people.change(tx, person.id, zone_since=now)
    old, new = _facts(before), _facts(after)
    for what in new:
        if old[what] != new[what]:
            await record(
                tx, f"set-{what}", f"person:{person.id}", by=person.id, now=now,
                before={what: old[what]}, after={what: new[what]},
            )  # fmt: skip


def _facts(profile: Profile) -> dict[str, Any]:
    return {
        "work-languages": ",".join(profile.languages),
        "levels": dict(profile.levels),
        "country": profile.country,
        "skills": sorted(skill for skill, held in profile.skills.items() if held),
    }
