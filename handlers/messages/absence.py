"""Being away as the person sees it: the reminders, the pause, a pause of one's own."""

from datetime import datetime
from typing import Any

from bot import say
from bot.domain.absence import DAY, PAUSES
from bot.domain.people import Pause, Person, is_paused
from bot.services import people
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.screen import Button, Screen, button, rows_of


async def reminder(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The person has not been heard of; one tap says that all is well. Nothing once it did."""
    person, words = await people.by_id(hall.db, args["person_id"]), hall.words(args["language"])
    if person.seen_at is not None and hall.clock.now() - person.seen_at < args["days"][0] * DAY:
        return None
    last = "yes" if args["missed"] + 1 == len(args["days"]) else "no"
    rows = ((button(words("button-stay"), "na", style="primary"),),)
    return Screen(words.rich("absence", last=last), rows)


async def stayed(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Nothing has changed."""
    words = hall.words(args["language"])
    return Screen(words.rich("absence-stayed"), ((button(words("button-my-work"), "w"),),))


async def paused(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The person is paused for being away; nothing to say to who has come back meanwhile."""
    person = await people.by_id(hall.db, args["person_id"])
    if person.pause is not Pause.inactive:
        return None
    words = hall.words(person.language)
    text = words.rich("absence-paused", days=args["days"][-1])
    return Screen(text, ((_back(words, "w"),),))


async def skips_paused(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """A streak of skips has paused the person for a while: why, until when, where to object."""
    person, now = await people.by_id(hall.db, args["person_id"]), hall.clock.now()
    words = hall.words(person.language)
    moment = datetime.fromisoformat(args["until"])
    until = say.clock_time(words.language, moment, person.zone, now)
    text = words.rich("skips-paused", count=args["count"], until=until)
    rows = ((button(words("button-questions"), "ua"), button(words("button-my-work"), "w")),)
    return Screen(text, rows)


async def welcome(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The pause for being away is over."""
    words = hall.words(args["language"])
    return Screen(words.rich("welcome-back"), ((button(words("button-my-work"), "w"),),))


async def choose(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """For how long a pause of one's own is to last."""
    words = hall.words(args["language"])
    buttons = [button(words("button-pause-days", days=days), "no", days) for days in PAUSES]
    rows = (
        *rows_of(buttons, 3), (button(words("button-pause-open"), "no", 0),),
        (button(words("button-back"), "v"),),
    )  # fmt: skip
    return Screen(words.rich("pause-ask"), rows)


def of_settings(words: Words, person: Person, now: datetime) -> tuple[Text | None, Button]:
    """What `/settings` says of a pause, and the button that begins or ends one."""
    if person.pause not in (Pause.own, Pause.inactive) or not is_paused(person, now):
        return None, button(words("button-take-pause"), "nn")
    if person.paused_until is None:
        return words.rich("settings-paused-open"), _back(words, "v")
    until = say.clock_time(words.language, person.paused_until, person.zone, now)
    return words.rich("settings-paused-until", until=until), _back(words, "v")


def of_work(words: Words, person: Person, now: datetime) -> tuple[Text, Button] | None:
    """What `/work` says of a pause of one's own, and the button that ends it."""
    if person.pause not in (Pause.own, Pause.inactive) or not is_paused(person, now):
        return None
    if person.paused_until is None:
        return words.rich("work-paused"), _back(words, "w")
    until = say.clock_time(words.language, person.paused_until, person.zone, now)
    return words.rich("work-paused-until", until=until), _back(words, "w")


def _back(words: Words, to: str) -> Button:
    return button(words("button-back-at-work"), "nb", to, style="primary")
