"""Groups and channels in which the bot is or was."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select, update

from storage.database import Tx
from storage.schema import call_posts, chats, notices


@dataclass(frozen=True, slots=True)
class Chat:
    """A work group as the hall knows it."""

    id: int
    kind: str
    title: str
    bot: str
    registered: bool
    added_by: int | None

    @property
    def is_usable(self) -> bool:
        """Whether calls can be posted there."""
        return self.registered and self.bot in ("member", "administrator")


_CHATS = select(chats).where(chats.c.moved_to.is_(None))


async def by_id(tx: Tx, chat_id: int) -> Chat | None:
    """The chat with that Telegram id."""
    row = (await tx.execute(_CHATS.where(chats.c.id == chat_id))).first()
    if row is None:
        return None
    return Chat(row.id, row.kind, row.title, row.bot, row.registered_at is not None, row.added_by)


async def everything(tx: Tx) -> list[Chat]:
    """All chats, by title."""
    rows = (await tx.execute(_CHATS.order_by(chats.c.title))).all()
    return [
        Chat(r.id, r.kind, r.title, r.bot, r.registered_at is not None, r.added_by) for r in rows
    ]


async def put(
    tx: Tx, *, chat_id: int, kind: str, title: str, bot: str, added_by: int | None
) -> None:
    """Record where the bot stands in a chat, known or new."""
    known = await tx.execute(
        update(chats).where(chats.c.id == chat_id).values(kind=kind, title=title, bot=bot)
    )
    if not known.rowcount:
        await tx.execute(
            insert(chats).values(id=chat_id, kind=kind, title=title, bot=bot, added_by=added_by)
        )


async def register(tx: Tx, chat_id: int, *, by: int, now: datetime) -> None:
    """Make the chat a work group."""
    await tx.execute(
        update(chats).where(chats.c.id == chat_id).values(registered_by=by, registered_at=now)
    )


async def lost(tx: Tx, chat_id: int) -> None:
    """Record that the bot is no longer in the chat."""
    await tx.execute(update(chats).where(chats.c.id == chat_id).values(bot="left"))


async def move(tx: Tx, old: int, new: int) -> bool:
    """The group has another id from now on: its posts and notices follow; false when done."""
    row = (await tx.execute(_CHATS.where(chats.c.id == old))).first()
    if row is None:
        return False
    await tx.execute(update(chats).where(chats.c.id == old).values(moved_to=new))
    if await by_id(tx, new) is None:
        await tx.execute(
            insert(chats).values(
                id=new,
                kind="supergroup",
                title=row.title,
                bot=row.bot,
                added_by=row.added_by,
                registered_by=row.registered_by,
                registered_at=row.registered_at,
            )
        )
    elif row.registered_at is not None:
        await register(tx, new, by=row.registered_by, now=row.registered_at)
    # Messages stay behind under the old id: the card has to be posted anew.
    await tx.execute(
        update(call_posts)
        .where(call_posts.c.chat_id == old)
        .values(chat_id=new, message_id=None, shown="")
    )
    await tx.execute(
        update(notices)
        .where(notices.c.chat_id == old, notices.c.state.in_(("queued", "sending")))
        .values(chat_id=new, edits=None)
    )
    return True
