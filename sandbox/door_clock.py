"""The door's endpoints about time: it is read, waited for, and moved forwards."""

import asyncio
from datetime import datetime, time, timedelta

from aiohttp import web

from sandbox.clock import SandboxClock
from sandbox.door_http import attempt
from sandbox.wire import Json

LONGEST_WAIT = 60.0
FRIDAY = 4
NOON = time(12)


def clock_json(clock: SandboxClock) -> Json:
    """The sandbox's time."""
    return {
        "now": clock.now().isoformat(),
        "offset_seconds": clock.offset.total_seconds(),
        "revision": clock.revision,
    }


def next_friday(now: datetime) -> datetime:
    """The first Friday noon (UTC) after that moment."""
    day = now.date() + timedelta(days=(FRIDAY - now.weekday()) % 7)
    noon = datetime.combine(day, NOON, tzinfo=now.tzinfo)
    return noon if noon > now else noon + timedelta(days=7)


class ClockDoor:
    """Serves one clock."""

    def __init__(self, clock: SandboxClock) -> None:
        self._clock = clock

    async def move(self, asked: Json) -> Json:
        """POST /door/clock: by so many seconds, to a time, or to the next Friday noon."""
        before = self._clock.now()
        if asked.get("to") == "friday":
            delta = next_friday(before) - before
        elif "to" in asked:
            delta = _moment(asked["to"]) - before
        else:
            delta = timedelta(seconds=float(asked["advance_seconds"]))
        self._clock.move(delta)
        return {**clock_json(self._clock), "moved_seconds": delta.total_seconds()}

    async def read(self, request: web.Request) -> web.Response:
        """GET /door/clock: at once, or after the next move."""
        return await attempt(self._wait, dict(request.query))

    async def _wait(self, asked: Json) -> Json:
        clock = self._clock
        if "after" in asked and int(asked["after"]) == clock.revision:
            moved = asyncio.Event()
            unsubscribe = clock.subscribe(moved.set)
            try:
                async with asyncio.timeout(min(float(asked.get("timeout", 30)), LONGEST_WAIT)):
                    await moved.wait()
            except TimeoutError:
                pass
            finally:
                unsubscribe()
        return clock_json(clock)


def _moment(text: str) -> datetime:
    """The moment that the text names; without a zone it is meant in UTC."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else datetime.fromisoformat(f"{text}+00:00")
