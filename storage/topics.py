"""Topics of forums, as far as the bot has seen them: Telegram has no list of them for bots."""

from typing import Any

from sqlalchemy import Row, insert, select, update

from bot.domain.places import Topic, TopicState
from storage.database import Tx
from storage.schema import call_posts, calls, topics


def _topic(row: Row[Any]) -> Topic:
    return Topic(row.chat_id, row.thread_id, row.name, TopicState(row.state))


async def by_id(tx: Tx, chat_id: int, thread_id: int) -> Topic | None:
    """The topic of the chat with that id."""
    mine = (topics.c.chat_id == chat_id) & (topics.c.thread_id == thread_id)
    row = (await tx.execute(select(topics).where(mine))).first()
    return _topic(row) if row else None


async def everything(tx: Tx) -> list[Topic]:
    """All topics, by chat and in the order in which they were made."""
    found = select(topics).order_by(topics.c.chat_id, topics.c.thread_id)
    return [_topic(row) for row in await tx.execute(found)]


async def put(tx: Tx, topic: Topic) -> None:
    """Record the topic, known or new."""
    mine = (topics.c.chat_id == topic.chat_id) & (topics.c.thread_id == topic.thread_id)
    known = await tx.execute(update(topics).where(mine).values(name=topic.name, state=topic.state))
    if not known.rowcount:
        await tx.execute(
            insert(topics).values(
                chat_id=topic.chat_id, thread_id=topic.thread_id, name=topic.name,
                state=topic.state,
            )
        )  # fmt: skip


async def carries_call(tx: Tx, chat_id: int, thread_id: int) -> bool:
    """Whether a call that is not closed stands in the topic."""
    found = (
        select(call_posts.c.id)
        .join(calls, calls.c.id == call_posts.c.call_id)
        .where(
            call_posts.c.chat_id == chat_id,
            call_posts.c.thread_id == thread_id,
            calls.c.state.in_(("live", "filled")),
        )
    )
    return (await tx.execute(found.limit(1))).first() is not None
