"""Nothing that came in is lost or done twice; one slow person stalls nobody."""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from telegram import Update
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter

from bot.domain.refusal import Repeated
from bot.services import inbox
from handlers.client import make_bot
from handlers.intake import Intake
from handlers.receiving import ALLOWED_UPDATES, Poller, Receiver, lane_of
from sandbox import Limits, Sandbox, SandboxClock
from storage.database import Database
from storage.schema import inbox as table
from tests.log_lines import Line


def message(update_id: int, user: int, text: str = "hi") -> dict[str, Any]:
    sender = {"id": user, "is_bot": False, "first_name": "P"}
    chat = {"id": user, "type": "private"}
    body = {"message_id": update_id, "date": 1, "chat": chat, "from": sender, "text": text}
    return {"update_id": update_id, "message": body}


class Feed:
    """Telegram's end: keeps each update until a higher offset acknowledges it."""

    def __init__(self, *updates: dict[str, Any]) -> None:
        self.updates = list(updates)
        self.offsets: list[int | None] = []
        self.errors: list[Exception] = []

    async def raw_updates(
        self, *, offset: int | None, seconds: int, allowed: tuple[str, ...]
    ) -> list[dict[str, Any]]:
        assert allowed == ALLOWED_UPDATES
        self.offsets.append(offset)
        if self.errors:
            raise self.errors.pop(0)
        if offset is not None:
            self.updates = [u for u in self.updates if u["update_id"] >= offset]
        if not self.updates and seconds:
            await asyncio.Event().wait()
        return self.updates[:3]


class Desk:
    """Where updates are handled; remembers them, and fails or waits as told."""

    def __init__(self) -> None:
        self.seen: list[tuple[int, str]] = []
        self.by_user: dict[int, list[str]] = defaultdict(list)
        self.fails: dict[str, int] = {}
        self.gate: dict[int, asyncio.Event] = {}
        self.aside: list[tuple[int | None, str, str]] = []
        self.running = 0
        self.most_running = 0
        self._changed = asyncio.Event()

    async def until(self, test: Callable[[], bool]) -> None:
        while not test():
            self._changed.clear()
            await self._changed.wait()

    async def handle(self, update_id: int, update: Update) -> None:
        assert update.effective_user is not None
        assert update.message is not None
        user, text = update.effective_user.id, update.message.text or ""
        self.running += 1
        self.most_running = max(self.most_running, self.running)
        self._changed.set()
        try:
            if user in self.gate:
                await self.gate[user].wait()
            else:
                await asyncio.sleep(0)
            self.seen.append((update_id, text))
            if self.fails.get(text, 0) > 0:
                self.fails[text] -= 1
                raise KeyError(text)
            self.by_user[user].append(text)
        finally:
            self.running -= 1
            self._changed.set()

    async def on_aside(self, update: Update | None, number: str, error: Exception) -> None:
        self.aside.append((update.update_id if update else None, number, type(error).__name__))


def intake_at(db: Database, desk: Desk, **more: Any) -> Intake:
    return Intake(db, SandboxClock(), None, desk.handle, desk.on_aside, **more)


async def fill(db: Database, *updates: dict[str, Any]) -> None:
    rows = [(update["update_id"], lane_of(update), update) for update in updates]
    await inbox.receive(db, rows, SandboxClock().now())


async def states(db: Database) -> dict[int, str]:
    async with db.read() as tx:
        rows = await tx.execute(select(table.c.update_id, table.c.state))
        return {row.update_id: row.state for row in rows}


@pytest.mark.parametrize(
    ("update", "lane"),
    [
        (message(1, 5), 5),
        ({"update_id": 1, "callback_query": {"id": "1", "from": {"id": 6}}}, 6),
        ({"update_id": 1, "my_chat_member": {"from": {"id": 7}, "chat": {"id": -1}}}, 7),
        ({"update_id": 1, "message": {"from": {"id": 1087968824}, "chat": {"id": -8}}}, -8),
        ({"update_id": 1, "channel_post": {"chat": {"id": -9}}}, -9),
        ({"update_id": 1, "callback_query": {"message": {"chat": {"id": -10}}}}, -10),
        ({"update_id": 1, "poll": {"id": "x"}}, 0),
        ({"update_id": 1, "message": {"from": {"id": "no"}, "chat": []}}, 0),
        ({"update_id": 1}, 0),
    ],
)
def test_the_lane_is_who_it_comes_from(update: dict[str, Any], lane: int) -> None:
    assert lane_of(update) == lane


async def test_a_batch_is_acknowledged_only_after_it_is_stored(db: Database) -> None:
    feed = Feed(*(message(n, n + 100) for n in range(10, 15)))
    poller = Poller(
        feed, Receiver(db, SandboxClock(), stored=lambda: None), SandboxClock(), seconds=0
    )
    assert await poller.fetch() == 3
    assert len(feed.updates) == 5  # nothing acknowledged yet
    assert await poller.fetch() == 2
    assert await poller.fetch() == 0
    assert feed.offsets == [None, 13, 15]
    stored = await inbox.take(db, -1, 10)
    assert [(item.update_id, item.lane) for item in stored] == [
        (n, n + 100) for n in range(10, 15)
    ]


async def test_a_batch_that_cannot_be_stored_is_not_acknowledged(db: Database) -> None:
    feed = Feed(message(10, 1))
    poller = Poller(
        feed, Receiver(db, SandboxClock(), stored=lambda: None), SandboxClock(), seconds=0
    )
    await poller.fetch()
    feed.updates.append(message(11, 1))
    async with db.begin() as tx:
        await tx.exec_driver_sql("ALTER TABLE inbox RENAME TO elsewhere")
    with pytest.raises(Exception, match="no such table"):
        await poller.fetch()
    async with db.begin() as tx:
        await tx.exec_driver_sql("ALTER TABLE elsewhere RENAME TO inbox")
    assert await poller.fetch() == 1
    assert feed.offsets == [None, 11, 11]


async def test_a_kill_between_storing_and_acknowledging_loses_and_doubles_nothing(
    db: Database,
) -> None:
    desk = Desk()
    feed = Feed(*(message(n, n % 2, f"t{n}") for n in range(10, 18)))
    for _ in range(20):
        # Each poller is dead after one batch; the next knows only the database.
        await Poller(
            feed, Receiver(db, SandboxClock(), stored=lambda: None), SandboxClock(), seconds=0
        ).fetch()
    await intake_at(db, desk).drain()
    assert sorted(desk.seen) == [(n, f"t{n}") for n in range(10, 18)]
    assert set((await states(db)).values()) == {"done"}
    assert feed.offsets[:4] == [None, 13, 16, 18]


async def test_after_a_long_silence_lower_ids_are_taken_in_as_well(db: Database) -> None:
    clock, desk = SandboxClock(), Desk()
    intake = intake_at(db, desk)
    feed = Feed(message(1000, 1))
    poller = Poller(feed, Receiver(db, clock, stored=intake.wake), clock, seconds=0)
    await poller.fetch()
    clock.move(timedelta(days=8))
    feed.updates = [message(7, 1)]
    await poller.fetch()
    clock.move(timedelta(days=8))
    feed.updates = [message(3, 1)]
    again = Poller(feed, Receiver(db, clock, stored=intake.wake), clock, seconds=0)
    await again.fetch()
    await intake.drain()
    assert sorted(update_id for update_id, _ in desk.seen) == [3, 7, 1000]


async def test_a_batch_fetched_twice_is_worked_off_once(db: Database) -> None:
    desk = Desk()
    intake = intake_at(db, desk)
    for _ in range(2):
        feed = Feed(message(10, 1), message(11, 1))
        poller = Poller(
            feed, Receiver(db, SandboxClock(), stored=intake.wake), SandboxClock(), seconds=0
        )
        poller._offset = 1  # as if the acknowledgement had been lost
        await poller.fetch()
        await intake.drain()
    assert [update_id for update_id, _ in desk.seen] == [10, 11]


async def test_after_a_restart_what_was_not_done_is_worked_off_in_order(db: Database) -> None:
    await fill(db, *(message(n, 1, f"t{n}") for n in range(1, 6)))
    slow = Desk()
    slow.gate[1] = asyncio.Event()
    dead = asyncio.ensure_future(intake_at(db, slow).drain())
    await slow.until(lambda: slow.running == 1)
    dead.cancel()  # the process is gone; the lane it began is left hanging
    desk = Desk()
    await intake_at(db, desk).drain()
    assert desk.by_user[1] == ["t1", "t2", "t3", "t4", "t5"]
    slow.gate[1].set()


async def test_updates_of_one_person_keep_their_order(db: Database) -> None:
    desk = Desk()
    await fill(db, *(message(n, n % 7, f"{n:03}") for n in range(200)))
    await intake_at(db, desk).drain()
    assert sum(len(texts) for texts in desk.by_user.values()) == 200
    for texts in desk.by_user.values():
        assert texts == sorted(texts)


async def test_one_slow_person_stalls_nobody(db: Database) -> None:
    desk = Desk()
    desk.gate[1] = asyncio.Event()
    await fill(db, *(message(n, 1 if n < 20 else n, "x") for n in range(60)))
    draining = asyncio.ensure_future(intake_at(db, desk).drain())
    await desk.until(lambda: len(desk.by_user) == 40)
    assert desk.by_user[1] == []
    assert not draining.done()
    desk.gate[1].set()
    await draining
    assert len(desk.by_user[1]) == 20


async def test_no_more_than_so_many_are_in_progress(db: Database) -> None:
    desk = Desk()
    await fill(db, *(message(n, n, "x") for n in range(1, 31)))
    await intake_at(db, desk, in_progress=4).drain()
    assert len(desk.seen) == 30
    assert desk.most_running == 4


async def test_a_failure_is_tried_again_at_once_and_keeps_the_order(db: Database) -> None:
    desk = Desk()
    desk.fails["first"] = 2
    await fill(db, message(1, 5, "first"), message(2, 5, "second"))
    await intake_at(db, desk).drain()
    assert desk.seen == [(1, "first")] * 3 + [(2, "second")]
    assert desk.aside == []
    assert await states(db) == {1: "done", 2: "done"}


async def test_the_third_failure_sets_it_aside_and_goes_on(db: Database) -> None:
    desk = Desk()
    desk.fails["bad"] = 99
    await fill(db, message(1, 5, "bad"), message(2, 5, "good"))
    await intake_at(db, desk).drain()
    assert await states(db) == {1: "aside", 2: "done"}
    ((update_id, number, error),) = desk.aside
    assert (update_id, len(number), error) == (1, 8, "KeyError")
    assert len(desk.seen) == 4


async def test_what_cannot_be_read_is_set_aside_and_blocks_nobody(db: Database) -> None:
    desk = Desk()
    broken = {"update_id": 1, "message": {"from": {"id": 5}, "chat": 12, "date": "never"}}
    await fill(db, broken, message(2, 5, "good"))
    await intake_at(db, desk).drain()
    assert await states(db) == {1: "aside", 2: "done"}
    assert desk.aside[0][0] is None


async def test_an_effect_that_was_committed_before_a_crash_is_not_a_failure(db: Database) -> None:
    desk = Desk()

    async def handle(update_id: int, update: Update) -> None:
        raise Repeated(f"update:{update_id}")

    await fill(db, message(1, 5))
    await Intake(db, SandboxClock(), None, handle, desk.on_aside).drain()
    assert await states(db) == {1: "done"}
    assert desk.aside == []


async def test_an_apology_that_fails_changes_nothing(db: Database) -> None:
    desk = Desk()
    desk.fails["bad"] = 99

    async def on_aside(update: Update | None, number: str, error: Exception) -> None:
        raise RuntimeError("no apology")

    await fill(db, message(1, 5, "bad"), message(2, 5, "good"))
    await Intake(db, SandboxClock(), None, desk.handle, on_aside).drain()
    assert await states(db) == {1: "aside", 2: "done"}


async def test_ids_that_begin_again_lower_are_worked_off_too(db: Database) -> None:
    desk = Desk()
    intake = intake_at(db, desk)
    await fill(db, message(1000, 5, "high"))
    await intake.drain()
    await fill(db, message(7, 5, "low"))
    await intake.drain()
    assert desk.by_user[5] == ["high", "low"]


async def test_a_lower_id_that_comes_later_does_not_wait_for_who_is_slow(db: Database) -> None:
    desk = Desk()
    desk.gate[5] = asyncio.Event()
    intake = intake_at(db, desk, back_seconds=0)
    await fill(db, message(1000, 5, "slow"))
    running = asyncio.ensure_future(intake.run())
    async with asyncio.timeout(30):
        await desk.until(lambda: desk.running == 1)
        await fill(db, message(7, 6, "low"))
        intake.wake()
        await desk.until(lambda: desk.by_user[6] == ["low"])
        desk.gate[5].set()
        await desk.until(lambda: desk.by_user[5] == ["slow"])
    running.cancel()
    await asyncio.wait([running])


class StillClock(SandboxClock):
    """Notes how long somebody wants to sleep, and lets that time pass at once."""

    def __init__(self) -> None:
        super().__init__()
        self.naps: list[int] = []

    async def sleep_until(self, when: Any) -> None:
        self.naps.append(round((when - self.now()).total_seconds()))
        await asyncio.sleep(0)


async def test_the_poller_outlives_every_error(
    db: Database, caplog: pytest.LogCaptureFixture
) -> None:
    clock = StillClock()
    feed = Feed(message(10, 1))
    feed.errors = [NetworkError("cut")] * 7
    feed.errors += [Conflict("other"), InvalidToken(), RetryAfter(17), ValueError("x")]
    stored = asyncio.Event()
    poller = Poller(feed, Receiver(db, clock, stored=stored.set), clock)
    with caplog.at_level(logging.WARNING):
        running = asyncio.ensure_future(poller.run())
        await stored.wait()
        running.cancel()
        await asyncio.wait([running])
    assert clock.naps == [1, 2, 4, 8, 16, 30, 30, 30, 30, 17, 30]
    assert "another program fetches the updates" in caplog.text
    assert "refuses the token" in caplog.text


async def test_a_batch_without_ids_is_no_reason_to_hurry(db: Database) -> None:
    feed = Feed()
    feed.raw_updates = lambda **_: _nonsense()  # type: ignore[method-assign]
    poller = Poller(feed, Receiver(db, SandboxClock(), stored=lambda: None), SandboxClock())
    with pytest.raises(ValueError, match="without an id"):
        await poller.fetch()


async def _nonsense() -> list[Any]:
    return ["x", {"update_id": None}]


async def test_from_the_sandbox_to_the_desk_and_a_running_intake(db: Database) -> None:
    desk = Desk()
    async with Sandbox(limits=Limits.off()) as sandbox:
        bot = make_bot(sandbox.token, sandbox.url, None)
        async with bot:
            intake = Intake(db, sandbox.clock, bot, desk.handle, desk.on_aside)
            poller = Poller(bot, Receiver(db, sandbox.clock, stored=intake.wake), sandbox.clock)
            running = [asyncio.ensure_future(part.run()) for part in (intake, poller)]
            crowd = [sandbox.person(f"P{n}") for n in range(5)]
            sandbox.faults.next("getUpdates", "502", times=1)
            for number in range(4):
                for person in crowd:
                    await person.send(f"{number}")
            await sandbox.settled()
            await intake.drain()
            for task in running:
                task.cancel()
            await asyncio.wait(running)
    assert desk.by_user == {person.id: ["0", "1", "2", "3"] for person in crowd}


async def test_what_ends_while_the_inbox_is_read_is_not_worked_off_again(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, taken = Desk(), inbox.take
    desk.gate[5] = asyncio.Event()
    await fill(db, message(1, 5, "a"))
    intake = intake_at(db, desk, back_seconds=0)

    async def slowly(*args: Any, **more: Any) -> list[inbox.Incoming]:
        found = await taken(*args, **more)
        if desk.running:
            desk.gate[5].set()
            while (await states(db))[1] != "done":
                pass
            await states(db)  # so long that it was told as well
        return found

    running = asyncio.ensure_future(intake.run())
    await desk.until(lambda: desk.running == 1)
    monkeypatch.setattr(inbox, "take", slowly)
    await intake.drain()
    running.cancel()
    await asyncio.wait([running])
    assert desk.seen == [(1, "a")]


async def test_at_the_end_what_has_begun_is_finished(db: Database) -> None:
    desk = Desk()
    desk.gate[5] = asyncio.Event()
    await fill(db, message(1, 5, "begun"), message(2, 5, "waiting"))
    intake = intake_at(db, desk)
    running = asyncio.ensure_future(intake.run())
    await desk.until(lambda: desk.running == 1)
    running.cancel()
    # It ends what it was about to read first, and then waits for what has begun.
    await asyncio.wait([running], timeout=0.2)
    desk.gate[5].set()
    await asyncio.wait([running])
    assert desk.by_user[5] == ["begun"]
    assert await states(db) == {1: "done", 2: "new"}


async def test_a_database_that_fails_for_a_while_costs_nothing_but_time(
    db: Database, caplog: pytest.LogCaptureFixture
) -> None:
    clock, desk = StillClock(), Desk()
    desk.gate[5] = asyncio.Event()
    await fill(db, message(1, 5, "a"))
    intake = Intake(db, clock, None, desk.handle, desk.on_aside)
    running = asyncio.ensure_future(intake.run())
    await desk.until(lambda: desk.running == 1)
    async with db.begin() as tx:
        await tx.exec_driver_sql("ALTER TABLE inbox RENAME TO elsewhere")
    desk.gate[5].set()
    await desk.until(lambda: desk.running == 0)
    marking = Line(caplog, "updates [1] could not be marked")
    with pytest.raises(Exception, match="no such table"):
        await intake.drain()
    await marking.wait()
    async with db.begin() as tx:
        await tx.exec_driver_sql("ALTER TABLE elsewhere RENAME TO inbox")
    await intake.drain()
    running.cancel()
    await asyncio.wait([running])
    assert await states(db) == {1: "done"}
