"""What the bot receives is what Telegram would send, and the client library takes it."""

import json
from typing import Any

import pytest
from telegram import Bot, Update
from telegram.constants import ChatMemberStatus, UpdateType

from sandbox import Chat, Person, Sandbox
from sandbox.wire import GROUP_ANONYMOUS_BOT

KINDS = [
    *("photo", "sticker", "voice", "audio", "video", "animation"),
    *("video_note", "location", "contact", "dice"),
]


async def fetch(bot: Bot) -> list[Update]:
    """All updates that wait, acknowledged."""
    updates = await bot.get_updates(allowed_updates=list(UpdateType))
    if updates:
        await bot.get_updates(updates[-1].update_id + 1)
    return list(updates)


async def newest(bot: Bot) -> Update:
    return (await fetch(bot))[-1]


@pytest.mark.parametrize("kind", KINDS)
async def test_each_kind_of_message_is_understood(bot: Bot, ada: Person, kind: str) -> None:
    await ada.send_kind(kind)
    message = (await newest(bot)).message
    assert message is not None
    assert getattr(message, kind)


async def test_an_unknown_kind_is_named(ada: Person) -> None:
    with pytest.raises(ValueError, match=r"hologram"):
        await ada.send_kind("hologram")


async def test_every_update_survives_the_client_unchanged(
    sandbox: Sandbox, bot: Bot, ada: Person, hall: Chat
) -> None:
    ben = next(person for person in sandbox.people.values() if person is not ada)
    sandbox.leave(hall, ben)
    sandbox.join(hall, ben)
    first = await ada.send("see https://example.org #now @someone_else", chat=hall)
    await ben.send("yes", chat=hall, reply_to=first)
    await ada.edit(first, "see nothing")
    await ada.send_as_anonymous(hall, "/call 12")
    await ada.upload("tasks.jsonl", b"{}", caption="for the @ada_l project")
    ada.block()
    await ada.start("back")
    sandbox.upgrade_group(sandbox.group("Small", creator=ada, kind="group"))
    raw = [queued.update for queued in sandbox.queue.pending()]
    assert len(raw) > 10
    for update in raw:
        parsed = Update.de_json(json.loads(json.dumps(update)), bot)
        assert parsed.effective_user is not None
        assert not parsed.api_kwargs
        assert subset(update, json.loads(parsed.to_json())), update


async def test_updates_from_forums_and_channels_survive_the_client_unchanged(
    sandbox: Sandbox, bot: Bot, ada: Person
) -> None:
    forum = sandbox.group("Forum", creator=ada, forum=True)
    sandbox.add_bot(forum, by=ada, can_manage_topics=True)
    topic = sandbox.open_topic(forum, "Calls", by=ada)
    await ada.send("/call", chat=forum, topic=topic)
    await ada.send_as_anonymous(forum, "/call", topic=topic)
    sandbox.rename_topic(forum, topic, "Work", by=ada)
    sandbox.close_topic(forum, topic, by=ada)
    sandbox.reopen_topic(forum, topic, by=ada)
    sandbox.restrict_bot(forum, by=ada, can_send_messages=True)
    channel = sandbox.channel("News", creator=ada)
    sandbox.add_bot(channel, by=ada, can_edit_messages=False)
    await ada.edit(await ada.send("/call", chat=channel), "call")
    sandbox.delete_chat(channel)
    raw = [queued.update for queued in sandbox.queue.pending()]
    assert len(raw) == 14
    for update in raw:
        parsed = Update.de_json(json.loads(json.dumps(update)), bot)
        assert not parsed.api_kwargs
        assert subset(update, json.loads(parsed.to_json())), update


def subset(ours: Any, theirs: Any) -> bool:
    """Whether the client kept everything that was sent."""
    if isinstance(ours, dict):
        return all(key in theirs and subset(ours[key], theirs[key]) for key in ours)
    if isinstance(ours, list):
        return len(ours) == len(theirs) and all(map(subset, ours, theirs))
    return bool(ours == theirs)


async def test_start_carries_its_payload_and_a_command_entity(bot: Bot, ada: Person) -> None:
    await ada.start("job_42")
    message = (await newest(bot)).message
    assert message is not None
    assert message.text == "/start job_42"
    assert [entity.type for entity in message.entities] == ["bot_command"]
    assert message.entities[0].length == 6


async def test_what_people_write_gets_the_entities_that_telegram_finds(
    bot: Bot, ada: Person
) -> None:
    await ada.send("👍 /work@test_bot see t.me/x_bot?start=1, mail a@b.org or @someone #tag1")
    message = (await newest(bot)).message
    assert message is not None
    found = {entity.type: words for entity, words in message.parse_entities().items()}
    assert found == {
        "bot_command": "/work@test_bot",
        "url": "t.me/x_bot?start=1",
        "email": "a@b.org",
        "mention": "@someone",
        "hashtag": "#tag1",
    }


async def test_adding_promoting_and_removing_the_bot_is_told(
    sandbox: Sandbox, bot: Bot, ada: Person
) -> None:
    await fetch(bot)
    group = sandbox.group("Hall", creator=ada)
    sandbox.add_bot(group, by=ada, admin=False)
    sandbox.promote_bot(group, by=ada)
    sandbox.demote_bot(group, by=ada)
    sandbox.remove_bot(group, by=ada)
    updates = await fetch(bot)
    moves = [update.my_chat_member for update in updates if update.my_chat_member]
    assert [move.new_chat_member.status for move in moves] == [
        ChatMemberStatus.MEMBER,
        ChatMemberStatus.ADMINISTRATOR,
        ChatMemberStatus.MEMBER,
        ChatMemberStatus.BANNED,
    ]
    assert moves[0].old_chat_member.status == ChatMemberStatus.LEFT
    services = [update.message for update in updates if update.message]
    assert services[0].new_chat_members[0].id == sandbox.bot_id
    assert services[-1].left_chat_member is not None
    assert services[-1].left_chat_member.id == sandbox.bot_id


async def test_blocking_and_coming_back_is_told(bot: Bot, ada: Person) -> None:
    await fetch(bot)
    ada.block()
    ada.block()
    await ada.start()
    blocked, returned, started = await fetch(bot)
    assert blocked.my_chat_member is not None
    assert blocked.my_chat_member.new_chat_member.status == ChatMemberStatus.BANNED
    assert returned.my_chat_member is not None
    assert returned.my_chat_member.new_chat_member.status == ChatMemberStatus.MEMBER
    assert started.message is not None


async def test_an_anonymous_admin_hides_behind_the_group(
    bot: Bot, ada: Person, hall: Chat
) -> None:
    await ada.send_as_anonymous(hall, "/roles")
    message = (await newest(bot)).message
    assert message is not None
    assert message.from_user is not None
    assert message.from_user.id == GROUP_ANONYMOUS_BOT["id"]
    assert message.sender_chat is not None
    assert message.sender_chat.id == hall.id


async def test_an_edit_arrives_as_an_edit(bot: Bot, ada: Person) -> None:
    message = await ada.send("befor")
    await ada.edit(message, "before")
    edited = (await newest(bot)).edited_message
    assert edited is not None
    assert edited.text == "before"
    assert edited.edit_date is not None


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("good morning", False),
        ("/work", True),
        ("/work@test_other_bot", False),
        ("/work@hiringhall_bot", True),
        ("ask @hiringhall_bot", True),
    ],
)
async def test_privacy_mode_keeps_small_talk_from_a_plain_member(
    sandbox: Sandbox, bot: Bot, ada: Person, hall: Chat, text: str, read: bool
) -> None:
    sandbox.demote_bot(hall, by=ada)
    await fetch(bot)
    await ada.send(text, chat=hall)
    assert bool(await fetch(bot)) is read


async def test_replies_to_the_bot_are_read_in_privacy_mode(
    sandbox: Sandbox, bot: Bot, ada: Person, hall: Chat
) -> None:
    sandbox.demote_bot(hall, by=ada)
    await bot.send_message(hall.id, "who?")
    asked = await ada.expect("who?", chat=hall)
    await fetch(bot)
    await ada.send("me", chat=hall, reply_to=asked)
    message = (await newest(bot)).message
    assert message is not None
    assert message.reply_to_message is not None
    assert message.reply_to_message.text == "who?"


async def test_member_changes_come_only_when_asked_for(
    sandbox: Sandbox, bot: Bot, ada: Person, hall: Chat
) -> None:
    await bot.get_updates(allowed_updates=["message", "chat_member"])
    sandbox.join(hall, sandbox.person("Cleo"))
    moved = [update.chat_member for update in await bot.get_updates() if update.chat_member]
    assert [move.new_chat_member.status for move in moved] == [ChatMemberStatus.MEMBER]
    ada.block()
    assert not any(update.my_chat_member for update in (await bot.get_updates())[-1:])
    await bot.get_updates(allowed_updates=[])
    sandbox.join(hall, sandbox.person("Dan"))
    assert (await bot.get_updates())[-1].chat_member is None
