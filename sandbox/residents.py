"""A world with people and places in it: who exists, who is where."""

from collections.abc import Iterable
from typing import Any, Literal, Unpack

from sandbox.chats import Chat, Message
from sandbox.invites import InviteLink, usable
from sandbox.people import Person
from sandbox.wire import Json
from sandbox.world import Event, Settings, World, from_user

FIRST_PERSON = 5_100_000_001


class Residents(World):
    """The world, with people who can be put into groups and channels."""

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
        only_admins_write: bool = False,
    ) -> Chat:
        """A new group without the bot; a broadcast group is one where only admins write."""
        first = -1_002_000_000_000 if kind == "supergroup" else -4_100_000_000
        chat = Chat(first - len(self.chats), kind, title)
        chat.forum, chat.only_admins_write = forum, only_admins_write
        return self._open(chat, creator, members)

    def channel(self, title: str, *, creator: Person, members: Iterable[Person] = ()) -> Chat:
        """A new channel without the bot."""
        chat = Chat(-1_003_000_000_000 - len(self.chats), "channel", title)
        return self._open(chat, creator, members)

    def _open(self, chat: Chat, creator: Person, members: Iterable[Person]) -> Chat:
        chat.members = dict.fromkeys((person.id for person in members), "member")
        chat.members[creator.id] = "creator"
        self.chats[chat.id] = chat
        self.tell(Event("chat", chat=chat))
        return chat

    def join_by(self, url: str, person: Person) -> Chat:
        """Somebody opens a link of the bot's into a group or channel, and enters."""
        for chat in self.chats.values():
            link = usable(chat.invites, url, self.now())
            if link is not None:
                if not chat.has(person.id):
                    self.join(chat, person, link=link)
                    link.used += 1
                return chat
        raise PermissionError(f"{url} lets nobody in now")

    def join(self, chat: Chat, person: Person, *, link: InviteLink | None = None) -> None:
        """Somebody enters a group or follows a channel."""
        if chat.has(person.id):
            return
        if chat.members.get(person.id) == "kicked":
            raise PermissionError(f"{person.first_name} is banned from {chat.title}")
        old = self.member_wire(chat, person.id)
        chat.members[person.id] = "member"
        told = link.wire(self.me) if link is not None else None
        self.person_moved(chat, person.wire(), old, person.id, told)
        words = f"{person.first_name} joined"
        self._service(chat, person.wire(), words, new_chat_members=[person.wire()])

    def join_all(self, chat: Chat, people: Iterable[Person]) -> None:
        """Many enter at once, as in a large group: nobody is told of each."""
        for person in people:
            if chat.members.get(person.id) != "kicked" and not chat.has(person.id):
                chat.members[person.id] = "member"
        self.tell(Event("chat", chat=chat))

    def crowd(self, chat: Chat, number: int) -> None:
        """So many more members who only count."""
        if number < 0:
            raise ValueError("a crowd has no fewer than 0 members")
        chat.uncounted = number
        self.tell(Event("chat", chat=chat))

    def leave(self, chat: Chat, person: Person) -> None:
        """Somebody leaves a group or channel."""
        if not chat.has(person.id):
            return
        old = self.member_wire(chat, person.id)
        words = f"{person.first_name} left"
        self._service(chat, person.wire(), words, left_chat_member=person.wire())
        chat.members[person.id] = "left"
        self.person_moved(chat, person.wire(), old, person.id)

    def promote(self, chat: Chat, person: Person) -> None:
        """Somebody becomes an administrator of a group or channel."""
        old = self.member_wire(chat, person.id)
        chat.members[person.id] = "administrator"
        self.person_moved(chat, person.wire(), old, person.id)

    def _service(self, chat: Chat, author: Json, service: str, **fields: Any) -> Message | None:
        # In channels nobody reads who came and who went.
        if chat.kind == "channel":
            return None
        return self.post(from_user(author, chat, self, service=service, attachment=fields))
