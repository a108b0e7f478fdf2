"""The way to Telegram: python-telegram-bot on aiohttp, which costs a third of its own client."""

import json
import logging
import os
from datetime import timedelta
from typing import Any

import aiohttp
from telegram.error import InvalidToken, NetworkError, RetryAfter, TimedOut
from telegram.ext import BaseRateLimiter, ExtBot
from telegram.request import BaseRequest, RequestData

from bot.domain.clock import Clock

# Otherwise the library warns, instead of raising RetryAfter, where warnings are errors.
os.environ.setdefault("PTB_TIMEDELTA", "true")

_log = logging.getLogger(__name__)

_Timeout = Any  # the library's marker class for "not given" is private
_DEFAULT = BaseRequest.DEFAULT_NONE


class TokenRefusedError(Exception):
    """Telegram refuses the token: get a new one from @BotFather."""

    def __str__(self) -> str:
        return str(self.__doc__)


class NotSentError(NetworkError):
    """No connection came about: the request surely did not go out."""


class NoAnswerError(NetworkError):
    """The connection was lost: the request may or may not have had its effect."""


class AiohttpRequest(BaseRequest):
    """Requests over aiohttp; no exception of it holds an address, as that holds the token."""

    def __init__(
        self, *, connections: int = 100, connect: float = 10, read: float = 15, write: float = 60
    ) -> None:
        self._connections = connections
        self._connect, self._read, self._write = connect, read, write
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """How long an answer is waited for, in seconds, unless a call says otherwise."""
        return self._read

    async def initialize(self) -> None:
        """Open the pool of connections."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        """Close all connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: _Timeout = _DEFAULT,
        write_timeout: _Timeout = _DEFAULT,
        connect_timeout: _Timeout = _DEFAULT,
        pool_timeout: _Timeout = _DEFAULT,  # noqa: ARG002 - part of connecting here
    ) -> tuple[int, bytes]:
        """The status and the body of the answer."""
        if self._session is None:
            raise RuntimeError("the request object was not initialized")
        read = self._read if read_timeout is _DEFAULT else read_timeout
        write = self._write if write_timeout is _DEFAULT else write_timeout
        connect = self._connect if connect_timeout is _DEFAULT else connect_timeout
        parts = (read, write, connect)
        # A file may come down for as long as it keeps coming.
        endless = method == "GET" or None in parts
        timeout = aiohttp.ClientTimeout(
            total=None if endless else sum(parts), connect=connect, sock_read=read
        )
        body, headers = _body(request_data)
        try:
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=timeout, allow_redirects=False
            ) as answer:
                return answer.status, await answer.read()
        except (aiohttp.ClientError, OSError, ValueError) as error:
            failure = _failure(error)
        # Raised out here, so that what aiohttp says does not come along as its context.
        raise failure


def _body(request_data: RequestData | None) -> tuple[Any, dict[str, str] | None]:
    """The body: JSON, or multipart where files go along."""
    if request_data is None:
        return None, None
    if not request_data.contains_files:
        # Escaped, so that half a surrogate pair is refused by Telegram and not by the encoder.
        return json.dumps(request_data.parameters).encode(), {"Content-Type": "application/json"}
    form = aiohttp.FormData(quote_fields=False)  # Telegram shows a quoted name as it is
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mimetype) in request_data.multipart_data.items():
        # A name from a stranger must not begin a header of its own.
        plain = "".join(sign if sign.isprintable() else " " for sign in filename)
        form.add_field(name, content, filename=plain, content_type=mimetype)
    return form, None


def _failure(error: Exception) -> NetworkError:
    name = type(error).__name__
    if isinstance(error, aiohttp.ConnectionTimeoutError | aiohttp.ClientConnectorError):
        return NotSentError(f"not sent: {name}")
    if isinstance(error, TimeoutError):
        return TimedOut(f"no answer in time: {name}")
    if isinstance(error, ValueError):
        return NotSentError(f"not sent: {name}")
    return NoAnswerError(f"no answer: {name}")


class HallBot(ExtBot[Any]):
    """The library's bot, and updates as they came."""

    async def raw_updates(
        self, *, offset: int | None, seconds: int, allowed: tuple[str, ...]
    ) -> list[dict[str, Any]]:
        """Updates from `offset` on as raw JSON, waited for up to `seconds`."""
        asked = {"offset": offset, "timeout": seconds, "limit": 100, "allowed_updates": allowed}
        updates: list[dict[str, Any]] = await self._post(
            "getUpdates", asked, read_timeout=seconds + 10
        )
        return updates


def make_bot(token: str, api_url: str, limiter: BaseRateLimiter[Any] | None) -> HallBot:
    """The bot of that token at that root of the Bot API; to be initialized and shut down."""
    root = api_url.rstrip("/")
    return HallBot(
        token=token,
        base_url=f"{root}/bot",
        base_file_url=f"{root}/file/bot",
        request=AiohttpRequest(),
        get_updates_request=AiohttpRequest(connections=2),
        rate_limiter=limiter,
    )


async def introduced(bot: HallBot, clock: Clock) -> None:
    """Initialize the bot, however long Telegram is away; raises `TokenRefusedError`."""
    pause = 1.0
    while True:
        try:
            await bot.initialize()
        except InvalidToken:
            await bot.shutdown()
            raise TokenRefusedError from None
        except NetworkError as error:
            _log.warning("Telegram cannot be reached: %s; again in %.0f s", error.message, pause)
            await clock.sleep_until(clock.now() + timedelta(seconds=pause))
            pause = min(pause * 2, 30.0)
        else:
            return


def wait_of(error: RetryAfter) -> timedelta:
    """How long Telegram told us to wait."""
    told = error.retry_after
    return told if isinstance(told, timedelta) else timedelta(seconds=told)
