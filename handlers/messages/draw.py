"""What a person is told after a draw."""

from datetime import datetime
from typing import Any

from bot import say
from bot.services import people
from handlers.context import Hall
from handlers.messages import start
from handlers.messages.reason_facts import facts_in_names
from handlers.messages.screen import Screen, button, lines


async def won(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The person was drawn; the job follows below."""
    person = await people.by_id(hall.db, args["person_id"])
    words = hall.words(person.language)
    moment = datetime.fromisoformat(args["due"])
    due = say.clock_time(words.language, moment, person.zone, hall.clock.now())
    return Screen(words.rich("draw-won", project=args["project"], number=args["number"], due=due))


async def held(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The person was drawn, and has questions to answer first; the one at hand stands below."""
    person = await people.by_id(hall.db, args["person_id"])
    question = await start.screen(hall, args)
    if question is None:
        return None
    words = hall.words(person.language)
    moment = datetime.fromisoformat(args["until"])
    until = say.clock_time(words.language, moment, person.zone, hall.clock.now())
    head = words.rich("draw-held", project=args["project"], until=until)
    return Screen(lines(head, question.text, between="\n\n"), question.rows)


async def missed(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """All jobs went to others; the person is on the list."""
    person = await people.by_id(hall.db, args["person_id"])
    words = hall.words(person.language)
    moment = datetime.fromisoformat(args["until"])
    until = say.clock_time(words.language, moment, person.zone, hall.clock.now())
    text = words.rich("draw-missed", project=args["project"], place=args["place"], until=until)
    return Screen(text, ((button(words("button-my-work"), "w"),),))


async def refused(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The right to a job was lost between the hand and the draw: why."""
    person = await people.by_id(hall.db, args["person_id"])
    words = hall.words(person.language)
    facts = facts_in_names(words, args["facts"])
    if "until" in facts:
        moment = datetime.fromisoformat(facts["until"])
        facts["until"] = say.clock_time(words.language, moment, person.zone, hall.clock.now())
    why = words(f"refused-{args['reason']}", **facts)
    text = words.rich("draw-refused", project=args["project"], why=why)
    return Screen(text, ((button(words("button-my-work"), "w"),),))
