"""Bringing updates to the bot's webhook, lane by lane, until it says yes."""

import asyncio
import json
import random
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sandbox.carrier import Carrier, NotTaken
from sandbox.clock import SandboxClock
from sandbox.faults import Faults
from sandbox.updates import Lane, Queued, UpdateQueue
from sandbox.wire import Json, unix

LONGEST_DELAY = 60.0
ANSWER_LOST = "Read timeout expired"


@dataclass(frozen=True, slots=True)
class Hook:
    """What the bot asked for with setWebhook."""

    url: str
    secret: str = ""
    max_connections: int = 40
    own_certificate: bool = False


class Deliveries:
    """Brings what is in the queue to the webhook while one is set; `asleep` lanes try later."""

    def __init__(
        self,
        queue: UpdateQueue,
        clock: SandboxClock,
        faults: Faults,
        carrier: Carrier,
        seed: int,
    ) -> None:
        self._queue = queue
        self._clock = clock
        self._faults = faults
        self._random = random.Random(seed)
        self._lanes: dict[Lane, deque[Queued]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._carrier = carrier
        self._places = asyncio.Semaphore(1)
        self._serving = False
        self._on_reply: Callable[[str, Json], None] = lambda _method, _values: None
        self.hook: Hook | None = None
        self.last_error: Json = {}
        self.asleep = 0
        # The taps that may reach the bot twice, since it may have had them when this failed.
        self.taps_again: set[str] = set()
        queue.on_add = self._take_up

    def start(self, on_reply: Callable[[str, Json], None]) -> None:
        """Deliver from now on; `on_reply` learns of calls that come as an answer."""
        self._on_reply = on_reply
        self._serving = True
        self._begin()

    async def stop(self) -> None:
        """Deliver nothing more; what waits is kept."""
        self._serving = False
        tasks = self._end()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._carrier.close()

    def direct(self, hook: Hook | None) -> None:
        """Deliver to this webhook; the very same one again changes nothing."""
        if hook == self.hook:
            return
        self._end()
        self.hook = hook
        self.last_error = {}
        self._begin()

    def spread(self, urls: Sequence[str]) -> None:
        """Deliver to these addresses in turn, as a proxy in front of several workers does."""
        self._carrier.spread(urls)

    def _begin(self) -> None:
        if self.hook is None or not self._serving:
            return
        self._places = asyncio.Semaphore(self.hook.max_connections)
        self._queue.forget_repeats()
        for queued in self._queue.pending():
            self._take_up(queued)

    def _end(self) -> set[asyncio.Task[None]]:
        tasks, self._tasks = self._tasks, set()
        for task in tasks:
            task.cancel()
        self._lanes = {}
        return tasks

    def _take_up(self, queued: Queued) -> None:
        if self.hook is None or not self._serving:
            return
        lane = self._lanes.get(queued.lane)
        if lane is not None:
            lane.append(queued)
            return
        self._lanes[queued.lane] = deque([queued])
        task = asyncio.create_task(self._work_off(queued.lane, self._lanes, self.hook))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _work_off(self, name: Lane, lanes: dict[Lane, deque[Queued]], hook: Hook) -> None:
        lane = lanes[name]
        while lane:
            await self._deliver(lane[0], hook)
            lane.popleft()
        del lanes[name]

    async def _deliver(self, queued: Queued, hook: Hook) -> None:
        if late := self._faults.lateness():
            await asyncio.sleep(late)
        delays = self._delays()
        times = 2 if self._faults.doubles() else 1
        while times and self._queue.holds(queued):
            try:
                await self._bring(queued, hook)
            except NotTaken as failed:
                self._note(str(failed))
                self.taps_again.add(queued.update.get("callback_query", {}).get("id", ""))
                await self._wait(queued, failed.retry_after or next(delays))
            else:
                times -= 1
        self._queue.remove(queued)

    async def _bring(self, queued: Queued, hook: Hook) -> None:
        headers = {"Content-Type": "application/json"}
        if hook.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = hook.secret
        async with self._places:
            reply = await self._carrier.bring(hook.url, json.dumps(queued.update), headers)
        if reply:
            self._on_reply(str(reply.pop("method")), reply)
        if self._faults.loses():
            raise NotTaken(ANSWER_LOST)

    def _delays(self) -> Iterator[float]:
        yield 0.0
        delay = 1.0
        while True:
            delay = min(self._random.uniform(LONGEST_DELAY, 2 * LONGEST_DELAY), 2 * delay)
            yield delay

    async def _wait(self, queued: Queued, seconds: float) -> None:
        again = self._clock.now() + timedelta(seconds=seconds)
        if again > queued.until:
            self._queue.remove(queued)
        elif seconds:
            self.asleep += 1
            try:
                await self._clock.sleep_until(again)
            finally:
                self.asleep -= 1

    def _note(self, words: str) -> None:
        self.last_error = {
            "last_error_date": unix(self._clock.now()),
            "last_error_message": words,
        }
