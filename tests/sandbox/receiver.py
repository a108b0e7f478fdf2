"""A bot's end of a webhook: writes down what is brought, and answers as it is told."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

Reply = Callable[[], web.Response]
SECRET = "X-Telegram-Bot-Api-Secret-Token"


def status(code: int, **headers: str) -> Reply:
    return lambda: web.Response(status=code, headers=headers)


def hang_up() -> web.Response:
    raise ConnectionAbortedError


@dataclass
class Receiver:
    url: str = ""
    requests: list[tuple[dict[str, str], dict[str, Any]]] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    inside: int = 0
    most_inside: int = 0
    runner: web.AppRunner | None = None
    _news: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def _take(self, request: web.Request) -> web.Response:
        self.requests.append((dict(request.headers), await request.json()))
        self.inside += 1
        self.most_inside = max(self.most_inside, self.inside)
        async with self._news:
            self._news.notify_all()
        try:
            await self.gate.wait()
        finally:
            self.inside -= 1
        reply = self.replies.pop(0) if self.replies else status(200)
        try:
            return reply()
        except ConnectionAbortedError:
            assert request.transport is not None
            request.transport.abort()
            return web.Response()

    async def start(self, port: int = 0) -> None:
        app = web.Application()
        app.router.add_post("/hook", self._take)
        self.runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self.runner.setup()
        await web.TCPSite(self.runner, "127.0.0.1", port).start()
        self.url = f"http://127.0.0.1:{self.runner.addresses[0][1]}/hook"

    async def stop(self) -> None:
        if self.runner is not None:
            await self.runner.cleanup()

    async def got(self, number: int) -> None:
        """Return when so many requests have come."""
        async with asyncio.timeout(30), self._news:
            await self._news.wait_for(lambda: len(self.requests) >= number)

    @property
    def updates(self) -> list[dict[str, Any]]:
        return [body for _, body in self.requests]

    @property
    def ids(self) -> list[int]:
        return [int(update["update_id"]) for update in self.updates]

    @property
    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.updates]


@asynccontextmanager
async def receiving(*, open_gate: bool = True) -> AsyncIterator[Receiver]:
    receiver = Receiver()
    if open_gate:
        receiver.gate.set()
    await receiver.start()
    try:
        yield receiver
    finally:
        receiver.gate.set()
        await receiver.stop()
