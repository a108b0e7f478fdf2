"""Whom a project wants, as it is written in the chat: levels of language, countries, knowledge.

`good, de fluent`: for all its languages, and for one; `DE, AT` or `not US`; codes of skills.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from bot.domain.profiles import OWN_SKILL, SKILLS, Level, Wanted
from bot.domain.refusal import Refused

FOR_ALL: Final = ""  # every language of the project
MOST_COUNTRIES, MOST_SKILLS = 60, 8
_OWN_SKILL = re.compile(rf"{OWN_SKILL}[a-z0-9][a-z0-9-]{{0,21}}")
_PARTS = re.compile(r"[,;،؛\n]+")
_COUNTRY = re.compile(r"[A-Z]{2}")


def read_skill(text: str) -> str:
    """The code of a skill, however it is written."""
    code = re.sub(r"[\s_]+", "-", text.strip().lower())
    if code not in SKILLS and not _OWN_SKILL.fullmatch(code):
        raise Refused("project-skill", example=f"{OWN_SKILL}sign-language")
    return code


def read_skills(text: str) -> tuple[str, ...]:
    """The codes of several skills, parted by commas."""
    codes = tuple(dict.fromkeys(read_skill(one) for one in _PARTS.split(text) if one.strip()))
    if not 1 <= len(codes) <= MOST_SKILLS:
        raise Refused("project-skills", most=MOST_SKILLS)
    return codes


def read_levels(text: str) -> dict[str, str]:
    """The level that each language needs; under `FOR_ALL` that of those that are not named."""
    found: dict[str, str] = {}
    for part in filter(
        None, map(str.split, _PARTS.split(text.replace(":", " ").replace("=", " ")))
    ):
        *language, level = part
        name = language[0] if language else FOR_ALL
        if len(part) > 2 or level.lower() not in tuple(Level) or name in found:
            raise Refused("project-levels", levels=", ".join(Level))
        found[name] = level.lower()
    if not found:
        raise Refused("project-levels", levels=", ".join(Level))
    return found


def read_countries(text: str) -> dict[str, list[str]]:
    """Where people must live (`only`), or must not (`not`), by the codes of countries."""
    words = re.split(r"[\s,;،؛]+", text.strip())
    out = words[0].lower() == "not"
    codes = list(dict.fromkeys(one.upper() for one in words[out:] if one))
    wrong = next((one for one in codes if not _COUNTRY.fullmatch(one)), None)
    if wrong is not None or not 1 <= len(codes) <= MOST_COUNTRIES:
        raise Refused("project-country", wrong=(wrong or text)[:20])
    return {"not" if out else "only": codes}


def levels_of(wanted: Wanted) -> dict[str, str] | None:
    """The levels that a project asks for, as they are read; none where it asks for none."""
    found = {name: str(level) for name, level in wanted.levels.items()}
    if wanted.level is not None:
        found = {FOR_ALL: str(wanted.level), **found}
    return found or None


def countries_of(wanted: Wanted) -> dict[str, list[str]] | None:
    """The countries that a project asks for, as they are read; none where any will do."""
    found = {"only": list(wanted.countries), "not": list(wanted.not_countries)}
    return {name: codes for name, codes in found.items() if codes} or None


def with_levels(
    wanted: Wanted, levels: Mapping[str, str] | None, languages: tuple[str, ...]
) -> Wanted:
    """The same with these levels; refused where the project does not ask for such a language."""
    given = dict(levels or {})
    least = given.pop(FOR_ALL, None)
    if levels and not languages:
        raise Refused("project-levels-first")
    if wrong := [one for one in given if one not in languages]:
        raise Refused("project-levels-other", wrong=wrong[0][:35], known=", ".join(languages))
    own = {name: Level(level) for name, level in given.items()}
    return replace(wanted, level=Level(least) if least else None, levels=own)


def with_countries(wanted: Wanted, countries: Mapping[str, Any] | None) -> Wanted:
    """The same for people of these countries."""
    given = countries or {}
    only, out = (tuple(given.get(name, ())) for name in ("only", "not"))
    return replace(wanted, countries=only, not_countries=out)
