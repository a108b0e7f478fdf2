"""Work that comes to people by itself, and one message to all: a wave and a broadcast."""

import json
import re
from dataclasses import dataclass
from datetime import timedelta

from bot.demo.phone import Phone, buttons_of
from bot.demo.rater import UNDO
from bot.demo.world import DemoError, World
from sandbox import Message, Person

_LONG = 60.0
_JOBS, _SIZE = 2, 2
# Who is first on the list claims, who is second passes on, who is third gets that job.
_LISTED = 3
_LIST_FIRST = timedelta(seconds=3)
_TO_BEGIN = timedelta(seconds=61)
# After which also those have it who sleep when it is sent.
_NIGHT = timedelta(hours=12)
_NEWS = "Thank you for a good week. New questions come on Monday."
KEY = "evening-pairs"
_PROJECT = f"""
key: {KEY}
name: Evening questions
scheme: pairwise
guidelines: Choose the answer that helps more.
pay: {{per_task: "0.20", currency: USD}}
minutes_per_task: 1
overlap: 1
tasks_per_job: {_SIZE}
review_days: 3
"""


@dataclass(frozen=True, slots=True)
class Dispatched:
    """What came of it: private calls that people got, and who read the broadcast."""

    offers: int
    delivered: int
    wrong: list[str]


async def dispatch(world: World, people: list[Person]) -> Dispatched:
    """A call that the list gets first, then a broadcast to everybody in the hall."""
    offers, wrong = await _wave(world, people[:_LISTED])
    delivered, reported = await _broadcast(world)
    if delivered != reported:
        wrong.append(f"{delivered} people got the broadcast, its report says {reported}")
    return Dispatched(offers, delivered, wrong)


async def _wave(world: World, listed: list[Person]) -> tuple[int, list[str]]:
    """Two jobs for three people on the list: claimed, passed on, claimed."""
    for person in listed:
        await _sign(person)
        await world.settle()
    await world.project(_PROJECT.encode())
    tasks = [
        {"id": f"e{n}", "prompt": f"Question {n}?",
         "responses": [{"id": side, "text": f"Answer {side}."} for side in "xy"]}
        for n in range(_JOBS * _SIZE)
    ]  # fmt: skip
    await world.publish("evening.jsonl", "\n".join(map(json.dumps, tasks)).encode(), KEY)
    await world.coordinator.send(f"/call {KEY}", chat=world.group)
    await world.pass_time(_LIST_FIRST)
    first, second, third = listed
    early = [person for person in listed if _calls(person)]
    await _tap(second, await _screen(second, "ofd"), "ofd")
    await world.pass_time(_LIST_FIRST)
    offers = len(early) + len(_calls(third))
    for person in (first, third):
        await _one_job(world, person)
    wrong = [] if early == [first, second] else ["the list was not called in its order"]
    return offers, wrong


async def _sign(person: Person) -> None:
    """On the out-of-work list; who found no job before comes in first."""
    await person.send("/work")
    met = await person.expect(
        lambda m: bool(buttons_of(m, "o") or buttons_of(m, "k")), timeout=_LONG
    )
    if not buttons_of(met, "o"):
        for verb in ("k", "l", "z"):
            await _tap(person, await _screen(person, verb), verb)
    await _tap(person, await _screen(person, "o"), "o")


def _calls(person: Person) -> list[Message]:
    """The private calls that the person can claim."""
    return [m for m in person.chat.newest_first() if not m.deleted and buttons_of(m, "ofc")]


async def _one_job(world: World, person: Person) -> None:
    """Claim from the private call, rate, and hand in."""
    phone = Phone(person)
    for message in person.chat.newest_first():
        phone.leave(message)
    await _tap(person, await _screen(person, "ofc"), "ofc")
    while True:
        screen, message = await phone.next()
        if screen == "x":
            await world.pass_time(UNDO)
            return
        await phone.tap_first(message, screen)


async def _broadcast(world: World) -> tuple[int, int]:
    """Written, confirmed by its count, sent; how many have it, and how many by the report."""
    admin = world.admin
    await admin.send("/broadcast")
    await _tap(admin, await _screen(admin, "brb"), "brb")
    await _tap(admin, await _screen(admin, "brc"), "brc")
    await _screen(admin, "ac")
    await admin.send(_NEWS)
    ready = await _screen(admin, "brm")
    count = _number(buttons_of(ready, "brm")[0].text)
    await _tap(admin, ready, "brm")
    await _screen(admin, "ac")
    await admin.send(str(count))
    await _screen(admin, "bro")
    await world.pass_time(_TO_BEGIN)
    await world.pass_time(_NIGHT)
    report = await _screen(admin, "brr")
    everybody = world.sandbox.people.values()
    got = sum(
        any(
            message.from_bot and message.content.startswith(_NEWS)
            for message in one.chat.newest_first()
        )
        for one in everybody
    )
    sent = next((line for line in report.content.splitlines() if "Sent: " in line), "")
    return got, _number(sent)


def _number(text: str) -> int:
    found = re.search(r"\d[\d.,]*", text)
    return int(re.sub(r"\D", "", found.group())) if found else 0


async def _screen(person: Person, verb: str) -> Message:
    """The newest screen with such a button."""
    return await person.expect(
        lambda m: not m.deleted and bool(buttons_of(m, verb)), timeout=_LONG
    )


async def _tap(person: Person, message: Message, verb: str) -> None:
    found = buttons_of(message, verb)
    if not found:
        raise DemoError(f"no button {verb} to tap")
    await person.tap_data(message, found[0].data or "", wait=_LONG)
