"""What a webhook is brought, in which order, and how often."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from aiohttp import web
from telegram import Bot, Update
from telegram.error import Conflict

from sandbox import Limits, Person, Sandbox
from tests.sandbox.conftest import client
from tests.sandbox.provocations import keyboard, tappable
from tests.sandbox.receiver import SECRET, Receiver, hang_up, receiving, status


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    async with receiving() as started:
        yield started


async def settled(sandbox: Sandbox) -> None:
    async with asyncio.timeout(10):
        await sandbox.settled(quiet=0.01)


async def test_updates_are_posted_with_the_secret(
    sandbox: Sandbox, bot: Bot, ada: Person, receiver: Receiver
) -> None:
    await bot.set_webhook(receiver.url, secret_token="a-b_C9")
    await ada.send("hello")
    await settled(sandbox)
    headers, _ = receiver.requests[0]
    assert headers[SECRET] == "a-b_C9"
    assert headers["Content-Type"] == "application/json"
    assert receiver.texts == ["/start", "hello"]
    for update in receiver.updates:
        assert Update.de_json(update, bot).message is not None
    assert (await bot.get_webhook_info()).pending_update_count == 0


async def test_no_secret_no_header(
    sandbox: Sandbox, bot: Bot, ada: Person, receiver: Receiver
) -> None:
    await bot.set_webhook(receiver.url)
    await settled(sandbox)
    assert SECRET not in receiver.requests[0][0]


async def test_one_chat_keeps_its_order_while_another_goes_ahead(
    sandbox: Sandbox, bot: Bot, ada: Person, receiver: Receiver
) -> None:
    await bot.delete_webhook(drop_pending_updates=True)
    receiver.gate.clear()
    await bot.set_webhook(receiver.url)
    await ada.send("one")
    await ada.send("two")
    await sandbox.person("Ben").send("three")
    await receiver.got(2)
    assert receiver.texts == ["one", "three"]
    receiver.gate.set()
    await settled(sandbox)
    assert receiver.texts == ["one", "three", "two"]


async def test_a_tap_does_not_wait_for_the_messages_of_its_chat(
    sandbox: Sandbox, bot: Bot, ada: Person, receiver: Receiver
) -> None:
    card = await bot.send_message(ada.id, "x", reply_markup=keyboard([tappable()]))
    receiver.gate.clear()
    await bot.set_webhook(receiver.url)
    await ada.tap(ada.chat.messages[card.message_id], "Go", wait=0)
    await receiver.got(2)
    assert [set(update) - {"update_id"} for update in receiver.updates] == [
        {"message"},
        {"callback_query"},
    ]


async def test_no_more_connections_than_asked_for(
    sandbox: Sandbox, bot: Bot, receiver: Receiver
) -> None:
    receiver.gate.clear()
    await bot.set_webhook(receiver.url, max_connections=2)
    for number in range(6):
        await sandbox.person(f"P{number}").start()
    await receiver.got(2)
    assert receiver.inside == 2
    receiver.gate.set()
    await settled(sandbox)
    assert (len(receiver.requests), receiver.most_inside) == (6, 2)


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (status(500), "Wrong response from the webhook: 500 Internal Server Error"),
        (status(302, Location="/"), "Wrong response from the webhook: 302 Found"),
        (hang_up, "Webhook connection closed"),
    ],
)
async def test_a_failure_is_tried_again_at_once(
    sandbox: Sandbox,
    bot: Bot,
    ada: Person,
    receiver: Receiver,
    reply: object,
    words: str,
) -> None:
    assert callable(reply)
    receiver.replies = [reply]
    await bot.set_webhook(receiver.url)
    await settled(sandbox)
    assert receiver.texts == ["/start", "/start"]
    info = await bot.get_webhook_info()
    assert info.last_error_message == words
    assert info.last_error_date is not None
    assert abs(info.last_error_date - sandbox.now()) < timedelta(minutes=1)


async def test_later_failures_wait_twice_as_long_each(
    sandbox: Sandbox, bot: Bot, ada: Person, receiver: Receiver
) -> None:
    receiver.replies = [status(503)] * 11
    await bot.set_webhook(receiver.url)
    await receiver.got(2)
    for tries, seconds in enumerate([2, 4, 8, 16, 32, 64], start=2):
        await asleep(sandbox)
        sandbox.clock.move(timedelta(seconds=seconds - 1))
        await nothing_comes(sandbox, receiver, tries)
        sandbox.clock.move(timedelta(seconds=1 if seconds < 60 else 57))
        await receiver.got(tries + 1)
    for tries in range(8, 12):
        await asleep(sandbox)
        sandbox.clock.move(timedelta(seconds=59))
        await nothing_comes(sandbox, receiver, tries)
        sandbox.clock.move(timedelta(seconds=61))
        await receiver.got(tries + 1)
    await settled(sandbox)
    assert len(receiver.requests) == 12


async def asleep(sandbox: Sandbox) -> None:
    """Return when a delivery waits for its next try."""
    async with asyncio.timeout(10):
        while not sandbox.deliveries.asleep:  # noqa: ASYNC110 - nobody is told
            await asyncio.sleep(0)


async def nothing_comes(sandbox: Sandbox, receiver: Receiver, so_far: int) -> None:
    for _ in range(10):
        await asyncio.sleep(0)
    assert sandbox.deliveries.asleep
    assert len(receiver.requests) == so_far


async def test_the_bot_can_say_when_to_come_again(
    sandbox: Sandbox, bot: Bot, ada: Person, receiver: Receiver
) -> None:
    receiver.replies = [status(429, **{"Retry-After": "30"})]
    await bot.set_webhook(receiver.url)
    await receiver.got(1)
    await asleep(sandbox)
    sandbox.clock.move(timedelta(seconds=29))
    await nothing_comes(sandbox, receiver, 1)
    sandbox.clock.move(timedelta(seconds=1))
    await settled(sandbox)
    assert len(receiver.requests) == 2


async def test_a_tap_is_given_up_after_150_seconds_and_a_message_is_not(
    sandbox: Sandbox, bot: Bot, ada: Person, receiver: Receiver
) -> None:
    card = await bot.send_message(ada.id, "x", reply_markup=keyboard([tappable()]))
    await ada.tap(ada.chat.messages[card.message_id], "Go", wait=0)
    receiver.replies = [status(500)] * 4
    await bot.set_webhook(receiver.url)
    await receiver.got(4)
    await asleep(sandbox)
    sandbox.clock.move(timedelta(seconds=151))
    await settled(sandbox)
    assert ["message" in update for update in receiver.updates].count(True) == 3
    assert len(receiver.requests) == 5


async def test_what_would_be_too_old_at_its_next_try_is_given_up_now(
    sandbox: Sandbox, bot: Bot, ada: Person, receiver: Receiver
) -> None:
    await bot.delete_webhook(drop_pending_updates=True)
    card = await bot.send_message(ada.id, "x", reply_markup=keyboard([tappable()]))
    await ada.tap(ada.chat.messages[card.message_id], "Go", wait=0)
    receiver.replies = [status(503, **{"Retry-After": "151"})]
    await bot.set_webhook(receiver.url)
    await settled(sandbox)
    assert len(receiver.requests) == 1


async def test_nothing_is_tried_for_more_than_a_day(
    sandbox: Sandbox, bot: Bot, ada: Person, receiver: Receiver
) -> None:
    receiver.replies = [status(500)] * 3
    await bot.set_webhook(receiver.url)
    await receiver.got(2)
    await asleep(sandbox)
    sandbox.clock.move(timedelta(hours=25))
    await settled(sandbox)
    assert len(receiver.requests) == 2
    assert (await bot.get_webhook_info()).pending_update_count == 0


async def test_a_bot_that_is_away_gets_all_when_it_is_back(sandbox: Sandbox, bot: Bot) -> None:
    async with receiving() as gone:
        url = gone.url
    await bot.set_webhook(url)
    ada = sandbox.person("Ada")
    for text in ("one", "two", "three"):
        await ada.send(text)
    await asleep(sandbox)
    info = await bot.get_webhook_info()
    assert info.pending_update_count == 3
    assert info.last_error_message is not None
    assert "Connection refused" in info.last_error_message
    back = Receiver()
    back.gate.set()
    await back.start(int(url.split(":")[2].removesuffix("/hook")))
    sandbox.clock.move(timedelta(minutes=1))
    await settled(sandbox)
    assert back.texts == ["one", "two", "three"]
    await back.stop()


async def test_a_bot_that_does_not_answer_in_time_is_asked_again() -> None:
    async with (
        receiving(open_gate=False) as receiver,
        Sandbox(limits=Limits.off(), webhook_timeout=0.05) as sandbox,
        client(sandbox) as bot,
    ):
        await bot.set_webhook(receiver.url)
        await sandbox.person("Ada").start()
        await receiver.got(2)
        receiver.gate.set()
        info = await bot.get_webhook_info()
        assert info.last_error_message == "Read timeout expired"


async def test_setting_the_same_webhook_again_disturbs_nothing(
    sandbox: Sandbox, bot: Bot, ada: Person, receiver: Receiver
) -> None:
    receiver.gate.clear()
    await bot.set_webhook(receiver.url, secret_token="s")
    await receiver.got(1)
    await bot.set_webhook(receiver.url, secret_token="s")
    receiver.gate.set()
    await settled(sandbox)
    assert len(receiver.requests) == 1


async def test_after_deleting_it_updates_wait_to_be_fetched(
    sandbox: Sandbox, bot: Bot, ada: Person, receiver: Receiver
) -> None:
    receiver.gate.clear()
    await bot.set_webhook(receiver.url)
    await receiver.got(1)
    with pytest.raises(Conflict, match=r"can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    (update,) = await bot.get_updates()
    assert update.update_id == receiver.ids[0]


async def test_dropping_what_waits_for_a_webhook(
    sandbox: Sandbox, bot: Bot, ada: Person, receiver: Receiver
) -> None:
    await bot.set_webhook(receiver.url, drop_pending_updates=True)
    await settled(sandbox)
    assert receiver.requests == []
    receiver.gate.clear()
    await ada.send("one")
    await ada.send("two")
    await receiver.got(1)
    await bot.delete_webhook(drop_pending_updates=True)
    receiver.gate.set()
    assert await bot.get_updates() == ()


async def test_a_call_in_the_answer_is_written_down_and_ignored(
    sandbox: Sandbox, bot: Bot, ada: Person, receiver: Receiver
) -> None:
    call = {"method": "sendMessage", "chat_id": ada.id, "text": "hello"}
    receiver.replies = [lambda: web.json_response(call), lambda: web.json_response({"ok": True})]
    await bot.set_webhook(receiver.url)
    await ada.send("more")
    await settled(sandbox)
    assert not any(message.from_bot for message in ada.inbox())
    (gap,) = sandbox.refused_calls()
    assert (gap.method, gap.code) == ("sendMessage", 501)
    assert gap.params["text"] == "hello"


async def test_settled_waits_for_the_bots_yes(
    sandbox: Sandbox, bot: Bot, ada: Person, receiver: Receiver
) -> None:
    receiver.gate.clear()
    await bot.set_webhook(receiver.url)
    calm = asyncio.create_task(sandbox.settled(quiet=0))
    await receiver.got(1)
    assert not calm.done()
    receiver.gate.set()
    async with asyncio.timeout(5):
        await calm


async def test_deliveries_go_on_after_the_sandbox_was_stopped_and_started(
    sandbox: Sandbox, bot: Bot, ada: Person, receiver: Receiver
) -> None:
    await bot.set_webhook(receiver.url)
    await settled(sandbox)
    await sandbox.stop()
    await ada.send("meanwhile")
    await sandbox.start()
    await settled(sandbox)
    assert receiver.texts == ["/start", "meanwhile"]
