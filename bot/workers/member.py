"""This process among those of the hall: alive by one lease, leading by another."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot.services import processes
from bot.services.processes import Member
from storage.database import Database

_log = logging.getLogger(__name__)

_BEAT_SECONDS = 1.5
_LEASE = timedelta(seconds=6)
# Before the lease is over for others it is over for us, however the clocks run.
_TRUSTED_SECONDS = 4.5


class Membership:
    """Keeps the process alive in the eyes of the others, and lets it lead when nobody does.

    `lead` runs while this process leads and is cancelled when it does no more; `adopted` is
    called when updates of a dead process were taken over. With `alone` no other process may work
    on the database: whoever comes last leads.
    """

    def __init__(
        self,
        db: Database,
        member: Member,
        *,
        lead: Callable[[], Awaitable[None]],
        adopted: Callable[[], None],
        alone: bool,
        beat_seconds: float = _BEAT_SECONDS,
        trusted_seconds: float = _TRUSTED_SECONDS,
    ) -> None:
        self._beat_seconds, self._trusted_seconds = beat_seconds, trusted_seconds
        self._db, self._member = db, member
        self._lead, self._adopted = lead, adopted
        self._force = alone
        self._leading: asyncio.Task[None] | None = None
        self._sure_until = 0.0

    @property
    def leads(self) -> bool:
        """Whether this process leads now."""
        return self._leading is not None

    async def join(self) -> None:
        """Be known to the others, and lead if nobody does; raises when the database is away."""
        await self._renew()
        # Only who comes has force; who was here before must see that it was replaced.
        self._force = False

    async def run(self) -> None:
        """Stay known until cancelled; then stop leading, and leave."""
        try:
            while True:
                await asyncio.sleep(self._beat_seconds)
                await self._beat()
        finally:
            await self._stop_leading()
            try:
                await processes.leave(self._db, self._member)
            except Exception:  # noqa: BLE001 - then its leases run out
                _log.exception("process %s left without a word", self._member.name)

    async def _beat(self) -> None:
        left = self._sure_until - asyncio.get_running_loop().time()
        try:
            async with asyncio.timeout(max(left, self._beat_seconds)):
                await self._renew()
        except Exception:  # noqa: BLE001 - the database may come back
            _log.exception("the lease of process %s was not renewed", self._member.name)
            if asyncio.get_running_loop().time() >= self._sure_until:
                await self._stop_leading()

    async def _renew(self) -> None:
        began = asyncio.get_running_loop().time()
        standing = await processes.renew(self._db, self._member, _LEASE, force=self._force)
        self._sure_until = began + self._trusted_seconds
        if self._leading is not None and self._leading.done():
            _log.error("leading ended by itself", exc_info=self._leading.exception())
            self._leading = None
        if standing.leads and self._leading is None:
            _log.info("process %s leads", self._member.name)
            self._leading = asyncio.create_task(self._led(), name="lead")
        elif not standing.leads:
            await self._stop_leading()
        if standing.adopted:
            _log.warning("%d updates of a process that is gone", standing.adopted)
            self._adopted()

    async def _led(self) -> None:
        await self._lead()

    async def _stop_leading(self) -> None:
        if self._leading is None:
            return
        _log.info("process %s leads no more", self._member.name)
        self._leading.cancel()
        await asyncio.wait([self._leading])
        self._leading = None
