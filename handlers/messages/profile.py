"""The work profile: the questions of a project, and the cards under `/settings`."""

from typing import Any

from bot import zones
from bot.countries import country_name, country_of, find_countries
from bot.domain.people import Person
from bot.domain.profiles import HELD, NO, NOT_HELD, SKILLS, Ask, Level, Question
from bot.domain.refusal import Refused
from bot.domain.requirements import least_level
from bot.services import profiles
from bot.services.claims import GateView
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.gate_words import held
from handlers.messages.profile_words import (
    language_name,
    level_name,
    skill_name,
    skills_held,
    spoken,
)
from handlers.messages.screen import Button, Row, Screen, button, lines, rows_of

MOST_GUESSED = 6
# Where there is no project, the place of its key in the data of a button.
NOWHERE = "-"


async def question(hall: Hall, view: GateView) -> Screen:
    """What a project needs to know, why, and its answers, one tap each."""
    words, key = hall.words(view.person.language), view.project.key
    ask, _, about = view.gate.what.partition(":")
    asked = Question(Ask(ask), about)
    mark = profiles.mark(asked.code)

    def answer(label: str, said: str, style: str | None = None) -> Button:
        return button(label, "ya", key, mark, said, style=style)

    text = lines(
        _why(words, view, asked), words.rich("profile-once"), held(hall, view), between="\n\n"
    )
    rows = {
        Ask.languages: _languages, Ask.level: _levels, Ask.country: _countries, Ask.skill: _skill,
    }[asked.ask](words, view, answer)  # fmt: skip
    return Screen(text, (*rows, (button(words("button-not-this-project"), "wd", key),)))


def _why(words: Words, view: GateView, asked: Question) -> Text:
    project = view.project.name
    if asked.ask is Ask.level:
        language = language_name(words.language, asked.about)
        offer = view.project.offer
        least = offer.wanted.least(asked.about) or least_level(offer.requires, asked.about)
        if least is None:
            return words.rich("profile-language", project=project, language=language)
        level = level_name(words, least)
        return words.rich("profile-level", project=project, language=language, level=level)
    if asked.ask is Ask.skill:
        skill = skill_name(words, asked.about)
        return words.rich("profile-skill", project=project, skill=skill)
    if asked.ask is Ask.country:
        return words.rich("profile-country", project=project)
    return words.rich("profile-languages", project=project)


def _languages(words: Words, view: GateView, answer: Any) -> tuple[Row, ...]:
    offered = [
        answer(language_name(words.language, code), str(nth))
        for nth, code in enumerate(view.project.offer.languages)
    ]
    return (*rows_of(offered, 3), (answer(words("button-none-of-these"), NO),))


def _levels(words: Words, view: GateView, answer: Any) -> tuple[Row, ...]:
    del view
    return rows_of([answer(words(f"button-level-{one}"), one) for one in (*Level, NO)], 1)


def _countries(words: Words, view: GateView, answer: Any) -> tuple[Row, ...]:
    buttons = [
        answer(country_name(words.language, code), code, "success" if nth == 0 else None)
        for nth, code in enumerate(_guessed(view.person))
    ]
    other = button(words("button-other-country"), "yw", view.project.key)
    return (*rows_of(buttons, 2), (other,))


def _skill(words: Words, view: GateView, answer: Any) -> tuple[Row, ...]:
    del view
    return (
        (answer(words("button-have-skill"), HELD), answer(words("button-no-skill"), NOT_HELD)),
    )


def _guessed(person: Person) -> list[str]:
    """Where the person may live: the country of the own zone first, then those of neighbours."""
    near = [person.zone, *zones.zone_choices(person.language, person.zone)]
    found = [person.country, *map(country_of, near)]
    return list(dict.fromkeys(one for one in found if one is not None))[:MOST_GUESSED]


async def card(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What the person said of oneself, and the way to change each of it."""
    found = await profiles.said(hall.db, args["person_id"])
    words, said = hall.words(found.person.language), found.profile
    skills = skills_held(words, said.skills)
    country = said.country and country_name(words.language, said.country)
    text = lines(
        words.rich("profile-head"),
        lines(
            words.rich("profile-speaks",
                       languages=spoken(words, said.languages, said.levels)),
            words.rich("profile-lives", country=country)
            if country else words.rich("profile-lives-unsaid"),
            words.rich("profile-skills", skills=skills)
            if skills else words.rich("profile-skills-none"),
        ),
        words.rich("profile-what-for"),
        between="\n\n",
    )  # fmt: skip
    levels = [
        button(words("button-level-of", language=language_name(words.language, one)), "yl", one)
        for one in said.languages
    ]
    return Screen(
        text,
        (
            *rows_of(levels, 2),
            (button(words("button-set-work-languages"), "vw"),),
            (button(words("button-set-country"), "yu"), button(words("button-set-skills"), "ys")),
            (button(words("button-back"), "v"),),
        ),
    )


async def level(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """How well the person reads and writes one language."""
    found = await profiles.said(hall.db, args["person_id"])
    words, code = hall.words(found.person.language), args["code"]
    if code not in (*found.profile.languages, *found.profile.levels):
        raise Refused("stale-button")
    now = found.profile.levels.get(code)
    buttons = [
        button(words("button-mark", mark="✓" if one == now else "·",
                     name=words(f"button-level-{one}")), "yr", code, one)
        for one in Level
    ]  # fmt: skip
    text = words.rich("profile-level-ask", language=language_name(words.language, code))
    return Screen(text, (*rows_of(buttons, 1), (button(words("button-back"), "yp"),)))


async def skills(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The skills, those that the person has marked."""
    found = await profiles.said(hall.db, args["person_id"])
    words, said = hall.words(found.person.language), found.profile.skills
    buttons = [
        button(words("button-mark", mark="✓" if said.get(one) else "·",
                     name=skill_name(words, one)), "yx", one)
        for one in dict.fromkeys((*SKILLS, *said))
    ]  # fmt: skip
    back = (button(words("button-back"), "yp"),)
    return Screen(words.rich("profile-skills-ask"), (*rows_of(buttons, 2), back))


async def country(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Where the person may live, the likeliest first."""
    found = await profiles.said(hall.db, args["person_id"])
    words = hall.words(found.person.language)
    buttons = [
        button(words("button-mark", mark="✓" if one == found.profile.country else "·",
                     name=country_name(words.language, one)), "yv", one)
        for one in _guessed(found.person)
    ]  # fmt: skip
    other = (button(words("button-other-country"), "yw", NOWHERE),)
    back = (button(words("button-back"), "yp"),)
    return Screen(words.rich("profile-country-ask"), (*rows_of(buttons, 2), other, back))


async def country_name_ask(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """That the name of the country is to be written."""
    words = hall.words(args["language"])
    return Screen(words.rich("profile-country-write"), ((button(words("button-cancel"), "ac"),),))


async def countries_found(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Which countries the written name may mean, one tap each; none: write it again."""
    words, key = hall.words(args["language"]), args["key"]
    found = find_countries(args["text"])
    again = (button(words("button-other-country"), "yw", key),)
    if not found:
        return Screen(words.rich("profile-country-unknown"), (again,))
    asked = profiles.mark(Question(Ask.country).code)
    verb = ("yv",) if key == NOWHERE else ("ya", key, asked)
    buttons = [button(country_name(words.language, one), *verb, one) for one in found]
    return Screen(words.rich("profile-country-found"), (*rows_of(buttons, 2), again))
