"""The workers: what is owed goes out, and the alarms ring."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from bot.domain.clock import Clock
from bot.domain.notices import Delivered, Notice, Outcome, Priority, TryAgain, Unknown, Wait
from bot.services import outbox as services
from bot.services import processes
from bot.services.processes import Member
from bot.workers.clock import Alarms
from bot.workers.outbox import Outbox
from sandbox import SandboxClock
from storage import notices
from storage.database import Database
from storage.schema import notices as table
from tests.log_lines import Line

HOUR = timedelta(hours=1)
LEASE = timedelta(seconds=60)


async def owe(db: Database, clock: Clock, key: str, chat_id: int = 5, **more: Any) -> None:
    values: dict[str, Any] = {"kind": "plain", "args": {}, "priority": Priority.personal}
    async with db.begin() as tx:
        now = clock.now()
        assert await notices.add(tx, key=key, chat_id=chat_id, now=now, **(values | more))


async def rows(db: Database) -> dict[str, Any]:
    async with db.read() as tx:
        return {row.key: row for row in await tx.execute(select(table))}


class Post:
    """Delivers: remembers in which order, and answers as told."""

    def __init__(self) -> None:
        self.sent: list[str] = []
        self.outcomes: dict[str, list[Outcome | Exception]] = {}
        self.gate: dict[str, asyncio.Event] = {}
        self.running = 0
        self.most_running = 0
        self._changed = asyncio.Event()

    async def until(self, test: Callable[[], bool]) -> None:
        while not test():
            self._changed.clear()
            await self._changed.wait()

    async def deliver(self, notice: Notice) -> Outcome:
        self.running += 1
        self.most_running = max(self.most_running, self.running)
        self._changed.set()
        try:
            if notice.key in self.gate:
                await self.gate[notice.key].wait()
            else:
                await asyncio.sleep(0)
            self.sent.append(f"{notice.key}!" if notice.repeated else notice.key)
            planned = self.outcomes.get(notice.key)
            outcome = planned.pop(0) if planned else Delivered(100 + notice.id)
            if isinstance(outcome, Exception):
                raise outcome
            return outcome
        finally:
            self.running -= 1
            self._changed.set()


@asynccontextmanager
async def running(work: Awaitable[None]) -> AsyncIterator[asyncio.Future[None]]:
    task = asyncio.ensure_future(work)
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.wait([task])


async def test_what_is_due_goes_out_in_the_order_of_its_chat(db: Database) -> None:
    clock, post = SandboxClock(), Post()
    for number in range(6):
        await owe(db, clock, f"{number}", chat_id=5 + number % 2)
    await owe(db, clock, "later", not_before=clock.now() + HOUR)
    await Outbox(db, clock, post.deliver).drain()
    assert [key for key in post.sent if int(key) % 2 == 0] == ["0", "2", "4"]
    assert [key for key in post.sent if int(key) % 2] == ["1", "3", "5"]
    found = await rows(db)
    assert {row.state for key, row in found.items() if key != "later"} == {"sent"}
    assert found["later"].state == "queued"
    assert found["0"].message_id == 100 + found["0"].id


async def test_one_slow_chat_holds_up_no_other(db: Database) -> None:
    clock, post = SandboxClock(), Post()
    post.gate["slow"] = asyncio.Event()
    await owe(db, clock, "slow", 5)
    await owe(db, clock, "after", 5)
    for number in range(10):
        await owe(db, clock, f"{number}", 10 + number)
    outbox = Outbox(db, clock, post.deliver)
    draining = asyncio.ensure_future(outbox.drain())
    await post.until(lambda: len(post.sent) == 10)
    assert "after" not in post.sent
    post.gate["slow"].set()
    await draining
    assert post.sent[10:] == ["slow", "after"]


async def test_no_more_than_so_many_are_in_flight(db: Database) -> None:
    clock, post = SandboxClock(), Post()
    for number in range(12):
        await owe(db, clock, f"{number}", 10 + number)
    await Outbox(db, clock, post.deliver, at_once=4).drain()
    assert post.most_running == 4
    assert len(post.sent) == 12


async def test_a_new_notice_goes_out_when_woken(db: Database) -> None:
    clock, post = SandboxClock(), Post()
    outbox = Outbox(db, clock, post.deliver, poll_seconds=600)
    async with running(outbox.run()):
        await outbox.drain()
        await owe(db, clock, "a")
        outbox.wake()
        await post.until(lambda: post.sent == ["a"])


async def test_a_forgotten_wake_is_made_good_by_looking(db: Database) -> None:
    clock, post = SandboxClock(), Post()
    async with running(Outbox(db, clock, post.deliver, poll_seconds=0.02).run()):
        await owe(db, clock, "a")
        await post.until(lambda: post.sent == ["a"])


async def test_what_is_due_later_goes_out_at_its_time(db: Database) -> None:
    clock, post = SandboxClock(), Post()
    await owe(db, clock, "hour", not_before=clock.now() + HOUR)
    await owe(db, clock, "soon", 6, not_before=clock.now() + timedelta(milliseconds=30))
    outbox = Outbox(db, clock, post.deliver, poll_seconds=600)
    async with running(outbox.run()):
        await post.until(lambda: post.sent == ["soon"])
        for _ in range(3):
            await outbox.drain()  # by then the worker sleeps
        clock.move(HOUR)
        await post.until(lambda: post.sent == ["soon", "hour"])


async def test_a_chat_that_must_wait_does_not_keep_the_worker_busy(db: Database) -> None:
    clock, post = SandboxClock(), Post()
    post.outcomes["first"] = [Wait(clock.now() + HOUR)]
    await owe(db, clock, "first")
    await owe(db, clock, "second")
    outbox = Outbox(db, clock, post.deliver, poll_seconds=600)
    async with running(outbox.run()):
        await post.until(lambda: post.sent == ["first"])
        await outbox.drain()
        assert post.sent == ["first"]  # nothing overtakes what was told to wait
        clock.move(HOUR)
        await post.until(lambda: post.sent == ["first", "first", "second"])


async def test_a_failed_try_is_made_again_after_its_pause(db: Database) -> None:
    clock, post = SandboxClock(), Post()
    post.outcomes["a"] = [TryAgain("502"), TryAgain("502")]
    await owe(db, clock, "a")
    outbox = Outbox(db, clock, post.deliver)
    for _ in range(3):
        await outbox.drain()
        clock.move(timedelta(seconds=3))
    assert post.sent == ["a", "a", "a"]
    assert (await rows(db))["a"].attempts == 3


async def test_a_delivery_that_breaks_counts_as_unknown(
    db: Database, caplog: pytest.LogCaptureFixture
) -> None:
    clock, post = SandboxClock(), Post()
    post.outcomes["a"] = [ZeroDivisionError("of a person")]
    await owe(db, clock, "a")
    await owe(db, clock, "b", 6)
    outbox = Outbox(db, clock, post.deliver)
    await outbox.drain()
    assert (await rows(db))["a"].error == "ZeroDivisionError"
    assert "broke its delivery" in caplog.text
    clock.move(timedelta(seconds=3))
    await outbox.drain()
    assert sorted(post.sent) == ["a", "a!", "b"]


async def test_a_crash_between_sending_and_settling_repeats_and_says_so(db: Database) -> None:
    clock, post = SandboxClock(), Post()
    await owe(db, clock, "a")
    await owe(db, clock, "news", 6, priority=Priority.broadcast)
    await owe(db, clock, "next", 5)
    for notice in await services.lease(db, clock.now(), 25):
        await post.deliver(notice)  # and here the process is killed
    async with running(Outbox(db, clock, post.deliver).run()):
        clock.move(timedelta(seconds=3))
        await post.until(lambda: "next" in post.sent)
    assert sorted(post.sent) == ["a", "a!", "news", "next"]
    found = await rows(db)
    assert (found["a"].state, found["a"].repeated) == ("sent", True)
    assert found["news"].state == "uncertain"


async def test_who_leads_no_more_sends_nothing(db: Database) -> None:
    clock, post = SandboxClock(), Post()
    here, there = Member("here"), Member("there")
    await processes.renew(db, here, LEASE)
    outbox = Outbox(db, clock, post.deliver, process="here")
    await owe(db, clock, "a")
    await outbox.drain()
    assert post.sent == ["a"]
    await processes.renew(db, there, LEASE, force=True)
    await owe(db, clock, "b")
    await outbox.drain()
    assert post.sent == ["a"]


async def test_a_settlement_that_fails_is_tried_again(db: Database) -> None:
    clock, post = SandboxClock(), Post()
    post.gate["a"] = asyncio.Event()
    await owe(db, clock, "a")
    outbox = Outbox(db, clock, post.deliver)
    draining = asyncio.ensure_future(outbox.drain())
    await post.until(lambda: post.running == 1)
    async with db.begin() as tx:
        await tx.exec_driver_sql("ALTER TABLE notices RENAME TO elsewhere")
    failed = asyncio.Event()
    clock_sleep = clock.sleep_until

    async def sleep_until(when: datetime) -> None:
        failed.set()
        await clock_sleep(when)

    clock.sleep_until = sleep_until  # type: ignore[method-assign]
    post.gate["a"].set()
    await failed.wait()
    async with db.begin() as tx:
        await tx.exec_driver_sql("ALTER TABLE elsewhere RENAME TO notices")
    clock.move(timedelta(seconds=2))
    await draining
    assert (await rows(db))["a"].state == "sent"
    assert post.sent == ["a"]


async def test_at_the_end_what_is_in_flight_is_settled(db: Database) -> None:
    clock, post = SandboxClock(), Post()
    post.gate["a"] = asyncio.Event()
    await owe(db, clock, "a")
    async with running(Outbox(db, clock, post.deliver).run()) as task:
        await post.until(lambda: post.running == 1)
        task.cancel()
        await asyncio.sleep(0)
        post.gate["a"].set()
    assert (await rows(db))["a"].state == "sent"


async def test_an_edit_that_may_have_been_made_is_made_again(db: Database) -> None:
    clock, post = SandboxClock(), Post()
    post.outcomes["edit"] = [Unknown("cut")]
    await owe(db, clock, "edit", edits=9)
    await Outbox(db, clock, post.deliver).drain()
    assert post.sent == ["edit", "edit"]


class Sweeps:
    """Counts how often each sweep ran, and with what time."""

    def __init__(self) -> None:
        self.times: dict[str, list[datetime]] = {"a": [], "b": []}
        self.overlaps = 0
        self.inside = 0
        self.gate = asyncio.Event()
        self.gate.set()
        self._changed = asyncio.Event()

    async def until(self, test: Callable[[], bool]) -> None:
        while not test():
            self._changed.clear()
            await self._changed.wait()

    async def a(self, now: datetime) -> None:
        self.overlaps += self.inside
        self.inside += 1
        self.times["a"].append(now)
        self._changed.set()
        await self.gate.wait()
        self.inside -= 1

    async def b(self, now: datetime) -> None:
        self.times["b"].append(now)
        self._changed.set()
        raise RuntimeError("this sweep always fails")


async def test_sweeps_run_at_the_start_and_after_each_move_of_the_clock() -> None:
    clock, sweeps = SandboxClock(), Sweeps()
    alarms = Alarms(clock, {"a": (3600, sweeps.a), "b": (3600, sweeps.b)})
    alarms.start()
    await sweeps.until(lambda: len(sweeps.times["b"]) == 1)
    clock.move(24 * HOUR)
    await sweeps.until(lambda: len(sweeps.times["b"]) == 2)
    await alarms.stop()
    assert sweeps.times["a"][1] - sweeps.times["a"][0] >= 24 * HOUR
    assert len(sweeps.times["a"]) == 2


async def test_sweeps_run_again_and_again_though_one_fails(
    caplog: pytest.LogCaptureFixture,
) -> None:
    sweeps = Sweeps()
    alarms = Alarms(SandboxClock(), {"b": (0.01, sweeps.b), "a": (0.01, sweeps.a)})
    alarms.start()
    await sweeps.until(lambda: min(len(t) for t in sweeps.times.values()) >= 3)
    await alarms.stop()
    assert "sweep b failed" in caplog.text


async def test_a_sweep_never_overlaps_itself() -> None:
    clock, sweeps = SandboxClock(), Sweeps()
    sweeps.gate.clear()
    alarms = Alarms(clock, {"a": (0.005, sweeps.a), "b": (0.005, sweeps.b)})
    alarms.start()
    await sweeps.until(lambda: len(sweeps.times["b"]) >= 3)
    assert len(sweeps.times["a"]) == 1
    clock.move(HOUR)
    assert len(sweeps.times["a"]) == 1
    sweeps.gate.set()
    await sweeps.until(lambda: len(sweeps.times["a"]) >= 3)
    await alarms.stop()
    assert sweeps.overlaps == 0
    assert sweeps.times["a"][1] - sweeps.times["a"][0] >= HOUR


async def test_a_sweep_that_runs_at_the_end_is_stopped_without_a_word(
    caplog: pytest.LogCaptureFixture,
) -> None:
    begun, ended = asyncio.Event(), asyncio.Event()
    rounds: list[datetime] = []

    async def endless(now: datetime) -> None:
        rounds.append(now)
        if len(rounds) == 1:
            return  # the one at the start
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            ended.set()

    alarms = Alarms(SandboxClock(), {"endless": (0.01, endless)})
    alarms.start()
    await begun.wait()
    await alarms.stop()
    assert ended.is_set()
    assert caplog.records == []


async def test_all_sweeps_run_on_demand_without_alarms() -> None:
    sweeps = Sweeps()
    alarms = Alarms(SandboxClock(), {"a": (3600, sweeps.a), "b": (3600, sweeps.b)})
    await alarms.run_all()
    await alarms.stop()
    assert [len(times) for times in sweeps.times.values()] == [1, 1]


async def test_the_worker_outlives_a_database_that_fails_for_a_while(
    db: Database, caplog: pytest.LogCaptureFixture
) -> None:
    clock, post = SandboxClock(), Post()
    await owe(db, clock, "a")
    async with db.begin() as tx:
        await tx.exec_driver_sql("ALTER TABLE notices RENAME TO elsewhere")
    outbox = Outbox(db, clock, post.deliver, poll_seconds=0.01)
    recovering = Line(caplog, "could not recover notices")
    async with running(outbox.run()):
        with pytest.raises(DBAPIError):
            await outbox.drain()
        await recovering.wait()
        async with db.begin() as tx:
            await tx.exec_driver_sql("ALTER TABLE elsewhere RENAME TO notices")
        await post.until(lambda: post.sent == ["a"])
