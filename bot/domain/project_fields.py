"""The fields of a project that are written or chosen in the chat, and what each may be."""

import re
import unicodedata
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final

from bot.domain.main_question import main_question
from bot.domain.overlap import MOST_OVERLAP, TARGETS, Sureness
from bot.domain.profiles import Level, Wanted
from bot.domain.project_wanted import (
    countries_of,
    levels_of,
    read_countries,
    read_levels,
    read_skill,
    read_skills,
    with_countries,
    with_levels,
)
from bot.domain.projects import NewProject, Project
from bot.domain.refusal import Refused
from bot.domain.requirements import Requirement
from bot.domain.requirements import text as text_of
from bot.domain.requirements_reading import Trouble, parsed, read
from bot.domain.scheme_body import REASONS, reason_of, scheme_from, with_reason
from bot.domain.schemes import Scheme


class Field(StrEnum):
    """What is asked about a new project, or changed about one that is there."""

    name = "name"
    key = "key"
    scheme = "scheme"
    pay = "pay"
    time = "time"
    languages = "languages"
    guidelines = "guidelines"
    tasks_per_job = "tasks_per_job"
    overlap = "overlap"
    due_minutes = "due_minutes"
    review_days = "review_days"
    content_warning = "content_warning"
    skill = "skill"
    confidence = "confidence"
    review_share = "review_share"
    most_jobs_a_day = "most_jobs_a_day"
    requires = "requires"
    level = "level"
    countries = "countries"
    skills = "skills"
    reason = "reason"


@dataclass(frozen=True, slots=True)
class Draft:
    """A project in the making, with the fields that were filled in so far."""

    id: int
    number: str
    fields: dict[str, Any]


# In the order in which they are asked about a new project.
WIZARD: Final = (
    Field.name, Field.key, Field.scheme, Field.pay, Field.time, Field.languages,
    Field.guidelines,
)  # fmt: skip
EDITABLE: Final = (
    Field.name, Field.guidelines, Field.tasks_per_job, Field.time, Field.due_minutes,
    Field.most_jobs_a_day, Field.overlap, Field.confidence, Field.review_days,
    Field.review_share, Field.languages, Field.level, Field.countries, Field.skills,
    Field.requires, Field.skill, Field.reason, Field.content_warning,
)  # fmt: skip
# What a project can do without.
OPTIONAL: Final = (
    Field.due_minutes, Field.languages, Field.skill, Field.content_warning, Field.confidence,
    Field.review_share, Field.most_jobs_a_day, Field.requires, Field.level, Field.countries,
    Field.skills,
)  # fmt: skip
# What can be tapped as well as written.
CHOICES: Final[dict[Field, tuple[str, ...]]] = {
    Field.level: tuple(Level), Field.reason: REASONS,
}  # fmt: skip
RANGES: Final = {
    Field.time: (1, 36_000), Field.tasks_per_job: (1, 20), Field.overlap: (1, MOST_OVERLAP),
    Field.due_minutes: (1, 10_080), Field.review_days: (0, 30), Field.review_share: (0, 100),
    Field.most_jobs_a_day: (1, 100),
}  # fmt: skip
# The part of the offer that a field is, where it is called otherwise there.
_PARTS: Final = {Field.time: "seconds_per_task"}
LONGEST: Final = {Field.name: 100, Field.content_warning: 1_000, Field.guidelines: 50_000}
MOST_LANGUAGES: Final = 50
EXAMPLE: Final = "support-replies"
_KEY = re.compile(r"[a-z0-9-]{2,40}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_UNNAMED = "project"


def read_field(field: Field, text: str) -> Any:
    """What was written for the field, as the project has it; money is read elsewhere."""
    if field in LONGEST:
        return _words(field, text)
    # Keyboards of right-to-left scripts put marks in that nobody sees.
    plain = "".join(one for one in text if unicodedata.category(one) != "Cf").strip()
    if field in RANGES:
        return _whole(plain, *RANGES[field])
    return _READ.get(field, _key)(plain)


def _words(field: Field, text: str) -> str:
    words = text.strip() if field is Field.guidelines else " ".join(text.split())
    kinds = {unicodedata.category(one) for one in words}
    is_seen = any(not kind.startswith(("C", "Z")) for kind in kinds)
    if not is_seen or "Cs" in kinds or "\x00" in words or len(words) > LONGEST[field]:
        raise Refused("project-text", most=LONGEST[field])
    return words


def _whole(text: str, least: int, most: int) -> int:
    if not re.fullmatch(r"\d{1,6}", text) or not least <= int(text) <= most:
        raise Refused("project-whole", least=least, most=most)
    return int(text)


def _languages(text: str) -> tuple[str, ...]:
    codes = tuple(dict.fromkeys(one for one in re.split(r"[\s,;،؛]+", text) if one))
    if not codes or len(codes) > MOST_LANGUAGES:
        raise Refused("project-languages")
    for code in codes:
        if len(code) > 35 or not _LANGUAGE.fullmatch(code):
            raise Refused("project-language", wrong=code[:35])
    return codes


def _reason(text: str) -> str:
    if text.lower() not in REASONS:
        raise Refused("project-reason", values=", ".join(REASONS))
    return text.lower()


def _requirement(text: str) -> Requirement:
    found = read(text)
    if isinstance(found, Trouble):
        raise Refused("project-requires", example="language de and tier law >= 40")
    return found.requirement


def _sureness(text: str) -> Sureness:
    """Such as `80 5`: how sure in percent, and how many ratings a task gets for that at most.

    No number can be both, so they may stand in either order, as from right to left.
    """
    found = re.fullmatch(r"(\d{1,3})\s*[%٪]?[\s,;،؛/]+(\d{1,3})\s*[%٪]?", text)
    few, sure = sorted(int(one) for one in found.groups()) if found else (0, 0)
    least, most = TARGETS
    if not least <= sure <= most or not 2 <= few <= MOST_OVERLAP:
        raise Refused("project-confidence", least=least, most=most, ratings=MOST_OVERLAP)
    return Sureness(sure, few)


def _key(text: str) -> str:
    key = text.lower()
    if not _KEY.fullmatch(key):
        raise Refused("project-key", example=EXAMPLE)
    return key


_READ: Final[dict[Field, Callable[[str], Any]]] = {
    Field.skill: read_skill, Field.skills: read_skills, Field.level: read_levels,
    Field.countries: read_countries, Field.reason: _reason, Field.confidence: _sureness,
    Field.requires: _requirement, Field.languages: _languages,
}  # fmt: skip


def proposed_key(name: str, taken: Container[str]) -> str:
    """A short name in commands for a project that is called so, which no other one has."""
    latin = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    found = re.sub(r"[^a-z0-9]+", "-", latin).strip("-")[:30].strip("-")
    first = found if len(found) >= 2 else _UNNAMED
    nth, key = 1, first
    while key in taken:
        nth += 1
        key = f"{first}-{nth}"
    return key


def require_editable(field: str) -> Field:
    """The field, which can be changed in the chat."""
    if field not in EDITABLE:
        raise Refused("stale-button")
    return Field(field)


def require_optional(field: Field) -> None:
    """Refuse to do without what every project needs."""
    if field not in OPTIONAL:
        raise Refused("stale-button")


_WANTED: Final[dict[Field, Callable[[Wanted], Any]]] = {
    Field.level: levels_of, Field.countries: countries_of,
    Field.skills: lambda wanted: wanted.skills,
}  # fmt: skip


def value_of(project: Project | NewProject, field: Field) -> Any:
    """What the project has in that field now."""
    if field in (Field.name, Field.guidelines):
        return getattr(project, field)
    if field is Field.reason:
        scheme = project.scheme
        return reason_of(scheme if isinstance(scheme, Scheme) else scheme_from(scheme))
    if (found := _WANTED.get(field)) is not None:
        return found(project.offer.wanted)
    return getattr(project.offer, _PARTS.get(field, field))


def stored(field: Field, value: Any) -> Any:
    """The value of a field as JSON keeps it."""
    if field is Field.requires and value is not None:
        return text_of(value)
    return [value.target, value.most] if isinstance(value, Sureness) else value


def restored(field: Field, value: Any) -> Any:
    """The value of a field from what JSON kept."""
    if field is Field.requires and value is not None:
        return parsed(value)
    if not isinstance(value, list):
        return value
    return Sureness(*value) if field is Field.confidence else tuple(value)


def edited(
    project: NewProject, field: Field, value: Any, *, reread: bool = True,
    asked: Mapping[str, Any] | None = None,
) -> NewProject:  # fmt: skip
    """The project with another value there; refused where it is none.

    `reread` says whether who worked under other guidelines has to read these; `asked` is its
    scheme with all that it can ask.
    """
    if value == value_of(project, field):
        raise Refused("project-same")
    if field is Field.name:
        return replace(project, name=value)
    if field is Field.guidelines:
        learning = replace(project.offer.learning, reread=reread)
        offer = replace(project.offer, learning=learning)
        return replace(project, guidelines=value, offer=offer)
    if field is Field.languages:
        return replace(project, offer=replace(project.offer, **_spoken(project, value or ())))
    if field in _WANTED:
        return replace(
            project, offer=replace(project.offer, wanted=_wanted(project, field, value))
        )
    if field is Field.reason:
        return replace(project, scheme=_asking(asked or project.scheme, value))
    if field is Field.confidence and value is not None:
        _require_of_use(project, value)
    part = _PARTS.get(field, field.value)
    return replace(project, offer=replace(project.offer, **{part: value}))


def _require_of_use(project: NewProject, rule: Sureness) -> None:
    """Refuse a rule by which nothing would ever be asked."""
    if main_question(scheme_from(project.scheme)) is None:
        raise Refused("project-no-answer")
    if rule.most <= project.offer.overlap:
        raise Refused("project-confidence-few", overlap=project.offer.overlap)


def _asking(body: Mapping[str, Any], reason: str) -> dict[str, Any]:
    """The scheme that asks why as it is said; refused where it cannot."""
    made = with_reason(body, reason)
    if not made["questions"] or reason_of(scheme_from(made)) != reason:
        raise Refused("project-no-reason")
    return made


def _wanted(project: NewProject, field: Field, value: Any) -> Wanted:
    wanted = project.offer.wanted
    if field is Field.level:
        return with_levels(wanted, value, project.offer.languages)
    if field is Field.countries:
        return with_countries(wanted, value)
    return replace(wanted, skills=tuple(value or ()))


def _spoken(project: NewProject, languages: tuple[str, ...]) -> dict[str, Any]:
    """Other languages, and the levels of those that are left."""
    wanted = project.offer.wanted
    if wanted.level is not None and not languages:
        raise Refused("project-level")
    levels = {name: level for name, level in wanted.levels.items() if name in languages}
    return {"languages": languages, "wanted": replace(wanted, levels=levels)}
