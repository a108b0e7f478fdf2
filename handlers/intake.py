"""Updates come in here: stored, committed, acknowledged, and only then worked off."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any, Protocol

from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.domain.clock import Clock
from bot.domain.people import ANONYMOUS_IDS
from bot.domain.refusal import Repeated
from bot.services import inbox
from handlers.client import wait_of
from handlers.storable import MOST, storable
from storage.database import Database

_log = logging.getLogger(__name__)

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")

Handle = Callable[[int, Update], Awaitable[None]]
OnAside = Callable[[Update | None, str, Exception], Awaitable[None]]

_LONGEST_PAUSE = 30.0
_IN_PROGRESS = 50
_IN_MEMORY = 10_000
_AT_A_TIME = 500
_POLL_SECONDS = 5.0
_GRACE_SECONDS = 5.0


def lane_of(payload: dict[str, Any]) -> int:
    """The user whom an update comes from, else its chat, else 0: what keeps its order.

    Telegram's shared ids are nobody: all anonymous admins would wait for one another.
    """
    for part in payload.values():
        if not isinstance(part, dict):
            continue
        for owner in (part.get("from"), part.get("chat"), _chat_of_message(part)):
            lane = owner.get("id") if isinstance(owner, dict) else None
            if isinstance(lane, int) and abs(lane) <= MOST and lane not in ANONYMOUS_IDS:
                return int(lane)
    return 0


def _chat_of_message(part: dict[str, Any]) -> Any:
    message = part.get("message")
    return message.get("chat") if isinstance(message, dict) else None


class Source(Protocol):
    """Where raw updates come from: `handlers.client.HallBot`."""

    async def raw_updates(
        self, *, offset: int | None, seconds: int, allowed: tuple[str, ...]
    ) -> list[dict[str, Any]]:
        """Updates from `offset` on, which acknowledges all before it."""
        ...


class Poller:
    """Fetches updates and stores them; the next fetch acknowledges what has been committed."""

    def __init__(
        self,
        source: Source,
        db: Database,
        clock: Clock,
        *,
        stored: Callable[[], None],
        seconds: int = 30,
    ) -> None:
        self._source, self._db, self._clock = source, db, clock
        self._stored = stored
        self._seconds = seconds
        self._offset: int | None = None
        self._failures = 0

    async def run(self) -> None:
        """Fetch until cancelled, whatever happens."""
        while True:
            try:
                await self.fetch()
            except Exception as error:  # noqa: BLE001 - a poller that dies is a deaf bot
                await self._back_off(error)
            else:
                self._failures = 0

    async def fetch(self) -> int:
        """Fetch one batch, store it, and only then move the offset; returns how many came."""
        if self._offset is None:
            newest = await inbox.newest(self._db)
            self._offset = None if newest is None else newest + 1
        updates = await self._source.raw_updates(
            offset=self._offset, seconds=self._seconds, allowed=ALLOWED_UPDATES
        )
        if not updates:
            return 0
        rows = [
            (update["update_id"], lane_of(update), update)
            for update in map(storable, updates)
            if update is not None
        ]
        if not rows:
            raise ValueError("updates without an id")
        await inbox.receive(self._db, rows, self._clock.now())
        self._offset = max(update_id for update_id, _, _ in rows) + 1
        self._stored()
        return len(rows)

    async def _back_off(self, error: Exception) -> None:
        self._failures += 1
        pause = min(2.0 ** min(self._failures - 1, 10), _LONGEST_PAUSE)
        match error:
            case Conflict():
                _log.error(
                    "another program fetches the updates of this bot (409): stop it, or revoke "
                    "the token; trying again in %.0f s", pause,
                )  # fmt: skip
            case InvalidToken():
                pause = _LONGEST_PAUSE
                _log.error("Telegram refuses the token; trying again in %.0f s", pause)
            case RetryAfter():
                pause = max(wait_of(error).total_seconds(), 1.0)
                _log.warning("told to wait for %.0f s before fetching updates", pause)
            case TelegramError():
                _log.warning("no updates: %s; again in %.0f s", error.message, pause)
            case _:
                _log.error("updates could not be stored", exc_info=error)
        await self._clock.sleep_until(self._clock.now() + timedelta(seconds=pause))


class Intake:
    """Works stored updates off: in order within a lane, the lanes side by side.

    An update is done when `handle` returns; one that fails three times is set aside under a
    number, which `on_aside` is told (without the update where it could not even be read).
    """

    def __init__(
        self,
        db: Database,
        clock: Clock,
        bot: Bot | None,
        handle: Handle,
        on_aside: OnAside,
        *,
        in_progress: int = _IN_PROGRESS,
    ) -> None:
        self._db, self._clock, self._bot = db, clock, bot
        self._handle, self._on_aside = handle, on_aside
        self._room = asyncio.Semaphore(in_progress)
        self._lanes: dict[int, deque[inbox.Incoming]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._known: set[int] = set()
        self._taken = -1
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
                if await self._take_safely():
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
            taken = await self._take()
            if self._tasks:
                await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)
            elif not taken:
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
            if not self._known:
                # Ids need not rise for ever, so look from the beginning whenever it costs nothing.
                self._taken = -1
            room = min(_AT_A_TIME, _IN_MEMORY - len(self._known))
            found = await inbox.take(self._db, self._taken, room) if room > 0 else []
            for item in found:
                self._taken = max(self._taken, item.update_id)
                self._known.add(item.update_id)
                self._queue(item)
            return len(found)

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
                    self._known.discard(item.update_id)
        finally:
            del self._lanes[lane]
            self._known.difference_update(item.update_id for item in waiting)
            self._awake.set()

    async def _work(self, item: inbox.Incoming) -> None:
        try:
            try:
                update = Update.de_json(item.payload, self._bot)
            except Exception as unreadable:  # noqa: BLE001 - it can hold anything
                await self._failed(item, None, unreadable, most=1)
                return
            for _ in range(inbox.MOST_ATTEMPTS):
                error = await self._attempt(item, update)
                if error is None:
                    await inbox.finish(self._db, item.update_id)
                    return
                if await self._failed(item, update, error):
                    return
        except Exception:  # noqa: BLE001 - it stays in the inbox, and the others go on
            _log.exception("update %d could not be marked", item.update_id)
            await self._clock.sleep_until(self._clock.now() + timedelta(seconds=1))

    async def _attempt(self, item: inbox.Incoming, update: Update) -> Exception | None:
        try:
            await self._handle(item.update_id, update)
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
        words = f"{type(error).__name__}: {error}"
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
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=_GRACE_SECONDS)
            for task in late:
                task.cancel()
            if late:
                await asyncio.wait(late)
        self._closing = False
