"""The HTTP face: Bot API, door and page on one loopback port."""

import json
from pathlib import Path

from aiohttp import web

from sandbox.api import BotApi, ConnectionCut, refusal_json
from sandbox.body import read_params
from sandbox.door import Door
from sandbox.guard import guard
from sandbox.refusal import Refused
from sandbox.town import Town
from sandbox.wire import Json

PAGE = Path(__file__).parent / "page"
LARGEST_BODY = 64 * 1024 * 1024
SHUTDOWN_SECONDS = 0.5
PAGE_POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline';"
    " object-src 'none'; base-uri 'none'; frame-ancestors 'self'"
)


def _reply(status: int, body: Json) -> web.Response:
    return web.Response(
        status=status, body=json.dumps(body).encode(), content_type="application/json"
    )


class Server:
    """Serves one town until it is stopped."""

    def __init__(self, town: Town) -> None:
        self._town = town
        self._api = BotApi(town)
        self._door: Door | None = None
        self._runner: web.AppRunner | None = None

    async def start(self, port: int) -> int:
        """Listen on the loopback interface; returns the port."""
        self._door = Door(self._town)
        app = web.Application(middlewares=[guard], client_max_size=LARGEST_BODY)
        app.router.add_route("*", "/bot{token}/{method}", self._bot_api)
        app.router.add_get("/file/bot{token}/{path:.+}", self._download)
        app.add_routes(self._door.routes())
        app.router.add_get("/", self._index)
        if PAGE.is_dir():
            app.router.add_static("/page", PAGE)
        app.on_response_prepare.append(self._harden)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=SHUTDOWN_SECONDS)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        self._town.deliveries.start(self._api.reply_instead_of_a_call)
        address: tuple[str, int] = self._runner.addresses[0]
        return address[1]

    async def stop(self) -> None:
        """Close every connection and the port."""
        if self._door is not None:
            self._door.close()
        self._town.queue.release()
        await self._town.deliveries.stop()
        if self._runner is not None:
            await self._runner.cleanup()
        self._door = self._runner = None

    async def _bot_api(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self._town.token:
            return _reply(401, refusal_json(Refused(401, "Unauthorized")))
        method = request.match_info["method"]
        try:
            params = await read_params(request)
        except Refused as refused:
            return _reply(*self._api.unreadable(method, refused))
        try:
            answer = await self._api.call(method, params, lambda: request.transport is None)
        except ConnectionCut:
            if request.transport is not None:
                request.transport.abort()
            return web.Response()
        return _reply(*answer)

    async def _download(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self._town.token:
            return _reply(401, refusal_json(Refused(401, "Unauthorized")))
        content = self._town.files.download(request.match_info["path"], self._town.now())
        if content is None:
            return _reply(404, refusal_json(Refused(404, "Not Found")))
        return web.Response(body=content, content_type="application/octet-stream")

    async def _index(self, request: web.Request) -> web.StreamResponse:  # noqa: ARG002
        return web.FileResponse(PAGE / "index.html")

    async def _harden(self, request: web.Request, response: web.StreamResponse) -> None:
        if request.path == "/" or request.path.startswith("/page/"):
            response.headers["Content-Security-Policy"] = PAGE_POLICY
            response.headers["X-Content-Type-Options"] = "nosniff"
            response.headers["Cache-Control"] = "no-cache"
