"""A real sandbox, its chat page in a real browser, and a bot that speaks the Bot API over HTTP."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from aiohttp import ClientSession
from playwright.async_api import Locator, Page, expect

from sandbox import Chat, Limits, Person, Sandbox
from tests.browser import new_page

Json = dict[str, Any]
BOT_USERNAME = "test_hall_bot"
BOT_NAME = "Test Hall"
DESKTOP = (1440, 900)
PHONE = (390, 844)


class Bot:
    """The bot's end of the line."""

    def __init__(self, sandbox: Sandbox, http: ClientSession) -> None:
        self._sandbox = sandbox
        self._http = http
        self._offset = 0
        self._unread: list[Json] = []

    async def call(self, method: str, **params: Any) -> Any:
        """The result of one Bot API call, which must succeed."""
        body = await self.try_call(method, **params)
        assert body["ok"], body
        return body["result"]

    async def try_call(self, method: str, **params: Any) -> Json:
        """The whole answer to one Bot API call."""
        url = f"{self._sandbox.url}/bot{self._sandbox.token}/{method}"
        async with self._http.post(url, json=params) as response:
            body: Json = await response.json()
        return body

    async def say(self, chat: Chat, text: str, **params: Any) -> Json:
        """Sends a message with HTML."""
        message: Json = await self.call(
            "sendMessage", chat_id=chat.id, text=text, parse_mode="HTML", **params
        )
        return message

    async def say_with_buttons(self, chat: Chat, text: str, *rows: list[Json]) -> Json:
        """Sends a message with an inline keyboard."""
        return await self.say(chat, text, reply_markup={"inline_keyboard": list(rows)})

    async def heard(self, kind: str) -> Json:
        """The next update of a kind; others are left out."""
        async with asyncio.timeout(30):
            while True:
                while self._unread:
                    update = self._unread.pop(0)
                    self._offset = update["update_id"] + 1
                    if kind in update:
                        found: Json = update[kind]
                        return found
                self._unread = await self.call("getUpdates", offset=self._offset, timeout=10)


@dataclass
class Stage:
    """The page as one looks at it."""

    sandbox: Sandbox
    bot: Bot
    page: Page
    # What the page complained of; a test that means it takes it out.
    faults: list[str]

    async def show(self, *people: Person) -> None:
        """Opens the page with the phones of these people."""
        ids = ",".join(str(person.id) for person in people)
        await self.page.goto(f"{self.sandbox.url}/?people={ids}")
        await expect(self.page.locator(".phone")).to_have_count(len(people))

    def phone(self, person: Person) -> Locator:
        """The phone of one person."""
        return self.page.locator(f".phone[data-person='{person.id}']")

    async def open(self, person: Person, chat: Chat) -> Locator:
        """Opens a chat from the list of chats; returns the phone."""
        phone = self.phone(person)
        item = phone.locator(f"[data-chat='{chat.id}']")
        chat_view = phone.locator(".chat")
        await expect(item.or_(chat_view).first).to_be_visible()
        if not await chat_view.count():
            await item.click()
        await expect(chat_view).to_be_visible()
        return phone


@asynccontextmanager
async def open_stage(size: tuple[int, int] = DESKTOP) -> AsyncIterator[Stage]:
    """Everything started and stopped; an error in the page's console fails the test."""
    async with (
        Sandbox(
            bot_username=BOT_USERNAME, bot_name=BOT_NAME, limits=Limits.off(), seed=1
        ) as sandbox,
        ClientSession(json_serialize=json.dumps) as http,
    ):
        faults: list[str] = []
        async with new_page(size, faults) as page:
            yield Stage(sandbox, Bot(sandbox, http), page, faults)
        assert faults == []
