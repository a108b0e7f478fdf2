"""What a project requires of who works on it: conditions joined by and, or, not.

A condition is met, not met, settled by a question that was never asked, or about something that
nobody has measured yet. Only what is met lets anybody in; what is not measured never does, and is
told as such. Groups and qualifications that the hall does not know of a person are not there.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from bot.domain.profiles import RANK, Ask, Level, Profile, Question, may_speak, speaks


@dataclass(frozen=True, slots=True)
class Language:
    """Works in the language, at that level or better where one is named."""

    code: str
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Country:
    """Lives in the country."""

    code: str


@dataclass(frozen=True, slots=True)
class Skill:
    """Says to have the skill."""

    name: str


@dataclass(frozen=True, slots=True)
class Tier:
    """Has at least that tier in the skill."""

    skill: str
    least: int


@dataclass(frozen=True, slots=True)
class Qualification:
    """Holds the qualification of the course with that key."""

    key: str


@dataclass(frozen=True, slots=True)
class Member:
    """Is in the work group, which is known by its id, by its title until that is looked up."""

    title: str = ""
    chat_id: int | None = None


Condition = Language | Country | Skill | Tier | Qualification | Member


@dataclass(frozen=True, slots=True)
class Not:
    """The part must not hold."""

    part: "Requirement"


@dataclass(frozen=True, slots=True)
class All:
    """Every part must hold."""

    parts: tuple["Requirement", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One part at least must hold."""

    parts: tuple["Requirement", ...]


Requirement = Condition | Not | All | AnyOf


def all_of(parts: Iterable[Requirement]) -> Requirement:
    """All of the parts, with nothing nested that need not be."""
    flat = _flat(parts, All)
    return flat[0] if len(flat) == 1 else All(flat)


def any_of(parts: Iterable[Requirement]) -> Requirement:
    """One of the parts, with nothing nested that need not be."""
    flat = _flat(parts, AnyOf)
    return flat[0] if len(flat) == 1 else AnyOf(flat)


def negated(part: Requirement) -> Requirement:
    """The opposite of the part; the opposite of an opposite is the part itself."""
    return part.part if isinstance(part, Not) else Not(part)


def _flat(parts: Iterable[Requirement], kind: type[All] | type[AnyOf]) -> tuple[Requirement, ...]:
    return tuple(
        inner for part in parts for inner in (part.parts if isinstance(part, kind) else (part,))
    )


def conditions(requirement: Requirement | None) -> tuple[Condition, ...]:
    """Every condition in the expression, in the order in which they are written."""
    match requirement:
        case None:
            return ()
        case Not(part):
            return conditions(part)
        case All(parts) | AnyOf(parts):
            return tuple(one for part in parts for one in conditions(part))
        case _:
            return (requirement,)


def mapped(requirement: Requirement, change: Callable[[Condition], Condition]) -> Requirement:
    """The same expression with each condition changed."""
    match requirement:
        case Not(part):
            return Not(mapped(part, change))
        case All(parts):
            return All(tuple(mapped(part, change) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(mapped(part, change) for part in parts))
        case _:
            return change(requirement)


_OR, _AND, _ONE = range(3)  # how tightly parts are bound


def text(requirement: Requirement, around: int = _OR) -> str:
    """The expression as it is written; reading it gives the same again."""
    match requirement:
        case AnyOf(parts):
            said = " or ".join(text(part, _AND) for part in parts)
            return said if around == _OR else f"({said})"
        case All(parts):
            said = " and ".join(text(part, _ONE) for part in parts)
            return said if around <= _AND else f"({said})"
        case Not(part):
            return f"not {text(part, _ONE)}"
        case _:
            return _written(requirement)


def _written(one: Condition) -> str:
    match one:
        case Language(code, level):
            return f"language {code}" + (f" >= {level}" if level else "")
        case Country(code):
            return f"country {code}"
        case Skill(name):
            return f"skill {name}"
        case Tier(skill, least):
            return f"tier {skill} >= {least}"
        case Qualification(key):
            return f"qualification {key}"
        case _:
            known = () if one.chat_id is None else (str(one.chat_id),)
            title = json.dumps(one.title, ensure_ascii=False)
            named = (title,) if one.title or not known else ()
            return " ".join(("member", *known, *named))


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a person, as far as conditions ask for it; a tier is none until known."""

    profile: Profile = field(default_factory=Profile)
    qualifications: frozenset[str] = frozenset()
    groups: frozenset[int] = frozenset()
    tiers: Mapping[str, int | None] = field(default_factory=dict)


class Holds(IntEnum):
    """Whether a requirement is met; of several the least counts, of alternatives the most."""

    no = 0
    unmeasured = 1
    asked = 2  # an answer of the person can settle it
    yes = 3


def holds(requirement: Requirement, facts: Facts, *, opposite: bool = False) -> Holds:
    """Whether the person meets the requirement (or its opposite), as far as it is known."""
    match requirement:
        case Not(part):
            return holds(part, facts, opposite=not opposite)
        case All(parts) | AnyOf(parts):
            found = [holds(part, facts, opposite=opposite) for part in parts]
            return min(found) if isinstance(requirement, All) is not opposite else max(found)
        case _:
            found_one = _known(requirement, facts)
            return (
                {Holds.yes: Holds.no, Holds.no: Holds.yes}.get(found_one, found_one)
                if (opposite)
                else found_one
            )


def _known(one: Condition, facts: Facts) -> Holds:
    profile = facts.profile
    match one:
        case Language(code, level):
            if speaks(profile, code, level):
                return Holds.yes
            return Holds.asked if may_speak(profile, code, level) else Holds.no
        case Country(code):
            return Holds.asked if profile.country is None else _either(profile.country == code)
        case Skill(name):
            said = profile.skills.get(name)
            return Holds.asked if said is None else _either(said)
        case Tier(skill, least):
            tier = facts.tiers.get(skill)
            return Holds.unmeasured if tier is None else _either(tier >= least)
        case Qualification(key):
            return _either(key in facts.qualifications)
        case _:
            return _either(one.chat_id in facts.groups)


def _either(met: bool) -> Holds:
    return Holds.yes if met else Holds.no


def lacking(requirement: Requirement, facts: Facts, *, opposite: bool = False) -> Requirement:
    """Of a requirement that is not met, the part that stands nearest in the way.

    Of several the first that is met least; of alternatives what is lacking in each of those
    that come nearest. In what is returned only conditions are negated.
    """
    match requirement:
        case Not(part):
            return lacking(part, facts, opposite=not opposite)
        case All(parts) | AnyOf(parts):
            every = isinstance(requirement, All) is not opposite
            here = holds(requirement, facts, opposite=opposite)
            way = [one for one in parts if holds(one, facts, opposite=opposite) is here]
            nearest = [lacking(one, facts, opposite=opposite) for one in way]
            return nearest[0] if every else any_of(dict.fromkeys(nearest))
        case _:
            return Not(requirement) if opposite else requirement


def open_questions(
    requirement: Requirement, facts: Facts, *, opposite: bool = False
) -> tuple[Question, ...]:
    """What to ask, where answers can still meet the requirement; else nothing.

    Of alternatives the one that takes the fewest answers.
    """
    if holds(requirement, facts, opposite=opposite) is not Holds.asked:
        return ()
    match requirement:
        case Not(part):
            return open_questions(part, facts, opposite=not opposite)
        case All(parts) | AnyOf(parts):
            asked = [open_questions(part, facts, opposite=opposite) for part in parts]
            if isinstance(requirement, All) is opposite:
                asked = [min((one for one in asked if one), key=len)]
            return tuple(dict.fromkeys(one for some in asked for one in some))
        case Language(code):
            return (Question(Ask.level, code),)
        case Skill(name):
            return (Question(Ask.skill, name),)
        case _:  # all else that an answer can settle
            return (Question(Ask.country),)


def least_level(requirement: Requirement | None, language: str) -> Level | None:
    """The lowest level of that language which any condition asks for; none where any will do."""
    named = [
        one.level
        for one in conditions(requirement)
        if isinstance(one, Language) and one.code == language
    ]
    levels = [level for level in named if level is not None]
    return min(levels, key=RANK.__getitem__) if levels and len(levels) == len(named) else None
