from datetime import timedelta

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeChatMember,
)
from telegram.constants import ChatMemberStatus
from telegram.error import BadRequest, Forbidden

from sandbox import Chat, Person, Sandbox


def member_of(sandbox: Sandbox, chat: Chat, status: str) -> Person:
    return next(sandbox.people[number] for number, held in chat.members.items() if held == status)


async def test_who_is_in_a_group(sandbox: Sandbox, bot: Bot, ada: Person, hall: Chat) -> None:
    ben = member_of(sandbox, hall, "member")
    statuses = [
        (await bot.get_chat_member(hall.id, number)).status
        for number in (ada.id, ben.id, sandbox.bot_id, sandbox.person("Cleo").id)
    ]
    assert statuses == [
        ChatMemberStatus.OWNER,
        ChatMemberStatus.MEMBER,
        ChatMemberStatus.ADMINISTRATOR,
        ChatMemberStatus.LEFT,
    ]
    assert await bot.get_chat_member_count(hall.id) == 3
    admins = await bot.get_chat_administrators(hall.id)
    assert [admin.user.id for admin in admins] == [ada.id, sandbox.bot_id]
    with pytest.raises(BadRequest, match=r"(?i)invalid user_id"):
        await bot.get_chat_member(hall.id, 1)


async def test_what_a_chat_tells_of_itself(bot: Bot, ada: Person, hall: Chat) -> None:
    assert (await bot.get_chat(ada.id)).username == "ada_l"
    sent = await bot.send_message(hall.id, "rules")
    await bot.pin_chat_message(hall.id, sent.message_id)
    full = await bot.get_chat(hall.id)
    assert full.title == "Hall"
    assert full.pinned_message is not None
    assert full.pinned_message.message_id == sent.message_id
    await bot.unpin_chat_message(hall.id)
    assert (await bot.get_chat(hall.id)).pinned_message is None
    with pytest.raises(BadRequest, match=r"(?i)message to unpin not found"):
        await bot.unpin_chat_message(hall.id)


async def test_leaving_ends_it(bot: Bot, hall: Chat) -> None:
    assert await bot.leave_chat(hall.id)
    with pytest.raises(Forbidden):
        await bot.send_message(hall.id, "hello?")


async def test_banned_people_are_out_until_they_are_let_back(
    sandbox: Sandbox, bot: Bot, ada: Person, hall: Chat
) -> None:
    ben = member_of(sandbox, hall, "member")
    await bot.ban_chat_member(hall.id, ben.id)
    with pytest.raises(PermissionError):
        await ben.send("hello", chat=hall)
    await bot.unban_chat_member(hall.id, ben.id)
    sandbox.join(hall, ben)
    await ben.send("hello", chat=hall)
    with pytest.raises(BadRequest, match=r"(?i)user is an administrator of the chat"):
        await bot.ban_chat_member(hall.id, ada.id)


async def test_a_link_lets_in_as_many_as_it_was_made_for_until_it_ends(
    sandbox: Sandbox, bot: Bot, hall: Chat
) -> None:
    ben, cy, dee = [sandbox.person(name) for name in ("Ben", "Cy", "Dee")]
    ends = sandbox.clock.now() + timedelta(hours=1)
    await bot.get_updates(allowed_updates=["chat_member"])
    one = await bot.create_chat_invite_link(
        hall.id, name="For one", member_limit=1, expire_date=ends
    )
    assert (one.name, one.member_limit) == ("For one", 1)
    assert sandbox.join_by(one.invite_link, ben) is hall
    change = (await bot.get_updates())[-1].chat_member
    assert change is not None
    assert change.invite_link is not None
    assert change.invite_link.invite_link == one.invite_link
    with pytest.raises(PermissionError):
        sandbox.join_by(one.invite_link, cy)
    until = await bot.create_chat_invite_link(hall.id, expire_date=ends)
    assert until.invite_link != one.invite_link
    sandbox.join_by(until.invite_link, cy)
    sandbox.clock.move(timedelta(hours=2))
    with pytest.raises(PermissionError):
        sandbox.join_by(until.invite_link, dee)
    gone = await bot.create_chat_invite_link(hall.id)
    assert (await bot.revoke_chat_invite_link(hall.id, gone.invite_link)).is_revoked
    with pytest.raises(PermissionError):
        sandbox.join_by(gone.invite_link, dee)


async def test_links_that_telegram_would_not_make_are_refused(bot: Bot, hall: Chat) -> None:
    with pytest.raises(BadRequest, match=r"(?i)requiring administrator approval"):
        await bot.create_chat_invite_link(hall.id, member_limit=1, creates_join_request=True)
    with pytest.raises(BadRequest, match=r"(?i)usage_limit_invalid"):
        await bot.create_chat_invite_link(hall.id, member_limit=100_000)
    with pytest.raises(BadRequest, match=r"(?i)expire_date_invalid"):
        await bot.create_chat_invite_link(hall.id, expire_date=1)
    with pytest.raises(BadRequest, match=r"(?i)invite_hash_expired"):
        await bot.revoke_chat_invite_link(hall.id, "https://t.me/+nothing")


async def test_letting_back_only_who_is_banned_moves_nobody_else(
    sandbox: Sandbox, bot: Bot, hall: Chat
) -> None:
    ben = member_of(sandbox, hall, "member")
    await bot.unban_chat_member(hall.id, ben.id, only_if_banned=True)
    assert hall.has(ben.id)
    await bot.unban_chat_member(hall.id, ben.id)
    assert not hall.has(ben.id)


async def test_small_acts_are_checked(bot: Bot, ada: Person, hall: Chat) -> None:
    sent = await bot.send_message(ada.id, "hello")
    assert await bot.set_message_reaction(ada.id, sent.message_id, "👍")
    assert ada.inbox()[-1].reactions == [{"type": "emoji", "emoji": "👍"}]
    assert await bot.send_chat_action(ada.id, "typing")
    with pytest.raises(BadRequest, match=r"(?i)wrong parameter action"):
        await bot.send_chat_action(ada.id, "dancing")
    link = await bot.create_chat_invite_link(hall.id)
    assert link.creator.id == bot.id
    assert await bot.set_chat_menu_button(ada.id)


async def test_a_channel_post_is_the_channels(sandbox: Sandbox, bot: Bot, ada: Person) -> None:
    channel = sandbox.channel("News", creator=ada)
    sandbox.add_bot(channel, by=ada)
    sent = await bot.send_message(channel.id, "call")
    assert sent.from_user is None
    assert sent.sender_chat is not None
    await bot.edit_message_text("call, closed", channel.id, sent.message_id)
    assert [message.text for message in channel.messages.values()] == ["call, closed"]


async def test_topics_keep_to_themselves(sandbox: Sandbox, bot: Bot, ada: Person) -> None:
    forum = sandbox.group("Forum", creator=ada, forum=True)
    sandbox.add_bot(forum, by=ada)
    topic = sandbox.open_topic(forum, "Calls", by=ada)
    sent = await bot.send_message(forum.id, "a call", message_thread_id=topic)
    assert sent.message_thread_id == topic
    await ada.send("thanks", chat=forum, topic=topic)
    message = (await bot.get_updates())[-1].message
    assert message is not None
    assert message.message_thread_id == topic
    with pytest.raises(ValueError, match=r"not a forum"):
        sandbox.open_topic(ada.chat, "x", by=ada)


async def test_the_narrowest_menu_is_shown(
    sandbox: Sandbox, bot: Bot, ada: Person, hall: Chat
) -> None:
    ben = member_of(sandbox, hall, "member")
    menus = [
        ("default", None, ""),
        ("private", BotCommandScopeAllPrivateChats(), ""),
        ("private_de", BotCommandScopeAllPrivateChats(), "de"),
        ("only_ada", BotCommandScopeChat(ada.id), ""),
        ("group", BotCommandScopeAllGroupChats(), ""),
        ("admins", BotCommandScopeAllChatAdministrators(), ""),
    ]
    for name, scope, language in menus:
        await bot.set_my_commands([BotCommand(name, "d")], scope, language or None)

    def shown(person: Person, chat: Chat) -> str:
        (command,) = sandbox.commands.seen_by(chat, person.id, person.language_code)
        return str(command["command"])

    anke = sandbox.person("Anke", language_code="de")
    assert shown(ada, ada.chat) == "only_ada"
    assert shown(ben, ben.chat) == "private"
    assert shown(anke, anke.chat) == "private_de"
    assert shown(ada, hall) == "admins"
    assert shown(ben, hall) == "group"
    await bot.set_my_commands(
        [BotCommand("bens", "d")], BotCommandScopeChatMember(hall.id, ben.id)
    )
    assert shown(ben, hall) == "bens"
    await bot.delete_my_commands(BotCommandScopeChatMember(hall.id, ben.id))
    await bot.delete_my_commands(BotCommandScopeAllGroupChats())
    assert shown(ben, hall) == "default"
    assert (await bot.get_my_commands())[0].command == "default"


async def test_the_bot_describes_itself_by_language(bot: Bot) -> None:
    await bot.set_my_name("Hall")
    await bot.set_my_name("Halle", language_code="de")
    await bot.set_my_description("Work, fairly")
    await bot.set_my_short_description("Fair")
    assert (await bot.get_my_name()).name == "Hall"
    assert (await bot.get_my_name("de")).name == "Halle"
    assert (await bot.get_my_name("fr")).name == "Hall"
    assert (await bot.get_my_description()).description == "Work, fairly"
    assert (await bot.get_my_short_description()).short_description == "Fair"
    with pytest.raises(BadRequest, match=r"(?i)BOT_NAME_TOO_LONG"):
        await bot.set_my_name("x" * 65)
