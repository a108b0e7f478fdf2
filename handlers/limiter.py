"""One limiter for all that goes out: by priority, within Telegram's limits, halting nobody else.

The library's own limiter stops everything after one 429; this one stops the chat concerned.
"""

import asyncio
import bisect
import logging
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import Any

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.domain.clock import Clock
from bot.domain.notices import Priority
from handlers.budgets import ChatBudget, OverallBudget
from handlers.client import wait_of

_log = logging.getLogger(__name__)

Result = bool | dict[str, Any] | list[dict[str, Any]]

# The longest wait that an answer sits out here; a longer one is the caller's to plan.
PATIENCE = timedelta(seconds=5)
_MOST_CHATS = 5000
# Timers fire a little early against the clock; so nobody is woken twice.
_ROUNDING = 0.001
_SENDS = ("send", "copyMessage", "forwardMessage")
_EDITS = "editMessage"


class Kind(Enum):
    """What a call counts as."""

    counted = "a message, or an edit in a group"
    edit = "an edit in a private chat: not counted, but held back with its chat"
    free = "anything else"


class UnwantedError(Exception):
    """What was to be sent is not wanted any more, and was not sent."""


@dataclass(frozen=True, slots=True)
class Errand:
    """A priority, and whether the call is still wanted when its turn has come."""

    priority: int
    wanted: Callable[[], Awaitable[bool]]


RateArgs = int | Errand


async def _require_wanted(asked: RateArgs | None) -> None:
    if isinstance(asked, Errand) and not await asked.wanted():
        raise UnwantedError


@dataclass(order=True, slots=True)
class _Waiting:
    priority: int
    arrival: int
    chat: int | str = field(compare=False)
    turn: asyncio.Future[None] = field(compare=False)


def kind_of(endpoint: str, data: dict[str, Any]) -> tuple[Kind, int | str]:
    """What the call counts as, and the chat it goes to (the method's name where it has none)."""
    chat = data.get("chat_id")
    if chat is None or endpoint == "sendChatAction":
        return Kind.free, endpoint
    chat = int(chat) if str(chat).removeprefix("-").isdigit() else str(chat)
    if endpoint.startswith(_SENDS):
        return Kind.counted, chat
    if endpoint.startswith(_EDITS):
        return (Kind.counted if _is_group(chat) else Kind.edit), chat
    return Kind.free, f"{endpoint} {chat}"


def _is_group(chat: int | str) -> bool:
    return isinstance(chat, str) or chat < 0


class Unlimited(BaseRateLimiter[RateArgs]):
    """Lets every call go at once: for a sandbox without limits."""

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to end."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,  # noqa: ARG002 - the library's signature
        data: dict[str, Any],  # noqa: ARG002
        rate_limit_args: RateArgs | None,
    ) -> Any:
        """Make the call."""
        await _require_wanted(rate_limit_args)
        return await callback(*args, **kwargs)


class Limiter(BaseRateLimiter[RateArgs]):
    """Lets calls go by priority, then arrival, as soon as their chat and the whole allow it.

    `rate_limit_args` is the `Priority`, or an `Errand`; without one a call is an answer. When a
    call would wait for longer than the patience because its chat is held back, and when a 429
    comes back that is not retried here, it raises `RetryAfter`. Only answers are retried, after
    short waits. Messages a second in all are found out, unless they are `known`.
    """

    def __init__(
        self, clock: Clock, *, known: float | None = None, patience: timedelta = PATIENCE
    ) -> None:
        self._clock = clock
        self._patience = patience.total_seconds()
        self._chats: dict[int | str, ChatBudget] = {}
        self._others: dict[int | str, float] = {}
        self._overall = OverallBudget(self._now(), known=known)
        self._waiting: list[_Waiting] = []
        self._arrivals = 0
        self._alarm: asyncio.Task[None] | None = None
        self._alarm_at = 0.0

    @property
    def rate(self) -> float:
        """How many messages a second are thought to pass at the moment."""
        return self._overall.rate

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Send no more of what waits: it is cancelled."""
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None
        for waiting in self._waiting:
            waiting.turn.cancel()
        self._waiting.clear()

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Result]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: RateArgs | None,
    ) -> Result:
        """Make the call when its turn has come; see the class for what it raises."""
        kind, chat = kind_of(endpoint, data)
        asked = rate_limit_args
        priority = int((asked.priority if isinstance(asked, Errand) else asked) or Priority.answer)
        retries = 1 if priority == Priority.answer else 0
        while True:
            await self._turn(kind, chat, priority)
            await _require_wanted(asked)
            try:
                result = await callback(*args, **kwargs)
            except RetryAfter as error:
                wait = wait_of(error).total_seconds()
                _log.warning("Telegram wants us to wait %.0f s before sending more (429)", wait)
                self._refused(kind, chat, wait)
                if not retries or wait > self._patience:
                    raise
                retries -= 1
            else:
                if kind is Kind.counted:
                    self._overall.went_well()
                return result

    async def _turn(self, kind: Kind, chat: int | str, priority: int) -> None:
        """Return when the call may go."""
        if kind is Kind.counted:
            await self._queue(chat, priority)
            return
        held = self._others.get(chat, 0.0)
        if kind is Kind.edit:
            held = max(self._chat(chat).paused_until, self._overall.paused_until)
        if held > self._now():
            self._give_up_on(held)
            await self._clock.sleep_until(_moment(held + _ROUNDING))

    async def _queue(self, chat: int | str, priority: int) -> None:
        now = self._now()
        self._give_up_on(max(self._chat(chat).free_at(now), self._overall.paused_until))
        self._arrivals += 1
        turn = asyncio.get_running_loop().create_future()
        bisect.insort(self._waiting, _Waiting(priority, self._arrivals, chat, turn))
        self._let_go()
        await turn

    def _give_up_on(self, free_at: float) -> None:
        left = free_at - self._now()
        if left > self._patience:
            raise RetryAfter(timedelta(seconds=left))

    def _let_go(self) -> None:
        """Release all whose turn has come, in their order; have an alarm set for the rest."""
        now = self._now()
        kept: list[_Waiting] = []
        soonest: float | None = None
        for waiting in self._waiting:
            if waiting.turn.done():
                continue  # its caller was cancelled: it leaves the line
            chat = self._chat(waiting.chat)
            free_at = max(chat.free_at(now), self._overall.free_at(now))
            if free_at <= now:
                chat.take(now)
                self._overall.take(now)
                waiting.turn.set_result(None)
            else:
                kept.append(waiting)
                soonest = free_at if soonest is None else min(soonest, free_at)
        self._waiting = kept
        self._set_alarm(soonest)

    def _set_alarm(self, when: float | None) -> None:
        if self._alarm is not None:
            if when == self._alarm_at:
                return
            self._alarm.cancel()
            self._alarm = None
        if when is not None:
            self._alarm_at = when
            self._alarm = asyncio.create_task(self._ring(when), name="limiter")

    async def _ring(self, when: float) -> None:
        await self._clock.sleep_until(_moment(when + _ROUNDING))
        self._alarm = None
        self._let_go()

    def _refused(self, kind: Kind, chat: int | str, wait: float) -> None:
        now = self._now()
        until = now + wait
        if kind is Kind.free:
            self._others = dict(self._unfinished(now)) | {chat: until}
            return
        budget = self._chat(chat)
        budget.paused_until = max(budget.paused_until, until)
        self._overall.refused(chat, now, until)
        self._let_go()

    def _unfinished(self, now: float) -> Iterator[tuple[int | str, float]]:
        return ((name, until) for name, until in self._others.items() if until > now)

    def _chat(self, chat: int | str) -> ChatBudget:
        found = self._chats.get(chat)
        if found is None:
            now = self._now()
            if len(self._chats) >= _MOST_CHATS:
                self._chats = {n: b for n, b in self._chats.items() if not b.is_idle(now)}
            found = self._chats[chat] = ChatBudget(now, group=_is_group(chat))
        return found

    def _now(self) -> float:
        return self._clock.now().timestamp()


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
