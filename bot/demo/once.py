"""The main job from end to end, without a page: everything rated, accepted and exported."""

import math
import re
import time
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
)
from rich.text import Text

from bot.demo.crowd import gather, work_off
from bot.demo.dispatching import Dispatched, dispatch
from bot.demo.friday import Friday, pay_day
from bot.demo.ladder import Ladder, climb
from bot.demo.tally import Figures, Tally
from bot.demo.world import Import, World, opened, project_for, sample, sample_tasks
from sandbox import Message, Person

CROWD = 12
TASKS_PER_PERSON = 10
# So that a task which somebody skips finds another person.
LEAST_PEOPLE = 4
OUT = Path("demo")
# The review deadline of the sample project, and a little.
REVIEW = timedelta(days=3, minutes=1)


@dataclass
class Result:
    """The figures of a run, and what is wrong with it."""

    figures: Figures
    wrong: list[str] = field(default_factory=list)
    card: str = ""


class _Rate(ProgressColumn):
    """How many ratings a second come in."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.finished_speed or task.speed or 0:.1f}/s")


async def once(console: Console, data: Path | None) -> Result:
    """Run it; `console` shows how far it is."""
    begun = time.monotonic()
    name, body, project = _files(data)
    async with opened() as world:
        key = await world.project(project)
        made = await world.publish(name, body)
        _say_import(console, name, made)
        wanted = math.ceil(made.tasks / TASKS_PER_PERSON)
        people = gather(world, max(wanted, LEAST_PEOPLE) if data else CROWD)
        card = await world.call(key)
        tally = Tally()
        await _rated(console, world, people, card, tally, made)
        # What a night asks for, where answers turn out to be less sure, is for another call.
        await world.close()
        _, missing = await world.slots(key)
        await world.pass_time(REVIEW)
        sounds_per_job = tally.sounds_per_job(people)
        friday = await pay_day(world, people)
        dispatched = await dispatch(world, people)
        ladder = await climb(world)
        result = await _exported(
            world, key, tally, friday, sounds_per_job, ladder, dispatched, missing
        )
    _say_end(console, tally, result, time.monotonic() - begun)
    return result


def _files(data: Path | None) -> tuple[str, bytes, bytes]:
    """The task file by name and content, and the project file that goes with it."""
    if data is None:
        return "tasks.jsonl", sample_tasks(), sample("project.yaml")
    return data.name, data.read_bytes(), project_for(data)


def _say_import(console: Console, name: str, made: Import) -> None:
    for line in made.refused:
        console.print(f"{name}: {line}", markup=False, soft_wrap=True)
    refused = f", {len(made.refused)} refused" if made.refused else ""
    console.print(
        f"{name}: {made.tasks} tasks published{refused}; {made.ratings} ratings wanted.",
        soft_wrap=True,
    )


async def _rated(
    console: Console, world: World, people: list[Person], card: Message, tally: Tally, made: Import
) -> None:
    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), _Rate(),
        TimeElapsedColumn(),
    )  # fmt: skip
    with Progress(*columns, console=console) as progress:
        bar = progress.add_task(f"{len(people)} people rate", total=made.ratings)

        def on_rated(count: int) -> None:
            """One step further; what has a known answer comes on top of what was wanted."""
            rated = progress.tasks[bar].completed + count
            progress.update(bar, completed=rated, total=max(made.ratings, rated))

        tally.on_rated = on_rated
        await work_off(world, people, card, tally)


async def _exported(
    world: World, key: str, tally: Tally, friday: Friday, sounds_per_job: float, ladder: Ladder,
    dispatched: Dispatched, missing: int,
) -> Result:  # fmt: skip
    done, _ = await world.slots(key)
    gold = await world.gold_answers(key)
    files: dict[str, bytes] = {}
    for form in ("raw", "trl-preference"):
        files |= await world.export(key, form)
    _write(files)
    card = files[f"{key}-trl-preference.card.md"].decode()
    raw, trl = (_lines(files, f"{key}-{form}.") for form in ("raw", "trl-preference"))
    refused = world.sandbox.refused_calls()
    figures = Figures(
        claimed=len(tally.claimed),
        submitted=len(tally.submitted),
        ratings=raw[1] - gold,
        exported=trl[1],
        export=str((OUT / trl[0]).resolve()),
        refused_calls=len(refused),
        taps_first_job=tally.taps_first_job,
        sounds_per_job=sounds_per_job,
        statements=friday.statements,
        paid_notices=friday.paid_notices,
        ledger_balanced=not friday.breaches,
        standing_notices=ladder.notices,
        appeals_stopped=ladder.appeals_stopped,
        offers=dispatched.offers,
        broadcast_delivered=dispatched.delivered,
        alpha=_figure(r"alpha, .*?: (-?\d[\d.]*)", card),
        gold_answers=gold,
        gold_accuracy=_figure(r"Gold accuracy: (\d[\d.]*)", card),
    )
    wrong = [f"refused: {one.method}: {one.description}" for one in refused]
    wrong += friday.breaches + dispatched.wrong
    wrong += [] if ladder.appeals_stopped else ["the appeal did not stop the deactivation"]
    wrong += tally.faults(done=done, missing=missing, exported=figures["ratings"], gold=gold)
    return Result(figures, wrong, card)


def _write(files: dict[str, bytes]) -> None:
    OUT.mkdir(exist_ok=True)
    for name, body in files.items():
        (OUT / name).write_bytes(body)


def _figure(pattern: str, card: str) -> float | None:
    """A figure of the data card; none where the card has a word instead of it."""
    found = re.search(pattern, card)
    return float(found[1]) if found else None


def _lines(files: dict[str, bytes], stem: str) -> tuple[str, int]:
    """The name of the data file of that stem, and how many lines it has."""
    name = next(name for name in files if name.startswith(stem) and ".card." not in name)
    return name, len(files[name].splitlines())


def _say_end(console: Console, tally: Tally, result: Result, seconds: float) -> None:
    figures = result.figures
    console.print(
        f"{figures['submitted']} jobs in, {len(tally.given_back)} given back, "
        f"{tally.skipped} tasks skipped, {tally.flagged} flagged, {tally.undone} submit undone; "
        f"{figures['exported']} preference pairs. {seconds:.0f} s.",
        soft_wrap=True,
    )
    console.print(result.card, markup=False, soft_wrap=True)
    for line in result.wrong:
        console.print(f"WRONG: {line}", markup=False, soft_wrap=True)
