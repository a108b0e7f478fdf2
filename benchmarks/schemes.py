"""Each scheme, with the bot killed between any two acts: what was tapped is what is handed in."""

import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.child import Nursery
from benchmarks.place import Place, Work, place
from benchmarks.trial import live
from bot.services import exports
from sandbox import Person
from storage import projects
from tests.flows.scheme_scripts import SCRIPTS, Between, Script, is_summary, is_task, perform
from tests.invariants import broken

TASKS = 2
LATER = timedelta(seconds=5)


async def schemes(folder: Path, *, rounds: int, seed: int, plant: str | None) -> dict[str, Any]:
    """So many jobs, each of the next scheme, killed after each act; then the votes are read."""
    began = time.monotonic()
    random = Random(seed)
    faults: list[str] = []
    kills = 0
    for number, script in zip(range(1, rounds + 1), _in_turn(random), strict=False):
        scratch = folder / str(number)
        scratch.mkdir()
        work = Work("scripted", tasks=TASKS, overlap=1, size=TASKS, script=script)
        async with place(scratch, people=1, work=(work,), seed=seed + number) as made:
            found, deaths = await _life(made, script, plant)
        kills += deaths
        faults += [f"{script.scheme}: {fault}" for fault in found]
        print(f"round {number}: {script.scheme}, {deaths} kills, {len(found)} faults", flush=True)
        if plant and faults:
            break
    for fault in faults:
        print(f"  FAULT {fault}", flush=True)
    seconds = round(time.monotonic() - began, 1)
    return {"jobs": number, "kills": kills, "seconds": seconds, "failures": len(faults)}


def _in_turn(random: Random) -> Iterator[Script]:
    while True:
        yield from random.sample(SCRIPTS, len(SCRIPTS))


async def _life(made: Place, script: Script, plant: str | None) -> tuple[list[str], int]:
    """What went wrong in a job of the scheme, and how often the bot died meanwhile."""
    (person,) = made.people
    deaths = 0
    async with Nursery(made.env, made.log) as nursery:

        async def die() -> None:
            nonlocal deaths
            await made.sandbox.settled()
            await nursery.kill()
            deaths += 1
            await nursery.start(plant)
            await _found_again(person)

        await nursery.start(plant)
        try:
            await _job(made, person, script, die)
        except (TimeoutError, LookupError) as no:
            return [f"the job could not be done: {no}"], deaths
        await nursery.kill()
    return await _judged(made, script), deaths


async def _job(made: Place, person: Person, script: Script, die: Between) -> None:
    await person.tap(made.cards[0], 0)
    await person.expect(is_task)
    for _ in range(TASKS):
        await perform(person, script.acts, die)
    await person.tap(await person.expect(is_summary), "Submit")
    await person.expect("You can undo this")
    made.sandbox.clock.move(LATER)
    await person.expect("is in")


async def _found_again(person: Person) -> None:
    """/work brings the job back, whatever the death has left in the chat."""
    last = person.inbox()[-1].id
    await person.send("/work")
    offered = await person.expect(
        lambda m: m.id > last and any(b.text.startswith("Continue") for b in m.buttons)
    )
    await person.tap(offered, "Continue")
    await person.expect(lambda m: m.id > offered.id and (is_task(m) or is_summary(m)))


async def _judged(made: Place, script: Script) -> list[str]:
    """What of the exported votes is not what was done, and every broken promise of the hall."""
    async with live(made.database) as db:
        faults = await broken(db)
        order = exports.Order("scripted", "raw", None)
        async with db.read() as tx:
            project = await projects.by_key(tx, "scripted")
            if project is None:
                raise LookupError("scripted")
            pages = exports.Reader(tx, project).pages(order)
            votes = [vote async for page in pages for _, task in page for vote in task.votes]
    if len(votes) != TASKS:
        faults.append(f"{len(votes)} votes of {TASKS}")
    ids = [str(one["id"]) for one in script.task.get("responses", [])]
    for vote in votes:
        expected = dict(script.expected([ids[place] for place in vote.shown_order]))
        if vote.values != expected:
            faults.append(f"{vote.values} is not {expected}")
    return faults
