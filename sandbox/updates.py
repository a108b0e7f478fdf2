"""The updates that wait for the bot, whether it fetches them or has them brought."""

import asyncio
from collections import OrderedDict, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sandbox.clock import SandboxClock
from sandbox.faults import Faults
from sandbox.refusal import Refused
from sandbox.wire import Json

KEPT = timedelta(hours=24)
QUERY_KEPT = timedelta(seconds=150)
ON_REQUEST_ONLY = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
SECOND_POLLER = (
    "Conflict: terminated by other getUpdates request;"
    " make sure that only one bot instance is running"
)


Lane = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Queued:
    """One update: what it is, until when it is kept, and among which others it has its order."""

    update: Json
    until: datetime
    lane: Lane

    @property
    def id(self) -> int:
        """Its update_id."""
        return int(self.update["update_id"])


def lane_of(kind: str, payload: Json) -> Lane:
    """Order holds for messages by chat, for taps by person, for member changes by both."""
    if kind == "callback_query":
        return "tap", 0, payload["from"]["id"]
    chat = payload["chat"]["id"]
    if kind in ("my_chat_member", "chat_member"):
        return "member", chat, payload["new_chat_member"]["user"]["id"]
    return "chat", chat, 0


class UpdateQueue:
    """Updates in order, until they are acknowledged or too old."""

    def __init__(self, clock: SandboxClock, faults: Faults, first_id: int) -> None:
        self._clock = clock
        self._faults = faults
        self._pending: OrderedDict[int, Queued] = OrderedDict()
        self._again: deque[Queued] = deque()
        self._allowed: frozenset[str] = frozenset()
        self._poller: asyncio.Future[None] | None = None
        self._released = False
        self.last_id = first_id
        self.on_change: Callable[[], None] = lambda: None
        self.on_add: Callable[[Queued], None] = lambda _: None

    @property
    def settled_up_to(self) -> int:
        """Everything up to this update is acknowledged or gone."""
        if self._again:
            return min(self._again[0].id, self._first_open()) - 1
        return self._first_open() - 1

    def _first_open(self) -> int:
        return next(iter(self._pending)) if self._pending else self.last_id + 1

    @property
    def waiting(self) -> int:
        """How many updates are not acknowledged."""
        return len(self._pending)

    @property
    def allowed(self) -> list[str]:
        """The kinds that the bot asked for, none when it takes the usual ones."""
        return sorted(self._allowed)

    def allow(self, kinds: Sequence[str]) -> None:
        """Take only these kinds from now on; none named means the usual ones."""
        self._allowed = frozenset(kinds)

    def add(self, kind: str, payload: Json) -> None:
        """Queue one update, unless the bot did not ask for its kind."""
        wanted = kind in self._allowed if self._allowed else kind not in ON_REQUEST_ONLY
        if not wanted:
            return
        self.last_id += 1
        kept = QUERY_KEPT if kind == "callback_query" else KEPT
        update = {"update_id": self.last_id, kind: payload}
        queued = Queued(update, self._clock.now() + kept, lane_of(kind, payload))
        self._pending[queued.id] = queued
        self._wake()
        self.on_add(queued)
        self.on_change()

    def drop_all(self) -> None:
        """Forget everything that waits."""
        self._pending.clear()
        self._again.clear()
        self.on_change()

    def pending(self) -> Iterable[Queued]:
        """What is not acknowledged, in order."""
        return tuple(self._pending.values())

    def forget_repeats(self) -> None:
        """Hand nothing out again that was acknowledged."""
        self._again.clear()

    def holds(self, queued: Queued) -> bool:
        """Whether this update still waits, and is not too old."""
        if queued.until < self._clock.now():
            self.remove(queued)
        return queued.id in self._pending

    def remove(self, queued: Queued) -> None:
        """The bot has it, or it is too old."""
        if self._pending.pop(queued.id, None) is not None:
            self.on_change()

    def _wake(self) -> None:
        if self._poller is not None and not self._poller.done():
            self._poller.set_result(None)

    def _acknowledge(self, offset: int) -> None:
        before = len(self._pending)
        if offset < 0:
            while len(self._pending) > -offset:
                self._pending.popitem(last=False)
        else:
            while self._pending and self._first_open() < offset:
                _, queued = self._pending.popitem(last=False)
                if self._faults.doubles():
                    self._again.append(queued)
        if len(self._pending) != before:
            self.on_change()

    def expire(self) -> None:
        """Forget what is too old."""
        now = self._clock.now()
        old = [number for number, queued in self._pending.items() if queued.until < now]
        for number in old:
            del self._pending[number]
        if old:
            self.on_change()

    def _batch(self, limit: int) -> list[Json]:
        self.expire()
        batch: list[Json] = []
        while self._again and len(batch) < limit:
            batch.append(self._again.popleft().update)
        for queued in self._pending.values():
            if len(batch) >= limit:
                break
            batch.append(queued.update)
        if batch:
            self._faults.shuffle(batch)
        return batch

    async def fetch(self, offset: int, limit: int, seconds: float) -> list[Json]:
        """Up to `limit` updates from `offset` on, waiting for the first if need be."""
        self.terminate(SECOND_POLLER)
        self._acknowledge(offset)
        self._released = False
        deadline = asyncio.get_running_loop().time() + seconds
        while not (batch := self._batch(limit)) and not self._released:
            poller = asyncio.get_running_loop().create_future()
            self._poller = poller
            try:
                async with asyncio.timeout_at(deadline):
                    await poller
            except TimeoutError:
                return []
            finally:
                if self._poller is poller:
                    self._poller = None
        return batch

    def terminate(self, description: str) -> None:
        """End the poll that waits, if one does, with a 409 in these words."""
        if self._poller is not None and not self._poller.done():
            self._poller.set_exception(Refused(409, description))

    def release(self) -> None:
        """Let the poll that waits return with nothing, because the sandbox stops."""
        self._released = True
        self._wake()
