"""Groups and channels: what the bot may do there, which are work groups, topics, moves."""

from dataclasses import replace
from datetime import datetime

from bot.domain.people import require_coordinator
from bot.domain.places import Chat, Membership, Rights, TopicState
from bot.domain.refusal import Refused
from bot.effects.places import (
    change_rights,
    change_topic,
    pin_again,
    stand_again,
    tell_concerned,
)
from bot.effects.record import record
from storage import chats, memberships, people, topics
from storage.database import Database


async def bot_moved(
    db: Database, *, chat_id: int, kind: str, title: str, rights: Rights, is_forum: bool = False,
    by: int | None, cause: str | None, now: datetime,
) -> None:  # fmt: skip
    """The bot was added to a chat or removed from it, or what it may do there changed.

    Those whom it concerns are told once; calls that stand there catch up when it may write again.
    """
    async with db.begin(cause) as tx:
        before = await chats.locked(tx, chat_id)
        if before is None and rights.bot is Membership.left:
            # The farewell of a group that has another id by now, or was never known.
            return
        await chats.put(
            tx, chat_id=chat_id, kind=kind, title=title, rights=rights, is_forum=is_forum,
            added_by=by,
        )  # fmt: skip
        chat = await chats.by_id(tx, chat_id)
        if chat is None:
            return
        key = cause or f"look:{chat_id}:{now.isoformat()}"
        was = before.rights if before else None
        await change_rights(tx, chat, was, key=key, by=by, now=now)
        if rights.may_pin and not (was and was.may_pin):
            await pin_again(tx, chat_id, now=now)
        if rights.may_remove and not (was and was.may_remove):
            await memberships.try_again(tx, chat_id, now=now)


async def topic_seen(
    db: Database, *, chat_id: int, thread_id: int, name: str | None, state: TopicState | None,
    cause: str, now: datetime,
) -> None:  # fmt: skip
    """Something was written in a topic, or the topic was named, closed or opened.

    Only what was not known is written; what is written in an open topic shows that it is open.
    """
    async with db.read() as tx:
        chat = await chats.by_id(tx, chat_id)
        known = await topics.by_id(tx, chat_id, thread_id)
    if chat is None or (known and state in (None, known.state) and name in (None, known.name)):
        return
    async with db.begin() as tx:
        chat = await chats.locked(tx, chat_id)
        if chat is None:
            return
        known = await topics.by_id(tx, chat_id, thread_id)
        now_state = state or (known.state if known else TopicState.open)
        await change_topic(tx, chat, thread_id, now_state, key=cause, now=now, name=name)


async def spoke_as_channel(db: Database, *, chat_id: int, key: str, now: datetime) -> None:
    """Somebody called in the name of a channel: tell those who coordinate to do it by name."""
    async with db.begin() as tx:
        chat = await chats.by_id(tx, chat_id)
        if chat is not None and chat.registered:
            await tell_concerned(tx, chat, "channel_spoke", key=key, now=now)


async def register(db: Database, *, chat_id: int, by: int, cause: str, now: datetime) -> Chat:
    """Make the chat a work group; by who coordinates the hall."""
    async with db.begin(cause) as tx:
        require_coordinator(await people.by_id(tx, by))
        chat = await chats.by_id(tx, chat_id)
        if chat is None or chat.rights.bot is Membership.left:
            raise Refused("bot-not-in-chat")
        if not chat.registered:
            await chats.register(tx, chat_id, by=by, now=now)
            await record(tx, "chat-registered", f"chat:{chat_id}", by=by, now=now)
            await memberships.shut_out_of(tx, chat_id, now=now)
        return replace(chat, registered=True)


async def by_id(db: Database, chat_id: int) -> Chat | None:
    """The chat as stored."""
    async with db.read() as tx:
        return await chats.by_id(tx, chat_id)


async def everything(db: Database, *, by: int) -> list[Chat]:
    """All chats, for who coordinates the hall."""
    async with db.read() as tx:
        require_coordinator(await people.by_id(tx, by))
        return await chats.everything(tx)


async def migrated(db: Database, *, old: int, new: int, cause: str, now: datetime) -> None:
    """The group was upgraded and has another id."""
    async with db.begin(cause) as tx:
        if await chats.move(tx, old, new):
            after = {"id": new}
            await record(tx, "chat-moved", f"chat:{old}", by=None, now=now, after=after)
            await stand_again(tx, new, key=f"moved:{new}", now=now)


async def registered(db: Database) -> list[Chat]:
    """All work groups, for the hall's own use."""
    async with db.read() as tx:
        return [chat for chat in await chats.everything(tx) if chat.registered]
