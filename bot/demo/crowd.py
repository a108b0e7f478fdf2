"""The crowd: newcomers of the work group, all at work at once."""

import asyncio
from collections.abc import Callable
from random import Random

from bot.demo.pace import CardWatch, Human, Swift
from bot.demo.people import Taste, habits, names
from bot.demo.phone import StuckError
from bot.demo.rater import Pace, Rater
from bot.demo.tally import Tally
from bot.demo.world import World
from sandbox import Message, Person

# Jobs that the slow crowd does not claim, so that a visitor finds some.
LEFT_FOR_VISITORS = 6


def gather(world: World, count: int) -> list[Person]:
    """So many newcomers in the work group."""
    return [world.join(*one) for one, _ in zip(names(), range(count), strict=False)]


def _raters(people: list[Person], pace: Pace, tally: Tally) -> list[Rater]:
    return [
        Rater(person, pace, tally, each, Taste(person.first_name))
        for person, each in zip(people, habits(), strict=False)
    ]


async def _work(rater: Rater, tally: Tally, gone: Callable[[], None]) -> None:
    """Let the rater work; who gets stuck is noted and does not stop the others."""
    try:
        await rater.work()
    except StuckError as stuck:
        tally.stuck.append(str(stuck))
    finally:
        rater.begun.set()
        gone()


async def _keep_on(rater: Rater, tally: Tally) -> None:
    """Let the rater work for ever; a visitor may have moved the clock under the rater's feet."""
    while True:
        try:
            await rater.work()
        except StuckError as stuck:
            tally.stuck.append(str(stuck))


async def work_off(world: World, people: list[Person], card: Message, tally: Tally) -> None:
    """Have the people rate everything there is, as fast as it goes."""
    pace = Swift(len(people), CardWatch(people[0], card), world.sandbox.clock, world.settle)
    async with asyncio.TaskGroup() as group:
        mover = group.create_task(pace.run())
        first, *others = _raters(people, pace, tally)
        at_work = [group.create_task(_work(first, tally, pace.gone))]
        # Whose taps are counted has a job before the others can take them all.
        await first.begun.wait()
        at_work += [group.create_task(_work(rater, tally, pace.gone)) for rater in others]
        await asyncio.wait(at_work)
        mover.cancel()


async def live(world: World, people: list[Person], card: Message, tally: Tally) -> None:
    """Have the people work at the pace of people until cancelled."""
    pace = Human(
        CardWatch(people[0], card), world.sandbox.clock, Random(1), leave=LEFT_FOR_VISITORS
    )
    async with asyncio.TaskGroup() as group:
        for rater in _raters(people, pace, tally):
            group.create_task(_keep_on(rater, tally))
