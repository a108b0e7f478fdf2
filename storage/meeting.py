"""Who may meet what a project asks for, as a condition on people: the rule of a claim in SQL.

What was never asked of somebody is no reason, as at a claim; a language in which they do not
work is one, and so is a tier that is not known. See bot/domain/requirements.py.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    Text,
    and_,
    cast,
    exists,
    false,
    func,
    not_,
    or_,
    select,
    true,
)

from bot.domain.profiles import RANK, Level
from bot.domain.projects import Offerings
from bot.domain.requirements import (
    All,
    AnyOf,
    Condition,
    Country,
    Language,
    Not,
    Qualification,
    Requirement,
    Skill,
    Tier,
)
from storage.database import Tx
from storage.schema import chats, courses, memberships, people, qualifications, tiers
from storage.schema.columns import among, word

Met = ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class _At:
    """When it is asked, and the keys of courses that are taken on the way to the job."""

    now: datetime
    on_the_way: Collection[str]


def may_work_on(offer: Offerings, now: datetime) -> Met:
    """Whether somebody may fit all that the project asks for, by what is known of them."""
    wanted = offer.wanted
    parts: list[Met] = [true()]
    if offer.languages:
        parts.append(or_(*(may_speak(one, wanted.least(one)) for one in offer.languages)))
    if wanted.countries:
        parts.append(_no_or(people.c.country, people.c.country.in_(wanted.countries)))
    if wanted.not_countries:
        parts.append(_no_or(people.c.country, people.c.country.not_in(wanted.not_countries)))
    parts += [_skill(one, held=True) for one in wanted.skills]
    if offer.requires is not None:
        at = _At(now, offer.learning.courses)
        parts.append(_meets(offer.requires, at, opposite=False))
    return and_(*parts)


async def count(tx: Tx, offer: Offerings, now: datetime) -> tuple[int, int]:
    """How many people in good standing may work on it, and how many there are in all."""
    there = [among(people.c.standing, "good", "warned"), people.c.arrival == word("done")]
    fits = func.count().filter(may_work_on(offer, now))
    row = (await tx.execute(select(fits, func.count()).where(*there))).one()
    return int(row[0]), int(row[1])


def _meets(requirement: Requirement, at: _At, *, opposite: bool) -> Met:
    """Whether the requirement (or its opposite) is met, or a question can still settle it."""
    match requirement:
        case Not(part):
            return _meets(part, at, opposite=not opposite)
        case All(parts) | AnyOf(parts):
            found = [_meets(part, at, opposite=opposite) for part in parts]
            every = isinstance(requirement, All) is not opposite
            return and_(*found) if every else or_(*found)
        case _:
            return _condition(requirement, at, met=not opposite)


def _condition(one: Condition, at: _At, *, met: bool) -> Met:
    match one:
        case Language(code, level):
            return may_speak(code, level) if met else _lacks(code, level)
        case Country(code):
            lives = people.c.country == code if met else people.c.country != code
            return _no_or(people.c.country, lives)
        case Skill(name):
            return _skill(name, held=met)
        case Tier(skill, least):
            return has_tier(skill, least) if met else _below_tier(skill, least)
        case Qualification(key):
            found = true() if key in at.on_the_way else _holds(key, at.now)
            return found if met else not_(found)
        case _:
            found = false() if one.chat_id is None else is_in(one.chat_id)
            return found if met else not_(found)


def works_in(language: str) -> Met:
    """Whether it is one of their languages of work."""
    # Codes of languages hold no sign that a pattern or JSON would read as something else.
    return cast(people.c.languages, Text).like(f'%"{language}"%')


def may_speak(language: str, least: Level | None) -> Met:
    """Whether they work in it, at that level or one that was never asked."""
    if least is None:
        return works_in(language)
    level = people.c.levels[language].as_string()
    return and_(works_in(language), _no_or(level, level.in_(_from(least))))


def _lacks(language: str, least: Level | None) -> Met:
    """Whether they do not work in it, or at a lower level, or at one that was never asked."""
    if least is None:
        return not_(works_in(language))
    level = people.c.levels[language].as_string()
    return or_(not_(works_in(language)), _no_or(level, level.not_in(_from(least))))


def _from(least: Level) -> list[str]:
    return [str(level) for level in Level if RANK[level] >= RANK[least]]


def _no_or(known: ColumnElement[str], met: Met) -> Met:
    """Whether it is not known, or met."""
    return or_(known.is_(None), met)


def _skill(name: str, *, held: bool) -> Met:
    said = people.c.skills[name].as_boolean()
    return or_(said.is_(None), said.is_(held))


def has_tier(skill: str, least: int) -> Met:
    """Whether they have a tier in the skill, and at least that one."""
    return _tier(skill, tiers.c.tier >= least)


def _below_tier(skill: str, least: int) -> Met:
    return _tier(skill, tiers.c.tier < least)


def _tier(skill: str, level: Met) -> Met:
    return exists().where(tiers.c.person_id == people.c.id, tiers.c.skill == skill, level)


def _holds(key: str, now: datetime) -> Met:
    ends = qualifications.c.expires_at
    return (
        select(qualifications.c.id)
        .join(courses, courses.c.id == qualifications.c.course_id)
        .where(
            qualifications.c.person_id == people.c.id, qualifications.c.state == word("held"),
            courses.c.key == key, or_(ends.is_(None), ends > now),
        )
        .exists()
    )  # fmt: skip


def is_in(chat_id: int) -> Met:
    """Whether the bot has seen them there last; a group that was upgraded has two ids."""
    upgraded = select(chats.c.moved_to).where(chats.c.id == chat_id).scalar_subquery()
    return exists().where(
        memberships.c.person_id == people.c.id, memberships.c.state == word("member"),
        or_(memberships.c.chat_id == chat_id, memberships.c.chat_id == upgraded),
    )  # fmt: skip
