"""One request to the webhook, on this machine only."""

import json
import os
from collections.abc import Mapping, Sequence
from errno import ECONNREFUSED
from itertools import count
from urllib.parse import urlsplit

from aiohttp import (
    ClientConnectorError,
    ClientError,
    ClientResponse,
    ClientSession,
    ClientTimeout,
    DummyCookieJar,
    TCPConnector,
)

from sandbox.guard import is_loopback
from sandbox.wire import Json

SECONDS = 60.0
LONGEST_RETRY_AFTER = 3600
SILENT = ("deletewebhook", "setwebhook", "close", "logout")


class NotTaken(Exception):  # noqa: N818  (an outcome that is dealt with, not an error)
    """The bot did not say yes; the words are for getWebhookInfo."""

    def __init__(self, words: str, retry_after: int = 0) -> None:
        super().__init__(words)
        self.retry_after = retry_after


class Carrier:
    """Posts bodies to an address, or to several workers in turn that stand behind it."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._session: ClientSession | None = None
        self._workers: tuple[str, ...] = ()
        self._turn = count()

    def spread(self, urls: Sequence[str]) -> None:
        """Post to these base addresses in turn; none means the webhook's own again."""
        strange = [url for url in urls if not _is_here(url)]
        if strange:
            raise ValueError(f"not on this machine: {', '.join(strange)}")
        self._workers = tuple(url.rstrip("/") for url in urls)

    async def close(self) -> None:
        """Close every connection."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def bring(self, url: str, body: str, headers: Mapping[str, str]) -> Json | None:
        """Post once; returns a call that came as the answer; NotTaken unless the bot said yes."""
        if self._workers:
            path = urlsplit(url)._replace(scheme="", netloc="", fragment="").geturl()
            return await self._through_proxy(path, body, headers)
        if not _is_here(url):
            raise NotTaken("the sandbox delivers to nobody but this machine")
        try:
            return await self._post(url, body, headers)
        except ClientConnectorError as failed:
            raise NotTaken(os.strerror(failed.errno or ECONNREFUSED)) from None
        except ClientError:
            raise NotTaken("Webhook connection closed") from None

    async def _through_proxy(
        self, path: str, body: str, headers: Mapping[str, str]
    ) -> Json | None:
        start = next(self._turn)
        for step in range(len(self._workers)):
            worker = self._workers[(start + step) % len(self._workers)]
            try:
                return await self._post(worker + path, body, headers)
            except ClientConnectorError:
                continue  # nothing was sent, so that another worker may have it
            except ClientError:
                break
        raise NotTaken("Wrong response from the webhook: 502 Bad Gateway")

    async def _post(self, url: str, body: str, headers: Mapping[str, str]) -> Json | None:
        try:
            async with self._open().post(
                url, data=body, headers=headers, allow_redirects=False
            ) as response:
                return await _read(response)
        except TimeoutError:
            raise NotTaken("Read timeout expired") from None

    def _open(self) -> ClientSession:
        if self._session is None:
            self._session = ClientSession(
                connector=TCPConnector(limit=0, ssl=False),
                cookie_jar=DummyCookieJar(),
                timeout=ClientTimeout(total=self._seconds),
                skip_auto_headers={"User-Agent"},
            )
        return self._session


async def _read(response: ClientResponse) -> Json | None:
    if not 200 <= response.status <= 299:
        words = f"Wrong response from the webhook: {response.status} {response.reason}"
        raise NotTaken(words, _seconds(response.headers.get("Retry-After", "")))
    body = await response.read()
    return _call(body) if body.lstrip().startswith(b"{") else None


def _call(body: bytes) -> Json | None:
    try:
        reply = json.loads(body)
    except ValueError:
        return None
    method = str(reply.get("method", "")).lower()
    meant = method and method not in SILENT and not method.startswith("get")
    return reply if meant else None


def _seconds(header: str) -> int:
    return min(int(header), LONGEST_RETRY_AFTER) if header.isdecimal() else 0


def _is_here(url: str) -> bool:
    return is_loopback(urlsplit(url).netloc)
