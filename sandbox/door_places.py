"""The door's endpoints about where people meet: groups, forums, channels, and the bot in them."""

from collections.abc import Callable

from sandbox.door_http import Endpoint
from sandbox.door_json import chat_json
from sandbox.door_lookup import Lookup
from sandbox.wire import Json

KINDS = ("group", "supergroup", "forum", "broadcast", "channel")


class Places:
    """Makes places, and moves people and the bot in and out."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._town = lookup.town

    def actions(self) -> dict[str, Endpoint]:
        """The endpoints by path under /door."""
        return {
            "groups": self._groups,
            "chats/{chat_id}/members": self._members,
            "chats/{chat_id}/bot": self._bot,
            "chats/{chat_id}/topics": self._topics,
            "chats/{chat_id}/write": self._write,
            "chats/{chat_id}/upgrade": self._upgrade,
            "chats/{chat_id}/delete": self._delete,
        }

    async def _groups(self, asked: Json) -> Json:
        town, lookup = self._town, self._lookup
        creator = lookup.person(asked, "creator_id")
        members = [lookup.person({"person_id": each}) for each in asked.get("member_ids", [])]
        kind = asked.get("kind", "supergroup")
        if kind not in KINDS:
            raise ValueError(f"unknown kind: {kind}")
        if kind == "channel":
            chat = town.channel(asked["title"], creator=creator, members=members)
        else:
            chat = town.group(
                asked["title"],
                creator=creator,
                members=members,
                kind="group" if kind == "group" else "supergroup",
                forum=kind == "forum",
                only_admins_write=kind == "broadcast",
            )
        if asked.get("with_bot"):
            town.add_bot(chat, by=creator)
        return chat_json(chat)

    async def _members(self, asked: Json) -> Json:
        chat, person = self._lookup.chat(asked), self._lookup.person(asked)
        town = self._town
        acts = {"join": town.join, "leave": town.leave, "promote": town.promote}
        acts[asked["action"]](chat, person)
        return chat_json(chat)

    async def _bot(self, asked: Json) -> Json:
        town = self._town
        chat, by = self._lookup.chat(asked), self._lookup.person(asked, "by")
        acts: dict[str, Callable[..., None]] = {
            "add": town.add_bot,
            "remove": town.remove_bot,
            "demote": town.demote_bot,
            "promote": town.promote_bot,
            "restrict": town.restrict_bot,
        }
        acts[asked["action"]](chat, by=by)
        return chat_json(chat)

    async def _topics(self, asked: Json) -> Json:
        town = self._town
        chat, by = self._lookup.chat(asked), self._lookup.person(asked, "by")
        action = asked.get("action", "open")
        if action == "open":
            return {"topic_id": town.open_topic(chat, asked["name"], by=by), **chat_json(chat)}
        topic = int(asked["topic"])
        if action == "rename":
            town.rename_topic(chat, topic, asked["name"], by=by)
        elif action == "delete":
            town.delete_topic(chat, topic)
        else:
            {"close": town.close_topic, "reopen": town.reopen_topic}[action](chat, topic, by=by)
        return chat_json(chat)

    async def _write(self, asked: Json) -> Json:
        chat = self._lookup.chat(asked)
        self._town.let_write(chat, only_admins=bool(asked["only_admins"]))
        return chat_json(chat)

    async def _delete(self, asked: Json) -> Json:
        chat = self._lookup.chat(asked)
        self._town.delete_chat(chat)
        return chat_json(chat)

    async def _upgrade(self, asked: Json) -> Json:
        return chat_json(self._town.upgrade_group(self._lookup.chat(asked)))
