"""Groups: where the bot was added, which are work groups, which moved."""

from datetime import datetime

from bot.domain.people import Role, require_coordinator
from bot.domain.refusal import Refused
from bot.effects.record import record
from bot.effects.tell import tell
from bot.effects.touch_call import repost
from storage import chats, people
from storage.chats import Chat
from storage.database import Database


async def bot_moved(
    db: Database, *, chat_id: int, kind: str, title: str, bot: str, by: int | None, cause: str,
    now: datetime,
) -> None:  # fmt: skip
    """The bot was added to a chat, removed from it, or its rights changed there.

    Those who coordinate the hall are told, so that a new group can be registered with one tap and
    a lost one is noticed.
    """
    async with db.begin(cause) as tx:
        before = await chats.by_id(tx, chat_id)
        await chats.put(tx, chat_id=chat_id, kind=kind, title=title, bot=bot, added_by=by)
        was = before.bot if before else "left"
        if was == bot:
            return
        await record(
            tx, "bot-moved", f"chat:{chat_id}", by=by, now=now, before={"bot": was},
            after={"bot": bot},
        )  # fmt: skip
        for person in await people.with_role(tx, Role.admin, Role.coordinator):
            await tell(
                tx, person, "chat_changed", key=f"{cause}:{person.id}", now=now,
                chat_id=chat_id, bot=bot, was=was,
            )  # fmt: skip


async def register(db: Database, *, chat_id: int, by: int, cause: str, now: datetime) -> Chat:
    """Make the chat a work group; by who coordinates the hall."""
    async with db.begin(cause) as tx:
        require_coordinator(await people.by_id(tx, by))
        chat = await chats.by_id(tx, chat_id)
        if chat is None or chat.bot == "left":
            raise Refused("bot-not-in-chat")
        if not chat.registered:
            await chats.register(tx, chat_id, by=by, now=now)
            await record(tx, "chat-registered", f"chat:{chat_id}", by=by, now=now)
        found = await chats.by_id(tx, chat_id)
        return found or chat


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
            await repost(tx, new, now=now)


async def registered(db: Database) -> list[Chat]:
    """All work groups, for the hall's own use."""
    async with db.read() as tx:
        return [chat for chat in await chats.everything(tx) if chat.registered]
