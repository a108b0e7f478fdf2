from datetime import timedelta
from typing import Any

from sandbox.chats import Chat, Message
from sandbox.keyboards import check_markup
from sandbox.methods.reach import find_message, present_chat, spend
from sandbox.methods.texts import read_caption, read_text
from sandbox.params import Params
from sandbox.refusal import bad_request
from sandbox.wire import Json
from sandbox.world import World

DELETABLE_FOR = timedelta(hours=48)
UNCHANGED = (
    "message is not modified: specified new message content and reply markup are exactly"
    " the same as a current content and reply markup of the message"
)


def edit_message_text(world: World, params: Params) -> Json:
    """Replace text and keyboard."""
    text, entities = read_text(params)
    message = _own(world, params)
    if message.text is None:
        raise bad_request("there is no text in the message to edit")
    return _change(world, params, message, text=text, entities=entities)


def edit_message_caption(world: World, params: Params) -> Json:
    """Replace caption and keyboard."""
    caption, entities = read_caption(params)
    message = _own(world, params)
    if message.document is None and message.photo is None:
        raise bad_request("there is no caption in the message to edit")
    return _change(world, params, message, caption=caption, entities=entities)


def edit_message_reply_markup(world: World, params: Params) -> Json:
    """Replace the keyboard alone."""
    return _change(world, params, _own(world, params))


def _own(world: World, params: Params) -> Message:
    if params.text("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    chat = present_chat(world, params)
    message = find_message(chat, params, "edit")
    if chat.kind == "channel":
        own = message.by_bot and chat.bot_may("can_post_messages")
        if not own and not chat.bot_may("can_edit_messages"):
            raise bad_request("message can't be edited")
    elif not message.from_bot:
        raise bad_request("message can't be edited")
    elif not chat.bot_may_send():
        raise bad_request("CHAT_WRITE_FORBIDDEN")
    return message


def _change(world: World, params: Params, message: Message, **content: Any) -> Json:
    chat = message.chat
    content["reply_markup"] = check_markup(params.data("reply_markup"), private=chat.private)
    if all(getattr(message, name) == value for name, value in content.items()):
        raise bad_request(UNCHANGED)
    if not chat.private:
        spend(world, chat)
    for name, value in content.items():
        setattr(message, name, value)
    world.edited(message, by_bot=True)
    return message.wire()


def delete_message(world: World, params: Params) -> bool:
    """Take one message away for everybody."""
    chat = present_chat(world, params)
    message = find_message(chat, params, "delete")
    _check_deletable(world, chat, message)
    world.delete(message)
    return True


def delete_messages(world: World, params: Params) -> bool:
    """Take several away; those that are not there are passed over."""
    chat = present_chat(world, params)
    numbers = params.sequence("message_ids")
    if not 1 <= len(numbers) <= 100:
        raise bad_request("wrong number of message identifiers specified")
    found = [chat.messages[number] for number in numbers if number in chat.messages]
    for message in found:
        _check_deletable(world, chat, message)
    for message in found:
        world.delete(message)
    return True


def _check_deletable(world: World, chat: Chat, message: Message) -> None:
    own = message.from_bot or message.by_bot
    if not chat.private and not own and not chat.bot_may("can_delete_messages"):
        raise bad_request("message can't be deleted")
    if world.now() - message.date > DELETABLE_FOR and not (
        chat.kind in ("supergroup", "channel") and chat.bot_is_admin
    ):
        raise bad_request("message can't be deleted for everyone")
