"""Stored updates are worked off here: in order for one person, many people at once."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from datetime import timedelta

from telegram import Bot, Update

from bot.domain.clock import Clock
from bot.domain.refusal import Repeated
from bot.insistence import insistently
from bot.services import inbox
from bot.vault import Vault
from handlers.sealing import is_sealed, unsealed
from storage.database import Database

_log = logging.getLogger(__name__)

Handle = Callable[[int, Update], Awaitable[None]]
OnAside = Callable[[Update | None, str, Exception], Awaitable[None]]

_IN_PROGRESS = 50
_IN_MEMORY = 10_000
_AT_A_TIME = 500
_POLL_SECONDS = 5.0
# How often what has a lower id than what is in work already is looked for.
_BACK_SECONDS = 1.0
_GRACE_SECONDS = 5.0
# Updates that end within this time are marked as done in one transaction.
_TOGETHER_SECONDS = 0.03


class Intake:
    """Works stored updates off: in order within a lane, the lanes side by side.

    An update is done when `handle` returns; one that fails three times is set aside under a
    number, which `on_aside` is told (without the update where it could not even be read). Only
    what is for this `process` is worked off.
    """

    def __init__(
        self,
        db: Database,
        clock: Clock,
        bot: Bot | None,
        handle: Handle,
        on_aside: OnAside,
        *,
        process: str = "",
        vault: Vault | None = None,
        in_progress: int = _IN_PROGRESS,
        back_seconds: float = _BACK_SECONDS,
    ) -> None:
        self._db, self._clock, self._bot = db, clock, bot
        self._handle, self._on_aside = handle, on_aside
        self._process, self._vault = process, vault
        self._room = asyncio.Semaphore(in_progress)
        self._lanes: dict[int, deque[inbox.Incoming]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._known: set[int] = set()
        # What ended while the inbox is read: the answer can still say that it waits.
        self._ended: set[int] = set()
        self._finished: list[int] = []
        self._taken = -1
        # Whether more may be stored than was taken.
        self._left = False
        self._back_seconds, self._back_at = back_seconds, 0.0
        self._turn = asyncio.Lock()
        self._awake = asyncio.Event()
        self._closing = False

    def wake(self) -> None:
        """There may be new updates in the inbox."""
        self._awake.set()

    async def run(self) -> None:
        """Work updates off until cancelled; then let those finish that have begun."""
        try:
            while True:
                self._awake.clear()
                if await self._take_safely() and self._left:
                    continue
                try:
                    async with asyncio.timeout(_POLL_SECONDS):
                        await self._awake.wait()
                except TimeoutError:
                    continue
        finally:
            await self._finish_begun()

    async def drain(self) -> None:
        """Return when nothing is waiting in the inbox and nothing is in progress."""
        while True:
            # A lane that ended while we looked may have left some that we could not see yet.
            ending = bool(self._tasks)
            taken = await self._take()
            if self._tasks:
                await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)
            elif not taken and not ending:
                return

    async def _take_safely(self) -> int:
        try:
            return await self._take()
        except Exception:  # noqa: BLE001 - the database may come back
            _log.exception("stored updates could not be read")
            await self._clock.sleep_until(self._clock.now() + timedelta(seconds=1))
            return 0

    async def _take(self) -> int:
        """Take what is stored and not in memory yet; returns how many."""
        async with self._turn:
            room = min(_AT_A_TIME, _IN_MEMORY - len(self._known))
            self._left = room <= 0
            if self._left:
                return 0
            if self._looks_back():
                self._taken = -1
                room += len(self._known)
            self._ended.clear()
            stored = await inbox.take(self._db, self._taken, room, holder=self._process)
            self._left = len(stored) == room
            passed = self._known | self._ended
            found = [item for item in stored if item.update_id not in passed]
            for item in found:
                self._taken = max(self._taken, item.update_id)
                self._known.add(item.update_id)
                self._queue(item)
            return len(found)

    def _looks_back(self) -> bool:
        """Whether to look from the lowest id on: ids need not rise, and need not come in order.

        It is done whenever it costs nothing, and else from time to time.
        """
        now = asyncio.get_running_loop().time()
        if self._known and now < self._back_at:
            return False
        self._back_at = now + self._back_seconds
        return True

    def _queue(self, item: inbox.Incoming) -> None:
        lane = self._lanes.get(item.lane)
        if lane is not None:
            lane.append(item)
            return
        self._lanes[item.lane] = deque([item])
        task = asyncio.create_task(self._work_lane(item.lane), name=f"lane-{item.lane}")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _work_lane(self, lane: int) -> None:
        waiting = self._lanes[lane]
        try:
            while waiting and not self._closing:
                item = waiting.popleft()
                try:
                    async with self._room:
                        await self._work(item)
                finally:
                    if item.update_id not in self._finished:
                        self._forget([item.update_id])
        finally:
            del self._lanes[lane]
            self._forget([item.update_id for item in waiting])

    def _forget(self, update_ids: list[int]) -> None:
        """Look again where that can show what was not there to be taken before."""
        self._known.difference_update(update_ids)
        self._ended.update(update_ids)
        if self._left or not self._known:
            self._awake.set()

    async def _work(self, item: inbox.Incoming) -> None:
        try:
            try:
                payload = unsealed(item.payload, item.update_id, self._vault)
                update = Update.de_json(payload, self._bot)
            except Exception as unreadable:  # noqa: BLE001 - it can hold anything
                await self._failed(item, None, unreadable, most=1)
                return
            for _ in range(inbox.MOST_ATTEMPTS):
                error = await self._attempt(item, update)
                if error is None:
                    self._finish(item.update_id)
                    return
                if await self._failed(item, update, error):
                    return
        except Exception:  # noqa: BLE001 - it stays in the inbox, and the others go on
            _log.exception("update %d could not be marked", item.update_id)
            await self._clock.sleep_until(self._clock.now() + timedelta(seconds=1))
            self._left = True

    def _finish(self, update_id: int) -> None:
        """The update is done; it is marked so together with others that end about now.

        After a kill before that it is worked off again, and meets its cause.
        """
        if not self._finished:
            task = asyncio.create_task(self._mark_finished(), name="finished updates")
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        self._finished.append(update_id)

    async def _mark_finished(self) -> None:
        if not self._closing:
            await asyncio.sleep(_TOGETHER_SECONDS)
        marked, self._finished = self._finished, []
        try:
            await inbox.finish(self._db, marked)
        except Exception:  # noqa: BLE001 - they stay in the inbox, and the others go on
            _log.exception("updates %s could not be marked", marked)
            await self._clock.sleep_until(self._clock.now() + timedelta(seconds=1))
            self._left = True
        finally:
            self._forget(marked)

    async def _attempt(self, item: inbox.Incoming, update: Update) -> Exception | None:
        try:
            await insistently(lambda: self._handle(item.update_id, update))
        except Repeated:
            return None  # its effect was committed before a crash
        except Exception as error:  # noqa: BLE001 - counted, and told at the third time
            _log.error("update %d failed", item.update_id, exc_info=error)
            return error
        return None

    async def _failed(
        self,
        item: inbox.Incoming,
        update: Update | None,
        error: Exception,
        *,
        most: int = inbox.MOST_ATTEMPTS,
    ) -> bool:
        words = type(error).__name__
        if not is_sealed(item.payload):
            # What is sealed must not stand in the clear in what is said about it.
            words += f": {error}"
        number = await inbox.fail(self._db, item.update_id, words, most=most)
        if number is None:
            return False
        _log.error("update %d is set aside as %s", item.update_id, number)
        try:
            await self._on_aside(update, number, error)
        except Exception:  # noqa: BLE001 - an apology that fails is logged, that is all
            _log.exception("nobody was told of %s", number)
        return True

    async def _finish_begun(self) -> None:
        self._closing = True
        end = asyncio.get_running_loop().time() + _GRACE_SECONDS
        # The last of a lane is marked as done by a task that begins only then.
        while self._tasks and (left := end - asyncio.get_running_loop().time()) > 0:
            await asyncio.wait(self._tasks, timeout=left)
        late = list(self._tasks)
        for task in late:
            task.cancel()
        if late:
            await asyncio.wait(late)
        self._closing = False
