"""Finding the chat and the message that a call is about, or refusing."""

from sandbox.chats import PRESENT, Chat, Message
from sandbox.params import Params
from sandbox.refusal import Refused, bad_request, forbidden
from sandbox.world import World

SENDING = {
    "text messages": "can_send_messages",
    "documents": "can_send_documents",
    "photos": "can_send_photos",
}


def find_chat(world: World, params: Params, name: str = "chat_id") -> Chat:
    """The chat of that id, however little the bot may do there."""
    raw = params.text(name).strip()
    if not raw:
        raise bad_request("chat_id is empty")
    try:
        chat = world.chats.get(int(raw))
    except ValueError:
        chat = None
    if chat is None or (chat.deleted and chat.kind != "group"):
        raise bad_request("chat not found")
    if chat.deleted:
        raise forbidden("the group chat was deleted")
    if chat.migrated_to is not None:
        raise Refused(
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            migrate_to_chat_id=chat.migrated_to.id,
        )
    return chat


def present_chat(world: World, params: Params) -> Chat:
    """The chat, if the bot is in it."""
    chat = find_chat(world, params)
    if chat.account is not None:
        _check_person(chat)
    elif chat.bot not in PRESENT:
        if chat.bot is None or (chat.bot == "left" and chat.kind != "group"):
            raise forbidden(f"bot is not a member of the {chat.kind} chat")
        raise forbidden(f"bot was kicked from the {chat.kind} chat")
    return chat


def writable_chat(world: World, params: Params, what: str = "text messages") -> Chat:
    """The chat, if the bot may send such things there."""
    chat = present_chat(world, params)
    if not chat.bot_may_send(SENDING[what]):
        if chat.kind == "channel":
            raise bad_request("need administrator rights in the channel chat")
        raise bad_request(f"not enough rights to send {what} to the chat")
    return chat


def _check_person(chat: Chat) -> None:
    account = chat.account
    assert account is not None  # noqa: S101  (narrowing for the type checker)
    if account.deactivated:
        raise forbidden("user is deactivated")
    if account.blocked:
        raise forbidden("bot was blocked by the user")
    if not account.started:
        raise forbidden("bot can't initiate conversation with a user")


def need_right(chat: Chat, right: str, words: str) -> None:
    """Refuse with these words where the bot is no administrator with this right."""
    if not chat.private and not chat.bot_may(right):
        raise bad_request(words)


def find_message(chat: Chat, params: Params, purpose: str) -> Message:
    """The message that `message_id` names; `purpose` as in "message to edit not found"."""
    number = params.integer("message_id")
    if number is None:
        raise bad_request("message identifier is not specified")
    message = chat.messages.get(number)
    if message is None:
        raise bad_request(f"message to {purpose} not found")
    return message


def spend(world: World, chat: Chat) -> None:
    """Count one message against the limits, or refuse with a 429."""
    wait = world.limits.take(chat.id, private=chat.private, now=world.now().timestamp())
    if wait:
        raise Refused(429, f"Too Many Requests: retry after {wait}", retry_after=wait)
