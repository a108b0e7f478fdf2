import asyncio
from datetime import timedelta

import pytest
from telegram import Bot
from telegram.error import Conflict

from sandbox import Person, Sandbox
from tests.sandbox.conftest import client
from tests.sandbox.provocations import keyboard, tappable


async def waiting(sandbox: Sandbox) -> None:
    """Return when a poll has reached the sandbox and waits there."""
    while sandbox.queue._poller is None:  # noqa: ASYNC110 - the queue tells nobody
        await asyncio.sleep(0)


async def test_a_long_poll_returns_at_once_when_something_happens(
    sandbox: Sandbox, bot: Bot
) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=50))
    await waiting(sandbox)
    async with asyncio.timeout(5):
        await sandbox.person("Ada").start()
        (update,) = await poll
    assert update.message is not None
    assert update.message.text == "/start"


async def test_a_poll_in_vain_returns_nothing(sandbox: Sandbox, bot: Bot) -> None:
    assert await bot.get_updates(timeout=0) == ()
    assert sandbox.refusals == []


async def test_updates_stay_until_a_higher_offset_acknowledges_them(bot: Bot, ada: Person) -> None:
    await ada.send("one")
    await ada.send("two")
    first = await bot.get_updates()
    assert first == await bot.get_updates()
    rest = await bot.get_updates(first[1].update_id)
    assert rest == first[1:]
    assert await bot.get_updates(first[-1].update_id + 1) == ()


async def test_limit_and_negative_offset(bot: Bot, ada: Person) -> None:
    for number in range(5):
        await ada.send(f"message {number}")
    assert len(await bot.get_updates(limit=2)) == 2
    (last,) = await bot.get_updates(-1)
    assert last.message is not None
    assert last.message.text == "message 4"
    assert await bot.get_updates() == (last,)


async def test_of_two_pollers_the_first_is_terminated(sandbox: Sandbox, bot: Bot) -> None:
    async with client(sandbox) as other:
        first = asyncio.create_task(bot.get_updates(timeout=50))
        await waiting(sandbox)
        second = asyncio.create_task(other.get_updates(timeout=50))
        with pytest.raises(Conflict, match=r"terminated by other getUpdates request"):
            await first
        await waiting(sandbox)
        await sandbox.person("Ada").start()
        assert len(await second) == 1
    assert sandbox.refusals[-1].code == 409


async def test_a_poller_that_hung_up_is_no_second_poller(sandbox: Sandbox, bot: Bot) -> None:
    async with client(sandbox) as dead:
        lost = asyncio.create_task(dead.get_updates(timeout=50))
        await waiting(sandbox)
        lost.cancel()
        await asyncio.gather(lost, return_exceptions=True)
    dead_poll = sandbox.queue._poller
    living = asyncio.create_task(bot.get_updates(timeout=50))
    while sandbox.queue._poller in (None, dead_poll):  # noqa: ASYNC110 - the queue tells nobody
        await asyncio.sleep(0)
    await sandbox.person("Ada").start()
    assert len(await living) == 1
    assert sandbox.refusals == []


async def test_setting_a_webhook_ends_the_poll(sandbox: Sandbox, bot: Bot) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=50))
    await waiting(sandbox)
    async with client(sandbox) as other:
        await other.set_webhook("https://example.org/hook", allowed_updates=["message"])
        with pytest.raises(Conflict):
            await poll
        assert (await other.get_webhook_info()).url == "https://example.org/hook"
        await other.delete_webhook()
    assert await bot.get_updates() == ()


async def test_dropping_what_waits(bot: Bot, ada: Person) -> None:
    assert (await bot.get_webhook_info()).pending_update_count == 1
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == ()


async def test_messages_are_kept_a_day_and_taps_150_seconds(
    sandbox: Sandbox, bot: Bot, ada: Person
) -> None:
    await bot.send_message(ada.id, "x", reply_markup=keyboard([tappable()]))
    await ada.tap(ada.inbox()[-1], "Go", wait=0)
    assert len(await bot.get_updates()) == 2
    sandbox.clock.move(timedelta(seconds=151))
    (left,) = await bot.get_updates()
    assert left.message is not None
    sandbox.clock.move(timedelta(hours=24))
    assert await bot.get_updates() == ()


async def test_settled_waits_for_the_acknowledgement(
    sandbox: Sandbox, bot: Bot, ada: Person
) -> None:
    settled = asyncio.create_task(sandbox.settled(quiet=0.01))
    (update,) = await bot.get_updates()
    assert not settled.done()
    await bot.get_updates(update.update_id + 1)
    async with asyncio.timeout(5):
        await settled


async def test_settled_waits_for_calls_in_progress(
    sandbox: Sandbox, bot: Bot, ada: Person
) -> None:
    await bot.get_updates((await bot.get_updates())[-1].update_id + 1)
    sandbox.faults.next("sendMessage", "slow:0.1")
    sending = asyncio.create_task(bot.send_message(ada.id, "slow"))
    while not sandbox.in_progress:  # noqa: ASYNC110 - the call tells nobody
        await asyncio.sleep(0)
    await sandbox.settled(quiet=0.01)
    assert ada.inbox()[-1].text == "slow"
    await sending


async def test_stopping_releases_the_poll(sandbox: Sandbox, bot: Bot) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=50))
    await waiting(sandbox)
    async with asyncio.timeout(5):
        await sandbox.stop()
        assert await poll == ()
