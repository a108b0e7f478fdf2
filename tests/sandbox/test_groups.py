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
