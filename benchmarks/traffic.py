"""Our bot beside a bare one: the CPU time of each for the same taps and the same calls.

People claim, rate and hand in; what our bot sends is recorded, and a bare bot sends just that.
Legs take turns in one run, since what else the machine does changes from minute to minute.
"""

import asyncio
import json
import os
import sys
import time
from asyncio.subprocess import DEVNULL, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.child import ROOT
from benchmarks.desk import BOT_ID, TOKEN, Desk, desk
from benchmarks.riders import Rider, Step, group_card
from bot.domain.people import Role
from bot.services import calls, projects
from storage.database import Database
from storage.migrate import upgrade
from tests import postgres_server
from tests.services.builders import GROUP, Hall, new_project

PEOPLE, JOBS, ROUNDS, SIZE = 16, 10, 5, 5
PATIENCE_SECONDS = 30.0


@dataclass(frozen=True)
class Scale:
    """How large a run is."""

    people: int = PEOPLE
    jobs: int = JOBS
    rounds: int = ROUNDS


@dataclass(frozen=True)
class Leg:
    """What one leg showed: CPU seconds of the bot, updates, calls, and the wall time."""

    cpu: float
    updates: int
    calls: int
    wall: float
    fetches: int
    # The part of all its taps that was measured; the CPU seconds of a database server beside it.
    share: float = 1.0
    server: float = 0.0

    @property
    def ms(self) -> float:
        """CPU milliseconds for each update."""
        return 1000 * self.cpu / self.updates


async def traffic(folder: Path, *, short: bool = False) -> dict[str, Any]:
    """Several rounds of all legs; ratios of their CPU time for each update."""
    scale = Scale(people=3, jobs=1, rounds=1) if short else Scale()
    legs: dict[str, list[Leg]] = {"bare": [], "sqlite": [], "postgres": []}
    rides = await _recorded(folder, scale)
    for number in range(scale.rounds):
        legs["bare"].append(await _bare(folder, scale, rides))
        file = folder / f"hall{number}.sqlite"
        legs["sqlite"].append(await _ours(f"sqlite+aiosqlite:///{file}", scale))
        legs["postgres"].append(await _on_postgres(scale))
        _say(number, legs)
    return _figures(scale, legs)


def _say(number: int, legs: dict[str, list[Leg]]) -> None:
    said = (
        f"{name} {one[-1].ms:.2f} ms, {one[-1].updates / one[-1].wall:.0f}/s, "
        f"{one[-1].updates / one[-1].fetches:.1f} a fetch"
        for name, one in legs.items()
        if one
    )
    print(f"round {number + 1}: {'; '.join(said)}", flush=True)


def _figures(scale: Scale, legs: dict[str, list[Leg]]) -> dict[str, Any]:
    bare = legs.pop("bare")
    found: dict[str, Any] = {
        "people": scale.people, "rounds": scale.rounds, "updates": bare[0].updates,
        "calls": bare[0].calls, "bare_ms": round(median(one.ms for one in bare), 3),
    }  # fmt: skip
    for name, ours in legs.items():
        ratios = [a.ms / b.ms for a, b in zip(bare, ours, strict=True)]
        found |= {
            f"{name}_updates": ours[0].updates, f"{name}_calls": ours[0].calls,
            f"{name}_ms": round(median(one.ms for one in ours), 3),
            f"ratio_{name}": round(median(ratios), 3),
            f"ratio_{name}_range": [round(min(ratios), 3), round(max(ratios), 3)],
        }  # fmt: skip
    server = [1000 * one.server / one.updates for one in legs["postgres"]]
    # Not in the ratio: it runs beside the bot, on another machine if need be.
    return found | {"postgres_server_ms": round(median(server), 3)}


async def _on_postgres(scale: Scale) -> Leg:
    name = await postgres_server.make_database(safe=True)
    try:
        before = _server_seconds()
        leg = await _ours(postgres_server.address(name, safe=True), scale)
        return replace(leg, server=(_server_seconds() - before) * leg.share)
    finally:
        await postgres_server.drop_database(name, safe=True)


def _server_seconds() -> float:
    """The CPU time of the server's processes, those that have ended included."""
    head = postgres_server.server(safe=True).get_pid()
    spent = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            pid = int(stat.parent.name)
            fields = stat.read_text().rsplit(")", 1)[1].split()
            if pid == head:
                spent += sum(map(int, fields[11:15]))
            elif int(fields[1]) == head:
                spent += int(fields[11]) + int(fields[12])
    return spent / os.sysconf("SC_CLK_TCK")


async def _recorded(folder: Path, scale: Scale) -> list[list[Step]]:
    """The rides of one pass of our bot: what was tapped, and what the bot sent."""
    rides: list[list[Step]] = []
    await _ours(f"sqlite+aiosqlite:///{folder / 'recorded.sqlite'}", scale, rides)
    return rides


async def _ours(url: str, scale: Scale, rides: list[list[Step]] | None = None) -> Leg:
    number = await _hall(url, scale)
    card = group_card(GROUP, number)
    env = {
        "HIRINGHALL_TOKEN": TOKEN, "HIRINGHALL_ADMINS": "1", "HIRINGHALL_DATABASE": _named(url),
        "HIRINGHALL_UNDO_SECONDS": "1", "HIRINGHALL_LOG_LEVEL": "WARNING",
        "HIRINGHALL_TAPS_A_MINUTE": "100000",
    }  # fmt: skip

    async def ride(rider: Rider, jobs: int) -> None:
        before = sum(1 for step in rider.steps if step.data.startswith("c:"))
        for _ in range(jobs):
            await rider.job(card, f"c:{number}")
        await rider.settled(before + jobs)

    async with desk() as telegram:
        riders = _riders(telegram, scale)
        env["HIRINGHALL_API_URL"] = telegram.url
        async with _process(["ours"], env) as process:
            await asyncio.gather(*(ride(one, 1) for one in riders))
            leg = await _measured(
                process, telegram, riders,
                asyncio.gather(*(ride(one, scale.jobs) for one in riders)),
            )  # fmt: skip
    if rides is not None:
        rides.extend(one.steps for one in riders)
    return leg


async def _bare(folder: Path, scale: Scale, rides: list[list[Step]]) -> Leg:
    script = folder / "script.json"
    async with desk() as telegram:
        riders = _riders(telegram, scale)
        calls = {
            f"{rider.number}-{at}": step.calls
            for rider, steps in zip(riders, rides, strict=True)
            for at, step in enumerate(steps)
        }
        script.write_text(json.dumps(calls))
        async with _process(["bare", telegram.url, TOKEN, str(script)], {}) as process:
            first = SIZE + 2
            both = list(zip(riders, rides, strict=True))
            await asyncio.gather(*(one.repeat(steps[:first]) for one, steps in both))
            return await _measured(
                process, telegram, riders,
                asyncio.gather(*(one.repeat(steps[first:]) for one, steps in both)),
            )  # fmt: skip


def _riders(telegram: Desk, scale: Scale) -> list[Rider]:
    riders = [Rider(telegram, 1000 + n) for n in range(scale.people)]

    def in_group(method: str, params: dict[str, Any], result: Any) -> None:
        # Edits of the call's card follow whatever was tapped last; any ride will do.
        if params.get("chat_id") == GROUP and riders[0].steps:
            riders[0]._called(method, params, result)  # noqa: SLF001 - as if it were their own

    telegram.everybody = in_group
    return riders


async def _measured(
    process: Process, telegram: Desk, riders: list[Rider], work: "asyncio.Future[list[None]]"
) -> Leg:
    taps, calls, fetches = (
        sum(len(one.steps) for one in riders),
        telegram.calls,
        telegram.handed_out,
    )
    cpu, began = _cpu_seconds(process.pid), time.perf_counter()
    await work
    return Leg(
        cpu=_cpu_seconds(process.pid) - cpu,
        updates=sum(len(one.steps) for one in riders) - taps,
        calls=telegram.calls - calls,
        wall=time.perf_counter() - began,
        fetches=telegram.handed_out - fetches,
        share=1 - taps / sum(len(one.steps) for one in riders),
    )


def _cpu_seconds(pid: int) -> float:
    """The CPU time of a process with all its threads: its `time.process_time`, from outside."""
    return time.clock_gettime((~pid << 3) | 2)


@asynccontextmanager
async def _process(arguments: list[str], env: dict[str, str]) -> AsyncIterator[Process]:
    kept = {name: v for name, v in os.environ.items() if not name.startswith("HIRINGHALL_")}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.under_test", *arguments,
        cwd=ROOT, env=kept | env, stdin=DEVNULL,
    )  # fmt: skip
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            process.terminate()
        try:
            await asyncio.wait_for(process.wait(), PATIENCE_SECONDS)
        except TimeoutError:
            process.kill()


async def _hall(url: str, scale: Scale) -> str:
    """A hall with people, tasks and a call; returns the number of the call."""
    db = Database(url)
    try:
        await upgrade(db)
        await db.bind(BOT_ID)
        hall, now = Hall(db), datetime.now(UTC)
        for n in range(scale.people):
            await hall.person(f"Person {1000 + n}")
        boss = await hall.person("Boss", roles=(Role.coordinator,))
        await hall.group()
        made = new_project(overlap=scale.people, tasks_per_job=SIZE)
        await projects.create(db, made, by=None, cause=None, now=now)
        count = (scale.jobs + 2) * SIZE
        await hall.publish("pairs", *(_task(n) for n in range(1, count + 1)))
        call = await calls.post_call(
            db, project_key="pairs", places=[(GROUP, None)], limit=None, by=boss, cause="call",
            now=now,
        )  # fmt: skip
        return call.number
    finally:
        await db.close()


def _task(number: int) -> dict[str, Any]:
    """A task of usual size: a question, and two answers with some formatting."""
    body = (
        "**Short answer:** the library opens at nine on weekdays.\n\n"
        "There are a few things to know before you go:\n\n"
        "1. Bring a card with your *name* and address.\n"
        "2. Returns are taken at the desk, or by `POST /returns` at any hour.\n"
        "3. On holidays only the reading room is open.\n\n"
        "If you are in doubt, call before noon, since the lines are busy later in the day."
    )
    pair = [
        {"id": letter, "text": f"{body} ({letter}{number})", "model": f"model-{letter}"}
        for letter in "xy"
    ]
    question = f"When does the library of town {number} open, and what do I have to bring along?"
    return {"id": f"t{number}", "prompt": question, "responses": pair}


def _named(url: str) -> str:
    return url.removeprefix("sqlite+aiosqlite:///")
