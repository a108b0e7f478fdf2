"""The client against a tiny server that answers as it is told, and against the sandbox."""

import asyncio
import contextlib
import json
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web
from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.request import RequestData

from handlers.client import (
    AiohttpRequest,
    HallBot,
    NoAnswerError,
    NotSentError,
    make_bot,
    wait_of,
)
from sandbox import Limits, Sandbox

TOKEN = "4242:CANARYcanaryCANARYcanaryCANARYcanary"
ME = {"id": 4242, "is_bot": True, "first_name": "Hall", "username": "hall_bot"}
SENT = {"message_id": 1, "date": 0, "chat": {"id": 7, "type": "private"}}

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


async def hold_for_ever(request: web.Request) -> web.StreamResponse:
    await asyncio.Event().wait()
    return web.Response()


async def cut(request: web.Request) -> web.StreamResponse:
    await request.read()
    assert request.transport is not None
    request.transport.abort()
    return web.Response()


async def refuse_for_a_while(request: web.Request) -> web.StreamResponse:
    body = {"ok": False, "error_code": 429, "description": "Too Many Requests: retry after 7"}
    return web.json_response({**body, "parameters": {"retry_after": 7}}, status=429)


async def garbage(request: web.Request) -> web.StreamResponse:
    return web.Response(text="<html>not json</html>")


async def gateway(request: web.Request) -> web.StreamResponse:
    return web.Response(text="<html>502</html>", status=502)


@contextlib.asynccontextmanager
async def served(answer: Answer) -> AsyncIterator[HallBot]:
    """A bot whose every call but getMe is answered like that."""

    async def handle(request: web.Request) -> web.StreamResponse:
        if request.path.endswith("/getMe"):
            return web.json_response({"ok": True, "result": ME})
        return await answer(request)

    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    bot = make_bot(TOKEN, f"http://{host}:{port}", None)
    try:
        async with bot:
            yield bot
    finally:
        await runner.cleanup()


def chain(error: BaseException | None) -> str:
    """Everything that an exception and what led to it say."""
    said = []
    while error is not None:
        said.append(f"{error!r} {error} {error.args} {vars(error)}")
        error = error.__cause__ or error.__context__
    return "\n".join(said)


async def test_a_call_goes_out_as_json_with_its_types() -> None:
    seen: dict[str, Any] = {}

    async def note(request: web.Request) -> web.StreamResponse:
        seen.update(await request.json(), path=request.path, type=request.content_type)
        return web.json_response({"ok": True, "result": True})

    async with served(note) as bot:
        await bot.delete_messages(5, [1, 2])
    path = f"/bot{TOKEN}/deleteMessages"
    assert seen == {
        "chat_id": 5,
        "message_ids": [1, 2],
        "path": path,
        "type": "application/json",
    }


@pytest.mark.parametrize(
    ("name", "arrives"),
    [
        ("out ü.csv", "out ü.csv"),
        ('say "so".csv', 'say "so".csv'),
        ('a\r\nX-Evil: 1\r\n\r\n".csv', 'a  X-Evil: 1    ".csv'),
    ],
)
async def test_a_file_goes_out_as_multipart_with_its_name(name: str, arrives: str) -> None:
    seen: dict[str, Any] = {}

    async def note(request: web.Request) -> web.StreamResponse:
        form = await request.post()
        file = form["document"]
        assert isinstance(file, web.FileField)
        seen.update(name=file.filename, content=file.file.read(), chat=form["chat_id"])
        seen.update(markup=json.loads(str(form["reply_markup"])))
        return web.json_response({"ok": True, "result": SENT})

    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Go", callback_data="go")]])
    async with served(note) as bot:
        await bot.send_document(7, b"a,b\n", filename=name, reply_markup=keyboard)
    assert seen == {
        "name": arrives,
        "content": b"a,b\n",
        "chat": "7",
        "markup": {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]},
    }


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (cut, NoAnswerError),
        (refuse_for_a_while, RetryAfter),
        (garbage, TelegramError),
        (gateway, NetworkError),
    ],
)
async def test_failures_are_told_apart_and_tell_no_token(
    answer: Answer, kind: type[TelegramError]
) -> None:
    async with served(answer) as bot:
        with pytest.raises(TelegramError) as caught:
            await bot.send_message(5, "hello")
    assert type(caught.value) is kind
    assert "CANARY" not in chain(caught.value)


async def test_an_answer_that_does_not_come_is_a_timeout() -> None:
    async with served(hold_for_ever) as bot:
        with pytest.raises(TimedOut) as caught:
            await bot.send_message(5, "hello", read_timeout=0.05)
    assert "CANARY" not in chain(caught.value)


async def test_nobody_listening_means_not_sent() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound but not listening: the connection is refused
        port = taken.getsockname()[1]
        request = AiohttpRequest()
        async with request:
            with pytest.raises(NotSentError) as caught:
                await request.post(f"http://127.0.0.1:{port}/bot{TOKEN}/getMe", RequestData())
    assert "CANARY" not in chain(caught.value)
    assert str(port) not in chain(caught.value)


async def test_a_request_before_the_start_is_an_error() -> None:
    with pytest.raises(NetworkError, match="not initialized"):
        await AiohttpRequest().retrieve("http://127.0.0.1:1/")


async def test_how_long_to_wait_is_read_exactly() -> None:
    async with served(refuse_for_a_while) as bot:
        with pytest.raises(RetryAfter) as caught:
            await bot.send_message(5, "hello")
    assert wait_of(caught.value) == timedelta(seconds=7)
    assert wait_of(RetryAfter(1386)) == timedelta(seconds=1386)


async def test_the_sandbox_takes_and_returns_what_we_send() -> None:
    async with Sandbox(limits=Limits.off()) as sandbox:
        ada = sandbox.person("Ada")
        await ada.start()
        bot = make_bot(sandbox.token, sandbox.url, None)
        async with bot:
            updates = await bot.raw_updates(offset=None, seconds=0, allowed=("message",))
            sent = await bot.send_document(ada.id, b"\x00\x01", filename="x.bin")
            assert sent.document is not None
            file = await sent.document.get_file()
            content = bytes(await file.download_as_bytearray())
            with pytest.raises(BadRequest):
                await bot.send_message(ada.id, "x" * 4097)
        assert updates[0]["message"]["text"] == "/start"
        assert content == b"\x00\x01"
        assert [refused.method for refused in sandbox.refused_calls()] == ["sendMessage"]
