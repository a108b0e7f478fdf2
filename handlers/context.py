"""What every handler and every screen is given."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from typing import Any

from telegram import Update

from bot.computing import Compute
from bot.domain.broadcasts import Broadcast
from bot.domain.clock import Clock
from bot.domain.people import Person
from bot.domain.projects import Project
from bot.domain.rules import Rules
from bot.texts import Texts
from bot.typeset import Text, escape, rich
from bot.vault import Vault
from handlers.callbacks import Tap
from handlers.client import HallBot
from storage.database import Database


@dataclass(frozen=True)
class Hall:
    """The parts that are alike for everybody."""

    db: Database
    bot: HallBot
    texts: Texts
    clock: Clock
    rules: Rules
    random: Random
    username: str
    wake_outbox: Callable[[], None]
    compute: Compute
    # Keeps payout details; none without a key.
    vault: Vault | None = None
    # The broadcasts that go out, which do not change any more.
    sent: dict[int, tuple[Broadcast, Project | None]] = field(default_factory=dict)
    # Until when it is taken for granted that a broadcast is being sent.
    on_air: dict[int, datetime] = field(default_factory=dict)
    # One language for everybody: that of the copy which stands below a translation.
    speaks: str | None = None

    def words(self, language: str) -> "Words":
        """The words of the hall in a language."""
        return Words(self.texts, self.speaks or language)

    def deep_link(self, payload: str) -> str:
        """The address that opens the private chat with a payload."""
        return f"https://t.me/{self.username}?start={payload}"


@dataclass(frozen=True)
class Words:
    """Texts in one language."""

    texts: Texts
    language: str

    def __call__(self, key: str, /, **args: Any) -> str:
        """The text of the key, as it is."""
        return self.texts.say(self.language, key, **args)

    def rich(self, key: str, /, **args: Any) -> Text:
        """The text of the key with its bold and code parts; arguments stay literal."""
        safe = {
            name: escape(value) if isinstance(value, str) else value
            for name, value in args.items()
        }
        return rich(self.texts.say(self.language, key, **safe))


@dataclass(frozen=True)
class Context:
    """One update being handled: who, why, when."""

    hall: Hall
    update: Update
    person: Person
    cause: str
    now: datetime
    tap: Tap | None = None
    args: tuple[str, ...] = ()
    # The taps that were answered, shared with all copies: each can be answered once.
    answered: set[str] = field(default_factory=set)

    @property
    def db(self) -> Database:
        """The database."""
        return self.hall.db

    @property
    def words(self) -> Words:
        """The words of the hall in the person's language."""
        return self.hall.words(self.person.language)

    @property
    def message_id(self) -> int | None:
        """The message whose button was tapped."""
        query = self.update.callback_query
        return query.message.message_id if query and query.message else None

    @property
    def chat_id(self) -> int:
        """The chat in which this happens."""
        chat = self.update.effective_chat
        if chat is None:
            raise LookupError("an update without a chat")
        return chat.id
