"""What befalls the bot where it works: added, robbed of its rights, thrown out, moved."""

from collections.abc import Callable
from typing import TypeVar

from sandbox import topics
from sandbox.chats import PRESENT, Chat, Status, Topic
from sandbox.losses import Loss
from sandbox.members import Rights, check_rights
from sandbox.people import Person
from sandbox.refusal import Refused
from sandbox.residents import Residents
from sandbox.wire import Json
from sandbox.world import Event

T = TypeVar("T")


class Town(Residents):
    """The world, its people, and all that can happen to the bot in a place."""

    def add_bot(self, chat: Chat, *, by: Person, admin: bool = True, **rights: bool) -> None:
        """Put the bot into a group or channel, for the first time or again."""
        self._bot_becomes(chat, by, "administrator" if admin else "member", rights)
        words = f"{by.first_name} added the bot"
        self._service(chat, by.wire(), words, new_chat_members=[self.me])

    def remove_bot(self, chat: Chat, *, by: Person) -> None:
        """Throw the bot out."""
        words = f"{by.first_name} removed the bot"
        self._service(chat, by.wire(), words, left_chat_member=self.me)
        self._bot_becomes(chat, by, "left" if chat.kind == "group" else "kicked", {})

    def demote_bot(self, chat: Chat, *, by: Person) -> None:
        """Make the bot a plain member, be it from an administrator or from a restricted one."""
        self._bot_becomes(chat, by, "member", {})

    def promote_bot(self, chat: Chat, *, by: Person, **rights: bool) -> None:
        """Make the bot an administrator, with the usual rights but for those named."""
        self._bot_becomes(chat, by, "administrator", rights)

    def restrict_bot(self, chat: Chat, *, by: Person, **rights: bool) -> None:
        """Let the bot read and do nothing else, but for what is named; in supergroups only."""
        if chat.kind != "supergroup":
            raise ValueError(f"nobody can be restricted in a {chat.kind}")
        self._bot_becomes(chat, by, "restricted", rights)

    def _bot_becomes(self, chat: Chat, by: Person, status: Status, rights: Rights) -> None:
        check_rights(rights)
        self._loses(chat, told=True)
        old = self.member_wire(chat, self.bot_id)
        chat.bot, chat.bot_rights = status, dict(rights)
        self.bot_moved(chat, by.wire(), old)

    def _loses(self, chat: Chat, *, told: bool) -> None:
        chat.loss = Loss(self.now(), told)

    def let_write(self, chat: Chat, *, only_admins: bool) -> None:
        """Make a group a broadcast group, or one where all write again; the bot is not told."""
        if chat.kind not in ("group", "supergroup"):
            raise ValueError(f"this cannot be chosen in a {chat.kind}")
        chat.only_admins_write = only_admins
        self._loses(chat, told=False)
        self.tell(Event("chat", chat=chat))

    def delete_chat(self, chat: Chat) -> None:
        """Delete a group or channel for everybody; to the bot it looks as if it had left."""
        if chat.private:
            raise ValueError("only groups and channels can be deleted")
        by, old = self._runs(chat), self.member_wire(chat, self.bot_id)
        was_there = chat.bot in PRESENT
        chat.deleted, chat.members, chat.bot = True, {}, "left"
        self._loses(chat, told=was_there)
        if was_there:
            self.bot_moved(chat, by, old)
        self.tell(Event("chat", chat=chat))

    def _runs(self, chat: Chat) -> Json:
        admins = (self.accounts[number] for number in chat.members if chat.run_by(number))
        first = next(admins, None)
        return self.me if first is None else first.wire()

    def upgrade_group(self, chat: Chat) -> Chat:
        """Turn a group into a supergroup with another id; the bot is told that it came there."""
        new = Chat(-1_004_000_000_000 - len(self.chats), "supergroup", chat.title)
        new.members, new.uncounted = dict(chat.members), chat.uncounted
        new.only_admins_write = chat.only_admins_write
        self.chats[new.id] = new
        author, unknown = self._runs(chat), self.member_wire(new, self.bot_id)
        words = "the group became a supergroup"
        self._service(chat, author, words, migrate_to_chat_id=new.id)
        chat.migrated_to = new
        self._loses(chat, told=True)
        new.bot, new.bot_rights = chat.bot, dict(chat.bot_rights)
        if new.bot in PRESENT:
            self.bot_moved(new, author, unknown)
        self._service(new, author, words, migrate_from_chat_id=chat.id)
        self.tell(Event("chat", chat=chat))
        self.tell(Event("chat", chat=new))
        return new

    def topics(self, chat: Chat) -> list[Topic]:
        """The topics of a forum, the General one first."""
        return [chat.general, *chat.topics.values()] if chat.forum else []

    def open_topic(self, chat: Chat, name: str, *, by: Person) -> int:
        """Open a topic in a forum; returns its message_thread_id."""
        return _as_people(chat, lambda: topics.open_topic(self, chat, name, by.wire())).id

    def rename_topic(self, chat: Chat, topic: int, name: str, *, by: Person) -> None:
        """Give a topic another name."""
        _as_people(chat, lambda: topics.rename_topic(self, chat, topic, name, by.wire()))

    def close_topic(self, chat: Chat, topic: int, *, by: Person) -> None:
        """Let only administrators write in a topic; `GENERAL` is the one without a number."""
        _as_people(chat, lambda: topics.close_topic(self, chat, topic, by.wire()))
        self._loses(chat, told=True)

    def reopen_topic(self, chat: Chat, topic: int, *, by: Person) -> None:
        """Let everybody write in a closed topic again."""
        _as_people(chat, lambda: topics.reopen_topic(self, chat, topic, by.wire()))

    def delete_topic(self, chat: Chat, topic: int) -> None:
        """Take a topic away with all that is in it; the bot is not told."""
        _as_people(chat, lambda: topics.delete_topic(self, chat, topic))
        self._loses(chat, told=False)

    def turn_topics(self, chat: Chat, *, on: bool) -> None:
        """Make a supergroup a forum, or a plain one again."""
        if chat.kind != "supergroup":
            raise ValueError(f"{chat.title} cannot have topics")
        chat.forum = on
        self._loses(chat, told=False)
        self.tell(Event("chat", chat=chat))


def _as_people(chat: Chat, act: Callable[[], T]) -> T:
    """A script that asks for what cannot be is a mistake of the script."""
    try:
        return act()
    except Refused as refused:
        raise ValueError(f"{chat.title}: {refused.description}") from None
