"""Live events for the page: what changes, as server-sent events."""

import asyncio
import json

from aiohttp import web

from sandbox.door_calls import CallBook
from sandbox.door_clock import clock_json
from sandbox.door_json import chat_json, message_json, person_json
from sandbox.town import Town
from sandbox.wire import Json
from sandbox.world import Event

MOST_BEHIND = 5000
HEARTBEAT = 15.0


def event_json(event: Event) -> Json:
    """One event as the page gets it."""
    shown: Json = {"type": event.kind, **event.data}
    if event.kind in ("message", "edit") and event.message is not None:
        message = event.message
        shown.update(chat_id=message.chat.id, message=message_json(message))
    elif event.kind == "delete" and event.message is not None:
        shown.update(chat_id=event.message.chat.id, message_id=event.message.id)
    elif event.kind in ("toast", "tap") and event.account is not None:
        shown["person_id"] = event.account.id
    elif event.kind == "person" and event.account is not None:
        shown["person"] = person_json(event.account)
    elif event.kind == "chat" and event.chat is not None:
        shown["chat"] = chat_json(event.chat)
    return shown


class Stream:
    """Hands each event to every open page; a page that lags too far is cut off."""

    def __init__(self, town: Town, book: CallBook) -> None:
        self._town = town
        self._book = book
        self._pages: set[asyncio.Queue[bytes | None]] = set()
        self._unsubscribe = town.clock.subscribe(self._clock_moved)

    def close(self) -> None:
        """End all streams."""
        self._unsubscribe()
        for page in tuple(self._pages):
            self._drop(page)

    def _clock_moved(self) -> None:
        self._town.tell(Event("clock", data=clock_json(self._town.clock)))

    def _hear(self, event: Event) -> None:
        shown = event_json(event)
        if event.kind == "call":
            shown.update(self._book.latest())
        line = f"data: {json.dumps(shown)}\n\n".encode()
        for page in tuple(self._pages):
            if page.qsize() > MOST_BEHIND:
                self._drop(page)
            else:
                page.put_nowait(line)

    def _drop(self, page: asyncio.Queue[bytes | None]) -> None:
        page.put_nowait(None)
        self._leave(page)

    def _leave(self, page: asyncio.Queue[bytes | None]) -> None:
        self._pages.discard(page)
        if not self._pages and self._hear in self._town.listeners:
            self._town.listeners.remove(self._hear)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """GET /door/events."""
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        page: asyncio.Queue[bytes | None] = asyncio.Queue()
        if not self._pages:
            self._town.listeners.append(self._hear)
        self._pages.add(page)
        try:
            await response.prepare(request)
            await response.write(b": welcome\n\n")
            while (line := await self._next(page)) is not None:
                await response.write(line)
        except ConnectionError:
            pass
        finally:
            self._leave(page)
        return response

    async def _next(self, page: asyncio.Queue[bytes | None]) -> bytes | None:
        try:
            async with asyncio.timeout(HEARTBEAT):
                return await page.get()
        except TimeoutError:
            return b": still here\n\n"
