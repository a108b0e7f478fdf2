"""What a newcomer is asked: one tap each, nothing else before the first job."""

from datetime import datetime
from typing import Any

from bot import say, zones
from bot.domain.people import Arrival, Person, Standing
from bot.local_times import MOST_CITIES, local_times, zones_by_distance
from bot.services import consents, people
from bot.typeset import Text
from handlers.context import Hall
from handlers.messages.consents import text_of
from handlers.messages.screen import Screen, button, lines, rows_of


async def screen(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The question that the person is at; what follows when there is none."""
    person = await people.by_id(hall.db, args["person_id"])
    if person.arrival is Arrival.consent:
        return await consent(hall, person, _why_now(hall, person, args))
    if person.arrival is Arrival.language:
        return language(hall, person)
    if person.arrival is Arrival.zone:
        return zone(hall, person)
    return done(hall, person)


def _why_now(hall: Hall, person: Person, args: dict[str, Any]) -> Text | None:
    """That a place is held meanwhile, or that the person is in a draw."""
    for name, key in (("held_until", "start-held"), ("draw_until", "start-draw")):
        if args.get(name):
            moment = datetime.fromisoformat(args[name])
            until = say.clock_time(person.language, moment, person.zone, hall.clock.now())
            return hall.words(person.language).rich(key, until=until)
    return None


async def consent(hall: Hall, person: Person, why_now: Text | None) -> Screen:
    """What the hall is and stores, its terms, and the tap that agrees."""
    words = hall.words(person.language)
    terms = (await consents.view(hall.db, person.id)).terms
    text = lines(text_of(hall, terms, person.language), why_now, between="\n\n")
    agree = button(words("button-consent"), "k", terms.version, style="success")
    return Screen(text, ((agree,), (button(words("button-not-now"), "yz"),)))


def language(hall: Hall, person: Person) -> Screen:
    """The languages of the hall, the guess marked and first."""
    words = hall.words(person.language)
    guess = hall.texts.closest(person.language)
    known = sorted(hall.texts.languages, key=lambda one: (one != guess, one))
    buttons = [
        button(
            words("button-language", mark="✓" if one == guess else "·",
                  name=hall.texts.name_of(one)),
            "l", one,
        )
        for one in known
    ]  # fmt: skip
    return Screen(words.rich("start-language"), rows_of(buttons, 2))


def zone(hall: Hall, person: Person, *, verb: str = "z") -> Screen:
    """Likely zones by city and local time; another time is two taps away."""
    words = hall.words(person.language)
    now = hall.clock.now()
    choices = zones.zone_choices(person.language, person.zone)
    buttons = [button(say.zone_label(words.language, one, now), verb, one) for one in choices]
    other = (button(words("button-other-time"), f"{verb}o"),)
    return Screen(words.rich("start-zone"), (*rows_of(buttons, 1), other))


def other_times(hall: Hall, person: Person, *, verb: str = "z") -> Screen:
    """All local times that it is somewhere now, to pick one's own."""
    words = hall.words(person.language)
    now = hall.clock.now()
    buttons = [button(time, f"{verb}c", minutes) for minutes, time in local_times(now)]
    return Screen(words.rich("start-zone"), rows_of(buttons, 5))


def cities(hall: Hall, person: Person, minutes: int, *, verb: str = "z") -> Screen:
    """The zones in which it is that time now."""
    words = hall.words(person.language)
    now = hall.clock.now()
    buttons = [
        button(say.zone_label(words.language, one, now), verb, one)
        for one in zones_by_distance(now).get(minutes, [])[:MOST_CITIES]
    ]
    back = (button(words("button-other-time"), f"{verb}o"),)
    return Screen(words.rich("start-zone-city"), (*rows_of(buttons, 1), back))


def done(hall: Hall, person: Person) -> Screen:
    """Everything is set; where to go from here."""
    words = hall.words(person.language)
    applies = person.standing is Standing.applicant
    text = words.rich(
        "start-applied" if applies else "start-done",
        language=hall.texts.name_of(hall.texts.closest(person.language)),
        zone=say.zone_label(words.language, person.zone, hall.clock.now()),
        **{"from": f"{person.quiet_from:%H:%M}", "to": f"{person.quiet_to:%H:%M}"},
    )
    return Screen(text, ((button(words("button-my-work"), "w"),),))
