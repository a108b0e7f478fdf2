"""A town with every kind of chat and message in it, for looking at the whole page."""

from dataclasses import dataclass

from sandbox import Chat, Person
from tests.sandbox.stage import Stage

LETTER = (
    "<b>Which answer is better?</b> Read <i>both</i> to the <u>end</u>, <s>quickly</s> with care. "
    "<code>sorted(set(names))</code> and <tg-spoiler>a hidden word</tg-spoiler>, "
    '<a href="https://example.org/page">a link</a>, /work and @test_hall_bot.\n'
    '<pre><code class="language-python">unique = sorted(set(name.lower() for name in names))'
    "</code></pre>\n"
    "<pre>plain code</pre>\n"
    "<blockquote>quoted words</blockquote>\n"
    f"<blockquote expandable>{'Many words of a long answer. ' * 20}</blockquote>"
)
ARABIC = (
    "<b>أي الإجابتين أفضل؟</b> اقرأ الإجابتين حتى النهاية ثم اختر.\n"
    "<blockquote>نص مقتبس من المصدر</blockquote>\n"
    f"<blockquote expandable>{'كلمات كثيرة في إجابة طويلة. ' * 14}</blockquote>"
)
ROWS = (
    [
        {"text": "A much better", "callback_data": "a:1"},
        {"text": "A better", "callback_data": "a:2"},
        {"text": "A slightly", "callback_data": "a:3"},
    ],
    [
        {"text": "Submit", "callback_data": "u:1", "style": "success"},
        {"text": "Give back", "callback_data": "g:1", "style": "danger"},
    ],
    [{"text": "Next", "callback_data": "n:1", "style": "primary"}],
    [{"text": "Guidelines", "url": "https://example.org/guide"}],
)


@dataclass
class Place:
    """Who and what is there."""

    ada: Person
    layla: Person
    group: Chat
    forum: Chat
    channel: Chat
    topic: int


async def furnish(stage: Stage) -> Place:
    """Make the people, the chats and the messages."""
    town, bot = stage.sandbox, stage.bot
    ada, layla = town.person("Ada"), town.person("ليلى", language_code="ar")
    ben = town.person("Ben Berger")
    group = town.group("Rating work", creator=ada, members=[layla, ben])
    forum = town.group("Language desks", creator=ada, members=[layla, ben], forum=True)
    channel = town.channel("Hall news", creator=ben, members=[ada, layla])
    for chat, by in ((group, ada), (forum, ada), (channel, ben)):
        town.add_bot(chat, by=by)
    await bot.call("setMyCommands", commands=[
        {"command": "work", "description": "Your job"},
        {"command": "help", "description": "How it works"},
    ])  # fmt: skip
    await _private(stage, ada, layla)
    await _group(stage, group, ada, ben)
    topic = town.open_topic(forum, "Arabic desk", by=ada)
    town.open_topic(forum, "German desk", by=ada)
    await ben.send("Who reads Arabic today?", chat=forum, topic=topic)
    await bot.say(forum, "Three jobs open", message_thread_id=topic)
    await bot.say(channel, "📣 <b>New work on Monday</b>\nTwo projects, 340 jobs.")
    return Place(ada, layla, group, forum, channel, topic)


async def _private(stage: Stage, ada: Person, layla: Person) -> None:
    bot = stage.bot
    await ada.start()
    await bot.say(ada.chat, "Welcome to the hall.", disable_notification=True)
    await bot.say(ada.chat, LETTER, protect_content=True)
    await ada.upload("tasks.jsonl", b'{"id": 1}\n' * 400, caption="The first batch")
    await ada.upload("a rather long name of a spreadsheet for payouts.csv", b"a,b\n")
    for kind in ("photo", "sticker", "voice", "location"):
        await ada.send_kind(kind)
    said = await ada.send("How long does a job take?")
    await bot.say(ada.chat, "About ten minutes.", reply_parameters={"message_id": said.id})
    await ada.edit(said, "How long does one job take?")
    card = await bot.say_with_buttons(
        ada.chat, "👉 <b>Which answer is better?</b>\nDue 19:07", *ROWS
    )
    await bot.call("pinChatMessage", chat_id=ada.id, message_id=card["message_id"])
    await layla.start()
    first = {"text": "الإجابة أ أفضل", "callback_data": "a:1"}
    tie = {"text": "تعادل", "callback_data": "a:2"}
    submit = {"text": "تسليم", "callback_data": "u:1", "style": "success"}
    await bot.say_with_buttons(layla.chat, ARABIC, [first, tie], [submit])
    await layla.send("شكرًا جزيلًا، سأبدأ الآن.")


async def _group(stage: Stage, group: Chat, ada: Person, ben: Person) -> None:
    await ben.send("Good morning!", chat=group)
    await ben.send("Is there any work today? I could take two or three jobs.", chat=group)
    await ada.send("The call comes at nine.", chat=group)
    card = await stage.bot.say_with_buttons(
        group,
        "📣 <b>Everyday questions</b>\n\n🟢 <b>18 jobs open</b>\n5 tasks a job, 2.00 USD a job",
        [{"text": "Claim a job", "callback_data": "c:1", "style": "success"}],
    )
    await stage.bot.call("pinChatMessage", chat_id=group.id, message_id=card["message_id"])
