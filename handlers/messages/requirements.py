"""What a project requires, spoken to the reader: on cards of calls and in reasons."""

from collections.abc import Sequence

from bot.countries import country_name
from bot.domain.projects import Offerings
from bot.domain.requirements import (
    All,
    AnyOf,
    Condition,
    Country,
    Language,
    Member,
    Not,
    Qualification,
    Requirement,
    Skill,
    Tier,
)
from bot.typeset import Text
from handlers.context import Words
from handlers.messages.profile_words import language_name, level_name, listed, skill_name
from handlers.messages.screen import lines


def required(words: Words, offer: Offerings) -> Text | None:
    """What a project requires and gives out at most, a line each; none where there is neither."""
    said = []
    if offer.requires is not None:
        said.append(words.rich("needs-requires", needs=spoken_requirement(words, offer.requires)))
    if offer.most_jobs_a_day is not None:
        said.append(words.rich("needs-most-a-day", count=offer.most_jobs_a_day))
    return lines(*said) if said else None


def spoken_requirement(words: Words, requirement: Requirement) -> str:
    """The whole expression in words; what all must hold is parted more widely."""
    every = requirement.parts if isinstance(requirement, All) else (requirement,)
    return words("requires-between").join(_said(words, part) for part in every)


def _said(words: Words, part: Requirement, *, opposite: bool = False, within: bool = False) -> str:
    """One part; `within` others that are joined differently it is put in brackets."""
    match part:
        case Not(inner):
            return _said(words, inner, opposite=not opposite, within=within)
        case All(parts) | AnyOf(parts):
            every = isinstance(part, All) is not opposite
            countries = _countries(parts, every is opposite)
            if countries:
                return _living(words, countries, opposite=opposite)
            joined = _joined(
                words, "requires-and" if every else "requires-or",
                [_said(words, one, opposite=opposite, within=True) for one in parts],
            )  # fmt: skip
            return words("requires-inside", inside=joined) if within else joined
        case _:
            return _condition(words, part, opposite=opposite)


def _countries(parts: Sequence[Requirement], together: bool) -> list[str]:
    """The countries, where the parts are nothing else and can be said in one go."""
    codes = [one.code for one in parts if isinstance(one, Country)]
    return codes if together and len(codes) == len(parts) else []


def _living(words: Words, codes: Sequence[str], *, opposite: bool) -> str:
    names = [country_name(words.language, one) for one in codes]
    no = "not-" if opposite else ""
    return words(f"requires-{no}country", countries=_joined(words, "requires-or", names))


def _joined(words: Words, key: str, said: Sequence[str]) -> str:
    *first, last = said
    return words(key, first=listed(words, first), last=last) if first else last


def _condition(words: Words, one: Condition, *, opposite: bool) -> str:
    no = "not-" if opposite else ""
    match one:
        case Language(code, None):
            return words(f"requires-{no}language", language=language_name(words.language, code))
        case Language(code, level):
            return words(
                f"requires-{no}language-level", language=language_name(words.language, code),
                level=level_name(words, str(level)),
            )  # fmt: skip
        case Country(code):
            return _living(words, [code], opposite=opposite)
        case Skill(name):
            return words(f"requires-{no}skill", skill=skill_name(words, name))
        case Tier(skill, least):
            return words(f"requires-{no}tier", skill=skill_name(words, skill), least=least)
        case Qualification(course):
            return words(f"requires-{no}qualification", qualification=course)
        case Member(title, chat_id):
            return words(f"requires-{no}member", group=title or str(chat_id))
