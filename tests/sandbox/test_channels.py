"""A channel as the bot meets it: posts without a person, and taps with one."""

import pytest
from telegram import Bot, Message, Update
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import BadRequest, Forbidden

from sandbox import Chat, Person, Sandbox
from tests.sandbox.provocations import keyboard, tappable

NO_RIGHTS = r"(?i)^need administrator rights in the channel chat$"


@pytest.fixture
async def ben(sandbox: Sandbox) -> Person:
    return sandbox.person("Ben")


@pytest.fixture
async def news(sandbox: Sandbox, bot: Bot, ada: Person, ben: Person) -> Chat:
    chat = sandbox.channel("News", creator=ada, members=[ben])
    sandbox.add_bot(chat, by=ada)
    return chat


async def fetch(bot: Bot) -> list[Update]:
    updates = await bot.get_updates()
    if updates:
        await bot.get_updates(updates[-1].update_id + 1)
    return list(updates)


async def test_coming_and_going_is_told_without_a_message(
    sandbox: Sandbox, bot: Bot, ada: Person, news: Chat
) -> None:
    sandbox.remove_bot(news, by=ada)
    sandbox.add_bot(news, by=ada, can_post_messages=False)
    moves = (await fetch(bot))[1:]
    assert all(move.my_chat_member is not None for move in moves)
    told = [move.my_chat_member for move in moves if move.my_chat_member]
    assert [(each.chat.type, each.new_chat_member.status) for each in told] == [
        (ChatType.CHANNEL, ChatMemberStatus.ADMINISTRATOR),
        (ChatType.CHANNEL, ChatMemberStatus.BANNED),
        (ChatType.CHANNEL, ChatMemberStatus.ADMINISTRATOR),
    ]
    rights = [each.new_chat_member.to_dict().get("can_post_messages") for each in told]
    assert rights == [True, None, False]
    assert told[0].from_user.id == ada.id


async def test_a_post_of_a_person_comes_without_a_person(
    sandbox: Sandbox, bot: Bot, ada: Person, news: Chat
) -> None:
    await fetch(bot)
    posted = await ada.send("/call 5", chat=news)
    await ada.edit(posted, "/call 6")
    first, second = await fetch(bot)
    post, edited = first.channel_post, second.edited_channel_post
    assert post is not None
    assert edited is not None
    assert (post.from_user, post.chat.type) == (None, ChatType.CHANNEL)
    assert post.sender_chat is not None
    assert post.sender_chat.id == news.id
    assert edited.text == "/call 6"
    assert first.effective_user is None


async def test_only_those_who_run_a_channel_post_in_it(news: Chat, ben: Person) -> None:
    with pytest.raises(PermissionError):
        await ben.send("hello", chat=news)


async def test_people_see_posts_and_tap_as_themselves(
    sandbox: Sandbox, bot: Bot, news: Chat, ben: Person
) -> None:
    cleo = sandbox.person("Cleo")
    sandbox.join(news, cleo)
    sent = await bot.send_message(news.id, "call", reply_markup=keyboard([tappable()]))
    for person in (ben, cleo):
        card = await person.expect("call", chat=news)
        await person.tap(card, "Go", wait=0)
    queries = [update.callback_query for update in await fetch(bot) if update.callback_query]
    assert [query.from_user.id for query in queries] == [ben.id, cleo.id]
    for query in queries:
        assert isinstance(query.message, Message)
        assert query.message.message_id == sent.message_id
        assert query.message.chat.type == ChatType.CHANNEL
        assert query.message.sender_chat is not None
        assert query.message.from_user is None
    stranger = sandbox.person("Dan")
    with pytest.raises(PermissionError):
        await stranger.tap(news.messages[sent.message_id], "Go", wait=0)


async def test_nobody_reads_who_follows_a_channel(
    sandbox: Sandbox, bot: Bot, news: Chat, ben: Person
) -> None:
    await fetch(bot)
    sandbox.join(news, sandbox.person("Cleo"))
    sandbox.leave(news, ben)
    assert await fetch(bot) == []
    assert list(news.messages) == []


async def test_without_the_right_to_post_nothing_goes_out(
    sandbox: Sandbox, bot: Bot, ada: Person, news: Chat
) -> None:
    sent = await bot.send_message(news.id, "call")
    sandbox.promote_bot(news, by=ada, can_post_messages=False, can_edit_messages=False)
    with pytest.raises(BadRequest, match=NO_RIGHTS):
        await bot.send_message(news.id, "another")
    with pytest.raises(BadRequest, match=r"(?i)message can't be edited"):
        await bot.edit_message_text("call, closed", news.id, sent.message_id)
    sandbox.promote_bot(news, by=ada)
    await bot.edit_message_text("call, closed", news.id, sent.message_id)
    await bot.send_message(news.id, "another")


async def test_own_posts_are_edited_with_the_right_to_post_and_others_with_that_to_edit(
    sandbox: Sandbox, bot: Bot, ada: Person, news: Chat
) -> None:
    sent = await bot.send_message(news.id, "call")
    hers = await ada.send("hello", chat=news)
    sandbox.promote_bot(news, by=ada, can_edit_messages=False)
    await bot.edit_message_text("call, closed", news.id, sent.message_id)
    with pytest.raises(BadRequest, match=r"(?i)message can't be edited"):
        await bot.edit_message_text("bye", news.id, hers.id)
    sandbox.promote_bot(news, by=ada, can_edit_messages=True)
    await bot.edit_message_text("bye", news.id, hers.id)


async def test_pinning_in_a_channel_needs_the_right_to_edit(
    sandbox: Sandbox, bot: Bot, ada: Person, news: Chat
) -> None:
    sent = await bot.send_message(news.id, "call")
    await bot.pin_chat_message(news.id, sent.message_id)
    sandbox.promote_bot(news, by=ada, can_edit_messages=False)
    with pytest.raises(BadRequest, match=r"(?i)not enough rights to manage pinned messages"):
        await bot.pin_chat_message(news.id, sent.message_id)


async def test_removed_from_a_channel(sandbox: Sandbox, bot: Bot, ada: Person, news: Chat) -> None:
    sandbox.remove_bot(news, by=ada)
    with pytest.raises(Forbidden, match=r"bot was kicked from the channel chat"):
        await bot.send_message(news.id, "call")
    sandbox.add_bot(news, by=ada)
    assert await bot.send_message(news.id, "call")
