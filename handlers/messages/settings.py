"""`/settings`: what a person sets for oneself, one tap each."""

from typing import Any

from bot import say
from bot.countries import country_name
from bot.domain.people import Person
from bot.services import broadcasts, desk, people, profiles
from bot.services.profiles import Said
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages import absence, start
from handlers.messages.profile_words import language_name, skills_held, spoken
from handlers.messages.screen import Row, Screen, button, lines, rows_of

QUIET = (("22:00", "08:00"), ("23:00", "07:00"), ("21:00", "09:00"), ("00:00", "06:00"))

# The languages that rating work commonly comes in; more follow from what projects ask for.
WORK_LANGUAGES = (
    "en", "ar", "bn", "de", "es", "fa", "fr", "he", "hi", "id", "it", "ja", "ko", "nl", "pl",
    "pt", "ru", "sv", "sw", "ta", "th", "tl", "tr", "uk", "ur", "vi", "zh",
)  # fmt: skip


async def screen(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Everything that is set, each with its button."""
    found = await profiles.said(hall.db, args["person_id"])
    words = hall.words(found.person.language)
    paused, pausing = absence.of_settings(words, found.person, hall.clock.now())
    morning, switching = await _morning(hall, words, found.person)
    news = await broadcasts.wants_news(hall.db, args["person_id"])
    told = words.rich("settings-news" if news else "settings-news-none")
    text = lines(
        words.rich("settings-head"),
        lines(*_here(hall, words, found), told, morning, paused),
        lines(*_of_work(words, found)),
        words.rich("settings-data"),
        between="\n\n",
    )
    switch = "button-evening-off" if found.digest else "button-evening-on"
    calls = "button-private-off" if found.private_calls else "button-private-on"
    rows = (
        (button(words("button-work-profile"), "yp"),),
        (button(words("button-set-language"), "vl"), button(words("button-set-zone"), "vz")),
        (
            button(words("button-set-quiet"), "vq"),
            button(words(switch), "yd", 0 if found.digest else 1),
        ),
        (
            button(words(calls), "oft", 0 if found.private_calls else 1),
            button(words("button-news-off" if news else "button-news-on"), "brv", int(not news)),
        ),
        (button(words("button-payout-method"), "m"), button(words("button-work-groups"), "gm")),
        (button(words("button-my-data"), "va"), pausing),
        *switching,
    )
    return Screen(text, rows)


async def _morning(
    hall: Hall, words: Words, person: Person
) -> tuple[Text | None, tuple[Row, ...]]:
    """What is told each morning to who runs the hall, and the switch; nothing to others."""
    if not person.may_coordinate():
        return None, ()
    on = await desk.wanted(hall.db, person.id)
    switch = button(words("button-desk-off" if on else "button-desk-on"), "dks", 0 if on else 1)
    return words.rich("settings-desk" if on else "settings-desk-none"), ((switch,),)


def _here(hall: Hall, words: Words, found: Said) -> tuple[Text, ...]:
    person = found.person
    if person.quiet_from == person.quiet_to:
        quiet = words.rich("settings-quiet-none")
    else:
        hours = {"from": f"{person.quiet_from:%H:%M}", "to": f"{person.quiet_to:%H:%M}"}
        quiet = words.rich("settings-quiet", **hours)
    closest = hall.texts.closest(person.language)
    label = say.zone_label(words.language, person.zone, hall.clock.now())
    evening = "settings-evening" if found.digest else "settings-evening-none"
    return (
        words.rich("settings-language", language=hall.texts.name_of(closest)),
        words.rich("settings-zone", zone=label),
        quiet,
        words.rich(evening),
        words.rich("settings-private" if found.private_calls else "settings-private-none"),
    )


def _of_work(words: Words, found: Said) -> tuple[Text | None, ...]:
    said = found.profile
    names = spoken(words, said.languages, said.levels)
    skills = skills_held(words, said.skills)
    country = said.country and country_name(words.language, said.country)
    return (
        words.rich("settings-work-languages", languages=names),
        words.rich("settings-country", country=country) if country else None,
        words.rich("settings-skills", skills=skills) if skills else None,
    )


async def languages(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The languages of the hall."""
    person = await people.by_id(hall.db, args["person_id"])
    card = start.language(hall, person)
    back = (button(hall.words(person.language)("button-back"), "v"),)
    return Screen(card.text, (*card.rows, back))


async def work_languages(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The languages of work, those chosen marked."""
    person = await people.by_id(hall.db, args["person_id"])
    known = (await profiles.said(hall.db, person.id)).profile.languages
    words = hall.words(person.language)
    shown = dict.fromkeys((*known, *WORK_LANGUAGES))
    buttons = [
        button(
            words("button-mark", mark="✓" if one in known else "·",
                  name=language_name(words.language, one)),
            "vx", one,
        )
        for one in shown
    ]  # fmt: skip
    back = (button(words("button-back"), "yp"),)
    return Screen(words.rich("settings-work-ask"), (*rows_of(buttons, 3), back))


async def zone(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Likely zones, with the way to all others."""
    return _with_back(hall, args, start.zone(hall, await _person(hall, args), verb="y"))


async def other_times(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """All local times."""
    return _with_back(hall, args, start.other_times(hall, await _person(hall, args), verb="y"))


async def cities(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The zones of one local time."""
    return start.cities(hall, await _person(hall, args), args["minutes"], verb="y")


async def _person(hall: Hall, args: dict[str, Any]) -> Person:
    return await people.by_id(hall.db, args["person_id"])


def _with_back(hall: Hall, args: dict[str, Any], card: Screen) -> Screen:
    back = (button(hall.words(args["language"])("button-back"), "v"),)
    return Screen(card.text, (*card.rows, back))


async def quiet(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Common quiet hours, and none."""
    words = hall.words(args["language"])
    buttons = [
        button(words("button-quiet", **{"from": start_, "to": end}), "vk",
               start_.replace(":", ""), end.replace(":", ""))
        for start_, end in QUIET
    ]  # fmt: skip
    none = (button(words("button-quiet-none"), "vk", "0000", "0000"),)
    back = (button(words("button-back"), "v"),)
    return Screen(words.rich("settings-quiet-ask"), (*rows_of(buttons, 2), none, back))
