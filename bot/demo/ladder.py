"""The ladder as people live it: warned, suspended, an end with a date, an appeal that stops it."""

import asyncio
import json
from dataclasses import dataclass
from datetime import timedelta

from bot.demo.pace import CardWatch, Swift
from bot.demo.people import Habits, Taste
from bot.demo.phone import arrive, buttons_of
from bot.demo.rater import Rater
from bot.demo.tally import Tally
from bot.demo.world import DemoError, World
from bot.domain.people import Standing
from bot.services import people as stored
from sandbox import Message, Person

_LONG = 60.0
KEY, TASKS = "second-chances", 20
_RUNGS = ("warning", "second-warning", "suspension", "deactivation")
_NIGHT = timedelta(hours=12)
_DAYS = 15  # between two rungs the ladder wants two weeks, and twenty ratings
_PROJECT = """
key: second-chances
name: Short questions
scheme: pairwise
guidelines: Choose the answer that helps more.
pay: {per_task: "0.10", currency: USD}
minutes_per_task: 1
overlap: 1
tasks_per_job: 20
review_days: 3
"""


@dataclass(frozen=True, slots=True)
class Ladder:
    """What came of it: the notices as they were read, and the appeals that stopped an end."""

    notices: int
    appeals_stopped: int


async def climb(world: World) -> Ladder:
    """One contractor goes up every rung, each told and as late as was promised, and appeals."""
    # A day in which what is shown for hours only is taken away: nobody can do that weeks later.
    await world.pass_time(timedelta(days=1, hours=1))
    second = await _second_admin(world)
    await world.project(_PROJECT.encode())
    person = world.join("Zola", "en")
    read = 0
    for number, rung in enumerate(_RUNGS):
        if number:
            await world.pass_time(timedelta(days=_DAYS))
        await _work(world, person, number)
        notice = await _decide(world, person, rung, number)
        read += 1
    await _tap(person, notice, "kp")
    # Admins are told in the morning.
    await world.pass_time(_NIGHT)
    await _overturn(world, second)
    await world.pass_time(timedelta(days=_DAYS + 7))
    return Ladder(read, int(await _standing(world, person) is not Standing.deactivated))


async def _second_admin(world: World) -> Person:
    second = world.sandbox.person("Bea (admin)")
    await arrive(second)
    await world.admin.send(f"/roles grant {second.id} admin")
    await world.admin.expect(str(second.id))
    await world.settle()
    return second


async def _work(world: World, person: Person, number: int) -> None:
    """As many ratings as the ladder wants to see before its next rung."""
    tasks = [
        {"id": f"s{number}-{n}", "prompt": f"Question {number}.{n}?",
         "responses": [{"id": side, "text": f"Answer {side}."} for side in "xy"]}
        for n in range(TASKS)
    ]  # fmt: skip
    body = "\n".join(json.dumps(one) for one in tasks).encode()
    await world.publish(f"tasks-{number}.jsonl", body, KEY)
    card = await world.call(KEY)
    tally = Tally()
    pace = Swift(1, CardWatch(person, card), world.sandbox.clock, world.settle)
    rater = Rater(person, pace, tally, Habits(back=0, skips=0), Taste(person.first_name))
    for message in person.chat.newest_first():
        rater.phone.leave(message)
    mover = asyncio.create_task(pace.run())
    try:
        await rater.work()
    finally:
        mover.cancel()
    if tally.rated < TASKS:
        raise DemoError(f"{tally.rated} of {TASKS} tasks were rated: {tally.stuck}")
    await world.settle()


async def _decide(world: World, person: Person, rung: str, number: int) -> Message:
    """From the person's card to the notice in their chat, as an admin does it."""
    admin = world.admin
    await admin.send(f"/people {person.first_name}")
    card = await _screen(admin, "ja")
    await _tap(admin, card, "ja", rung)
    await _tap(admin, await _screen(admin, "jd"), "jd", "conduct")
    await world.settle()
    await admin.send(f"Somebody was insulted in the work group, case {number + 1}.")
    await _tap(admin, await _screen(admin, "jg"), "jg")
    if rung == "suspension":
        await _tap(admin, await _screen(admin, "jj"), "jj", "7")
    await world.settle()
    await admin.send("Please be kind to the people whom you work with, whatever happens.")
    await _tap(admin, await _screen(admin, "jk"), "jk")
    await world.settle()
    latest = next(iter(person.chat.newest_first()))
    return await person.expect(
        lambda m: bool(buttons_of(m, "kp")) and m.id >= latest.id - 1, timeout=_LONG
    )


async def _overturn(world: World, second: Person) -> None:
    """Another admin than the one who decided says that the person is right."""
    await _tap(
        second, await second.expect(lambda m: bool(buttons_of(m, "js")), timeout=_LONG), "js"
    )
    asked = await second.expect(lambda m: bool(buttons_of(m, "ju")), timeout=_LONG)
    await _tap(second, asked, "ju", "overturned")
    await world.settle()
    await second.send("Somebody else wrote that from a borrowed phone.")
    await _tap(second, await _screen(second, "jq"), "jq")
    await world.settle()


async def _standing(world: World, person: Person) -> Standing:
    known = await stored.known(world.bot.db, telegram_id=person.id)
    if known is None:
        raise DemoError("a contractor whom the hall does not know")
    return (await stored.by_id(world.bot.db, known)).standing


async def _screen(person: Person, verb: str) -> Message:
    """The newest screen with such a button."""
    return await person.expect(
        lambda m: not m.deleted and bool(buttons_of(m, verb)), timeout=_LONG
    )


async def _tap(person: Person, message: Message, verb: str, last: str = "") -> None:
    found = [one for one in buttons_of(message, verb) if (one.data or "").endswith(last)]
    if not found:
        raise DemoError(f"no button {verb} {last} to tap")
    await person.tap_data(message, found[0].data or "", wait=_LONG)
