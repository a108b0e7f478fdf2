"""Where the bot stands: added, removed, its rights, topics, moves, and what a channel says."""

from contextlib import suppress
from datetime import datetime
from typing import NamedTuple

from telegram import Chat, ChatMember, ChatMemberRestricted, Message, Update
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.domain.notices import Undeliverable
from bot.domain.people import ANONYMOUS_IDS
from bot.domain.places import GONE, Membership, Rights, TopicState
from bot.domain.refusal import Refused
from bot.services import chats, people
from handlers.context import Hall
from handlers.group import members
from handlers.names import tame
from handlers.outcomes import outcome_of

MOST_TITLE, MOST_TOPIC = 255, 128


class Seen(NamedTuple):
    """A chat as Telegram shows it now."""

    kind: str
    title: str
    is_forum: bool
    rights: Rights


async def about_chat(hall: Hall, update: Update, cause: str, now: datetime) -> bool:
    """Note what the update says about a chat; whether that is all that it says."""
    message = update.message
    if update.chat_member is not None:
        await members.moved(hall, update.chat_member, cause, now)
        return True
    if update.my_chat_member is not None:
        if update.my_chat_member.chat.type == Chat.PRIVATE:
            return False
        await _bot_moved(hall, update, cause, now)
        return True
    if update.channel_post is not None:
        await _channel_spoke(hall, update.channel_post, now)
        return True
    if message is None or message.chat.type == Chat.PRIVATE:
        return False
    if message.migrate_to_chat_id is not None or message.migrate_from_chat_id is not None:
        await _migrated(hall, message, cause, now)
        return True
    return await _topic(hall, message, cause, now)


async def _bot_moved(hall: Hall, update: Update, cause: str, now: datetime) -> None:
    change = update.my_chat_member
    if change is None:
        return
    chat = change.chat
    rights = rights_of(change.new_chat_member, chat.type)
    if rights.bot is Membership.member and rights.may_post:
        # Whether plain members may write there is not part of what Telegram tells by itself.
        # If Telegram does not answer now, the first refusal will tell.
        with suppress(TelegramError):
            seen = await look(hall, chat.id)
            rights = seen.rights if seen is not None else rights
    user = change.from_user
    by = None if user.id in ANONYMOUS_IDS else await people.known(hall.db, telegram_id=user.id)
    await chats.bot_moved(
        hall.db, chat_id=chat.id, kind=chat.type, title=tame(chat.title, MOST_TITLE),
        rights=rights, is_forum=bool(chat.is_forum), by=by, cause=cause, now=now,
    )  # fmt: skip


async def look(hall: Hall, chat_id: int) -> Seen | None:
    """Ask Telegram what the bot may do in the chat; none when it is not in it any more."""
    try:
        chat = await hall.bot.get_chat(chat_id)
        me = await hall.bot.get_chat_member(chat_id, hall.bot.id)
    except (BadRequest, Forbidden) as no:
        if isinstance(outcome_of(no, hall.clock.now()), Undeliverable):
            return None
        raise
    rights = rights_of(me, chat.type)
    writing = chat.permissions.can_send_messages if chat.permissions else None
    if rights.bot is Membership.member and writing is False:
        rights = Rights(Membership.member, may_post=False)
    return Seen(chat.type, tame(chat.title, MOST_TITLE), bool(chat.is_forum), rights)


async def check_again(hall: Hall, chat_id: int, *, now: datetime) -> None:
    """Bring what is known of the chat up to date; the button can name any chat there is."""
    known = await chats.by_id(hall.db, chat_id)
    if known is None:
        raise Refused("bot-not-in-chat")
    try:
        seen = await look(hall, chat_id)
    except TelegramError:
        raise Refused("telegram-silent") from None
    if seen is None:
        seen = Seen(known.kind, known.title, known.is_forum, GONE)
    await chats.bot_moved(
        hall.db, chat_id=chat_id, kind=seen.kind, title=seen.title, rights=seen.rights,
        is_forum=seen.is_forum, by=None, cause=None, now=now,
    )  # fmt: skip


def rights_of(me: ChatMember, kind: str) -> Rights:
    """What a member of that status may do in a chat of that kind."""
    if me.status in (ChatMember.LEFT, ChatMember.BANNED):
        return GONE
    if isinstance(me, ChatMemberRestricted):
        return Rights(Membership.member, may_post=me.can_send_messages) if me.is_member else GONE
    if me.status in (ChatMember.ADMINISTRATOR, ChatMember.OWNER):
        may_post = kind != Chat.CHANNEL or getattr(me, "can_post_messages", True) is not False
        pin = "can_edit_messages" if kind == Chat.CHANNEL else "can_pin_messages"
        return Rights(
            Membership.administrator, may_post, bool(getattr(me, pin, True)),
            may_invite=bool(getattr(me, "can_invite_users", True)),
            may_remove=bool(getattr(me, "can_restrict_members", True)),
        )  # fmt: skip
    return Rights(Membership.member, may_post=kind != Chat.CHANNEL)


async def _migrated(hall: Hall, message: Message, cause: str, now: datetime) -> None:
    old, new = message.chat.id, message.chat.id
    if message.migrate_to_chat_id is not None:
        new = message.migrate_to_chat_id
    elif message.migrate_from_chat_id is not None:
        old = message.migrate_from_chat_id
    await chats.migrated(hall.db, old=old, new=new, cause=cause, now=now)


async def _channel_spoke(hall: Hall, post: Message, now: datetime) -> None:
    """A command in a channel has no sender whom one could ask for rights or answer."""
    first = (post.text or "").split(maxsplit=1)[:1]
    name, _, addressed = first[0][1:].partition("@") if first else ("", "", "")
    ours = not addressed or addressed.lower() == hall.username.lower()
    if first and first[0].startswith("/") and name.lower() == "call" and ours:
        minute = int(now.timestamp()) // 60
        key = f"channel:{post.chat.id}:{minute}"
        await chats.spoke_as_channel(hall.db, chat_id=post.chat.id, key=key, now=now)


async def _topic(hall: Hall, message: Message, cause: str, now: datetime) -> bool:
    """Note the topic in which something was written; true for what only tells about a topic."""
    if not message.is_topic_message or message.message_thread_id is None:
        return False
    name, state, only = None, None, True
    if message.forum_topic_created is not None:
        name, state = message.forum_topic_created.name, TopicState.open
    elif message.forum_topic_edited is not None:
        name = message.forum_topic_edited.name
    elif message.forum_topic_closed is not None:
        state = TopicState.closed
    elif message.forum_topic_reopened is not None:
        state = TopicState.open
    else:
        only = False
        opening = message.reply_to_message
        if opening is not None and opening.forum_topic_created is not None:
            name = opening.forum_topic_created.name
    await chats.topic_seen(
        hall.db, chat_id=message.chat.id, thread_id=message.message_thread_id,
        name=tame(name, MOST_TOPIC) if name else None, state=state, cause=cause, now=now,
    )  # fmt: skip
    return only
