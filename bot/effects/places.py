"""When the bot loses a place or gets it back: recorded, told once, cards brought up to date."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.domain.calls import Call, CallState
from bot.domain.notices import PIN, Notice, Priority
from bot.domain.people import Person, Role
from bot.domain.places import (
    GONE,
    Chat,
    Hindrance,
    News,
    Rights,
    Topic,
    TopicState,
    news_of,
)
from storage import calls, cards, chats, journal, notices, people, posts, projects, topics
from storage.database import Tx
from storage.posts import Post

_TOPIC_NEWS = {
    TopicState.closed: News.topic_closed,
    TopicState.gone: News.topic_gone,
}


async def change_rights(
    tx: Tx, chat: Chat, before: Rights | None, *, key: str, by: int | None, now: datetime
) -> None:
    """The chat as it is stored now, and what the bot could do there before: tell and catch up."""
    after = chat.rights
    if before == after:
        return
    was = before or GONE
    await journal.append(
        tx, at=now, actor_id=by, act="bot-moved", subject=f"chat:{chat.id}",
        before=_in_journal(was), after=_in_journal(after),
    )  # fmt: skip
    news = news_of(before, after, registered=chat.registered)
    if news is not None:
        await tell_concerned(tx, chat, "chat_changed", key=key, now=now, news=news)
    if was.hindrance and not after.hindrance:
        await stand_again(tx, chat.id, key=key, now=now)


async def lose_place(
    tx: Tx, chat_id: int, thread_id: int | None, hindrance: Hindrance, *, key: str, now: datetime
) -> None:
    """Telegram refused to take something there: from now on nothing is tried until it changes."""
    chat = await chats.locked(tx, chat_id)
    if chat is None:
        return
    if thread_id is not None and hindrance is Hindrance.topic_closed:
        await change_topic(tx, chat, thread_id, TopicState.closed, key=key, now=now)
    elif thread_id is not None and hindrance is Hindrance.topic_gone:
        await change_topic(tx, chat, thread_id, TopicState.gone, key=key, now=now)
    else:
        gone = hindrance is Hindrance.gone
        after = GONE if gone else replace(chat.rights, may_post=False)
        await chats.set_rights(tx, chat_id, after)
        now_known = replace(chat, rights=after)
        await change_rights(tx, now_known, chat.rights, key=key, by=None, now=now)


async def change_topic(
    tx: Tx, chat: Chat, thread_id: int, state: TopicState, *, key: str, now: datetime,
    name: str | None = None,
) -> None:  # fmt: skip
    """A topic was seen, named, closed, opened again, or is gone: tell and catch up."""
    known = await topics.by_id(tx, chat.id, thread_id)
    topic = Topic(chat.id, thread_id, name or (known.name if known else ""), state)
    if topic == known:
        return
    await topics.put(tx, topic)
    if not chat.is_forum:
        await chats.set_forum(tx, chat.id)
    was = known.state if known else TopicState.open
    if state is was:
        return
    if state is TopicState.open:
        await stand_again(tx, chat.id, key=key, now=now)
    elif chat.registered and await topics.carries_call(tx, chat.id, thread_id):
        news = _TOPIC_NEWS[state]
        await tell_concerned(
            tx, chat, "chat_changed", key=key, now=now, news=news, topic=topic.name
        )


async def stand_again(tx: Tx, chat_id: int, *, key: str, now: datetime) -> None:
    """Owe the chat what it missed: each card that no message carries, and the count of others.

    For when the bot came back or may write again, a topic was opened, or a group has a new id.
    """
    for post in await posts.open_in(tx, chat_id):
        if post.message_id is not None:
            await cards.owe_edit(tx, post, now=now)
        elif post.place.hindrance is None and not await cards.is_owed(tx, post.id):
            await cards.owe(tx, post.id, chat_id, post.thread_id, key=key, now=now, sound=False)


async def pin(tx: Tx, post: Post, call: Call, *, now: datetime) -> None:
    """Owe the card its pin where the project wants that; who can help is told where it may not."""
    project = await projects.by_id(tx, call.project_id)
    if not project.offer.cards.pin or post.pinned or call.state is CallState.closed:
        return
    if post.place.chat.rights.may_pin:
        await cards.owe_pin(tx, post, now=now)
    else:
        key = f"no-pin:{post.chat_id}"
        await tell_concerned(tx, post.place.chat, "no_pin", key=key, now=now)


async def pin_again(tx: Tx, chat_id: int, *, now: datetime) -> None:
    """The bot may pin in the chat now: owe it to the cards that should be pinned."""
    for post in await posts.open_in(tx, chat_id):
        if post.message_id is not None:
            await pin(tx, post, await calls.by_id(tx, post.call_id), now=now)


async def pin_refused(tx: Tx, notice: Notice, hindrance: Hindrance, now: datetime) -> None:
    """Telegram does not let the bot pin there: remembered, and told to who can help."""
    chat = await chats.by_id(tx, notice.chat_id)
    if chat is None or hindrance is not Hindrance.no_rights:
        return
    await chats.forget_pin(tx, chat.id)
    if notice.kind == PIN:
        await tell_concerned(tx, chat, "no_pin", key=f"no-pin:{chat.id}", now=now)


async def tell_concerned(
    tx: Tx, chat: Chat, kind: str, *, key: str, now: datetime, **facts: Any
) -> None:
    """Owe a notice to who coordinates the hall, or a project of which a call stands there."""
    for person in await _concerned(tx, chat.id):
        if person.telegram_id is not None:
            await notices.add(
                tx, key=f"{key}:{person.id}", chat_id=person.telegram_id, person_id=person.id,
                kind=kind, args={"chat_id": chat.id, **facts}, priority=Priority.personal,
                now=now,
            )  # fmt: skip


async def _concerned(tx: Tx, chat_id: int) -> list[Person]:
    everywhere = await people.with_role(tx, Role.admin, Role.coordinator)
    here = await people.coordinators_of(tx, await chats.projects_in(tx, chat_id))
    return list({person.id: person for person in (*everywhere, *here)}.values())


def _in_journal(rights: Rights) -> dict[str, object]:
    return {
        "bot": rights.bot, "may_post": rights.may_post, "may_pin": rights.may_pin,
        "may_invite": rights.may_invite, "may_remove": rights.may_remove,
    }  # fmt: skip
