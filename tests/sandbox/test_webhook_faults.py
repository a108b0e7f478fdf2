"""Deliveries that go wrong on purpose, and several workers behind one webhook."""

from collections.abc import AsyncIterator

import pytest
from telegram import Bot

from sandbox import Person, Sandbox
from tests.sandbox.receiver import Receiver, hang_up, receiving
from tests.sandbox.test_webhook import asleep, settled


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    async with receiving() as started:
        yield started


@pytest.fixture
async def second() -> AsyncIterator[Receiver]:
    async with receiving() as started:
        yield started


def base(receiver: Receiver) -> str:
    return receiver.url.removesuffix("/hook")


async def test_a_duplicated_update_is_brought_twice(
    sandbox: Sandbox, bot: Bot, ada: Person, receiver: Receiver
) -> None:
    sandbox.faults.duplicate_updates(1.0)
    await bot.set_webhook(receiver.url)
    await settled(sandbox)
    assert receiver.texts == ["/start", "/start"]
    assert len(set(receiver.ids)) == 1


async def test_a_lost_yes_brings_the_update_again(
    sandbox: Sandbox, bot: Bot, ada: Person, receiver: Receiver
) -> None:
    sandbox.faults.lose_answers(1.0)
    await bot.set_webhook(receiver.url)
    await receiver.got(2)
    await asleep(sandbox)
    sandbox.faults.lose_answers(0)
    assert (await bot.get_webhook_info()).pending_update_count == 1
    assert set(receiver.texts) == {"/start"}


async def test_lost_answers_are_seeded_and_never_lose_an_update(
    sandbox: Sandbox, bot: Bot, receiver: Receiver
) -> None:
    sandbox.faults.lose_answers(0.2)
    await bot.set_webhook(receiver.url)
    people = [sandbox.person(f"P{number}") for number in range(20)]
    for person in people:
        await person.start()
    await receiver.got(21)
    sandbox.faults.clear()
    brought = {update["message"]["from"]["id"] for update in receiver.updates}
    assert brought == {person.id for person in people}


async def test_deliveries_overtake_each_other_but_never_within_a_chat(
    sandbox: Sandbox, bot: Bot, receiver: Receiver
) -> None:
    sandbox.faults.reorder_updates(1.0)
    await bot.set_webhook(receiver.url)
    people = [sandbox.person(f"P{number}") for number in range(10)]
    for person in people:
        await person.send("one")
        await person.send("two")
    await settled(sandbox)
    first = [update for update in receiver.updates if update["message"]["text"] == "one"]
    order = [update["message"]["from"]["id"] for update in first]
    assert order != sorted(order)
    for person in people:
        own = [u for u in receiver.updates if u["message"]["from"]["id"] == person.id]
        assert [update["message"]["text"] for update in own] == ["one", "two"]


async def test_workers_take_turns(
    sandbox: Sandbox, bot: Bot, ada: Person, receiver: Receiver, second: Receiver
) -> None:
    sandbox.spread([base(receiver), base(second)])
    await bot.set_webhook("https://hall.example/hook", secret_token="s")
    for number in range(3):
        await ada.send(str(number))
    await settled(sandbox)
    assert receiver.texts == ["/start", "1"]
    assert second.texts == ["0", "2"]


async def test_a_worker_that_is_gone_is_passed_over(
    sandbox: Sandbox, bot: Bot, ada: Person, receiver: Receiver, second: Receiver
) -> None:
    sandbox.spread([base(receiver), base(second)])
    await second.stop()
    await bot.set_webhook(receiver.url)
    await ada.send("more")
    await settled(sandbox)
    assert receiver.texts == ["/start", "more"]
    assert (await bot.get_webhook_info()).last_error_message is None


async def test_a_worker_that_dies_over_an_update_is_a_bad_gateway(
    sandbox: Sandbox, bot: Bot, ada: Person, receiver: Receiver, second: Receiver
) -> None:
    sandbox.spread([base(receiver), base(second)])
    receiver.replies = [hang_up]
    await bot.set_webhook(receiver.url)
    await settled(sandbox)
    assert (receiver.texts, second.texts) == (["/start"], ["/start"])
    message = (await bot.get_webhook_info()).last_error_message
    assert message == "Wrong response from the webhook: 502 Bad Gateway"


async def test_all_workers_gone_is_a_bad_gateway(
    sandbox: Sandbox, bot: Bot, ada: Person, receiver: Receiver
) -> None:
    sandbox.spread([base(receiver)])
    await receiver.stop()
    await bot.set_webhook(receiver.url)
    await asleep(sandbox)
    message = (await bot.get_webhook_info()).last_error_message
    assert message == "Wrong response from the webhook: 502 Bad Gateway"


async def test_workers_stand_on_this_machine(sandbox: Sandbox) -> None:
    with pytest.raises(ValueError, match=r"not on this machine: http://10\.0\.0\.1"):
        sandbox.spread(["http://127.0.0.1:1", "http://10.0.0.1"])


async def test_nobody_elsewhere_is_asked(sandbox: Sandbox, bot: Bot, ada: Person) -> None:
    await bot.set_webhook("https://example.org/hook")
    await asleep(sandbox)
    info = await bot.get_webhook_info()
    assert info.last_error_message == "the sandbox delivers to nobody but this machine"
    assert info.pending_update_count == 1


async def test_what_was_to_be_fetched_again_does_not_hold_up_a_webhook(
    sandbox: Sandbox, bot: Bot, ada: Person, receiver: Receiver
) -> None:
    sandbox.faults.duplicate_updates(1.0)
    (update,) = await bot.get_updates()
    sandbox.queue._acknowledge(update.update_id + 1)
    sandbox.faults.clear()
    await bot.set_webhook(receiver.url)
    await ada.send("more")
    await settled(sandbox)
    assert receiver.texts == ["more"]
