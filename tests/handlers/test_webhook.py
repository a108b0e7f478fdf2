"""Our web server over real HTTP: updates of Telegram come in, and nothing else does."""

import asyncio
import io
import json
import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.domain.health import Condition, Facts, Health, Process, judge
from handlers.webhook import MOST_BYTES, SECRET_HEADER, NoPortError, WebServer

SECRET = "Hush-Hush_0123456789"
FACTS = Facts("1.0", "SQLite", "0001", "0001", processes=(Process("a", True, True),))
UPDATE = {"update_id": 7, "message": {"text": "Canary"}}
KNOWN = {SECRET_HEADER: SECRET}


@dataclass
class Desk:
    """Where updates end up, and what is said about the hall."""

    stored: list[dict[str, Any]] = field(default_factory=list)
    away: bool = False
    health: Health = field(default_factory=lambda: judge(FACTS))
    looks: int = 0
    gate: asyncio.Event | None = None
    entered: asyncio.Event = field(default_factory=asyncio.Event)
    base: str = ""
    port: int = 0

    async def receive(self, updates: list[dict[str, Any]]) -> None:
        self.entered.set()
        if self.gate is not None:
            await self.gate.wait()
        if self.away:
            raise ConnectionError("Canary of the database")
        self.stored += updates

    async def look(self) -> Health:
        self.looks += 1
        if self.away:
            raise ConnectionError("away")
        return self.health

    async def post(self, body: Any = UPDATE, headers: dict[str, str] | None = None) -> int:
        """The status that a call gets; JSON with the secret, unless said otherwise."""
        text = body if isinstance(body, bytes | str) else json.dumps(body)
        data = io.BytesIO(text if isinstance(text, bytes) else text.encode())
        headers = {**KNOWN, "Content-Type": "application/json", **(headers or {})}
        url = f"{self.base}/hook"
        async with ClientSession() as http, http.post(url, data=data, headers=headers) as got:
            assert "Server" not in got.headers
            assert await got.read() == b""
            return got.status

    async def raw(self, sent: bytes) -> bytes:
        """All that comes back for these very bytes, until the server closes the connection."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(sent)
        async with asyncio.timeout(30):
            answer = await reader.read()
        writer.close()
        return answer


@asynccontextmanager
async def served(desk: Desk, *, webhook: bool = True, **more: Any) -> AsyncIterator[WebServer]:
    """The server on a free port of this machine."""
    receive = desk.receive if webhook else None
    server = WebServer(receive=receive, path="/hook", secret=SECRET, health=desk.look, **more)
    desk.port = await server.start("127.0.0.1", 0)
    desk.base = f"http://127.0.0.1:{desk.port}"
    try:
        yield server
    finally:
        await server.stop()


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything that is logged meanwhile, down to the least of it."""
    written, root = io.StringIO(), logging.getLogger()
    handler, level = logging.StreamHandler(written), root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield written
    root.setLevel(level)
    root.removeHandler(handler)


@pytest.fixture
async def desk(log: io.StringIO) -> AsyncIterator[Desk]:
    """A desk behind a running server; no secret and no content may come into the log."""
    desk = Desk()
    async with served(desk):
        yield desk
    assert "Canary" not in log.getvalue()
    assert SECRET not in log.getvalue()


async def test_an_update_is_stored_before_it_is_acknowledged(desk: Desk) -> None:
    desk.gate = asyncio.Event()
    call = asyncio.create_task(desk.post())
    await desk.entered.wait()
    assert not call.done()
    desk.gate.set()
    assert await call == 200
    assert desk.stored == [UPDATE]


async def test_what_cannot_be_stored_is_not_acknowledged_and_comes_again(desk: Desk) -> None:
    desk.away = True
    assert await desk.post() == 503
    desk.away = False
    assert await desk.post() == 200
    assert desk.stored == [UPDATE]


@pytest.mark.parametrize(
    "secret",
    [
        "",
        "x",
        SECRET[:-1],
        SECRET + "x",
        SECRET.lower(),
        SECRET[:-1] + "8",
        "x" * 4000,
        "ünïcode-" * 3,
        f" {SECRET[:-1]}",
    ],
)
async def test_a_wrong_secret_is_refused(desk: Desk, secret: str) -> None:
    assert await desk.post(headers={SECRET_HEADER: secret}) == 403
    assert desk.stored == []


async def test_no_secret_or_two_are_refused(desk: Desk) -> None:
    async with ClientSession() as http, http.post(f"{desk.base}/hook", json=UPDATE) as got:
        assert got.status == 403
    line = f"{SECRET_HEADER}: {SECRET}\r\n"
    answer = await desk.raw(
        f"POST /hook HTTP/1.1\r\nHost: x\r\n{line}{line}Connection: close\r\n"
        "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}".encode()
    )
    assert answer.startswith(b"HTTP/1.1 403")
    assert desk.stored == []


async def test_a_thousand_forged_calls_store_nothing_and_do_not_flood_the_log(
    desk: Desk, log: io.StringIO
) -> None:
    async with ClientSession() as http:
        for number in range(1000):
            forged = {SECRET_HEADER: f"{number:020}"}
            async with http.post(f"{desk.base}/hook", json=UPDATE, headers=forged) as got:
                assert got.status == 403
    assert desk.stored == []
    assert log.getvalue().count("calls without the secret") == 1


async def test_a_port_that_is_taken_says_what_to_do(desk: Desk) -> None:
    second = WebServer(receive=None, path="/", secret="", health=desk.look)
    with pytest.raises(NoPortError, match=rf"127.0.0.1:{desk.port} .*HIRINGHALL_LISTEN"):
        await second.start("127.0.0.1", desk.port)


async def test_the_secret_is_compared_before_the_body_comes(desk: Desk) -> None:
    head = (
        "POST /hook HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        f"{SECRET_HEADER}: wrong\r\nContent-Length: 1000000\r\n\r\n"
    )
    answer = await desk.raw(head.encode())  # and not one byte of the body
    assert answer.startswith(b"HTTP/1.1 403")


async def test_bytes_that_are_no_text_in_the_secret_are_refused(desk: Desk) -> None:
    head = b"POST /hook HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 0\r\n"
    answer = await desk.raw(head + SECRET_HEADER.encode() + b": \xff\xfe\xc3(\r\n\r\n")
    assert answer.split(b" ")[1] in (b"400", b"403")


async def test_a_request_that_is_none_is_refused_without_a_word_in_the_log(desk: Desk) -> None:
    for broken in (
        f"POST /hook HTTP/1.1\r\n{SECRET_HEADER}: {SECRET}\x00\r\n\r\n".encode(),
        f"POST /hook Canary\r\n{SECRET_HEADER}: {SECRET}\r\n\r\n".encode(),
        f"{SECRET}\r\n\r\n".encode(),
    ):
        answer = await desk.raw(broken)
        assert answer.split(b" ")[1] == b"400"
    assert desk.stored == []


async def test_a_body_up_to_a_mebibyte_is_taken_and_no_more(desk: Desk) -> None:
    whole = {"update_id": 1, "message": {"text": ""}}
    whole["message"] = {"text": "x" * (MOST_BYTES - len(json.dumps(whole)))}
    assert len(json.dumps(whole)) == MOST_BYTES
    assert await desk.post(whole) == 200
    assert await desk.post(json.dumps(whole) + " ") == 413
    assert len(desk.stored) == 1


async def test_a_body_that_does_not_say_how_long_it_is_has_the_same_limit(desk: Desk) -> None:
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while sent < 64 * MOST_BYTES:
            sent += 65536
            yield b" " * 65536

    headers = {**KNOWN, "Content-Type": "application/json"}
    status = 0
    async with ClientSession() as http:
        try:
            async with http.post(f"{desk.base}/hook", data=endless(), headers=headers) as got:
                status = got.status
        except ConnectionError:
            status = 413  # closed in the middle of sending: nothing was taken
    assert status == 413
    assert desk.stored == []


async def test_a_packed_body_is_not_unpacked(desk: Desk) -> None:
    bomb = b"\x1f\x8b" + b"x" * 100
    assert await desk.post(bomb, headers={"Content-Encoding": "gzip"}) == 415
    assert desk.stored == []


async def test_a_body_that_does_not_come_is_given_up() -> None:
    desk = Desk()
    async with served(desk, body_seconds=0.05):
        head = (
            "POST /hook HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            f'{SECRET_HEADER}: {SECRET}\r\nContent-Length: 100\r\n\r\n{{"update_id": 1'
        )
        assert (await desk.raw(head.encode())).startswith(b"HTTP/1.1 408")
    assert desk.stored == []


@pytest.mark.parametrize(
    "body",
    [
        "",
        "{",
        "[]",
        "null",
        "7",
        "{}",
        '{"update_id": "7"}',
        '{"update_id": true}',
        '{"update_id": 7.0}',
        '{"update_id": null}',
        '{"update_id": -1}',
        '{"update_id": 9223372036854775808}',
        '{"update_id": ' + "9" * 5000 + "}",
        '{"update_id": 7, "update_id": 8}',
        '{"update_id": 7, "message": {"text": "a", "text": "b"}}',
        '{"update_id": 7, "x": NaN}',
        '{"update_id": 7, "x": 1e999}',
        '{"update_id": 7, "x": ' + "[" * 100_000 + "]" * 100_000 + "}",
        '{"update_id": 7} {"update_id": 8}',
        b'{"update_id": 7, "x": "\xff"}',
        '[{"update_id": 7}]',
    ],
)
async def test_what_is_no_update_is_refused(desk: Desk, body: str | bytes) -> None:
    assert await desk.post(body) == 400
    assert desk.stored == []


async def test_what_only_telegram_finds_odd_is_stored(desk: Desk) -> None:
    odd = '{"update_id": 7, "x": ["a\\ud800b\\u0000", {"\\u0000": "\\\\u0000"}]}'
    assert await desk.post(odd) == 200
    assert desk.stored == [{"update_id": 7, "x": ["a?b?", {"?": "\\u0000"}]}]
    assert await desk.post({"update_id": 2**63 - 1}) == 200


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
async def test_what_is_not_sent_as_json_is_refused(desk: Desk, kind: str) -> None:
    assert await desk.post(headers={"Content-Type": kind}) == 415
    assert await desk.post(headers={"Content-Type": "application/json; charset=utf-8"}) == 200


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "OPTIONS", "PATCH"])
async def test_updates_are_only_posted(desk: Desk, method: str) -> None:
    url = f"{desk.base}/hook"
    async with ClientSession() as http, http.request(method, url, headers=KNOWN) as got:
        assert got.status == 405


@pytest.mark.parametrize(
    "path", ["/", "/hook/", "/hook2", "//hook", "/h%6Fok", "/Hook", "/x/hook"]
)
async def test_there_is_nothing_else(desk: Desk, path: str) -> None:
    request = f"POST {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
    answer = await desk.raw(request.encode())
    assert answer.startswith(b"HTTP/1.1 404")
    assert b"Server:" not in answer


async def test_the_page_of_health_tells_counts_only(desk: Desk) -> None:
    desk.health = judge(
        Facts("1.0", "SQLite", "0001", "0001", mute_groups=("Canary group",), aside=2,
              processes=(Process("Canary-1", True, True),))
    )  # fmt: skip
    async with ClientSession() as http, http.get(f"{desk.base}/healthz") as got:
        text = await got.text()
        assert (got.status, got.content_type) == (200, "application/json")
        assert got.headers["Cache-Control"] == "no-store"
    told = json.loads(text)
    assert told["status"] == "degraded"
    assert set(told["reasons"]) == {"groups-mute", "updates-aside"}
    assert (told["groups_mute"], told["updates_aside"], told["processes"]) == (1, 2, 1)
    assert "Canary" not in text


async def test_a_failing_hall_is_told_by_the_status(desk: Desk) -> None:
    desk.away = True
    async with ClientSession() as http:
        async with http.get(f"{desk.base}/healthz") as got:
            assert got.status == 503
            assert await got.json() == {"status": "failing", "reasons": []}
        async with http.post(f"{desk.base}/healthz") as got:
            assert got.status == 405


async def test_many_who_ask_cost_one_look(desk: Desk) -> None:
    async with ClientSession() as http:

        async def ask() -> int:
            async with http.get(f"{desk.base}/healthz") as got:
                return got.status

        assert set(await asyncio.gather(*(ask() for _ in range(50)))) == {200}
    assert desk.looks == 1


async def test_without_a_webhook_there_is_only_the_health() -> None:
    desk = Desk()
    async with served(desk, webhook=False):
        assert await desk.post() == 404
        async with ClientSession() as http, http.get(f"{desk.base}/healthz") as got:
            assert got.status == 200


async def test_what_has_begun_is_finished_at_the_end_and_nothing_new_begins() -> None:
    desk = Desk(gate=asyncio.Event())
    async with served(desk) as server:
        call = asyncio.create_task(desk.post())
        await desk.entered.wait()
        stopping = asyncio.create_task(server.stop())
        await asyncio.sleep(0)
        assert desk.gate is not None
        asyncio.get_running_loop().call_later(0.05, desk.gate.set)
        assert await call == 200
        await stopping
        assert desk.stored == [UPDATE]
        with pytest.raises(ConnectionError):
            await desk.raw(b"")


def test_a_webhook_without_a_secret_does_not_come_about() -> None:
    desk = Desk()
    with pytest.raises(ValueError, match="without a secret"):
        WebServer(receive=desk.receive, path="/hook", secret="", health=desk.look)


def test_the_health_of_a_hall_that_nobody_could_look_at_is_failing() -> None:
    assert judge(None).condition is Condition.failing
