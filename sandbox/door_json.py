"""How the door shows people, chats and messages."""

from typing import Any

from sandbox.chats import Account, Button, Chat, Message
from sandbox.wire import Json
from sandbox.world import World

MESSAGES_SHOWN = 200
PINNED_SHOWN = 120
ENTITY_KEYS = ("type", "offset", "length", "url", "language")


def person_json(account: Account) -> Json:
    """One person."""
    return {
        "id": account.id,
        "first_name": account.first_name,
        "username": account.username,
        "language_code": account.language_code,
        "taps": account.taps,
        "sounds": account.sounds,
        "blocked": account.blocked,
    }


def bot_json(world: World) -> Json:
    """The bot as the page shows it."""
    return {
        "id": world.bot_id,
        "username": world.me["username"],
        "first_name": world.me["first_name"],
    }


def chat_json(chat: Chat, *, messages: bool = False) -> Json:
    """One chat, with its newest messages if wanted."""
    present = ("creator", "administrator", "member")
    members = [number for number, status in chat.members.items() if status in present]
    shown: Json = {
        "id": chat.id,
        "type": chat.kind,
        "title": chat.title,
        "member_ids": members if chat.account is None else [chat.account.id],
        "admin_ids": [
            number
            for number, status in chat.members.items()
            if status in ("creator", "administrator")
        ],
        "bot": _bot_status(chat),
        "member_count": chat.member_count,
        "broadcast": chat.only_admins_write,
        "deleted": chat.deleted,
        "forum": chat.forum,
        "topics": _topics_json(chat),
        "pinned": _pinned_json(chat),
        "keyboard": _keyboard_json(chat),
        "migrated_to": chat.migrated_to.id if chat.migrated_to else None,
    }
    if messages:
        newest = list(chat.messages.values())[-MESSAGES_SHOWN:]
        shown["messages"] = [message_json(message) for message in newest]
    return shown


def _topics_json(chat: Chat) -> list[Json]:
    """The topics of a forum, the General one first."""
    topics = [chat.general, *chat.topics.values()] if chat.forum else []
    return [{"id": each.id, "name": each.name, "closed": each.closed} for each in topics]


def _pinned_json(chat: Chat) -> Json | None:
    """The newest pinned message that is still there, as a line."""
    there = [chat.messages[number] for number in chat.pinned if number in chat.messages]
    if not there:
        return None
    return {"id": there[-1].id, "text": there[-1].content[:PINNED_SHOWN]}


def _keyboard_json(chat: Chat) -> list[list[Json]] | None:
    """What lies below the field: each button with whether it asks for people."""
    if chat.keyboard is None:
        return None
    return [
        [{"text": one["text"], "asks": "request_users" in one} for one in row]
        for row in chat.keyboard
    ]


def _bot_status(chat: Chat) -> str | None:
    if chat.account is not None:
        return "member" if chat.account.started and not chat.account.blocked else None
    return "left" if chat.bot == "kicked" else chat.bot


def message_json(message: Message) -> Json:
    """One message as it looks now."""
    reply = message.reply_to
    return {
        "id": message.id,
        "chat_id": message.chat.id,
        "sender_id": message.sender_id,
        "sender_name": _sender_name(message),
        "from_bot": message.from_bot,
        "date": message.date.isoformat(),
        "edited_at": message.edited_at.isoformat() if message.edited_at else None,
        "text": message.text,
        "caption": message.caption,
        "entities": [
            {key: entity[key] for key in ENTITY_KEYS if key in entity}
            for entity in message.entities
        ],
        "rows": [[_button_json(button) for button in row] for row in message.rows] or None,
        "document": _document_json(message),
        "photo": _photo_json(message),
        "kind": message.kind,
        "reply_to": {"id": reply.id, "text": reply.content} if reply else None,
        "silent": message.silent,
        "thread_id": message.thread_id,
        "protected": message.protected,
        "service": message.service,
        "reactions": [each.get("emoji", "★") for each in message.reactions],
    }


def _sender_name(message: Message) -> str:
    if message.sender_chat is not None:
        return message.sender_chat.title
    return str(message.author["first_name"]) if message.author else message.chat.title


def _button_json(button: Button) -> Json:
    fields: dict[str, Any] = {
        "text": button.text,
        "data": button.data,
        "url": button.url,
        "style": button.style,
        "copy_text": button.copy_text,
    }
    return {key: value for key, value in fields.items() if value is not None}


def _document_json(message: Message) -> Json | None:
    stored = message.document
    if stored is None:
        return None
    return {
        "file_id": stored.file_id,
        "file_name": stored.filename,
        "size": stored.size,
        "mime_type": stored.mime_type,
    }


def _photo_json(message: Message) -> Json | None:
    sizes = message.attachment.get("photo")
    if not sizes:
        return None
    return {key: sizes[-1][key] for key in ("file_id", "width", "height")}
