"""The bot's command menus, by scope and language."""

import re
from collections.abc import Iterator
from typing import Any

from sandbox.chats import Chat
from sandbox.refusal import bad_request
from sandbox.wire import Json

MOST = 100
_NAME = re.compile(r"[a-z0-9_]{1,32}")
_Scope = tuple[str, int | None, int | None]
SCOPES = (
    "default",
    "all_private_chats",
    "all_group_chats",
    "all_chat_administrators",
    "chat",
    "chat_administrators",
    "chat_member",
)


def _scope(raw: Any) -> _Scope:
    scope = raw or {"type": "default"}
    kind = scope.get("type")
    if kind not in SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    chat_id, user_id = scope.get("chat_id"), scope.get("user_id")
    return (
        kind,
        None if chat_id is None else int(chat_id),
        None if user_id is None else int(user_id),
    )


def _check(raw: Any) -> list[Json]:
    if not isinstance(raw, list):
        raise bad_request("can't parse commands JSON object")
    if len(raw) > MOST:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    kept = []
    for command in raw:
        name, description = str(command.get("command", "")), str(command.get("description", ""))
        if not _NAME.fullmatch(name.removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(description.strip()) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
        kept.append({"command": name.removeprefix("/"), "description": description.strip()})
    return kept


class CommandBook:
    """Who sees which commands where."""

    def __init__(self) -> None:
        self._menus: dict[tuple[_Scope, str], list[Json]] = {}

    def store(self, commands: Any, scope: Any, language: str) -> None:
        """Replace the menu of one scope and language."""
        self._menus[_scope(scope), language] = _check(commands)

    def read(self, scope: Any, language: str) -> list[Json]:
        """The menu of exactly this scope and language."""
        return self._menus.get((_scope(scope), language), [])

    def forget(self, scope: Any, language: str) -> None:
        """Remove the menu of one scope and language."""
        self._menus.pop((_scope(scope), language), None)

    def seen_by(self, chat: Chat, person_id: int, language: str | None) -> list[Json]:
        """What the menu shows this person in this chat, the narrowest scope first."""
        admin = chat.members.get(person_id) in ("creator", "administrator")
        for scope in _narrowest_first(chat, person_id, admin=admin):
            for spoken in (language or "", ""):
                if menu := self._menus.get((scope, spoken)):
                    return menu
        return []


def _narrowest_first(chat: Chat, person_id: int, *, admin: bool) -> Iterator[_Scope]:
    if chat.private:
        yield "chat", chat.id, None
        yield "all_private_chats", None, None
    else:
        yield "chat_member", chat.id, person_id
        if admin:
            yield "chat_administrators", chat.id, None
        yield "chat", chat.id, None
        if admin:
            yield "all_chat_administrators", None, None
        yield "all_group_chats", None, None
    yield "default", None, None
