"""From every command on, each button that comes up is tapped: what people see, where it ends."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from handlers.routes import COMMANDS
from sandbox.chats import Message
from sandbox.people import Person
from tests.rights.desk import Desk
from tests.services.builders import NOW

# Of each kind of button so many are tapped, with other arguments each.
EACH = 1
# These end the own account and the own roles; the others make files in another process.
LEFT_OUT = ("vg", "rr", "ep", "eg", "vb")


_FILE = {"file_id": "f", "file_unique_id": "f"}
_SENT: dict[str, dict[str, Any]] = {
    "voice": {"voice": {**_FILE, "duration": 1}},
    "sticker": {"sticker": {**_FILE, "width": 1, "height": 1, "is_animated": False,
                            "is_video": False, "type": "regular"}},
    "location": {"location": {"latitude": 1.0, "longitude": 1.0}},
}  # fmt: skip


@dataclass
class Crawl:
    """Somebody with a phone who tries everything that is shown."""

    desk: Desk
    person: Person
    tapped: Counter[str] = field(default_factory=Counter)
    known: set[str] = field(default_factory=set)
    # The text of each screen without a way on.
    ends: set[str] = field(default_factory=set)

    async def everything(self) -> None:
        """Every command, then every button that it leads to."""
        for command in COMMANDS:
            await self.desk.write(self.person.wire(), f"/{command.name}", self.person.chat)
        for kind in _SENT:
            await self._send(kind)
        await self.desk.deliver()
        while (found := self._next()) is not None:
            await self._tap(*found)
            await self.desk.deliver()

    async def _send(self, kind: str) -> None:
        message = {
            "message_id": 1, "date": 0, "chat": self.person.chat.wire(), "text": None,
            "from": self.person.wire(), **_SENT[kind],
        }  # fmt: skip
        await self.desk._handle({"message": message})

    def _next(self) -> tuple[Message, str] | None:
        for message in list(self.person.chat.messages.values()):
            for data in _buttons(message):
                verb = data.partition(":")[0]
                if data in self.known or verb in LEFT_OUT or self.tapped[verb] >= EACH:
                    continue
                self.known.add(data)
                self.tapped[verb] += 1
                return message, data
        return None

    async def _tap(self, message: Message, data: str) -> None:
        self._look()
        ask = self.desk.town.queries.ask(self.person, message, NOW)
        shown = {
            "message_id": message.id, "date": 0, "chat": message.chat.wire(),
            "from": self.desk.town.me, "text": message.text or "",
        }  # fmt: skip
        query = {
            "id": ask.id, "from": self.person.wire(), "chat_instance": "1", "data": data,
            "message": shown,
        }  # fmt: skip
        await self.desk._handle({"callback_query": query})
        self._look()

    def _look(self) -> None:
        for message in self.person.chat.messages.values():
            if message.by_bot and not message.deleted and not message.reply_markup:
                self.ends.add((message.text or message.caption or message.kind or "")[:70])


def _buttons(message: Message) -> list[str]:
    rows = (message.reply_markup or {}).get("inline_keyboard", [])
    return [one["callback_data"] for row in rows for one in row if "callback_data" in one]
