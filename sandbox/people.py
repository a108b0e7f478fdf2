"""Scripted people: what a person can do with a phone in their hand."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from sandbox import kinds
from sandbox.callbacks import Answer
from sandbox.chats import Account, Chat, Message
from sandbox.entities import detect, tidy
from sandbox.reply_keyboards import shared
from sandbox.untangle import in_order
from sandbox.wire import GROUP_ANONYMOUS_BOT, Json
from sandbox.world import Event, World, from_user

Test = str | Callable[[Message], bool]


class Person(Account):
    """Somebody with an account, who can do what a phone can do."""

    def __init__(self, sandbox: World, chat: Chat, **account: Any) -> None:
        super().__init__(**account)
        self.sandbox = sandbox
        self.chat = chat

    async def start(self, payload: str = "") -> None:
        """Press START or follow a deep link: the bot gets "/start payload"."""
        self._taps(self.chat)
        await self.send(f"/start {payload}".strip())

    async def send(
        self,
        text: str,
        *,
        chat: Chat | None = None,
        reply_to: Message | None = None,
        entities: list[Json] | None = None,
        topic: int | None = None,
    ) -> Message:
        """Write a message; commands, mentions and links are found as Telegram finds them."""
        tidied, given = tidy(text, entities or [])
        if not tidied:
            raise ValueError("nobody can send an empty message")
        found = in_order([*given, *(each for each in detect(tidied) if each not in given)])
        return self._post(chat, topic, text=tidied, entities=found, reply_to=reply_to)

    async def send_as_anonymous(
        self, chat: Chat, text: str, *, topic: int | None = None
    ) -> Message:
        """Write as an anonymous administrator of the group."""
        if not chat.run_by(self.id):
            raise PermissionError(f"{self.first_name} is no administrator of {chat.title}")
        self._check_may_write(chat, topic)
        message = from_user(
            GROUP_ANONYMOUS_BOT, chat, self.sandbox, text=text, entities=detect(text)
        )
        message.sender_chat, message.thread_id = chat, topic
        return self.sandbox.post(message)

    async def send_kind(
        self, kind: str, *, chat: Chat | None = None, topic: int | None = None,
        album: str | None = None,
    ) -> Message:  # fmt: skip
        """Send a photo, sticker, voice, location and so on; of an album, one of its messages."""
        fields = kinds.attachment(kind, self.sandbox.files)
        if album is not None:
            fields = {**fields, "media_group_id": album}
        photo = None
        if kind == "photo":
            photo = self.sandbox.files.get(fields["photo"][0]["file_id"])
        return self._post(chat, topic, kind=kind, attachment=fields, photo=photo)

    async def upload(
        self,
        filename: str,
        content: bytes,
        *,
        caption: str | None = None,
        chat: Chat | None = None,
        topic: int | None = None,
    ) -> Message:
        """Send a file."""
        stored = self.sandbox.files.keep(filename, content)
        found = detect(caption or "")
        return self._post(chat, topic, document=stored, caption=caption, entities=found)

    async def edit(self, message: Message, text: str) -> None:
        """Change a message of one's own, or a post of a channel that one runs."""
        channel = message.chat.kind == "channel" and message.chat.run_by(self.id)
        if message.sender_id != self.id and not channel:
            raise PermissionError("only one's own messages can be edited")
        tidied, _ = tidy(text, [])
        if message.text is None:
            message.caption = tidied
        else:
            message.text = tidied
        message.entities = detect(tidied)
        self.sandbox.edited(message, by_bot=False)

    async def tap(self, message: Message, button: str | int, *, wait: float = 10.0) -> Answer:
        """Tap a button and wait until the bot answers, at most `wait` seconds."""
        found = message.button(button)
        if found.data is not None:
            return await self.tap_data(message, found.data, wait=wait)
        self._taps(message.chat)
        return Answer(url=found.url, answered=found.url is not None)

    async def tap_data(self, message: Message, data: str, *, wait: float = 10.0) -> Answer:
        """Tap with any callback data, as a forged client can."""
        self._taps(message.chat)
        if message.deleted:
            return Answer()
        sandbox = self.sandbox
        query = sandbox.queries.ask(self, message, sandbox.now())
        tapped = {"chat_id": message.chat.id, "message_id": message.id, "data": data}
        sandbox.tell(Event("tap", account=self, data={**tapped, "query_id": query.id}))
        sandbox.queue.add(
            "callback_query",
            {
                "id": query.id,
                "from": self.wire(),
                "message": message.wire(),
                "chat_instance": str(message.chat.id * 31),
                "data": data,
            },
        )
        try:
            async with asyncio.timeout(wait):
                return await query.answer
        except TimeoutError:
            return Answer()

    async def choose(self, button: str, *people: Account) -> Message:
        """Press a button below the field that asks for people, and choose these."""
        rows = self.chat.keyboard or []
        found = [one for row in rows for one in row if button in one["text"]]
        if len(found) != 1 or "request_users" not in found[0]:
            raise LookupError(f"{len(found)} buttons below the field fit {button!r}")
        asked = found[0]["request_users"]
        if not 1 <= len(people) <= asked.get("max_quantity", 1):
            raise ValueError(f"{len(people)} people cannot be chosen with {button!r}")
        self._taps(self.chat)
        told = shared(asked, [one.wire() for one in people])
        names = ", ".join(one.first_name for one in people)
        words = f"{self.first_name} shared {names}"
        return self._post(None, None, service=words, attachment={"users_shared": told})

    async def follow(self, answer: Answer) -> None:
        """Open the deep link that came with the answer."""
        link = urlsplit(answer.url or "")
        name = link.path.strip("/")
        if link.hostname != "t.me" or name.lower() != self.sandbox.me["username"].lower():
            raise LookupError(f"no link to the bot in {answer}")
        await self.start(parse_qs(link.query).get("start", [""])[0])

    def block(self) -> None:
        """Block the bot."""
        self._set_blocked(blocked=True)

    def unblock(self) -> None:
        """Unblock the bot."""
        self._set_blocked(blocked=False)

    def delete_account(self) -> None:
        """Close the account; the bot learns of it when it next writes."""
        self.deactivated = True
        self.sandbox.tell(Event("person", account=self))

    def inbox(self) -> list[Message]:
        """The private chat as it looks now, oldest first."""
        return list(self.chat.messages.values())

    async def expect(
        self,
        test: Test,
        *,
        chat: Chat | None = None,
        timeout: float = 30.0,  # noqa: ASYNC109
    ) -> Message:
        """The newest message of somebody else that fits, as soon as there is one."""
        where = chat or self.chat

        def fits(message: Message) -> bool:
            if message.deleted or message.sender_id == self.id:
                return False
            return test in message.content if isinstance(test, str) else test(message)

        for message in where.newest_first():
            if fits(message):
                return message
        return await self._arrival(where, fits, test, timeout)

    async def _arrival(
        self, where: Chat, fits: Callable[[Message], bool], test: Test, seconds: float
    ) -> Message:
        arrived: asyncio.Future[Message] = asyncio.get_running_loop().create_future()

        def look(message: Message) -> None:
            if not arrived.done() and fits(message):
                arrived.set_result(message)

        where.watchers.append(look)
        try:
            async with asyncio.timeout(seconds):
                return await arrived
        except TimeoutError:
            last = [message.content[:80] for message in list(where.messages.values())[-5:]]
            words = f"{self.first_name} waited {seconds} s for {test!r}; the chat ends with {last}"
            raise TimeoutError(words) from None
        finally:
            where.watchers.remove(look)

    def _taps(self, chat: Chat) -> None:
        if not chat.has(self.id):
            raise PermissionError(f"{self.first_name} is not in {chat.title}")
        self.taps += 1
        self.sandbox.tell(Event("person", account=self))

    def _post(self, chat: Chat | None, topic: int | None, **content: Any) -> Message:
        where = chat or self.chat
        self._check_may_write(where, topic)
        if where is self.chat:
            if self.blocked:
                self.unblock()
            self.started = True
        message = from_user(self.wire(), where, self.sandbox, thread_id=topic, **content)
        if where.kind == "channel":
            message.author, message.sender_chat = None, where
        return self.sandbox.post(message)

    def _check_may_write(self, where: Chat, topic: int | None) -> None:
        if topic is not None and (not where.forum or topic not in where.topics):
            raise LookupError(f"there is no topic {topic} in {where.title}")
        closed = where.forum and (where.general if topic is None else where.topics[topic]).closed
        reading = closed or where.only_admins_write or where.kind == "channel"
        if not where.has(self.id) or (reading and not where.run_by(self.id)):
            raise PermissionError(f"{self.first_name} cannot write in {where.title}")

    def _set_blocked(self, *, blocked: bool) -> None:
        if blocked == self.blocked:
            return
        old = self.sandbox.member_wire(self.chat, self.sandbox.bot_id)
        self.blocked = blocked
        self.chat.bot = "kicked" if blocked else "member"
        self.sandbox.bot_moved(self.chat, self.wire(), old)
        self.sandbox.tell(Event("person", account=self))
