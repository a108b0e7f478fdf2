"""Groups and channels in which the bot is or was."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, exists, func, insert, or_, select, update

from bot.domain.places import Chat, Membership, Rights
from storage import broadcasts, drafts, memberships, schedules
from storage.database import Tx, locking
from storage.schema import call_posts, calls, chats, notices

_CHATS = select(chats).where(chats.c.moved_to.is_(None))


def _chat(row: Row[Any]) -> Chat:
    rights = Rights(Membership(row.bot), row.may_post, row.may_pin, row.may_invite, row.may_remove)
    return Chat(
        row.id, row.kind, row.title, rights, row.registered_at is not None, row.added_by,
        row.is_forum, languages=tuple(row.languages), project_ids=tuple(row.project_ids),
    )  # fmt: skip


async def by_id(tx: Tx, chat_id: int) -> Chat | None:
    """The chat with that Telegram id."""
    row = (await tx.execute(_CHATS.where(chats.c.id == chat_id))).first()
    return _chat(row) if row else None


async def locked(tx: Tx, chat_id: int) -> Chat | None:
    """As `by_id`; nobody else changes the chat until the transaction ends."""
    row = (await tx.execute(locking(_CHATS.where(chats.c.id == chat_id)))).first()
    return _chat(row) if row else None


async def everything(tx: Tx) -> list[Chat]:
    """All chats, by title."""
    found = await tx.execute(_CHATS.order_by(func.lower(chats.c.title), chats.c.id))
    return [_chat(row) for row in found]


async def put(
    tx: Tx, *, chat_id: int, kind: str, title: str, rights: Rights, is_forum: bool = False,
    added_by: int | None,
) -> None:  # fmt: skip
    """Record where the bot stands in a chat, known or new."""
    values = {"kind": kind, "title": title, "is_forum": is_forum, **_columns(rights)}
    known = await tx.execute(update(chats).where(chats.c.id == chat_id).values(values))
    if not known.rowcount:
        await tx.execute(insert(chats).values(id=chat_id, added_by=added_by, **values))


async def set_rights(tx: Tx, chat_id: int, rights: Rights) -> None:
    """Record what the bot may do in the chat now."""
    await tx.execute(update(chats).where(chats.c.id == chat_id).values(_columns(rights)))


async def forget_pin(tx: Tx, chat_id: int) -> None:
    """Record that the bot may not pin in the chat."""
    await tx.execute(update(chats).where(chats.c.id == chat_id).values(may_pin=False))


def _columns(rights: Rights) -> dict[str, Any]:
    return {
        "bot": rights.bot, "may_post": rights.may_post, "may_pin": rights.may_pin,
        "may_invite": rights.may_invite, "may_remove": rights.may_remove,
    }  # fmt: skip


async def set_forum(tx: Tx, chat_id: int) -> None:
    """Record that the group has topics."""
    await tx.execute(update(chats).where(chats.c.id == chat_id).values(is_forum=True))


async def register(tx: Tx, chat_id: int, *, by: int | None, now: datetime) -> None:
    """Make the chat a work group."""
    await tx.execute(
        update(chats).where(chats.c.id == chat_id).values(registered_by=by, registered_at=now)
    )


async def bind(
    tx: Tx, chat_id: int, *, languages: tuple[str, ...], project_ids: tuple[int, ...]
) -> None:
    """Set what the calls in the chat are for; empty for all."""
    values = {"languages": list(languages), "project_ids": list(project_ids)}
    await tx.execute(update(chats).where(chats.c.id == chat_id).values(values))


async def projects_in(tx: Tx, chat_id: int) -> set[int]:
    """The projects of which an open call stands in the chat."""
    found = (
        select(calls.c.project_id)
        .join(call_posts, call_posts.c.call_id == calls.c.id)
        .where(call_posts.c.chat_id == chat_id, calls.c.state.in_(("live", "filled")))
    )
    return set((await tx.execute(found.distinct())).scalars())


async def move(tx: Tx, old: int, new: int) -> bool:
    """The group has another id from now on: its posts and notices follow; false when done."""
    row = (await tx.execute(locking(_CHATS.where(chats.c.id == old)))).first()
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
                may_post=row.may_post,
                may_pin=row.may_pin,
                may_invite=row.may_invite,
                may_remove=row.may_remove,
                added_by=row.added_by,
                registered_by=row.registered_by,
                registered_at=row.registered_at,
                languages=row.languages,
                project_ids=row.project_ids,
            )
        )
    elif row.registered_at is not None:
        await register(tx, new, by=row.registered_by, now=row.registered_at)
        meant = {"languages": row.languages, "project_ids": row.project_ids}
        await tx.execute(update(chats).where(chats.c.id == new).values(meant))
    await _move_posts(tx, old, new)
    await drafts.move_places(tx, old, new)
    await schedules.move_places(tx, old, new)
    await memberships.move(tx, old, new)
    await broadcasts.move_groups(tx, old, new)
    await tx.execute(
        update(notices)
        .where(notices.c.chat_id == old, notices.c.state.in_(("queued", "sending")))
        .values(chat_id=new, thread_id=None, edits=None)
    )
    return True


async def _move_posts(tx: Tx, old: int, new: int) -> None:
    # Messages and topics stay behind under the old id: each call's card is posted anew, once.
    other = call_posts.alias("other")
    same_call = other.c.call_id == call_posts.c.call_id
    there = exists().where(same_call, other.c.chat_id == new, other.c.thread_id.is_(None))
    earlier = exists().where(same_call, other.c.chat_id == old, other.c.id < call_posts.c.id)
    await tx.execute(
        update(call_posts)
        .where(call_posts.c.chat_id == old, ~or_(there, earlier))
        .values(chat_id=new, thread_id=None, message_id=None, shown="", sent_at=None, pinned=False)
    )
