"""Groups: registered by who may, told about when they change, followed when they move."""

import pytest

from bot.domain.notices import Undeliverable
from bot.domain.people import Role
from bot.domain.places import GONE, Hindrance, Membership, News, Rights, TopicState
from bot.domain.refusal import Refused
from bot.services import calls, chats, outbox
from storage import people, schema, topics
from tests.services.builders import GROUP, MEMBER, MINUTE, NOW, RULES, Hall

NEW = -100_2002
MUTED = Rights(Membership.member, may_post=False)


async def moved(
    hall: Hall, rights: Rights, chat_id: int = GROUP, kind: str = "supergroup"
) -> None:
    await chats.bot_moved(
        hall.db, chat_id=chat_id, kind=kind, title="Group", rights=rights, by=None,
        cause=hall.cause(), now=NOW,
    )  # fmt: skip


async def news(hall: Hall) -> list[tuple[int, str]]:
    """Who was told what of a chat, in order."""
    return [(one.person_id, one.args["news"]) for one in await hall.notices("chat_changed")]


async def stands(hall: Hall, message_id: int = 77) -> None:
    """Every card that was owed stands now."""
    for card in await hall.notices("call_card"):
        if card.state == "queued":
            await hall.change(
                schema.notices, card.id, state="sent", message_id=message_id, merge_key=None
            )
            await hall.change(schema.call_posts, card.args["post_id"], message_id=message_id)


async def cards(hall: Hall) -> list[tuple[int, int | None]]:
    """What is owed of cards: to which chat, editing which message."""
    return [
        (one.chat_id, one.edits)
        for one in await hall.notices("call_card")
        if one.state == "queued"
    ]


async def migrate(hall: Hall) -> None:
    await chats.migrated(hall.db, old=GROUP, new=NEW, cause=hall.cause(), now=NOW)


async def test_those_who_coordinate_are_told_once_where_the_bot_goes(hall: Hall) -> None:
    boss = await hall.person(roles=(Role.admin,))
    both = await hall.person(roles=(Role.coordinator, Role.admin))
    await hall.person(roles=(Role.reviewer,))
    await moved(hall, MEMBER)
    assert await news(hall) == [(boss, News.added), (both, News.added)]
    await moved(hall, MEMBER)
    assert len(await news(hall)) == 2
    await moved(hall, GONE)
    assert (await news(hall))[2:] == [(boss, News.lost), (both, News.lost)]
    assert len(await hall.acts("bot-moved")) == 2


async def test_who_coordinates_a_project_hears_of_places_where_its_calls_stand(hall: Hall) -> None:
    await hall.project()
    other = await hall.project("other")
    group = await hall.group()
    near, far = await hall.person(), await hall.person()
    async with hall.db.begin() as tx:
        for person_id, project_id in ((near, 1), (far, other.id)):
            await people.grant(
                tx, person_id=person_id, role=Role.coordinator, project_id=project_id, by=None,
                now=NOW,
            )  # fmt: skip
    await hall.call(groups=(group,))
    before = len(await news(hall))
    await moved(hall, GONE)
    told = [person_id for person_id, _ in (await news(hall))[before:]]
    assert near in told
    assert far not in told
    assert len(told) == len(set(told))


async def test_a_group_is_registered_once_by_who_coordinates(hall: Hall) -> None:
    boss, ada = await hall.person(roles=(Role.coordinator,)), await hall.person()
    with pytest.raises(Refused, match="bot-not-in-chat"):
        await chats.register(hall.db, chat_id=GROUP, by=boss, cause=hall.cause(), now=NOW)
    await moved(hall, MEMBER)
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
    await moved(hall, MEMBER)
    await moved(hall, GONE)
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
    await moved(hall, GONE)
    assert await chats.by_id(hall.db, GROUP) is None
    after = await hall.census()
    assert {name for name in after if after[name] != before[name]} <= {"causes", "chats"}
    assert (await calls.card(hall.db, post.id, rules=RULES)).call.number == call.number


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
    await moved(hall, MEMBER, NEW)
    await migrate(hall)
    assert [chat.id for chat in await chats.registered(hall.db)] == [NEW]


async def test_cards_stand_again_once_when_the_bot_is_back(hall: Hall) -> None:
    await hall.project(tasks=30, overlap=1)
    call = await hall.call(groups=(await hall.group(),))
    await hall.call(groups=(GROUP,))
    await stands(hall)
    # A third call was on its way when the bot was thrown out: no message carries it.
    await hall.call(groups=(GROUP,))
    await moved(hall, GONE)
    (waiting,) = [one for one in await hall.notices("call_card") if one.state == "queued"]
    await hall.change(schema.notices, waiting.id, state="undeliverable")
    await hall.claim(call, await hall.person())
    assert await cards(hall) == []
    await moved(hall, MEMBER)
    assert await cards(hall) == [(GROUP, 77), (GROUP, 77), (GROUP, None)]
    await moved(hall, MEMBER)
    assert len(await cards(hall)) == 3


async def test_edits_rest_while_the_bot_may_not_write_and_go_on_afterwards(hall: Hall) -> None:
    await hall.project(tasks=30, overlap=1)
    call = await hall.call(groups=(await hall.group(),))
    await stands(hall)
    await moved(hall, MUTED)
    assert (await news(hall))[-1][1] == News.muted
    await hall.claim(call, await hall.person())
    assert await cards(hall) == []
    await moved(hall, MEMBER)
    assert (await news(hall))[-1][1] == News.unmuted
    assert await cards(hall) == [(GROUP, 77)]


async def test_a_refusal_by_telegram_marks_the_place_and_is_told_once(hall: Hall) -> None:
    await hall.project(tasks=30)
    await hall.call(groups=(await hall.group(),))
    await hall.call(groups=(GROUP,))
    before = len(await news(hall))
    for _ in range(2):
        (card,) = [one for one in await outbox.lease(hall.db, NOW, 25) if one.kind == "call_card"]
        no = Undeliverable("not enough rights", Hindrance.no_rights)
        await outbox.settle(hall.db, card, no, NOW)
    told = (await news(hall))[before:]
    assert {what for _, what in told} == {News.muted}
    assert len(told) == len({who for who, _ in told})
    chat = await chats.by_id(hall.db, GROUP)
    assert chat is not None
    assert chat.rights == MUTED


async def test_topics_become_known_and_a_closed_one_takes_no_call(hall: Hall) -> None:
    await hall.project()
    await hall.group()
    boss = await hall.person(roles=(Role.coordinator,))

    async def seen(name: str | None = None, state: TopicState | None = None) -> None:
        await chats.topic_seen(
            hall.db, chat_id=GROUP, thread_id=7, name=name, state=state, cause=hall.cause(),
            now=NOW,
        )  # fmt: skip

    async def post() -> None:
        await calls.post_call(
            hall.db, project_key="pairs", places=[(GROUP, None), (GROUP, 7)], limit=None,
            by=boss, cause=hall.cause(), now=NOW,
        )  # fmt: skip

    await seen()
    await seen("Work", TopicState.open)
    await seen()
    async with hall.db.read() as tx:
        (topic,) = await topics.everything(tx)
    assert (topic.name, topic.state) == ("Work", TopicState.open)
    chat = await chats.by_id(hall.db, GROUP)
    assert chat is not None
    assert chat.is_forum
    await seen(state=TopicState.closed)
    before = await hall.census()
    with pytest.raises(Refused, match="place-topic-closed"):
        await post()
    assert await hall.census() == before
    await seen(state=TopicState.open)
    await post()
    assert len(await cards(hall)) == 2


async def test_a_topic_that_is_closed_or_gone_is_told_where_a_call_stands_in_it(
    hall: Hall,
) -> None:
    await hall.project(tasks=30)
    await hall.group()
    boss = await hall.person(roles=(Role.coordinator,))
    await chats.topic_seen(
        hall.db, chat_id=GROUP, thread_id=7, name="Work", state=TopicState.open,
        cause=hall.cause(), now=NOW,
    )  # fmt: skip
    await calls.post_call(
        hall.db, project_key="pairs", places=[(GROUP, 7)], limit=None, by=boss,
        cause=hall.cause(), now=NOW,
    )  # fmt: skip
    before = len(await news(hall))
    (card,) = [one for one in await outbox.lease(hall.db, NOW, 25) if one.kind == "call_card"]
    no = Undeliverable("thread not found", Hindrance.topic_gone)
    await outbox.settle(hall.db, card, no, NOW)
    told = (await hall.notices("chat_changed"))[before:]
    assert {(one.args["news"], one.args["topic"]) for one in told} == {(News.topic_gone, "Work")}
    chat = await chats.by_id(hall.db, GROUP)
    assert chat is not None
    assert chat.is_usable


async def test_a_call_in_a_channel_is_answered_to_who_coordinates(hall: Hall) -> None:
    for _ in range(2):
        await chats.spoke_as_channel(hall.db, chat_id=GROUP, key="channel:1", now=NOW)
    assert await hall.notices("channel_spoke") == []
    await hall.group(kind="channel")
    for minute in (1, 1, 2):
        await chats.spoke_as_channel(
            hall.db, chat_id=GROUP, key=f"channel:{minute}", now=NOW + minute * MINUTE
        )
    assert len(await hall.notices("channel_spoke")) == 2


async def test_a_group_that_moved_drops_its_topics_and_keeps_one_card_of_a_call(
    hall: Hall,
) -> None:
    await hall.project(tasks=30)
    await hall.group()
    boss = await hall.person(roles=(Role.coordinator,))
    await calls.post_call(
        hall.db, project_key="pairs", places=[(GROUP, None), (GROUP, 7)], limit=None, by=boss,
        cause=hall.cause(), now=NOW,
    )  # fmt: skip
    await stands(hall)
    await migrate(hall)
    assert await cards(hall) == [(NEW, None)]
    assert [card.thread_id for card in await hall.notices("call_card")][-1] is None
