"""The outbox worker: leases what is due, has it delivered, settles what came of it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.domain.clock import Clock
from bot.domain.notices import Notice, Outcome, Unknown
from bot.services import outbox
from storage.database import Database

_log = logging.getLogger(__name__)

Deliver = Callable[[Notice], Awaitable[Outcome]]

_MOST_AT_ONCE = 25
_SETTLE_TRIES = 5
_RECOVER_SECONDS = 30.0
# Beyond this at the end, what is still in flight is left to the next start.
_GRACE_SECONDS = 5.0


class Outbox:
    """Delivers notices as they become due: one in flight a chat, several chats at once.

    One process of a hall delivers at a time, the one that leads: what it finds in flight when it
    begins was left by a dead one. Its `process` is checked at each lease.
    """

    def __init__(
        self,
        db: Database,
        clock: Clock,
        deliver: Deliver,
        *,
        at_once: int = _MOST_AT_ONCE,
        poll_seconds: float = 3.0,
        process: str = "",
    ) -> None:
        self._db, self._clock, self._deliver = db, clock, deliver
        self._at_once = at_once
        self._poll_seconds = poll_seconds
        self._process = process
        self._awake = asyncio.Event()
        self._turn = asyncio.Lock()
        self._flying: dict[int, asyncio.Task[None]] = {}
        self._recovers_at = 0.0
        # When the first of the notices that were not due falls due.
        self._next: datetime | None = None

    def wake(self) -> None:
        """Look for due notices now; called after each commit that may have written one."""
        self._awake.set()

    async def run(self) -> None:
        """Deliver until cancelled; then wait a little for what is in flight."""
        end = self._clock.subscribe(self._awake.set)
        try:
            await self._recover(at_start=True)
            while True:
                await self._round()
        finally:
            end()
            await self._land()

    async def drain(self) -> None:
        """Deliver until nothing is due now and nothing is in flight; also while `run()` runs."""
        while True:
            # What landed while we looked may have let another one go that we could not see yet.
            landing = bool(self._flying)
            started = await self._launch()
            if self._flying:
                await asyncio.wait(self._flying.values(), return_when=asyncio.FIRST_COMPLETED)
            elif not started and not landing:
                return

    async def _round(self) -> None:
        self._awake.clear()
        wait = self._poll_seconds
        # Read before looking: what falls due while we look must not be missed.
        now = self._clock.now()
        try:
            if await self._launch():
                return
            if self._next is not None:
                wait = min(wait, max((self._next - now).total_seconds(), 0.001))
        except Exception:  # noqa: BLE001 - the loop outlives every fault of the database
            _log.exception("could not look for notices")
        try:
            async with asyncio.timeout(wait):
                await self._awake.wait()
        except TimeoutError:
            if asyncio.get_running_loop().time() >= self._recovers_at:
                await self._recover(at_start=False)

    async def _launch(self) -> int:
        """Begin to deliver as many as there is room for; returns how many."""
        async with self._turn:
            room = self._at_once - len(self._flying)
            if room <= 0:
                return 0
            now = self._clock.now()
            # Asked often, and mostly for nothing; a writing transaction costs more.
            due, self._next = await outbox.upcoming(self._db, now)
            if not due:
                return 0
            found = await outbox.lease(self._db, now, room, leader=self._process)
            for notice in found:
                task = asyncio.create_task(self._send(notice), name=f"notice-{notice.number}")
                self._flying[notice.id] = task
            return len(found)

    async def _send(self, notice: Notice) -> None:
        try:
            try:
                outcome = await self._deliver(notice)
            except Exception as error:  # noqa: BLE001 - whatever it was, the notice is settled
                _log.exception("notice %s (%s) broke its delivery", notice.number, notice.kind)
                outcome = Unknown(type(error).__name__)
            await self._settle(notice, outcome)
        finally:
            # Whoever leases next must not find it in flight here.
            self._flying.pop(notice.id, None)
            self._awake.set()

    async def _settle(self, notice: Notice, outcome: Outcome) -> None:
        for attempt in range(_SETTLE_TRIES):
            now = self._clock.now()
            try:
                after = await outbox.settle(self._db, notice, outcome, now)
            except Exception:  # noqa: BLE001 - as above; it is tried again
                _log.exception("notice %s could not be settled", notice.number)
                await self._clock.sleep_until(now + timedelta(seconds=2**attempt))
            else:
                _log.debug("notice %s: %s", notice.number, after.state)
                return
        # Its lease runs out; then it counts as one that may have gone out.
        _log.error("notice %s stays in flight until its lease is over", notice.number)

    async def _recover(self, *, at_start: bool) -> None:
        self._recovers_at = asyncio.get_running_loop().time() + _RECOVER_SECONDS
        now = self._clock.now()
        try:
            lost = await outbox.recover(
                self._db, now, all=at_start, but_for=frozenset(self._flying)
            )
        except Exception:  # noqa: BLE001 - as above
            _log.exception("could not recover notices")
            return
        if lost:
            _log.warning("%d notices were in flight when a process ended", lost)
            self._awake.set()

    async def _land(self) -> None:
        flying = list(self._flying.values())
        if not flying:
            return
        _, late = await asyncio.wait(flying, timeout=_GRACE_SECONDS)
        for task in late:
            task.cancel()
        if late:
            await asyncio.wait(late)
