"""Chats as the bot sees and runs them."""

from sandbox.chats import Chat
from sandbox.invites import new_link
from sandbox.members import everybodys_rights
from sandbox.methods.reach import find_chat, find_message, need_right, present_chat
from sandbox.params import Params
from sandbox.refusal import bad_request
from sandbox.wire import Json
from sandbox.world import Event, World

REACTIONS_AT_MOST = 11
ACTIONS = frozenset(
    {
        *("typing", "upload_photo", "record_video", "upload_video", "record_voice"),
        *("upload_voice", "upload_document", "choose_sticker", "find_location"),
        *("record_video_note", "upload_video_note"),
    }
)


def get_chat(world: World, params: Params) -> Json:
    """Everything about a chat."""
    chat = find_chat(world, params)
    if chat.account is None:
        present_chat(world, params)
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription")
    full: Json = {
        **chat.wire(),
        "accent_color_id": abs(chat.id) % 7,
        "max_reaction_count": REACTIONS_AT_MOST,
        "accepted_gift_types": {**dict.fromkeys(gifts, False), "gifts_from_channels": False},
    }
    if chat.kind in ("group", "supergroup"):
        full["permissions"] = everybodys_rights(writing=not chat.only_admins_write)
    if chat.pinned and (pinned := chat.messages.get(chat.pinned[-1])):
        full["pinned_message"] = pinned.wire(with_reply=False)
    return full


def get_chat_member(world: World, params: Params) -> Json:
    """One member's status."""
    chat = present_chat(world, params)
    return world.member_wire(chat, _user_id(world, params))


def get_chat_member_count(world: World, params: Params) -> int:
    """How many are in the chat, the bot included."""
    return present_chat(world, params).member_count


def get_chat_administrators(world: World, params: Params) -> list[Json]:
    """Who runs the chat; other bots are left out, this one is not."""
    chat = present_chat(world, params)
    if chat.private:
        raise bad_request("there are no administrators in the private chat")
    ids = [number for number in chat.members if chat.run_by(number)]
    if chat.bot_is_admin:
        ids.append(world.bot_id)
    return [world.member_wire(chat, number) for number in ids]


def send_chat_action(world: World, params: Params) -> bool:
    """Let those who look at the chat see that the bot is at something."""
    chat = present_chat(world, params)
    action = params.text("action")
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.tell(Event("action", data={"chat_id": chat.id, "action": action}))
    return True


def pin_chat_message(world: World, params: Params) -> bool:
    """Pin a message."""
    chat = present_chat(world, params)
    _need_pinning(chat)
    message = find_message(chat, params, "pin")
    if message.id not in chat.pinned:
        chat.pinned.append(message.id)
        world.tell(Event("chat", chat=chat))
    return True


def _need_pinning(chat: Chat) -> None:
    right = "can_edit_messages" if chat.kind == "channel" else "can_pin_messages"
    need_right(chat, right, "not enough rights to manage pinned messages in the chat")


def unpin_chat_message(world: World, params: Params) -> bool:
    """Unpin one message, or the newest pinned one."""
    chat = present_chat(world, params)
    _need_pinning(chat)
    number = params.integer("message_id")
    if number is None and chat.pinned:
        number = chat.pinned[-1]
    if number not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(number)
    world.tell(Event("chat", chat=chat))
    return True


def leave_chat(world: World, params: Params) -> bool:
    """The bot goes."""
    chat = present_chat(world, params)
    if chat.private:
        raise bad_request("chat can't be left")
    old = world.member_wire(chat, world.bot_id)
    chat.bot, chat.bot_rights = "left", {}
    world.bot_moved(chat, world.me, old)
    return True


def set_message_reaction(world: World, params: Params) -> bool:
    """Put a reaction on a message, or take it away."""
    chat = present_chat(world, params)
    message = find_message(chat, params, "react")
    reaction = params.sequence("reaction")
    if not all(isinstance(each, dict) and "type" in each for each in reaction):
        raise bad_request("can't parse reaction JSON object")
    if len(reaction) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    message.reactions = reaction
    world.show("edit", message)
    return True


def create_chat_invite_link(world: World, params: Params) -> Json:
    """A link by which people join."""
    chat = present_chat(world, params)
    need_right(chat, "can_invite_users", "not enough rights to manage chat invite link")
    return new_link(chat, params, world.now()).wire(world.me)


def revoke_chat_invite_link(world: World, params: Params) -> Json:
    """A link by which nobody joins any more."""
    chat = present_chat(world, params)
    need_right(chat, "can_invite_users", "not enough rights to manage chat invite link")
    link = chat.invites.get(params.text("invite_link"))
    if link is None:
        raise bad_request("INVITE_HASH_EXPIRED")
    link.revoked = True
    return link.wire(world.me)


def ban_chat_member(world: World, params: Params) -> bool:
    """Put somebody out for good."""
    return _set_banned(world, params, banned=True)


def unban_chat_member(world: World, params: Params) -> bool:
    """Let somebody come back."""
    return _set_banned(world, params, banned=False)


def _set_banned(world: World, params: Params, *, banned: bool) -> bool:
    chat = present_chat(world, params)
    words = "not enough rights to restrict/unrestrict chat member"
    need_right(chat, "can_restrict_members", words)
    number = _user_id(world, params)
    if chat.run_by(number):
        raise bad_request("user is an administrator of the chat")
    if not banned and params.flag("only_if_banned") and chat.members.get(number) != "kicked":
        return True
    old = world.member_wire(chat, number)
    if banned or chat.has(number) or chat.members.get(number) == "kicked":
        chat.members[number] = "kicked" if banned else "left"
        world.person_moved(chat, world.me, old, number)
    return True


def _user_id(world: World, params: Params) -> int:
    number = params.integer("user_id")
    if number is None or (number not in world.accounts and number != world.bot_id):
        raise bad_request("invalid user_id specified")
    return number
