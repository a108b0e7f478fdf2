"""The hall behind a webhook: one process, or two for the web and a worker on PostgreSQL."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from tests import postgres_server
from tests.flows.acts import claim, rate_all, submit
from tests.flows.hall import Stage, webhooked


@pytest.fixture(params=["one process", "several"])
async def hall(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Stage]:
    several = request.param == "several"
    name = await postgres_server.make_database() if several else None
    url = postgres_server.address(name).replace("+asyncpg", "") if name else None
    async with webhooked(tmp_path, database=url, several=several) as stage:
        yield stage
        assert stage.sandbox.refused_calls() == []
    if name:
        await postgres_server.drop_database(name)


async def test_a_job_from_call_to_acceptance(hall: Stage) -> None:
    await hall.project(tasks=10, overlap=1)
    card = await hall.call()
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    await submit(bo, await rate_all(bo, 5))
    await hall.move(seconds=11)
    await hall.move(days=4)
    await bo.expect("Accepted")


async def test_fifty_people_on_twelve_places(hall: Stage) -> None:
    await hall.project(tasks=60, overlap=1)
    card = await hall.call()
    people = await asyncio.gather(*(hall.arrived(f"P{n}") for n in range(50)))
    answers = await asyncio.gather(*(one.tap(card, "Claim") for one in people))
    assert sum(answer.url is not None for answer in answers) == 12
    assert sum(answer.show_alert for answer in answers) == 38
    await hall.settle()


async def test_an_answer_that_got_lost_brings_an_update_twice_and_one_effect(hall: Stage) -> None:
    await hall.project(tasks=5, overlap=1)
    card = await hall.call()
    bo = await hall.arrived("Bo")
    hall.sandbox.faults.lose_answers(0.5)
    await claim(bo, card)
    await submit(bo, await rate_all(bo, 5))
    hall.sandbox.faults.lose_answers(0)
    await hall.move(seconds=70)
    await bo.expect("5 ratings")


async def test_nobody_else_can_send_updates(hall: Stage) -> None:
    port = (hall.others or (hall.bot,))[0].port
    url = f"http://127.0.0.1:{port}/telegram"
    update = {"update_id": 1, "message": {}}
    async with aiohttp.ClientSession() as stranger:
        async with stranger.post(url, json=update) as answer:
            assert answer.status == 403
        wrong = {"X-Telegram-Bot-Api-Secret-Token": "a-secret-of-the-testx"}
        async with stranger.post(url, json=update, headers=wrong) as answer:
            assert answer.status == 403
        async with stranger.get(f"http://127.0.0.1:{port}/healthz") as answer:
            assert answer.status == 200
