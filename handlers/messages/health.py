"""How the hall is, as an admin reads it."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot import say
from bot.domain.health import Facts, Process, Queue
from bot.services import health, people
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.roles import MOST_NAME
from handlers.messages.screen import Screen, button, lines

MOST_TITLES = 10
# What waits for so short a time, as the update that asks does, is on its way.
ON_ITS_WAY = timedelta(seconds=5)
_GIGABYTE = 1 << 30


async def screen(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The condition, what to do about each reason, the figures, and a button to look again."""
    person = await people.by_id(hall.db, args["person_id"])
    words, now = hall.words(person.language), hall.clock.now()
    found = await health.asked(hall.db, by=person.id, now=now)
    reasons = [
        Text("• ") + words.rich(f"health-reason-{one.code}", count=one.count)
        for one in found.reasons
    ]
    said: list[Text | str | None] = [words.rich(f"health-is-{found.condition}"), *reasons]
    if found.facts is not None:
        said += ["", *_figures(words, found.facts), _version(words, found.facts, person.zone, now)]
    return Screen(lines(*said), ((button(words("button-refresh"), "hz"),),))


def _figures(words: Words, facts: Facts) -> Iterator[Text | None]:
    yield _queue(words, facts.updates, "health-updates", "health-updates-since")
    yield _queue(words, facts.notices, "health-notices", "health-notices-since")
    yield words.rich(
        "health-day", aside=facts.aside, failed=facts.failed, uncertain=facts.uncertain
    )
    for one in facts.processes:
        yield words.rich("health-process", name=one.name, does=words(_does(one)))
    if facts.mute_groups:
        titles = [title[:MOST_NAME] for title in facts.mute_groups[:MOST_TITLES]]
        more = "…" if len(facts.mute_groups) > MOST_TITLES else ""
        yield words.rich("health-groups", titles=" · ".join(titles) + more)
    for name, reason in facts.unmeasured[:MOST_TITLES]:
        why = words(f"unmeasured-{reason}")
        yield words.rich("health-unmeasured", name=name[:MOST_NAME], why=why)
    yield words.rich("health-database", engine=facts.engine, schema=facts.schema)
    if facts.disk_free is not None:
        size = say.number(words.language, round(facts.disk_free / _GIGABYTE, 1))
        yield words.rich("health-disk", size=size)


def _queue(words: Words, queue: Queue, plain: str, since: str) -> Text:
    if queue.oldest is None or queue.oldest < ON_ITS_WAY:
        return words.rich(plain, count=queue.waiting)
    age = say.duration(words.language, queue.oldest.total_seconds())
    return words.rich(since, count=queue.waiting, age=age)


def _does(one: Process) -> str:
    if one.handles:
        return "health-does-all" if one.leads else "health-does-handle"
    return "health-does-lead" if one.leads else "health-does-wait"


def _version(words: Words, facts: Facts, zone: str, now: datetime) -> Text:
    # With its seconds, so that a second look is seen to be one.
    time = now.astimezone(ZoneInfo(zone)).strftime("%H:%M:%S")
    return words.rich("health-version", version=facts.version, time=time)
