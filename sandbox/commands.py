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


def _scope(raw: Json) -> _Scope:
    scope = raw or {"type": "default"}
    kind = scope.get("type")
    if kind not in SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    return kind, _number(scope, "chat_id"), _number(scope, "user_id")


def _number(scope: Json, name: str) -> int | None:
    value = scope.get(name)
    if value is None:
        return None
    try:
        return int(value)
    except (TypeError, ValueError):
        raise bad_request(f'can\'t parse BotCommandScope: Field "{name}" is wrong') from None


def _check(raw: list[Any]) -> list[Json]:
    if len(raw) > MOST:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    kept = []
    for command in raw:
        if not isinstance(command, dict):
            raise bad_request("can't parse BotCommand: expected an Object")
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

    def store(self, commands: list[Any], scope: Json, language: str) -> None:
        """Replace the menu of one scope and language."""
        self._menus[_scope(scope), language] = _check(commands)

    def read(self, scope: Json, language: str) -> list[Json]:
        """The menu of exactly this scope and language."""
        return self._menus.get((_scope(scope), language), [])

    def forget(self, scope: Json, language: str) -> None:
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
