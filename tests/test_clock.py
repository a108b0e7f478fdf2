"""The clocks: real time, and a sandbox's time followed from another place."""

import asyncio
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest

from bot.clock import RemoteClock, SystemClock
from sandbox import Sandbox

HOUR = timedelta(hours=1)


def about(one: datetime, other: datetime) -> bool:
    return abs(one - other) < timedelta(seconds=2)


async def test_the_systems_clock_is_in_utc_and_sleeps_for_real() -> None:
    clock = SystemClock()
    before = clock.now()
    assert before.tzinfo is UTC
    assert about(before, datetime.now(UTC))
    until = before + timedelta(milliseconds=20)
    await clock.sleep_until(until)
    assert clock.now() >= until


async def test_the_systems_clock_does_not_sleep_for_what_has_passed() -> None:
    clock = SystemClock()
    async with asyncio.timeout(30):
        await clock.sleep_until(clock.now() - HOUR)


async def test_a_remote_clock_begins_with_the_sandboxs_time() -> None:
    async with Sandbox() as sandbox:
        sandbox.clock.move(48 * HOUR)
        clock = RemoteClock(sandbox.url)
        await clock.start()
        try:
            assert about(clock.now(), sandbox.clock.now())
            assert not about(clock.now(), datetime.now(UTC))
        finally:
            await clock.stop()


async def test_a_move_wakes_sleepers_and_subscribers() -> None:
    async with Sandbox() as sandbox:
        clock = RemoteClock(f"{sandbox.url}/")
        await clock.start()
        moves = 0
        moved = asyncio.Event()

        def wake() -> None:
            nonlocal moves
            moves += 1
            moved.set()

        end = clock.subscribe(wake)
        try:
            when = clock.now() + HOUR
            sleeper = asyncio.ensure_future(clock.sleep_until(when))
            await asyncio.sleep(0)
            sandbox.clock.move(HOUR / 2)
            await moved.wait()
            assert not sleeper.done()
            moved.clear()
            sandbox.clock.move(HOUR)
            await asyncio.wait_for(sleeper, 5)
            assert clock.now() >= when
            assert moves == 2
            end()
            end()
            sandbox.clock.move(HOUR)
            await clock.sleep_until(when + HOUR)
            assert moves == 2
        finally:
            await clock.stop()


async def test_a_remote_clock_outlives_its_sandbox_at_the_last_offset() -> None:
    sandbox = Sandbox()
    await sandbox.start()
    sandbox.clock.move(HOUR)
    clock = RemoteClock(sandbox.url)
    await clock.start()
    await sandbox.stop()
    assert about(clock.now(), datetime.now(UTC) + HOUR)
    await clock.stop()
    assert about(clock.now(), datetime.now(UTC) + HOUR)


async def test_a_sandbox_that_is_not_there_is_an_error_at_the_start() -> None:
    async with Sandbox() as sandbox:
        url = sandbox.url
    clock = RemoteClock(url)
    with pytest.raises(aiohttp.ClientError):
        await clock.start()
