"""Chats, the messages in them, and the accounts that take part."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from sandbox.files import StoredFile
from sandbox.invites import InviteLink
from sandbox.losses import Loss
from sandbox.members import admin_rights, restricted_rights
from sandbox.render import to_html
from sandbox.wire import Json, unix

ChatKind = Literal["private", "group", "supergroup", "channel"]
Status = Literal["creator", "administrator", "member", "restricted", "left", "kicked"]
PRESENT: tuple[Status, ...] = ("creator", "administrator", "member", "restricted")
GENERAL = 1


@dataclass(eq=False)
class Account:
    """Who somebody is, and what Telegram knows about them and the bot."""

    id: int
    first_name: str
    username: str | None = None
    language_code: str | None = "en"
    started: bool = False
    blocked: bool = False
    deactivated: bool = False
    taps: int = 0
    sounds: int = 0

    def wire(self) -> Json:
        """The Bot API's User."""
        user: Json = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        if self.username:
            user["username"] = self.username
        if self.language_code:
            user["language_code"] = self.language_code
        return user


@dataclass(frozen=True, slots=True)
class Button:
    """One button of an inline keyboard."""

    text: str
    data: str | None = None
    url: str | None = None
    style: str | None = None
    copy_text: str | None = None


@dataclass(eq=False)
class Topic:
    """One topic of a forum."""

    id: int
    name: str
    color: int = 0
    closed: bool = False
    opening: Message | None = None


@dataclass(eq=False)
class Chat:
    """A private chat, group, supergroup or channel with all that is in it."""

    id: int
    kind: ChatKind
    title: str
    account: Account | None = None
    forum: bool = False
    members: dict[int, Status] = field(default_factory=dict)
    invites: dict[str, InviteLink] = field(default_factory=dict)
    bot: Status | None = None
    bot_rights: dict[str, bool] = field(default_factory=dict)
    only_admins_write: bool = False
    uncounted: int = 0
    deleted: bool = False
    loss: Loss | None = None
    migrated_to: Chat | None = None
    pinned: list[int] = field(default_factory=list)
    topics: dict[int, Topic] = field(default_factory=dict)
    general: Topic = field(default_factory=lambda: Topic(GENERAL, "General"))
    messages: dict[int, Message] = field(default_factory=dict)
    # Below the field, where the bot laid one; the sandbox has it for a whole chat.
    keyboard: list[list[Json]] | None = None
    watchers: list[Callable[[Message], None]] = field(default_factory=list)

    @property
    def private(self) -> bool:
        """Whether this is one person's chat with the bot."""
        return self.kind == "private"

    @property
    def bot_is_admin(self) -> bool:
        """Whether the bot has an administrator's rights here."""
        return self.bot in ("creator", "administrator")

    def bot_may(self, right: str) -> bool:
        """Whether the bot is an administrator here with this right."""
        if self.bot == "creator":
            return True
        rights = admin_rights(self.kind, self.bot_rights)
        return self.bot == "administrator" and rights.get(right, False)

    def bot_may_send(self, right: str = "can_send_messages") -> bool:
        """Whether the bot may send what this right is about."""
        if self.kind == "channel":
            return self.bot_may("can_post_messages")
        if self.bot == "restricted":
            return restricted_rights(self.bot_rights)[right] and not self.only_admins_write
        return self.private or self.bot_is_admin or not self.only_admins_write

    def run_by(self, person_id: int) -> bool:
        """Whether the person is an administrator here."""
        return self.members.get(person_id) in ("creator", "administrator")

    @property
    def member_count(self) -> int:
        """How many are in the chat, the bot included."""
        if self.private:
            return 2
        present = sum(status in PRESENT for status in self.members.values())
        return present + (self.bot in PRESENT) + self.uncounted

    def has(self, person_id: int) -> bool:
        """Whether the person is in the chat now."""
        if self.account is not None:
            return self.account.id == person_id
        return self.members.get(person_id) in PRESENT

    def newest_first(self) -> Iterator[Message]:
        """What can be seen, the newest first."""
        return reversed(self.messages.values())

    def wire(self) -> Json:
        """The Bot API's Chat."""
        chat: Json = {"id": self.id, "type": self.kind}
        if self.account is not None:
            chat["first_name"] = self.account.first_name
            if self.account.username:
                chat["username"] = self.account.username
        else:
            chat["title"] = self.title
        if self.forum:
            chat["is_forum"] = True
        return chat


@dataclass(eq=False)
class Message:
    """A message as everybody in the chat sees it now."""

    id: int
    chat: Chat
    date: datetime
    author: Json | None = None
    sender_chat: Chat | None = None
    text: str | None = None
    caption: str | None = None
    entities: list[Json] = field(default_factory=list)
    document: StoredFile | None = None
    photo: StoredFile | None = None
    kind: str | None = None
    attachment: Json = field(default_factory=dict)
    reply_to: Message | None = None
    reply_markup: Json | None = None
    silent: bool = False
    protected: bool = False
    edits: int = 0
    edited_at: datetime | None = None
    deleted: bool = False
    service: str | None = None
    thread_id: int | None = None
    by_bot: bool = False
    reactions: list[Json] = field(default_factory=list)

    @property
    def sender_id(self) -> int | None:
        """The id of who wrote it; None for a channel."""
        return None if self.author is None else int(self.author["id"])

    @property
    def from_bot(self) -> bool:
        """Whether a bot wrote it."""
        return bool(self.author and self.author["is_bot"]) and self.sender_chat is None

    @property
    def content(self) -> str:
        """The text or the caption, empty when there is neither."""
        return self.text or self.caption or ""

    @property
    def rows(self) -> list[list[Button]]:
        """The inline keyboard, row by row."""
        if not self.reply_markup:
            return []
        return [[_button(raw) for raw in row] for row in self.reply_markup["inline_keyboard"]]

    @property
    def buttons(self) -> list[Button]:
        """The inline keyboard, in reading order."""
        return [button for row in self.rows for button in row]

    def button(self, which: str | int) -> Button:
        """By flat index, exact label or the only label that contains the text."""
        buttons = self.buttons
        if isinstance(which, int):
            return buttons[which]
        exact = [button for button in buttons if button.text == which]
        found = exact or [button for button in buttons if which in button.text]
        if len(found) != 1:
            labels = [button.text for button in buttons]
            raise LookupError(f"{len(found)} buttons fit {which!r}; there are {labels}")
        return found[0]

    def html(self) -> str:
        """The text or caption with its entities, as Telegram's HTML."""
        return to_html(self.content, self.entities)

    def wire(self, *, with_reply: bool = True) -> Json:
        """The Bot API's Message."""
        message: Json = {
            "message_id": self.id,
            "date": unix(self.date),
            "chat": self.chat.wire(),
            **self.attachment,
            **self._origin(),
            **self._words(),
        }
        if self.edited_at is not None:
            message["edit_date"] = unix(self.edited_at)
        if self.document is not None:
            message["document"] = self.document.document()
        replied = self.reply_to or self._opening()
        if replied is not None and with_reply:
            message["reply_to_message"] = replied.wire(with_reply=False)
        if self.reply_markup:
            message["reply_markup"] = self.reply_markup
        if self.protected:
            message["has_protected_content"] = True
        return message

    def _opening(self) -> Message | None:
        """In a topic Telegram has every message answer the one that opened it."""
        topic = self.chat.topics.get(self.thread_id or 0)
        return None if topic is None or topic.opening is self else topic.opening

    def _origin(self) -> Json:
        origin: Json = {}
        if self.author is not None:
            origin["from"] = self.author
        if self.sender_chat is not None:
            origin["sender_chat"] = self.sender_chat.wire()
        if self.thread_id is not None:
            origin.update(message_thread_id=self.thread_id, is_topic_message=True)
        return origin

    def _words(self) -> Json:
        if self.text is None and self.caption is None:
            return {}
        name, prefix = ("text", "") if self.text is not None else ("caption", "caption_")
        words: Json = {name: self.content}
        if self.entities:
            words[f"{prefix}entities"] = self.entities
        return words


def _button(raw: Json) -> Button:
    return Button(
        text=raw["text"],
        data=raw.get("callback_data"),
        url=raw.get("url"),
        style=raw.get("style"),
        copy_text=(raw.get("copy_text") or {}).get("text"),
    )
