"""The state of the stand-in for Telegram, and how a message comes into being."""

import asyncio
import itertools
import random
import string
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypedDict, Unpack

from sandbox.callbacks import CallbackQueries
from sandbox.carrier import SECONDS, Carrier
from sandbox.chats import Account, Chat, Message
from sandbox.clock import SandboxClock
from sandbox.commands import CommandBook
from sandbox.deliveries import Deliveries
from sandbox.faults import Faults
from sandbox.files import FileStore
from sandbox.limits import Limits
from sandbox.members import member
from sandbox.refusal import Call, Refusal
from sandbox.updates import UpdateQueue
from sandbox.wire import Json, unix

CALLS_KEPT = 5000
TOKEN_LETTERS = string.ascii_letters + string.digits + "_-"
QUIET = 0.05


class Settings(TypedDict, total=False):
    """What a sandbox can be given; everything has a default."""

    clock: SandboxClock | None
    bot_username: str
    bot_name: str
    limits: Limits | None
    seed: int
    latency: float
    webhook_timeout: float


@dataclass(frozen=True, slots=True)
class Event:
    """Something that can be seen from outside: a message, an edit, a toast, a call."""

    kind: str
    chat: Chat | None = None
    message: Message | None = None
    account: Account | None = None
    data: Json = field(default_factory=dict)
    call: Call | None = None


class World:
    """Everything that the sandbox knows."""

    def __init__(self, **settings: Unpack[Settings]) -> None:
        seed = settings.get("seed", 0)
        chance = random.Random(seed)
        self.clock = settings.get("clock") or SandboxClock()
        self.limits = settings.get("limits") or Limits(seed=chance.randrange(1 << 30))
        self.faults = Faults(seed)
        self.latency = settings.get("latency", 0.0)
        self.bot_id = 7_000_000_000 + chance.randrange(900_000_000)
        secret = "".join(chance.choice(TOKEN_LETTERS) for _ in range(33))
        self.token = f"{self.bot_id}:AA{secret}"
        self.me: Json = {
            "id": self.bot_id,
            "is_bot": True,
            "first_name": settings.get("bot_name", "Hiring Hall"),
            "username": settings.get("bot_username", "hiringhall_bot"),
        }
        self.accounts: dict[int, Account] = {}
        self.chats: dict[int, Chat] = {}
        self.files = FileStore()
        self.queries = CallbackQueries(seed)
        self.commands = CommandBook()
        self.profile: dict[tuple[str, str], str] = {}
        self.queue = UpdateQueue(self.clock, self.faults, 100_000_000 + chance.randrange(10**8))
        self.queue.on_change = self.pulse
        carrier = Carrier(settings.get("webhook_timeout", SECONDS))
        self.deliveries = Deliveries(self.queue, self.clock, self.faults, carrier, seed)
        self.refusals: list[Refusal] = []
        self.calls: deque[Call] = deque(maxlen=CALLS_KEPT)
        self.calls_made = 0
        # Guided tours that the page offers; whoever fills the town writes them.
        self.tours: list[Json] = []
        self.listeners: list[Callable[[Event], None]] = []
        self.in_progress = 0
        self._pulses: list[asyncio.Future[None]] = []
        self._shared_ids = itertools.count(1)
        self._own_ids: dict[int, itertools.count[int]] = {}

    def now(self) -> datetime:
        """The sandbox's time, aware UTC."""
        return self.clock.now()

    def tell(self, event: Event) -> None:
        """Let whoever watches the whole sandbox know."""
        for listener in self.listeners:
            listener(event)

    def post(self, message: Message, *, to_bot: bool = True) -> Message:
        """Put a new message into its chat: counted, seen, queued for the bot."""
        message.chat.messages[message.id] = message
        account = message.chat.account
        if account is not None and message.from_bot and not message.silent:
            account.sounds += 1
            self.tell(Event("person", account=account))
        if to_bot and self._bot_reads(message):
            channel = message.chat.kind == "channel"
            self.queue.add("channel_post" if channel else "message", message.wire())
        self.show("message", message)
        return message

    def show(self, kind: str, message: Message) -> None:
        """Let everybody see a new, edited or deleted message."""
        for look in tuple(message.chat.watchers):
            look(message)
        if self.listeners:
            self.tell(Event(kind, chat=message.chat, message=message))

    def edited(self, message: Message, *, by_bot: bool) -> None:
        """Note that the message was edited just now."""
        message.edits += 1
        message.edited_at = self.now()
        if not by_bot and self._bot_reads(message):
            channel = message.chat.kind == "channel"
            kind = "edited_channel_post" if channel else "edited_message"
            self.queue.add(kind, message.wire())
        self.show("edit", message)

    def delete(self, message: Message) -> None:
        """Take the message out of its chat."""
        message.chat.messages.pop(message.id, None)
        message.deleted = True
        self.show("delete", message)

    def lay(self, chat: Chat, keyboard: list[list[Json]] | None) -> None:
        """Put a keyboard below the field of a chat, or take it away."""
        chat.keyboard = keyboard
        self.tell(Event("chat", chat=chat))

    def next_id(self, chat: Chat) -> int:
        """Supergroups and channels count for themselves, everything else together."""
        if chat.kind not in ("supergroup", "channel"):
            return next(self._shared_ids)
        if chat.id not in self._own_ids:
            # In a forum the number 1 is the General topic's.
            self._own_ids[chat.id] = itertools.count(2 if chat.forum else 1)
        return next(self._own_ids[chat.id])

    def _bot_reads(self, message: Message) -> bool:
        """What privacy mode lets through: all for admins, else what is meant for the bot."""
        chat = message.chat
        if message.from_bot:
            return False
        if chat.private or chat.bot_is_admin:
            return True
        if chat.bot not in ("member", "restricted") or chat.kind == "channel":
            return False
        replied = message.reply_to is not None and message.reply_to.from_bot
        return message.service is not None or replied or self._addressed(message.content)

    def _addressed(self, text: str) -> bool:
        handle = f"@{self.me['username']}".lower()
        if handle in text.lower():
            return True
        command = text.split(maxsplit=1)[0] if text.strip() else ""
        return command.startswith("/") and "@" not in command

    def member_wire(self, chat: Chat, person_id: int) -> Json:
        """The Bot API's ChatMember for a person or the bot."""
        if person_id == self.bot_id:
            return member(self.me, chat.bot or "left", chat.kind, chat.bot_rights)
        user = self.accounts[person_id].wire()
        return member(user, chat.members.get(person_id, "left"), chat.kind)

    def bot_moved(self, chat: Chat, by: Json, old: Json) -> None:
        """Queue the my_chat_member update about what just changed for the bot."""
        new = self.member_wire(chat, self.bot_id)
        self.queue.add("my_chat_member", self._moved(chat, by, old, new))
        self.tell(Event("chat", chat=chat))

    def person_moved(
        self, chat: Chat, by: Json, old: Json, person_id: int, link: Json | None = None
    ) -> None:
        """Queue the chat_member update, which only administrators receive."""
        if chat.bot_is_admin:
            told = self._moved(chat, by, old, self.member_wire(chat, person_id))
            self.queue.add("chat_member", told if link is None else {**told, "invite_link": link})
        self.tell(Event("chat", chat=chat))

    def _moved(self, chat: Chat, by: Json, old: Json, new: Json) -> Json:
        return {
            "chat": chat.wire(),
            "from": by,
            "date": unix(self.now()),
            "old_chat_member": old,
            "new_chat_member": new,
        }

    def pulse(self) -> None:
        """Something moved: whoever waits for quiet has to look again."""
        pulses, self._pulses = self._pulses, []
        for waiting in pulses:
            if not waiting.done():
                waiting.set_result(None)

    async def settled(self, quiet: float = QUIET) -> None:
        """Return when the bot has taken all queued so far and is calm for `quiet` seconds."""
        target = self.queue.last_id
        while True:
            pulse: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._pulses.append(pulse)
            calm = self.in_progress == 0 and self.queue.settled_up_to >= target
            try:
                async with asyncio.timeout(quiet if calm else None):
                    await pulse
            except TimeoutError:
                return

    def spread(self, urls: Sequence[str]) -> None:
        """Bring updates to these workers in turn, as a proxy in front of them would."""
        self.deliveries.spread(urls)

    def refused_calls(self) -> list[Refusal]:
        """The refusals that a bot that behaves would not have met."""
        return [refusal for refusal in self.refusals if refusal.bots_own]


def from_user(user: Json, chat: Chat, world: World, **content: Any) -> Message:
    """A message of this user that is about to be posted."""
    return Message(id=world.next_id(chat), chat=chat, date=world.now(), author=user, **content)
