"""A forum as the bot meets it: messages in topics, and topics that close and go."""

import pytest
from telegram import Bot, Message, Update
from telegram.error import BadRequest

from sandbox import Chat, Person, Sandbox
from sandbox.chats import GENERAL
from tests.sandbox.provocations import keyboard, tappable

CLOSED = r"(?i)^topic_closed$"
GONE = r"(?i)^message thread not found$"


@pytest.fixture
def forum(sandbox: Sandbox, ada: Person) -> Chat:
    chat = sandbox.group("Forum", creator=ada, members=[sandbox.person("Ben")], forum=True)
    sandbox.add_bot(chat, by=ada)
    return chat


@pytest.fixture
def calls(sandbox: Sandbox, forum: Chat, ada: Person) -> int:
    return sandbox.open_topic(forum, "Calls", by=ada)


def plain(sandbox: Sandbox, forum: Chat) -> Person:
    return next(sandbox.people[number] for number in forum.members if not forum.run_by(number))


async def newest(bot: Bot) -> Update:
    return (await bot.get_updates())[-1]


async def newest_message(bot: Bot) -> Message:
    message = (await newest(bot)).message
    assert message is not None
    return message


async def test_opening_a_topic_is_told_in_the_topic(bot: Bot, forum: Chat, calls: int) -> None:
    message = await newest_message(bot)
    assert message.chat.is_forum
    assert message.forum_topic_created is not None
    assert message.forum_topic_created.name == "Calls"
    assert message.message_id == message.message_thread_id == calls
    assert message.is_topic_message


async def test_what_is_said_in_a_topic_carries_its_number(
    sandbox: Sandbox, bot: Bot, forum: Chat, calls: int
) -> None:
    await plain(sandbox, forum).send("/call", chat=forum, topic=calls)
    message = await newest_message(bot)
    assert (message.message_thread_id, message.is_topic_message) == (calls, True)
    assert message.reply_to_message is not None
    assert message.reply_to_message.forum_topic_created is not None
    await plain(sandbox, forum).send("/call", chat=forum)
    general = await newest_message(bot)
    assert (general.message_thread_id, general.is_topic_message) == (None, None)
    assert general.reply_to_message is None


async def test_an_anonymous_admin_speaks_in_a_topic_too(
    bot: Bot, ada: Person, forum: Chat, calls: int
) -> None:
    await ada.send_as_anonymous(forum, "/call", topic=calls)
    message = await newest_message(bot)
    assert message.message_thread_id == calls
    assert message.sender_chat is not None
    assert message.sender_chat.id == forum.id


async def test_a_tap_in_a_topic_carries_its_number(
    sandbox: Sandbox, bot: Bot, forum: Chat, calls: int
) -> None:
    sent = await bot.send_message(
        forum.id, "call", message_thread_id=calls, reply_markup=keyboard([tappable()])
    )
    assert sent.is_topic_message
    await plain(sandbox, forum).tap(forum.messages[sent.message_id], "Go", wait=0)
    query = (await newest(bot)).callback_query
    assert query is not None
    assert isinstance(query.message, Message)
    assert (query.message.message_thread_id, query.message.is_topic_message) == (calls, True)


async def test_an_answer_stays_in_its_topic(
    sandbox: Sandbox, bot: Bot, forum: Chat, calls: int
) -> None:
    asked = await plain(sandbox, forum).send("how many?", chat=forum, topic=calls)
    answer = await bot.send_message(forum.id, "two", reply_to_message_id=asked.id)
    assert answer.message_thread_id == calls


async def test_a_closed_topic_takes_no_message_until_it_is_reopened(
    sandbox: Sandbox, bot: Bot, ada: Person, forum: Chat, calls: int
) -> None:
    sent = await bot.send_message(forum.id, "call", message_thread_id=calls)
    sandbox.close_topic(forum, calls, by=ada)
    assert (await newest_message(bot)).forum_topic_closed is not None
    with pytest.raises(BadRequest, match=CLOSED):
        await bot.send_message(forum.id, "another", message_thread_id=calls)
    with pytest.raises(BadRequest, match=CLOSED):
        await bot.send_document(forum.id, b"x", message_thread_id=calls)
    with pytest.raises(PermissionError):
        await plain(sandbox, forum).send("hello?", chat=forum, topic=calls)
    await ada.send("closed for today", chat=forum, topic=calls)
    await bot.edit_message_text("call, closed", forum.id, sent.message_id)
    await bot.send_message(forum.id, "elsewhere")
    sandbox.reopen_topic(forum, calls, by=ada)
    assert (await newest_message(bot)).forum_topic_reopened is not None
    await bot.send_message(forum.id, "again", message_thread_id=calls)


async def test_who_may_manage_topics_writes_in_closed_ones(
    sandbox: Sandbox, bot: Bot, ada: Person, forum: Chat, calls: int
) -> None:
    sandbox.close_topic(forum, calls, by=ada)
    sandbox.promote_bot(forum, by=ada, can_manage_topics=True)
    assert await bot.send_message(forum.id, "call", message_thread_id=calls)


async def test_the_general_topic_closes_too(
    sandbox: Sandbox, bot: Bot, ada: Person, forum: Chat, calls: int
) -> None:
    sandbox.close_topic(forum, GENERAL, by=ada)
    closing = await newest_message(bot)
    assert closing.forum_topic_closed is not None
    assert closing.message_thread_id is None
    with pytest.raises(BadRequest, match=CLOSED):
        await bot.send_message(forum.id, "hello")
    await bot.send_message(forum.id, "hello", message_thread_id=calls)
    sandbox.reopen_topic(forum, GENERAL, by=ada)
    await bot.send_message(forum.id, "hello")


async def test_no_topic_takes_the_number_of_the_general_one(sandbox: Sandbox, ada: Person) -> None:
    for forum in (sandbox.group(title, creator=ada, forum=True) for title in ("A", "B")):
        assert sandbox.open_topic(forum, "Calls", by=ada) > GENERAL


async def test_nothing_is_sent_to_the_number_of_the_general_topic(bot: Bot, forum: Chat) -> None:
    with pytest.raises(BadRequest, match=GONE):
        await bot.send_message(forum.id, "hello", message_thread_id=GENERAL)


async def test_a_deleted_topic_takes_its_messages_along(
    sandbox: Sandbox, bot: Bot, forum: Chat, calls: int
) -> None:
    sent = await bot.send_message(forum.id, "call", message_thread_id=calls)
    before = sandbox.queue.waiting
    sandbox.delete_topic(forum, calls)
    assert sandbox.queue.waiting == before
    with pytest.raises(BadRequest, match=GONE):
        await bot.send_message(forum.id, "another", message_thread_id=calls)
    with pytest.raises(BadRequest, match=r"(?i)message to edit not found"):
        await bot.edit_message_text("call, closed", forum.id, sent.message_id)
    with pytest.raises(LookupError):
        await plain(sandbox, forum).send("hello?", chat=forum, topic=calls)
    assert [topic.name for topic in sandbox.topics(forum)] == ["General"]


async def test_without_topics_the_numbers_lead_nowhere(
    sandbox: Sandbox, bot: Bot, forum: Chat, calls: int
) -> None:
    sandbox.turn_topics(forum, on=False)
    with pytest.raises(BadRequest, match=GONE):
        await bot.send_message(forum.id, "call", message_thread_id=calls)
    assert sandbox.topics(forum) == []
    sandbox.turn_topics(forum, on=True)
    assert await bot.send_message(forum.id, "call", message_thread_id=calls)


async def test_the_topics_of_a_forum_are_listed(
    sandbox: Sandbox, bot: Bot, ada: Person, forum: Chat, calls: int
) -> None:
    sandbox.rename_topic(forum, calls, "Old calls", by=ada)
    edited = (await newest_message(bot)).forum_topic_edited
    assert edited is not None
    assert edited.name == "Old calls"
    sandbox.open_topic(forum, "New calls", by=ada)
    sandbox.close_topic(forum, calls, by=ada)
    listed = [(topic.name, topic.closed) for topic in sandbox.topics(forum)]
    assert listed == [("General", False), ("Old calls", True), ("New calls", False)]


async def test_the_bot_can_run_topics_with_the_right_to(
    sandbox: Sandbox, bot: Bot, ada: Person, forum: Chat
) -> None:
    with pytest.raises(BadRequest, match=r"(?i)not enough rights to manage topics"):
        await bot.create_forum_topic(forum.id, "Calls")
    sandbox.promote_bot(forum, by=ada, can_manage_topics=True)
    topic = await bot.create_forum_topic(forum.id, "Calls")
    number = topic.message_thread_id
    await bot.edit_forum_topic(forum.id, number, name="Work")
    await bot.close_forum_topic(forum.id, number)
    assert [(each.name, each.closed) for each in sandbox.topics(forum)[1:]] == [("Work", True)]
    with pytest.raises(BadRequest, match=r"(?i)topic_not_modified"):
        await bot.close_forum_topic(forum.id, number)
    await bot.reopen_forum_topic(forum.id, number)
    await bot.close_general_forum_topic(forum.id)
    await bot.reopen_general_forum_topic(forum.id)
    await bot.delete_forum_topic(forum.id, number)
    with pytest.raises(BadRequest, match=GONE):
        await bot.delete_forum_topic(forum.id, number)


async def test_topics_belong_to_forums(
    sandbox: Sandbox, bot: Bot, ada: Person, hall: Chat
) -> None:
    sandbox.promote_bot(hall, by=ada, can_manage_topics=True)
    with pytest.raises(BadRequest, match=r"(?i)the chat is not a forum"):
        await bot.create_forum_topic(hall.id, "Calls")
    with pytest.raises(ValueError, match=r"cannot have topics"):
        sandbox.turn_topics(ada.chat, on=True)
    sandbox.turn_topics(hall, on=True)
    with pytest.raises(ValueError, match=r"thread not found"):
        sandbox.close_topic(hall, 99, by=ada)
