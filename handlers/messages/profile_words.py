"""Languages, levels, countries and skills in the words of the reader."""

from collections.abc import Iterable, Mapping
from typing import Any

from babel import Locale, UnknownLocaleError

from bot.countries import country_name, locale_of
from bot.domain.profiles import NO, RATING, SKILLS, Wanted
from bot.typeset import Text
from handlers.context import Words
from handlers.messages.screen import lines

OWN = "x-"  # begins the code of a skill that has no text of ours
MOST = 6  # countries that are named one by one


def language_name(language: str, code: str) -> str:
    """The name of a language in another one, as far as it is known."""
    try:
        name = Locale.parse(code.replace("-", "_")).get_display_name(locale_of(language).language)
    except (UnknownLocaleError, ValueError):
        return code
    return name or code


def listed(words: Words, names: Iterable[str]) -> str:
    """The names one after the other, as the language parts them."""
    # Babel says the second of two names twice where a language has no pattern for two.
    return words("profile-list-comma").join(names)


def language_names(words: Words, codes: Iterable[str]) -> str:
    """The names of several languages."""
    return listed(words, (language_name(words.language, one) for one in codes))


def skills_held(words: Words, skills: Mapping[str, bool]) -> str:
    """The names of the skills that somebody has; nothing where there are none."""
    return listed(words, (skill_name(words, one) for one, held in skills.items() if held))


def level_name(words: Words, level: str) -> str:
    """How well, in words; nothing for a language that is none of work."""
    return words(f"level-{level}")


def skill_name(words: Words, skill: str) -> str:
    """The name of the skill; the hall's own are shown as they are written."""
    if skill == RATING or skill in SKILLS:
        return words(f"skill-{skill}")
    return skill.removeprefix(OWN).replace("-", " ")


def needs(words: Words, languages: tuple[str, ...], wanted: Wanted) -> Text | None:
    """What a project asks of people, one line each; none where it asks nothing."""
    said: list[Text] = []
    if languages:
        said.append(
            words.rich("needs-languages", languages=_with_levels(words, languages, wanted))
        )
    for codes, key in (
        (wanted.countries, "needs-countries"), (wanted.not_countries, "needs-not-countries"),
    ):  # fmt: skip
        if codes:
            said.append(words.rich(key, countries=_countries(words, codes)))
    if wanted.skills:
        names = listed(words, (skill_name(words, one) for one in wanted.skills))
        said.append(words.rich("needs-skills", skills=names))
    return lines(*said) if said else None


def wanted_words(words: Words, value: Any, *, field: str) -> str:
    """What a project asks of people in one field: levels, countries or skills."""
    if field == "skills":
        return listed(words, (skill_name(words, one) for one in value))
    if field == "level":
        return listed(words, (_level_of(words, name, one) for name, one in value.items()))
    keys = {"only": "needs-countries", "not": "needs-not-countries"}
    return "; ".join(
        words(keys[name], countries=_countries(words, tuple(codes)))
        for name, codes in value.items()
    )


def _level_of(words: Words, code: str, level: str) -> str:
    if not code:
        return level_name(words, level)
    name = language_name(words.language, code)
    return words("needs-language", language=name, level=level_name(words, level))


def _with_levels(words: Words, languages: tuple[str, ...], wanted: Wanted) -> str:
    def named(code: str) -> str:
        name, least = language_name(words.language, code), wanted.least(code)
        if least is None:
            return name
        return words("needs-language", language=name, level=level_name(words, least))

    return listed(words, map(named, languages))


def _countries(words: Words, codes: tuple[str, ...]) -> str:
    named = listed(words, (country_name(words.language, one) for one in codes[:MOST]))
    more = len(codes) - MOST
    return words("needs-more", named=named, more=more) if more > 0 else named


def spoken(words: Words, languages: tuple[str, ...], levels: Mapping[str, str]) -> str:
    """Work languages with what is known of how well."""

    def named(code: str) -> str:
        name, level = language_name(words.language, code), levels.get(code, NO)
        if level == NO:
            return name
        return words("needs-language", language=name, level=level_name(words, level))

    return listed(words, map(named, languages))
