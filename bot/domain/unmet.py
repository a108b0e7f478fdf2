"""Why a requirement is not met, in the reasons that people are told."""

from bot.domain.profiles import RANK, Level
from bot.domain.refusal import Refused
from bot.domain.requirements import (
    AnyOf,
    Country,
    Facts,
    Holds,
    Language,
    Member,
    Not,
    Qualification,
    Requirement,
    Skill,
    Tier,
    conditions,
    holds,
    lacking,
    text,
)


def require_met(requirement: Requirement | None, facts: Facts) -> None:
    """Refuse who does not meet it, with what stands nearest in the way.

    What an answer of the person can settle is no reason. What is not measured yet is one.
    """
    if requirement is None or holds(requirement, facts) >= Holds.asked:
        return
    way = lacking(requirement, facts)
    known = _of_one(way, facts) if not isinstance(way, Not | AnyOf) else _of_kind(way, facts)
    raise known or Refused("requires-other", needs=text(way))


def _of_kind(way: Requirement, facts: Facts) -> Refused | None:
    """The reason where all that is in the way is of one kind."""
    those = conditions(way)
    if all(isinstance(one, Country) for one in those):
        return Refused("country", country=facts.profile.country)
    languages = [one for one in those if isinstance(one, Language)]
    if isinstance(way, AnyOf) and len(languages) == len(way.parts) == len(those):
        return _of_languages(languages, facts)
    return None


def _of_languages(those: list[Language], facts: Facts) -> Refused:
    levels = facts.profile.levels
    low = [one for one in those if one.level and one.code in facts.profile.languages]
    if not low:
        return Refused("language", languages=", ".join(one.code for one in those))

    def missing(one: Language) -> int:
        return RANK[one.level or Level.basic] - RANK[Level(levels[one.code])]

    nearest = min(low, key=missing)
    return Refused(
        "level", language=nearest.code, level=str(nearest.level), have=levels[nearest.code]
    )


def _of_one(way: Requirement, facts: Facts) -> Refused | None:
    match way:
        case Language():
            return _of_languages([way], facts)
        case Country():
            return Refused("country", country=facts.profile.country)
        case Skill(name):
            return Refused("skill", skill=name)
        case Tier(skill, least):
            have = facts.tiers.get(skill)
            if have is None:
                return Refused("requires-tier-unknown", skill=skill, least=least)
            return Refused("requires-tier", skill=skill, least=least, tier=have)
        case Qualification(key):
            return Refused("requires-qualification", qualification=key)
        case Member(title) if title:
            return Refused("requires-member", group=title)
        case _:
            return None
