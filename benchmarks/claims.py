"""Fifty people tap at once on twelve places: twelve jobs, thirty-eight polite refusals."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from benchmarks.place import Place, Work, place, publish
from benchmarks.planted import plant as plant_fault
from bot.app import Running, running
from sandbox import Answer, Message, Person
from storage.database import Database
from storage.schema import jobs
from tests.invariants import broken

PEOPLE, PLACES = 50, 12
PAST_UNDO = timedelta(seconds=2)


async def claims(folder: Path, *, rounds: int, seed: int, plant: str | None) -> dict[str, Any]:
    """So many races, each for a new call; the winners finish before the next one."""
    began = time.monotonic()
    faults: list[str] = []
    winners = refused = 0
    plant_fault(plant)
    async with place(folder, people=PEOPLE, work=(), seed=seed) as made, at_work(made) as bot:
        for number in range(1, rounds + 1):
            card = await _call(made, bot, f"race{number}")
            answers = await asyncio.gather(*(_claim(person, card) for person in made.people))
            won = [person for person, got in zip(made.people, answers, strict=True) if got.url]
            faults += [f"round {number}: {wrong}" for wrong in _judge(answers)]
            faults += [f"round {number}: {wrong}" for wrong in await _given(bot.db, number)]
            winners, refused = winners + len(won), refused + len(answers) - len(won)
            print(
                f"round {number}: {len(won)} jobs, {len(answers) - len(won)} refused", flush=True
            )
            if faults:
                break
            await asyncio.gather(*(_rate(person) for person in won))
            made.sandbox.clock.move(PAST_UNDO)
            await made.sandbox.settled()
            await bot.settle()
        faults += [f"refused: {no.description}" for no in made.sandbox.refused_calls()]
    for fault in faults:
        print(f"  FAULT {fault}", flush=True)
    seconds = round(time.monotonic() - began, 1)
    return {"people": PEOPLE, "places": PLACES, "winners": winners, "refused": refused,
            "seconds": seconds, "failures": len(faults)}  # fmt: skip


@asynccontextmanager
async def at_work(made: Place) -> AsyncIterator[Running]:
    """The bot of the place, in this process."""
    async with running(made.settings, clock=made.sandbox.clock) as bot:
        yield bot


async def _call(made: Place, bot: Running, key: str) -> Message:
    await publish(bot, Work(key, tasks=PLACES, overlap=1, size=1))
    await made.admin.send(f"/call {key}", chat=made.group)
    return await made.admin.expect(f"Pairs of {key}", chat=made.group)


async def _claim(person: Person, card: Message) -> Answer:
    return await person.tap(card, "Claim", wait=60.0)


def _judge(answers: list[Answer]) -> list[str]:
    """What is wrong with what people were told."""
    won = sum(1 for answer in answers if answer.url)
    wrong = [] if won == PLACES else [f"{won} people were told that they have a job"]
    silent = sum(1 for answer in answers if not answer.answered)
    rude = sum(1 for answer in answers if answer.answered and not answer.url and not answer.text)
    if silent or rude:
        wrong.append(f"{silent} taps were not answered, {rude} without a word")
    return wrong


async def _given(db: Database, number: int) -> list[str]:
    """What is wrong with the jobs that came of it."""
    async with db.read() as tx:
        made = select(func.count()).where(jobs.c.call_id == number)
        count = int((await tx.execute(made)).scalar_one())
    wrong = [] if count == PLACES else [f"{count} jobs on {PLACES} places"]
    return wrong + await broken(db)


async def _rate(person: Person) -> None:
    """Finish the job that was won, so that the next one can be."""

    def has(verb: str) -> Any:
        return lambda m: any((b.data or "").startswith(f"{verb}:") for b in m.buttons)

    await _tap(person, await person.expect(has("a")), "a:")
    await _tap(person, await person.expect(has("u")), "u:")


async def _tap(person: Person, message: Message, start: str) -> None:
    data = next(b.data for b in message.buttons if b.data and b.data.startswith(start))
    await person.tap_data(message, data)
