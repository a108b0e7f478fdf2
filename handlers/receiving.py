"""Updates come in here: stored, committed, and only then acknowledged."""

import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any, Protocol

from telegram import Bot
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.domain.clock import Clock
from bot.domain.people import ANONYMOUS_IDS
from bot.insistence import insistently
from bot.services import inbox
from bot.vault import Vault
from handlers.client import wait_of
from handlers.sealing import sealed
from handlers.storable import MOST, storable
from storage.database import Database

_log = logging.getLogger(__name__)

ALLOWED_UPDATES = (
    "message", "edited_message", "channel_post", "callback_query", "my_chat_member",
    "chat_member",
)  # fmt: skip

_LONGEST_PAUSE = 30.0
# After a week without updates Telegram may begin with another, lower id. An offset above it would
# let it forget the update unseen.
_IDS_RISE_FOR = timedelta(days=3)
# Deliveries at a time: as many as are worked off side by side.
CONNECTIONS = 40


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


class Receiver:
    """Stores what Telegram hands over, for this process to work off."""

    def __init__(
        self,
        db: Database,
        clock: Clock,
        *,
        stored: Callable[[], None],
        process: str = "",
        vault: Vault | None = None,
    ) -> None:
        self._db, self._clock, self._stored, self._vault = db, clock, stored, vault
        self._process = process

    async def receive(self, updates: list[dict[str, Any]]) -> int | None:
        """Store the updates; once this has returned, they may be acknowledged.

        Returns the highest of their ids; none where none of them can be stored.
        """
        rows = [
            (update["update_id"], lane_of(update), sealed(update, self._vault))
            for update in map(storable, updates)
            if update is not None
        ]
        if not rows:
            return None
        await insistently(
            lambda: inbox.receive(self._db, rows, self._clock.now(), holder=self._process)
        )
        self._stored()
        return max(int(update_id) for update_id, _, _ in rows)

    async def latest(self) -> tuple[int, datetime] | None:
        """The highest id that was ever stored, and when."""
        return await inbox.latest(self._db)


class Poller:
    """Fetches updates and stores them; the next fetch acknowledges what has been committed."""

    def __init__(
        self,
        source: Source,
        receiver: Receiver,
        clock: Clock,
        *,
        seconds: int = 30,
    ) -> None:
        self._source, self._receiver, self._clock = source, receiver, clock
        self._seconds = seconds
        self._offset: int | None = None
        self._heard = clock.now()
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
        now = self._clock.now()
        if self._offset is None and (latest := await self._receiver.latest()) is not None:
            self._offset, self._heard = latest[0] + 1, latest[1]
        if now - self._heard > _IDS_RISE_FOR:
            self._offset = None
        updates = await self._source.raw_updates(
            offset=self._offset, seconds=self._seconds, allowed=ALLOWED_UPDATES
        )
        if not updates:
            return 0
        highest = await self._receiver.receive(updates)
        if highest is None:
            raise ValueError("updates without an id")
        self._offset, self._heard = highest + 1, now
        return len(updates)

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


async def set_webhook(bot: Bot, clock: Clock, url: str, secret: str) -> None:
    """Have Telegram bring updates to us from now on, however long it is away."""
    await _insist(
        clock,
        lambda: bot.set_webhook(
            url, secret_token=secret, allowed_updates=ALLOWED_UPDATES, max_connections=CONNECTIONS
        ),
    )


async def unset_webhook(bot: Bot, clock: Clock) -> None:
    """Have Telegram keep updates until they are fetched, however long it is away."""
    await _insist(clock, bot.delete_webhook)


async def _insist(clock: Clock, ask: Callable[[], Awaitable[object]]) -> None:
    while True:
        try:
            await ask()
        except RetryAfter as error:
            pause = max(wait_of(error).total_seconds(), 1.0)
        except TelegramError as error:
            _log.warning("how updates come was not settled: %s", error.message)
            pause = _LONGEST_PAUSE
        else:
            return
        await clock.sleep_until(clock.now() + timedelta(seconds=pause))
