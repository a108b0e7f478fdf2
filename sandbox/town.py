"""A world with people and groups in it: who exists, who is where."""

from collections.abc import Iterable
from typing import Any, Literal, Unpack

from sandbox.chats import Chat, Message, Status
from sandbox.people import Person
from sandbox.wire import Json
from sandbox.world import Event, Settings, World, from_user

FIRST_PERSON = 5_100_000_001


class Town(World):
    """The world, and the means to populate it."""

    def __init__(self, **settings: Unpack[Settings]) -> None:
        super().__init__(**settings)
        self.people: dict[int, Person] = {}

    def person(
        self,
        first_name: str,
        *,
        id: int | None = None,  # noqa: A002
        language_code: str | None = "en",
        username: str | None = None,
    ) -> Person:
        """A new person, who does not know the bot yet."""
        number = FIRST_PERSON + len(self.people) if id is None else id
        if number in self.chats:
            raise ValueError(f"the id {number} is taken")
        chat = Chat(number, "private", first_name, bot="member")
        person = Person(
            self,
            chat,
            id=number,
            first_name=first_name,
            username=username,
            language_code=language_code,
        )
        chat.account = person
        self.people[number] = person
        self.accounts[number] = person
        self.chats[number] = chat
        self.tell(Event("person", account=person))
        return person

    def group(
        self,
        title: str,
        *,
        creator: Person,
        members: Iterable[Person] = (),
        kind: Literal["group", "supergroup"] = "supergroup",
        forum: bool = False,
    ) -> Chat:
        """A new group without the bot."""
        first = -1_002_000_000_000 if kind == "supergroup" else -4_100_000_000
        chat = Chat(first - len(self.chats), kind, title, forum=forum)
        chat.members = {person.id: "member" for person in members}
        return self._open(chat, creator)

    def channel(self, title: str, *, creator: Person) -> Chat:
        """A new channel without the bot."""
        return self._open(Chat(-1_003_000_000_000 - len(self.chats), "channel", title), creator)

    def _open(self, chat: Chat, creator: Person) -> Chat:
        chat.members[creator.id] = "creator"
        self.chats[chat.id] = chat
        self.tell(Event("chat", chat=chat))
        return chat

    def join(self, chat: Chat, person: Person) -> None:
        """Somebody enters a group."""
        if chat.has(person.id):
            return
        if chat.members.get(person.id) == "kicked":
            raise PermissionError(f"{person.first_name} is banned from {chat.title}")
        old = self.member_wire(chat, person.id)
        chat.members[person.id] = "member"
        self.person_moved(chat, person.wire(), old, person.id)
        self._service(
            chat, person.wire(), f"{person.first_name} joined", new_chat_members=[person.wire()]
        )

    def leave(self, chat: Chat, person: Person) -> None:
        """Somebody leaves a group."""
        if not chat.has(person.id):
            return
        old = self.member_wire(chat, person.id)
        self._service(
            chat, person.wire(), f"{person.first_name} left", left_chat_member=person.wire()
        )
        chat.members[person.id] = "left"
        self.person_moved(chat, person.wire(), old, person.id)

    def promote(self, chat: Chat, person: Person) -> None:
        """Somebody becomes an administrator of a group."""
        old = self.member_wire(chat, person.id)
        chat.members[person.id] = "administrator"
        self.person_moved(chat, person.wire(), old, person.id)

    def add_bot(self, chat: Chat, *, by: Person, admin: bool = True) -> None:
        """Put the bot into a group or channel."""
        self._bot_becomes(chat, by, "administrator" if admin else "member")
        if chat.kind != "channel":
            self._service(
                chat, by.wire(), f"{by.first_name} added the bot", new_chat_members=[self.me]
            )

    def remove_bot(self, chat: Chat, *, by: Person) -> None:
        """Throw the bot out."""
        if chat.kind != "channel":
            self._service(
                chat, by.wire(), f"{by.first_name} removed the bot", left_chat_member=self.me
            )
        self._bot_becomes(chat, by, "left" if chat.kind == "group" else "kicked")

    def demote_bot(self, chat: Chat, *, by: Person) -> None:
        """Take the administrator's rights from the bot."""
        self._bot_becomes(chat, by, "member")

    def promote_bot(self, chat: Chat, *, by: Person) -> None:
        """Make the bot an administrator."""
        self._bot_becomes(chat, by, "administrator")

    def open_topic(self, chat: Chat, name: str, *, by: Person) -> int:
        """Open a topic in a forum; returns its message_thread_id."""
        if not chat.forum:
            raise ValueError(f"{chat.title} is no forum")
        topic = {"name": name, "icon_color": 0x6FB9F0}
        message = self._service(
            chat, by.wire(), f"{by.first_name} opened a topic", forum_topic_created=topic
        )
        chat.topics.add(message.id)
        return message.id

    def upgrade_group(self, chat: Chat) -> Chat:
        """Turn a group into a supergroup with another id; the old id is dead."""
        new = Chat(-1_004_000_000_000 - len(self.chats), "supergroup", chat.title)
        new.members = dict(chat.members)
        new.bot = chat.bot
        self.chats[new.id] = new
        author = self.me if not chat.members else self.accounts[next(iter(chat.members))].wire()
        self._service(chat, author, "the group became a supergroup", migrate_to_chat_id=new.id)
        chat.migrated_to = new
        self._service(new, author, "the group became a supergroup", migrate_from_chat_id=chat.id)
        self.tell(Event("chat", chat=chat))
        self.tell(Event("chat", chat=new))
        return new

    def _bot_becomes(self, chat: Chat, by: Person, status: Status) -> None:
        old = self.member_wire(chat, self.bot_id)
        chat.bot = status
        self.bot_moved(chat, by.wire(), old)

    def _service(self, chat: Chat, author: Json, service: str, **fields: Any) -> Message:
        message = from_user(author, chat, self, service=service, attachment=fields)
        return self.post(message)
