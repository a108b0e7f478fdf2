"""Finds what a request to the door names, or says that there is none."""

from sandbox.chats import Chat, Message
from sandbox.people import Person
from sandbox.town import Town
from sandbox.wire import Json


class Lookup:
    """People, chats and messages of one town, by what a request says."""

    def __init__(self, town: Town) -> None:
        self.town = town

    def person(self, asked: Json, name: str = "person_id") -> Person:
        """The person whose id stands under that name."""
        try:
            return self.town.people[int(asked[name])]
        except KeyError:
            raise LookupError(f"no such person: {asked.get(name)}") from None

    def chat(self, asked: Json) -> Chat:
        """The chat whose id stands under `chat_id`."""
        try:
            return self.town.chats[int(asked["chat_id"])]
        except KeyError:
            raise LookupError(f"no such chat: {asked.get('chat_id')}") from None

    def message(self, asked: Json, name: str = "message_id") -> Message:
        """The message of that chat whose id stands under that name."""
        message = self.chat(asked).messages.get(int(asked[name]))
        if message is None:
            raise LookupError(f"no such message: {asked[name]}")
        return message
