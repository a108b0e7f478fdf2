"""Our own web server: what Telegram sends, and a page that tells how the hall is.

Strangers can reach it, so everything is refused that is not surely from Telegram, the secret is
compared before anything of the body is read, and nothing that came in is ever logged.
"""

import asyncio
import hmac
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from bot.domain.health import Condition, Health, told_to_anybody
from bot.formats.records import ReadingLimits
from bot.formats.strict_json import RefusedJSONError, parse
from handlers.storable import storable

_log = logging.getLogger(__name__)

# Telegram's own name for it.
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name is no secret
HEALTH_PATH = "/healthz"
MOST_BYTES = 1024 * 1024
BODY_SECONDS = 10.0
END_SECONDS = 5.0
# How long one look at the database serves everybody who asks for it, and may take.
_HEALTH_SECONDS = 1.0
_LOOK_SECONDS = 5.0
_MINUTE = 60.0
_LIMITS = ReadingLimits(digits=20)

Receive = Callable[[list[dict[str, Any]]], Awaitable[object]]
Look = Callable[[], Awaitable[Health]]


class NoPortError(Exception):
    """Nobody can listen there: stop what else does, or change HIRINGHALL_LISTEN."""

    def __str__(self) -> str:
        return f"{self.args[0]}: {self.__doc__}"


class WebServer:
    """Takes updates for `receive`, which has stored them when it returns, and tells the health.

    Without `receive` it tells the health only. It does not start without a secret to compare.
    """

    def __init__(
        self, *, receive: Receive | None, path: str, secret: str, health: Look,
        body_seconds: float = BODY_SECONDS,
    ) -> None:  # fmt: skip
        if receive is not None and not secret:
            raise ValueError("a webhook without a secret")
        self._body_seconds = body_seconds
        self._receive, self._path, self._secret = receive, path, secret.encode()
        self._health = _Remembered(health)
        self._forged = _Forged()
        self._runner: web.AppRunner | None = None

    async def start(self, host: str, port: int) -> int:
        """Listen; returns the port, which is a free one for 0. Raises `NoPortError`."""
        app = web.Application(client_max_size=MOST_BYTES)
        app.router.add_route("*", "/{anything:.*}", self._answer)
        app.on_response_prepare.append(_unsigned)
        self._runner = web.AppRunner(
            app, access_log=None, logger=_silent(), auto_decompress=False, lingering_time=1.0,
            shutdown_timeout=END_SECONDS, handle_signals=False,
        )  # fmt: skip
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, host, port).start()
        except OSError as error:
            await self.stop()
            raise NoPortError(f"{host}:{port} ({error.strerror})") from error
        return int(self._runner.addresses[0][1])

    async def stop(self) -> None:
        """Take no more connections, and let those requests finish that have begun."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        # As it was sent: nothing in our own paths needs decoding.
        path = request.rel_url.raw_path
        if path == HEALTH_PATH:
            return await self._tell() if request.method in ("GET", "HEAD") else _no(405)
        if self._receive is None or path != self._path:
            return _no(404)
        if request.method != "POST":
            return _no(405)
        if not self._is_known(request):
            self._forged.count()
            return _no(403)
        return await self._take(request, self._receive)

    def _is_known(self, request: web.Request) -> bool:
        given = request.headers.getall(SECRET_HEADER, [])
        # Of equal length or not, it takes the same time.
        sent = given[0].encode(errors="surrogateescape") if len(given) == 1 else b""
        return hmac.compare_digest(sent, self._secret)

    async def _take(self, request: web.Request, receive: Receive) -> web.StreamResponse:
        update = await _update_in(request, self._body_seconds)
        if isinstance(update, web.Response):
            return update
        try:
            await receive([update])
        except Exception as error:  # noqa: BLE001 - Telegram keeps it, and brings it again
            _log.error("an update could not be stored (%s)", type(error).__name__)
            return _no(503)
        return web.Response()

    async def _tell(self) -> web.Response:
        health = await self._health()
        status = 503 if health.condition is Condition.failing else 200
        return web.json_response(
            told_to_anybody(health), status=status, headers={"Cache-Control": "no-store"}
        )


async def _update_in(request: web.Request, seconds: float) -> dict[str, Any] | web.Response:
    """The update in the body, or the refusal of it."""
    if request.content_type != "application/json" or "Content-Encoding" in request.headers:
        return _refused("it is not JSON", 415)
    try:
        async with asyncio.timeout(seconds):
            body = await request.read()
        sent = parse(body.decode(), _LIMITS, any_text=True)
    except TimeoutError:
        return _refused("its body did not come", 408)
    except web.HTTPRequestEntityTooLarge:
        return _refused("it is too large", 413)
    except RefusedJSONError as error:
        return _refused(error.code, 400)
    except UnicodeDecodeError:
        return _refused("it is not UTF-8", 400)
    except (OSError, web.RequestPayloadError):
        return _refused("its body broke off", 400)
    update = storable(sent)
    return _refused("it has no usable update_id", 400) if update is None else update


class _Forged:
    """Calls without the secret: told at once, then once a minute, so that no log is flooded."""

    def __init__(self) -> None:
        self._since = 0
        self._again_at = 0.0

    def count(self) -> None:
        """One more."""
        self._since += 1
        now = asyncio.get_running_loop().time()
        if now >= self._again_at:
            _log.warning("calls without the secret that were refused: %d", self._since)
            self._since, self._again_at = 0, now + _MINUTE


class _Remembered:
    """One look serves all who ask within a second: anybody may ask, as often as they like."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._turn = asyncio.Lock()
        self._until = 0.0
        self._last = Health(Condition.failing)

    async def __call__(self) -> Health:
        async with self._turn:
            now = asyncio.get_running_loop().time()
            if now >= self._until:
                self._last = await self._fresh()
                self._until = asyncio.get_running_loop().time() + _HEALTH_SECONDS
            return self._last

    async def _fresh(self) -> Health:
        try:
            async with asyncio.timeout(_LOOK_SECONDS):
                return await self._look()
        except Exception:  # noqa: BLE001 - who asks how we are gets an answer
            _log.exception("the hall could not be looked at")
            return Health(Condition.failing)


def _refused(why: str, status: int) -> web.Response:
    _log.warning("an update was refused: %s (%d)", why, status)
    return _no(status)


def _no(status: int) -> web.Response:
    return web.Response(status=status)


async def _unsigned(_request: web.Request, response: web.StreamResponse) -> None:
    # Which version of what answers is nobody's business.
    response.headers.popall("Server", None)


def _silent() -> logging.Logger:
    """A logger for aiohttp that says nothing: what it cannot read, it would write to the log."""
    logger = logging.getLogger("hall.web")
    logger.propagate = False
    logger.addHandler(logging.NullHandler())
    return logger
