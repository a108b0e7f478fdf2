"""The demo with a page: a crowd at the pace of people, and phones for a visitor."""

import asyncio
import json
import signal
from dataclasses import replace

from rich.console import Console

from bot.demo.crowd import LEFT_FOR_VISITORS, gather, live
from bot.demo.pace import jobs_on
from bot.demo.phone import arrive
from bot.demo.tally import Tally
from bot.demo.tours import offer_tours
from bot.demo.world import DemoError, World, opened, sample, sample_tasks
from sandbox import Message, Person

CROWD = 12
LASTS = 60 * 60.0
BEFORE_RESTOCK = 20.0


async def visit(console: Console, port: int) -> None:
    """Run until Ctrl-C or SIGTERM, at most an hour."""
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    async with opened(port) as world:
        with console.status("Setting up"):
            key = await world.project(sample("project.yaml"))
            await world.publish("tasks.jsonl", sample_tasks())
            stock = await _second_coordinator(world)
            visitor = world.join("You", "en")
            people = gather(world, CROWD)
            # Last, so that the card is what everybody sees who opens the group.
            card = await world.call(key)
            offer_tours(world, visitor)
        console.print(welcome(world, visitor), soft_wrap=True)
        at_work = asyncio.create_task(_at_work(console, world, people, card, stock, key))
        try:
            await _either(stop, at_work)
        finally:
            at_work.cancel()
            await asyncio.wait([at_work])


async def _at_work(
    console: Console, world: World, people: list[Person], card: Message, stock: World, key: str
) -> None:
    tally = Tally()
    async with asyncio.TaskGroup() as group:
        group.create_task(live(world, people, card, tally))
        group.create_task(restock(stock, card, key))
        group.create_task(_report(console, tally, card))


async def _either(stop: asyncio.Event, at_work: asyncio.Task[None]) -> None:
    """Return after the signal or the hour; pass on what went wrong with the crowd."""
    stopped = asyncio.ensure_future(stop.wait())
    try:
        done, _ = await asyncio.wait(
            (stopped, at_work), timeout=LASTS, return_when=asyncio.FIRST_COMPLETED
        )
        if at_work in done:
            at_work.result()
    finally:
        stopped.cancel()


def welcome(world: World, visitor: Person) -> str:
    """Where the page is, and how to join in each role."""
    page = f"{world.sandbox.url}/?people="
    admin, coordinator = world.admin.id, world.coordinator.id
    return f"""
[bold]Hiring Hall on a local stand-in for Telegram.[/] Open one of these in a browser; a coach on
the page shows you around, and its button End sends it away:

  contractor    {page}{visitor.id}&tour=contractor
  coordinator   {page}{coordinator}&tour=coordinator
  admin         {page}{admin}&tour=admin
  all three     {page}{visitor.id},{coordinator},{admin}

{CROWD} scripted contractors are at work and leave some jobs for you. Waits can be passed with the
clock of the page. It ends with Ctrl-C, or by itself after {LASTS / 60:.0f} minutes.
"""


async def _second_coordinator(world: World) -> World:
    """The same hall for somebody who brings more tasks, so that no visitor's chat is used."""
    other = world.sandbox.person("Robin (coordinator)")
    await world.admin.send(f"/roles grant {other.id} coordinator")
    await world.admin.expect(str(other.id))
    await arrive(other)
    return replace(world, coordinator=other)


async def restock(world: World, card: Message, key: str) -> None:
    """Publish the sample tasks again, under new ids, whenever few jobs are left.

    A visitor may be in the way, with a project that is paused or a role that was taken; then
    the next try may do it.
    """
    number = 1
    while True:
        await world.coordinator.expect(
            lambda message: message.id == card.id and jobs_on(message) <= LEFT_FOR_VISITORS,
            chat=world.group, timeout=LASTS,
        )  # fmt: skip
        await asyncio.sleep(BEFORE_RESTOCK)
        number += 1
        try:
            await world.publish(f"tasks-{number}.jsonl", another_batch(number), key)
        except (TimeoutError, DemoError):
            continue
        await world.coordinator.expect(
            lambda message: message.id == card.id and jobs_on(message) > LEFT_FOR_VISITORS,
            chat=world.group, timeout=LASTS,
        )  # fmt: skip


def another_batch(number: int) -> bytes:
    """The sample tasks under ids that are new."""
    lines = []
    for line in sample("tasks.jsonl").decode().splitlines():
        task = json.loads(line)
        task["id"] = f"{task['id']}-{number}"
        lines.append(json.dumps(task, ensure_ascii=False))
    return "\n".join(lines).encode()


async def _report(console: Console, tally: Tally, card: Message) -> None:
    with console.status("") as status:
        while True:
            status.update(
                f"{len(tally.claimed)} jobs claimed, {len(tally.submitted)} submitted, "
                f"{tally.rated} ratings; {jobs_on(card)} jobs open"
            )
            await asyncio.sleep(1)
