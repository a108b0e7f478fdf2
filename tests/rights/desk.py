"""The real dispatcher on a real database, with the sandbox's Bot API called without a network."""

import json
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from pathlib import Path
from random import Random
from typing import IO, Any

from telegram import Update
from telegram.request import BaseRequest, RequestData

from bot.computing import Compute
from bot.domain.clock import Clock
from bot.domain.notices import NoticeState
from bot.domain.refusal import Refused
from bot.domain.rules import Rules
from bot.services import outbox
from bot.texts import Texts
from bot.vault import Vault, new_key
from handlers import dispatch
from handlers.client import HallBot
from handlers.context import Context, Hall
from handlers.delivery import deliver
from handlers.dispatch import Dispatcher
from handlers.limiter import Unlimited
from sandbox.api import BotApi
from sandbox.chats import Chat, Message
from sandbox.limits import Limits
from sandbox.params import Params, Upload
from sandbox.people import Person
from sandbox.town import Town
from storage import schema
from storage.database import Database
from tests.services.builders import NOW
from tests.services.builders import Hall as Builder

# What may change in any case: what people are told, and that an update was seen.
# The last one holds texts, each once for all who agree to it.
TOLD = {"notices", "inbox", "causes", "agreed_texts"}
# The column that says whose a row is, where it has a name of its own.
OWNER = {"people": "id", "broadcasts": "by_id"}
FAST = Rules(taps_a_minute=10**9, commands_a_minute=10**9)


class _Clock(Clock):
    """A clock that stands still."""

    def now(self) -> datetime:
        """Always the same moment."""
        return NOW

    async def sleep_until(self, when: datetime) -> None:
        """No time passes here."""

    def subscribe(self, wake: Callable[[], None]) -> Callable[[], None]:
        """It is never moved."""
        return wake


class _InProcess(BaseRequest):
    """Calls of the bot, handed to the sandbox as they are."""

    def __init__(self, town: Town) -> None:
        self._api = BotApi(town)

    @property
    def read_timeout(self) -> float | None:
        """Nothing is waited for."""
        return None

    async def initialize(self) -> None:
        """Nothing is opened."""

    async def shutdown(self) -> None:
        """Nothing is closed."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        """The answer of the sandbox."""
        del method
        values = request_data.json_parameters if request_data else {}
        sent = request_data.multipart_data if request_data else {}
        files = {name: Upload(part[0], _whole(part[1])) for name, part in sent.items()}
        status, body = await self._api.call(url.rsplit("/", 1)[1], Params(values, files))
        return status, json.dumps(body).encode()


@dataclass
class Desk:
    """A hall at which people tap and write, and every refusal is noted."""

    builder: Builder
    town: Town
    hall: Hall
    dispatcher: Dispatcher
    noted: list[str]
    _watch: sqlite3.Connection
    failed: list[str] = field(default_factory=list)
    _updates: Any = field(default_factory=lambda: count(1))

    def phone(self, name: str, telegram_id: int | None = None) -> Person:
        """Somebody with an account, who has pressed START."""
        person = self.town.person(name, id=telegram_id)
        person.started = True
        return person

    async def tap(self, person: Person, data: str, chat: Chat | None = None) -> str:
        """The reason for which a tap was refused; empty where it was not."""
        where = chat or person.chat
        message = {
            "message_id": 1, "date": 0, "chat": where.wire(), "text": "A message of the bot.",
            "from": self.town.me,
        }  # fmt: skip
        ask = self.town.queries.ask(person, Message(id=1, chat=where, date=NOW), NOW)
        query = {
            "id": ask.id, "from": person.wire(),
            "chat_instance": "1", "data": data, "message": message,
        }  # fmt: skip
        return await self._handle({"callback_query": query})

    async def tap_as(self, user: dict[str, Any], data: str, chat: Chat) -> str:
        """A tap under an id that is nobody's."""
        message = {"message_id": 1, "date": 0, "chat": chat.wire(), "from": self.town.me}
        query = {"id": "1", "from": user, "chat_instance": "1", "data": data, "message": message}
        return await self._handle({"callback_query": query})

    async def write(self, user: dict[str, Any], text: str, chat: Chat, **more: Any) -> str:
        """The reason for which a message was refused; empty where it was not."""
        message = {
            "message_id": 1, "date": 0, "chat": chat.wire(), "from": user, "text": text, **more,
        }  # fmt: skip
        return await self._handle({"message": message})

    async def _handle(self, payload: dict[str, Any]) -> str:
        number = next(self._updates)
        update = Update.de_json({"update_id": number, **payload}, self.hall.bot)
        assert update is not None
        self.noted.clear()
        try:
            await self.dispatcher.handle(number, update)
        except Exception as failed:  # noqa: BLE001 - in a hall it is tried again, then set aside
            self.failed.append(f"{_asked(payload)}: {type(failed).__name__} {failed}")
            return "failed"
        return self.noted[-1] if self.noted else ""

    def version(self) -> int:
        """A number that changes with every commit."""
        return int(self._watch.execute("PRAGMA data_version").fetchone()[0])

    def census(self, own: int = 0) -> dict[str, set[str]]:
        """All rows but those of that person, and but what people are told."""
        found: dict[str, set[str]] = {}
        for table in schema.metadata.sorted_tables:
            if table.name in TOLD:
                continue
            mine = OWNER.get(table.name, "person_id")
            theirs = [f"{mine} IS NOT {own}"] if mine in table.c else []
            theirs += [f"subject <> 'person:{own}'"] if table.name == "journal" else []
            rows = self._watch.execute(
                f"SELECT * FROM {table.name} WHERE {' AND '.join(theirs) or 'true'}"  # noqa: S608
            )
            found[table.name] = set(map(repr, rows))
        return found

    def person_id(self, telegram_id: int) -> int:
        """The internal id of whoever has that account; 0 for who was never met."""
        found = self._watch.execute("SELECT id FROM people WHERE telegram_id = ?", [telegram_id])
        return int((found.fetchone() or [0])[0])

    async def deliver(self) -> None:
        """Everything in the outbox goes out."""
        while taken := await outbox.lease(self.hall.db, NOW, 200):
            for notice in taken:
                came = await deliver(self.hall, notice)
                settled = await outbox.settle(self.hall.db, notice, came, NOW)
                assert settled.state is not NoticeState.queued, (notice, came)


def _whole(content: bytes | IO[bytes]) -> bytes:
    return content if isinstance(content, bytes) else content.read()


def _asked(payload: dict[str, Any]) -> str:
    query = payload.get("callback_query")
    return repr(query["data"] if query else payload["message"]["text"])


@asynccontextmanager
async def desk(folder: Path, db: Database, builder: Builder) -> AsyncIterator[Desk]:
    """A desk on the database, which is a file in the folder."""
    town = Town(limits=Limits.off(), seed=1)
    request = _InProcess(town)
    bot = HallBot(
        token=town.token, base_url="http://in.process/bot", request=request,
        get_updates_request=_InProcess(town), rate_limiter=Unlimited(),
    )  # fmt: skip
    await bot.initialize()
    hall = Hall(
        db=db, bot=bot, texts=Texts.load(), clock=_Clock(), rules=FAST, random=Random(1),
        username=bot.username, wake_outbox=lambda: None, compute=Compute(),
        vault=Vault([new_key()]),
    )  # fmt: skip
    noted: list[str] = []
    told = dispatch._tell

    async def note(ctx: Context, no: Refused) -> None:
        noted.append(no.reason)
        await told(ctx, no)

    watch = sqlite3.connect(folder / "hall.db")
    dispatch._tell = note
    try:
        yield Desk(builder, town, hall, Dispatcher(hall), noted, watch)
    finally:
        dispatch._tell = told
        watch.close()
        await hall.compute.stop()
        await bot.shutdown()
