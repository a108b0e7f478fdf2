"""The cards of calls: where each stands, and by which message."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, Select, and_, insert, select, update

from bot.domain.places import Chat, Hindrance, Membership, Place, Rights, Topic, TopicState
from storage.database import Tx
from storage.schema import call_posts, calls, chats, notices, topics
from storage.schema.columns import among, word
from storage.statements import change_row


@dataclass(frozen=True, slots=True)
class Post:
    """One card of a call in one place."""

    id: int
    call_id: int
    chat_id: int
    thread_id: int | None
    message_id: int | None
    shown: str
    place: Place
    pinned: bool = False

    @property
    def is_out_of_reach(self) -> bool:
        """Whether neither a message nor an edit gets there."""
        return self.place.hindrance not in (None, Hindrance.topic_closed)


_TOPIC = and_(
    topics.c.chat_id == call_posts.c.chat_id, topics.c.thread_id == call_posts.c.thread_id
)
_POSTS = (
    select(
        call_posts, chats.c.kind, chats.c.title, chats.c.bot, chats.c.may_post, chats.c.may_pin,
        chats.c.registered_at, chats.c.added_by, chats.c.is_forum,
        topics.c.name.label("topic"), topics.c.state.label("topic_state"),
    )
    .join(chats, chats.c.id == call_posts.c.chat_id)
    .outerjoin(topics, _TOPIC)
)  # fmt: skip


def _post(row: Row[Any]) -> Post:
    rights = Rights(Membership(row.bot), row.may_post, row.may_pin)
    chat = Chat(
        row.chat_id, row.kind, row.title, rights, row.registered_at is not None, row.added_by,
        row.is_forum,
    )  # fmt: skip
    topic = None
    if row.thread_id is not None:
        state = TopicState(row.topic_state or TopicState.open)
        topic = Topic(row.chat_id, row.thread_id, row.topic or "", state)
    return Post(
        row.id, row.call_id, row.chat_id, row.thread_id, row.message_id, row.shown,
        Place(chat, topic), row.pinned,
    )  # fmt: skip


async def add(tx: Tx, call_id: int, chat_id: int, thread_id: int | None) -> int:
    """The card of the call in a place, not sent yet; returns its id."""
    added = insert(call_posts).values(call_id=call_id, chat_id=chat_id, thread_id=thread_id)
    return int((await tx.execute(added.returning(call_posts.c.id))).scalar_one())


async def by_id(tx: Tx, post_id: int) -> Post:
    """One card of a call; it must exist."""
    return _post((await tx.execute(_POSTS.where(call_posts.c.id == post_id))).one())


async def of_call(tx: Tx, call_id: int) -> list[Post]:
    """Where the call stands."""
    return await _in_order(tx, _POSTS.where(call_posts.c.call_id == call_id))


async def open_in(tx: Tx, chat_id: int) -> list[Post]:
    """The cards in the chat, in all its topics, of calls that are not closed."""
    found = _POSTS.join(calls, calls.c.id == call_posts.c.call_id).where(
        call_posts.c.chat_id == chat_id, calls.c.state.in_(("live", "filled"))
    )
    return await _in_order(tx, found)


async def _in_order(tx: Tx, found: Select[Any]) -> list[Post]:
    # A call stands in few places: ordering them here spares the database a sort at each claim.
    return sorted((_post(row) for row in await tx.execute(found)), key=lambda post: post.id)


async def sent(
    tx: Tx, post_id: int, message_id: int, shown: str, *, anew: datetime | None
) -> None:
    """The card is that message, `anew` since then, and says what has that digest."""
    values: dict[str, Any] = {"message_id": message_id, "shown": shown}
    if anew is not None:
        values |= {"sent_at": anew, "pinned": False}
    await change_row(tx, call_posts, post_id, values)


async def set_pinned(tx: Tx, post_id: int, *, pinned: bool) -> None:
    """Note whether the card is pinned."""
    await change_row(tx, call_posts, post_id, {"pinned": pinned})


async def standing_since(tx: Tx, before: datetime) -> list[tuple[int, int, datetime]]:
    """The cards of calls with places left that have stood since before then.

    Each with its project and since when, the oldest first.
    """
    found = (
        select(call_posts.c.id, calls.c.project_id, call_posts.c.sent_at)
        .join(calls, calls.c.id == call_posts.c.call_id)
        .where(
            among(calls.c.state, "live", "filled"), calls.c.state == word("live"),
            calls.c.drawing.is_(False),
            call_posts.c.message_id.is_not(None), call_posts.c.sent_at <= before,
        )
    )  # fmt: skip
    rows = [(row.id, row.project_id, row.sent_at) for row in await tx.execute(found)]
    return sorted(rows, key=lambda row: (row[2], row[0]))


async def reserve_message(tx: Tx, chat_id: int, now: datetime, apart: timedelta) -> None:
    """Count a new message among the edits of the chat: those to come keep away from it."""
    last = (await tx.execute(select(chats.c.last_call_edit).where(chats.c.id == chat_id))).scalar()
    slot = now if last is None else max(now, last + apart)
    await tx.execute(update(chats).where(chats.c.id == chat_id).values(last_call_edit=slot))


async def reserve_edit(
    tx: Tx, chat_id: int, merge_key: str, now: datetime, apart: timedelta
) -> datetime | None:
    """When an edit in the chat may go out, `apart` from the last one; none when one is queued."""
    queued = (notices.c.merge_key == merge_key) & (notices.c.state == "queued")
    if (await tx.execute(select(notices.c.id).where(queued))).first():
        return None
    last = (await tx.execute(select(chats.c.last_call_edit).where(chats.c.id == chat_id))).scalar()
    slot = now if last is None else max(now, last + apart)
    await tx.execute(update(chats).where(chats.c.id == chat_id).values(last_call_edit=slot))
    return slot
