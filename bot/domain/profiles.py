"""What a person says of oneself for work, and what a project asks for: languages, country, skills.

What is not known yet is asked with one tap; what is known and not enough is a reason.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from bot.domain.refusal import Refused


class Level(StrEnum):
    """How well somebody reads and writes a language, by the own word; the order is the rank."""

    basic = "basic"
    good = "good"
    fluent = "fluent"
    native = "native"


NO = "none"  # not a language of work, said so
RANK = {level: rank for rank, level in enumerate(Level)}
# What people know something about; each has a text in every language.
SKILLS = (
    "mathematics", "programming", "statistics", "physics", "chemistry", "biology", "medicine",
    "law", "finance", "history", "teaching", "journalism", "creative-writing", "translation",
)  # fmt: skip


class Ask(StrEnum):
    """What is asked about a person."""

    languages = "languages"  # which of several
    level = "level"
    country = "country"
    skill = "skill"


# The skill of work that names none: rating itself. Nobody says of oneself to have it.
RATING = "rating"
OWN_SKILL = "x-"  # begins the code of a skill that is the hall's own


@dataclass(frozen=True, slots=True)
class Question:
    """One question; `about` is the language or the skill that it is about."""

    ask: Ask
    about: str = ""

    @property
    def code(self) -> str:
        """The question in one word, the same as long as it is the same question."""
        return f"{self.ask}:{self.about}"


@dataclass(frozen=True, slots=True)
class Profile:
    """What a person said: work languages, levels (or `NO`), country, skills held and not held."""

    languages: tuple[str, ...] = ()
    levels: Mapping[str, str] = field(default_factory=dict)
    country: str | None = None
    skills: Mapping[str, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a project asks of who works on it, besides its languages; empty asks nothing.

    `level` holds for every language without one of its own in `levels`.
    """

    level: Level | None = None
    levels: Mapping[str, Level] = field(default_factory=dict)
    countries: tuple[str, ...] = ()
    not_countries: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()

    @property
    def asks_anything(self) -> bool:
        """Whether anything is asked for at all."""
        return self != Wanted()

    def least(self, language: str) -> Level | None:
        """The level that the language needs; none where any will do."""
        return self.levels.get(language, self.level)

    def to_json(self) -> dict[str, Any]:
        """The mapping that is stored."""
        return {
            "level": self.level,
            "levels": dict(self.levels),
            "countries": list(self.countries),
            "not_countries": list(self.not_countries),
            "skills": list(self.skills),
        }

    @classmethod
    def from_json(cls, body: Mapping[str, Any] | None) -> "Wanted":
        """What a stored mapping asks for; nothing where there is none."""
        if body is None:
            return cls()
        return cls(
            level=Level(body["level"]) if body["level"] else None,
            levels={language: Level(level) for language, level in body["levels"].items()},
            countries=tuple(body["countries"]),
            not_countries=tuple(body["not_countries"]),
            skills=tuple(body["skills"]),
        )


def require_fit(profile: Profile, languages: tuple[str, ...], wanted: Wanted) -> None:
    """Refuse who is known not to have what is asked for; what is unknown is no reason."""
    _require_language(profile, languages, wanted)
    country = profile.country
    if country is not None and not _is_welcome(country, wanted):
        raise Refused("country", country=country)
    for skill in wanted.skills:
        if profile.skills.get(skill) is False:
            raise Refused("skill", skill=skill)


def _require_language(profile: Profile, languages: tuple[str, ...], wanted: Wanted) -> None:
    if not languages or any(_may_fit(profile, one, wanted) for one in languages):
        return
    low = [one for one in languages if one in profile.languages]
    if not low:
        raise Refused("language", languages=", ".join(languages))
    # The one that is nearest to what it needs.
    nearest = max(
        low, key=lambda one: _rank(profile, one) - RANK[wanted.least(one) or Level.basic]
    )
    raise Refused(
        "level", language=nearest, level=str(wanted.least(nearest)), have=profile.levels[nearest]
    )


def _rank(profile: Profile, language: str) -> int:
    return RANK.get(Level(profile.levels[language]), 0)


def speaks(profile: Profile, language: str, least: Level | None) -> bool:
    """Whether the person works in the language well enough, as far as it is known."""
    if language not in profile.languages:
        return False
    return least is None or (
        language in profile.levels and _rank(profile, language) >= RANK[least]
    )


def may_speak(profile: Profile, language: str, least: Level | None) -> bool:
    """Whether the person works in it well enough, or was never asked."""
    return speaks(profile, language, least) or language not in profile.levels


def _fits(profile: Profile, language: str, wanted: Wanted) -> bool:
    return speaks(profile, language, wanted.least(language))


def _may_fit(profile: Profile, language: str, wanted: Wanted) -> bool:
    return may_speak(profile, language, wanted.least(language))


def _is_welcome(country: str, wanted: Wanted) -> bool:
    if wanted.countries and country not in wanted.countries:
        return False
    return country not in wanted.not_countries


def questions(
    profile: Profile, languages: tuple[str, ...], wanted: Wanted
) -> tuple[Question, ...]:
    """What must still be asked before the person can work there, the first to ask first."""
    asked: list[Question] = []
    fitting = any(_fits(profile, one, wanted) for one in languages)
    # Where every language is known not to do, that is a reason and no question.
    if not fitting and any(one not in profile.levels for one in languages):
        asked.append(_about_language(profile, languages))
    if (wanted.countries or wanted.not_countries) and profile.country is None:
        asked.append(Question(Ask.country))
    asked += [Question(Ask.skill, one) for one in wanted.skills if one not in profile.skills]
    return tuple(asked)


def _about_language(profile: Profile, languages: tuple[str, ...]) -> Question:
    unknown = [one for one in languages if one not in profile.levels]
    spoken = [one for one in unknown if one in profile.languages]
    if spoken or len(unknown) == 1:
        return Question(Ask.level, (spoken or unknown)[0])
    return Question(Ask.languages)


def tries(asked: tuple[Question, ...], wanted: Wanted) -> int:
    """How many taps these questions take: which language is followed by how well."""
    which = any(one.ask is Ask.languages for one in asked)
    return len(asked) + (which and bool(wanted.level or wanted.levels))


def with_level(profile: Profile, language: str, level: str) -> Profile:
    """The profile with that level; `NO` drops the language from those of work, else it is one."""
    if level != NO:
        level = Level(level)
    others = tuple(one for one in profile.languages if one != language)
    spoken = others if level == NO else profile.languages
    if level != NO and language not in spoken:
        spoken = (*spoken, language)
    if not spoken:
        raise Refused("last-language")
    return Profile(
        spoken, {**profile.levels, language: str(level)}, profile.country, profile.skills
    )


def with_language(profile: Profile, language: str) -> Profile:
    """The profile with one more work language, whose level is not known."""
    if language in profile.languages:
        return profile
    levels = {one: level for one, level in profile.levels.items() if one != language}
    return Profile((*profile.languages, language), levels, profile.country, profile.skills)


def without_languages(profile: Profile, languages: tuple[str, ...]) -> Profile:
    """The profile in which none of these is a language of work; one always stays."""
    spoken = tuple(one for one in profile.languages if one not in languages)
    if not spoken:
        raise Refused("last-language")
    levels = {**profile.levels, **dict.fromkeys(languages, NO)}
    return Profile(spoken, levels, profile.country, profile.skills)


def with_country(profile: Profile, country: str) -> Profile:
    """The profile of who lives in that country."""
    return Profile(profile.languages, profile.levels, country, profile.skills)


def with_skill(profile: Profile, skill: str, *, held: bool) -> Profile:
    """The profile of who has that skill, or has it not."""
    return Profile(
        profile.languages, profile.levels, profile.country, {**profile.skills, skill: held}
    )


# The answers to a question about a skill, and to one about languages that fits none.
HELD, NOT_HELD = "yes", "no"


def answered(
    profile: Profile, question: Question, answer: str, languages: tuple[str, ...]
) -> Profile:
    """The profile after that answer to the question; refused when it is none of its answers."""
    if question.ask is Ask.level and answer in (*Level, NO):
        return with_level(profile, question.about, answer)
    if question.ask is Ask.languages and answer == NO:
        return without_languages(profile, languages)
    if question.ask is Ask.languages and answer.isdecimal() and int(answer) < len(languages):
        return with_language(profile, languages[int(answer)])
    if question.ask is Ask.country:
        return with_country(profile, answer)
    if question.ask is Ask.skill and answer in (HELD, NOT_HELD):
        return with_skill(profile, question.about, held=answer == HELD)
    raise Refused("stale-button")
