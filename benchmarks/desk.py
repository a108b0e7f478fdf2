"""A Telegram that costs next to nothing: no checks, no limits, for measuring what a bot costs.

The sandbox checks every call and takes longer over it than a bot does; here only what a bot needs
to go on is answered, in the size in which Telegram answers it.
"""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

BOT_ID = 4242424242
TOKEN = f"{BOT_ID}:{'Measured' * 4}AAA"
_BOT = {"id": BOT_ID, "is_bot": True, "first_name": "Hall", "username": "hall_bot"}
_FLAGS = {"can_join_groups": True, "can_read_all_group_messages": False,
          "supports_inline_queries": False}  # fmt: skip
_EMPTY: dict[str, list[Any]] = {"getMyCommands": [], "getUpdates": []}

Call = tuple[str, dict[str, Any]]


class Desk:
    """Hands out updates, answers calls, and tells `listeners`, by chat or query, of each call."""

    def __init__(self) -> None:
        self.url = ""
        self.listeners: dict[int | str, Callable[[str, dict[str, Any], Any], None]] = {}
        self.everybody: Callable[[str, dict[str, Any], Any], None] | None = None
        self.calls = 0
        self.handed_out = 0
        self._updates: list[dict[str, Any]] = []
        self._first = self._next = 1
        self._message_id = 100
        self._more = asyncio.Event()

    def update(self, **content: Any) -> None:
        """Something happened that the bot is to be told."""
        self._updates.append({"update_id": self._next, **content})
        self._next += 1
        self._more.set()

    async def handle(self, request: web.BaseRequest) -> web.Response:
        """One call of the Bot API."""
        method = request.path.rsplit("/", 1)[1]
        params = json.loads(await request.read() or b"{}")
        if method == "getUpdates":
            result: Any = await self._hand_out(params)
        else:
            self.calls += 1
            result = self._result(method, params)
            self._tell(method, params, result)
        body = json.dumps({"ok": True, "result": result}).encode()
        return web.Response(body=body, content_type="application/json")

    async def _hand_out(self, params: dict[str, Any]) -> list[dict[str, Any]]:
        offset = params.get("offset") or self._first
        gone = max(offset - self._first, 0)
        self._updates, self._first = self._updates[gone:], max(offset, self._first)
        if not self._updates:
            self._more.clear()
            try:
                async with asyncio.timeout(params.get("timeout", 0)):
                    await self._more.wait()
            except TimeoutError:
                return []
        self.handed_out += 1
        return self._updates[: params.get("limit", 100)]

    def _result(self, method: str, params: dict[str, Any]) -> Any:
        if method == "getMe":
            return _BOT | _FLAGS
        if method in ("sendMessage", "editMessageText"):
            return self._message(params)
        return _EMPTY.get(method, True)

    def _message(self, params: dict[str, Any]) -> dict[str, Any]:
        message_id = params.get("message_id")
        if message_id is None:
            self._message_id += 1
            message_id = self._message_id
        return message(int(params["chat_id"]), message_id, params)

    def _tell(self, method: str, params: dict[str, Any], result: Any) -> None:
        key = params.get("chat_id", params.get("callback_query_id"))
        told = self.listeners.get(key) if key is not None else None
        if told is not None:
            told(method, params, result)
        elif self.everybody is not None:
            self.everybody(method, params, result)


def message(chat_id: int, message_id: int, params: dict[str, Any]) -> dict[str, Any]:
    """A message of the bot as Telegram shows it, made of what the bot sent."""
    chat = (
        {"id": chat_id, "type": "private", "first_name": f"Person {chat_id}"}
        if chat_id > 0
        else {"id": chat_id, "type": "supergroup", "title": "Work group"}
    )
    shown = {
        name: params[name] for name in ("text", "entities", "reply_markup") if params.get(name)
    }
    return {"message_id": message_id, "from": _BOT, "chat": chat, "date": int(time.time()),
            **shown}  # fmt: skip


@asynccontextmanager
async def desk() -> AsyncIterator[Desk]:
    """A desk that serves on a free port of this machine."""
    opened = Desk()
    runner = web.ServerRunner(web.Server(opened.handle, access_log=None), shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    opened.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield opened
    finally:
        await runner.cleanup()
