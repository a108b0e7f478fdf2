"""Groups: registered by who may, told about when they change, followed when they move."""

import pytest

from bot.domain.people import Role
from bot.domain.refusal import Refused
from bot.services import calls, chats
from storage import schema
from tests.services.builders import GROUP, NOW, Hall

NEW = -100_2002


async def moved(hall: Hall, bot: str, cause: str | None = None) -> None:
    await chats.bot_moved(
        hall.db, chat_id=GROUP, kind="group", title="Group", bot=bot, by=None,
        cause=cause or hall.cause(), now=NOW,
    )  # fmt: skip


async def migrate(hall: Hall) -> None:
    await chats.migrated(hall.db, old=GROUP, new=NEW, cause=hall.cause(), now=NOW)


async def test_those_who_coordinate_are_told_where_the_bot_goes(hall: Hall) -> None:
    await hall.person(roles=(Role.admin,))
    await hall.person(roles=(Role.coordinator, Role.admin))
    await hall.person(roles=(Role.reviewer,))
    await moved(hall, "member")
    told = await hall.notices("chat_changed")
    assert len(told) == 2
    assert told[0].args == {"chat_id": GROUP, "bot": "member", "was": "left"}
    await moved(hall, "member")
    assert len(await hall.notices("chat_changed")) == 2
    await moved(hall, "left")
    assert len(await hall.notices("chat_changed")) == 4


async def test_a_group_is_registered_once_by_who_coordinates(hall: Hall) -> None:
    boss, ada = await hall.person(roles=(Role.coordinator,)), await hall.person()
    with pytest.raises(Refused, match="bot-not-in-chat"):
        await chats.register(hall.db, chat_id=GROUP, by=boss, cause=hall.cause(), now=NOW)
    await moved(hall, "member")
    with pytest.raises(Refused, match="not-coordinator"):
        await chats.register(hall.db, chat_id=GROUP, by=ada, cause=hall.cause(), now=NOW)
    assert await chats.registered(hall.db) == []
    for _ in range(2):
        chat = await chats.register(hall.db, chat_id=GROUP, by=boss, cause=hall.cause(), now=NOW)
        assert chat.is_usable
    assert len(await hall.acts("chat-registered")) == 1
    assert [one.id for one in await chats.everything(hall.db, by=boss)] == [GROUP]
    with pytest.raises(Refused, match="not-coordinator"):
        await chats.everything(hall.db, by=ada)


async def test_a_group_that_the_bot_left_is_not_registered(hall: Hall) -> None:
    boss = await hall.person(roles=(Role.coordinator,))
    await moved(hall, "member")
    await moved(hall, "left")
    with pytest.raises(Refused, match="bot-not-in-chat"):
        await chats.register(hall.db, chat_id=GROUP, by=boss, cause=hall.cause(), now=NOW)


async def test_a_group_that_moved_takes_its_posts_and_notices_along(hall: Hall) -> None:
    await hall.project(tasks=20)
    call = await hall.call(groups=(await hall.group(),))
    (waiting,) = await hall.notices("call_card")
    await migrate(hall)
    assert await chats.by_id(hall.db, GROUP) is None
    chat = await chats.by_id(hall.db, NEW)
    assert chat is not None
    assert chat.is_usable
    (post,) = await hall.rows(schema.call_posts)
    assert (post.chat_id, post.message_id) == (NEW, None)
    # The card was on its way: it goes to the new group, and once.
    (card,) = await hall.notices("call_card")
    assert (card.id, card.chat_id, card.state) == (waiting.id, NEW, "queued")
    # A second word of the same move changes nothing, nor does the farewell of the old id.
    before = await hall.census()
    await migrate(hall)
    await moved(hall, "left")
    assert await chats.by_id(hall.db, GROUP) is None
    after = await hall.census()
    assert {name for name in after if after[name] != before[name]} <= {"causes", "chats"}
    assert (await calls.card(hall.db, post.id)).call.number == call.number


async def test_the_card_is_posted_anew_where_the_group_went(hall: Hall) -> None:
    await hall.project(tasks=20)
    call = await hall.call(groups=(await hall.group(),))
    (card,) = await hall.notices("call_card")
    await hall.change(schema.notices, card.id, state="sent", message_id=77)
    await hall.change(schema.call_posts, 1, message_id=77)
    await migrate(hall)
    new = (await hall.notices("call_card"))[-1]
    assert (new.chat_id, new.edits, new.state) == (NEW, None, "queued")
    await migrate(hall)
    await hall.claim(call, await hall.person())
    assert len(await hall.notices("call_card")) == 2


async def test_a_closed_call_is_not_posted_anew(hall: Hall) -> None:
    await hall.project(tasks=20)
    call = await hall.call(groups=(await hall.group(),))
    (card,) = await hall.notices("call_card")
    await hall.change(schema.notices, card.id, state="sent", message_id=77)
    await hall.change(schema.calls, call.id, state="closed")
    await migrate(hall)
    assert len(await hall.notices("call_card")) == 1


async def test_a_group_met_at_its_new_id_first_is_registered_as_well(hall: Hall) -> None:
    await hall.group()
    await chats.bot_moved(
        hall.db, chat_id=NEW, kind="supergroup", title="Group", bot="member", by=None,
        cause=hall.cause(), now=NOW,
    )  # fmt: skip
    await migrate(hall)
    assert [chat.id for chat in await chats.registered(hall.db)] == [NEW]
