"""What a program in another process asks of the webhook's deliveries."""

from datetime import timedelta

from aiohttp import ClientSession
from telegram import Bot

from sandbox import Person, Sandbox
from tests.sandbox.receiver import receiving
from tests.sandbox.test_webhook import asleep, settled


async def test_workers_are_named_and_answers_lost_through_the_door(
    sandbox: Sandbox, bot: Bot, ada: Person
) -> None:
    async with receiving() as worker, ClientSession(sandbox.url) as http:
        base = worker.url.removesuffix("/hook")
        async with http.post("/door/spread", json={"urls": [base]}) as answer:
            assert answer.status == 200
        async with http.post("/door/faults", json={"lose_answers": 1}) as answer:
            assert answer.status == 200
        await bot.set_webhook("https://hall.example/hook")
        await asleep(sandbox)
        assert worker.texts == ["/start", "/start"]
        async with http.post("/door/faults", json={"clear": True}) as answer:
            assert answer.status == 200
        sandbox.clock.move(timedelta(seconds=2))
        await settled(sandbox)
        assert worker.texts == ["/start"] * 3
        async with http.post("/door/spread", json={"urls": ["http://10.0.0.1"]}) as answer:
            assert answer.status == 400
