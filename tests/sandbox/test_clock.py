import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from sandbox import SandboxClock

START = datetime(2031, 5, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def test_it_starts_when_told_and_runs() -> None:
    clock = SandboxClock(START)
    first = clock.now()
    assert timedelta() <= first - START < timedelta(minutes=1)
    assert first.tzinfo is UTC
    assert clock.now() >= first


def test_without_a_start_it_is_real_time() -> None:
    assert abs(SandboxClock().now() - datetime.now(UTC)) < timedelta(minutes=1)


def test_it_never_moves_back() -> None:
    clock = SandboxClock(START)
    with pytest.raises(ValueError, match=r"forwards"):
        clock.move(-timedelta(seconds=1))
    assert clock.revision == 0


async def test_a_move_wakes_exactly_those_whose_time_has_come() -> None:
    clock = SandboxClock(START)
    soon = asyncio.create_task(clock.sleep_until(START + DAY))
    late = asyncio.create_task(clock.sleep_until(START + 10 * DAY))
    await asyncio.sleep(0)
    clock.move(2 * DAY)
    async with asyncio.timeout(5):
        await soon
    assert not late.done()
    clock.move(8 * DAY)
    async with asyncio.timeout(5):
        await late


async def test_real_time_wakes_too_and_the_past_at_once() -> None:
    clock = SandboxClock()
    async with asyncio.timeout(5):
        await clock.sleep_until(clock.now() + timedelta(milliseconds=20))
        await clock.sleep_until(clock.now() - DAY)


def test_listeners_hear_each_move_until_they_leave() -> None:
    clock = SandboxClock(START)
    heard: list[datetime] = []
    leave = clock.subscribe(lambda: heard.append(clock.now()))
    clock.move(DAY)
    leave()
    leave()
    clock.move(DAY)
    assert len(heard) == 1
    assert heard[0] >= START + DAY
    assert clock.revision == 2
