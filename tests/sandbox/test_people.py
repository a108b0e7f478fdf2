import asyncio

import pytest
from telegram import Bot, InlineKeyboardButton

from sandbox import Answer, Chat, Limits, Person, Sandbox
from tests.sandbox.conftest import client
from tests.sandbox.provocations import keyboard, tappable


async def test_a_tap_waits_for_the_answer(bot: Bot, ada: Person) -> None:
    await bot.send_message(ada.id, "x", reply_markup=keyboard([tappable("Claim a job")]))
    tap = asyncio.create_task(ada.tap(ada.inbox()[-1], "Claim"))
    update = (await bot.get_updates(-1, timeout=5))[-1]
    while update.callback_query is None:
        update = (await bot.get_updates(-1, timeout=5))[-1]
    assert update.callback_query.data == "go"
    assert update.callback_query.from_user.id == ada.id
    link = f"https://t.me/{bot.username}?start=job_1"
    await update.callback_query.answer("Yours", show_alert=True, url=link)
    answer = await tap
    assert answer == Answer("Yours", show_alert=True, url=link, answered=True)
    await ada.follow(answer)
    assert ada.inbox()[-1].text == "/start job_1"
    assert ada.taps == 3


async def test_a_tap_that_nobody_answers_says_so(bot: Bot, ada: Person) -> None:
    await bot.send_message(ada.id, "x", reply_markup=keyboard([tappable()]))
    assert not (await ada.tap(ada.inbox()[-1], 0, wait=0)).answered


async def test_buttons_are_found_by_label_part_and_place(bot: Bot, ada: Person) -> None:
    rows = [tappable("Yes", "1"), tappable("Yes, all", "2")], [tappable("No", "3")]
    await bot.send_message(ada.id, "x", reply_markup=keyboard(*rows))
    message = ada.inbox()[-1]
    assert message.button("Yes").data == "1"
    assert message.button("all").data == "2"
    assert message.button(2).text == "No"
    assert [[button.text for button in row] for row in message.rows] == [
        ["Yes", "Yes, all"],
        ["No"],
    ]
    for wrong in ("Maybe", "e"):
        with pytest.raises(LookupError, match=r"buttons fit"):
            message.button(wrong)


async def test_links_and_copies_are_the_phones_business(bot: Bot, ada: Person) -> None:
    link = InlineKeyboardButton("Open", url=f"https://t.me/{bot.username}?start=x")
    await bot.send_message(ada.id, "x", reply_markup=keyboard([link]))
    before = (await bot.get_updates())[-1].update_id
    answer = await ada.tap(ada.inbox()[-1], "Open")
    assert (await bot.get_updates())[-1].update_id == before
    await ada.follow(answer)
    assert ada.inbox()[-1].text == "/start x"
    with pytest.raises(LookupError):
        await ada.follow(Answer(url="https://t.me/another_bot?start=x"))


async def test_a_tap_on_what_is_gone_reaches_nobody(bot: Bot, ada: Person) -> None:
    sent = await bot.send_message(ada.id, "x", reply_markup=keyboard([tappable()]))
    shown = ada.inbox()[-1]
    await bot.delete_message(ada.id, sent.message_id)
    assert not (await ada.tap(shown, "Go")).answered
    assert (await bot.get_updates())[-1].callback_query is None


async def test_a_forged_tap_carries_any_data(bot: Bot, ada: Person) -> None:
    await bot.send_message(ada.id, "no keyboard at all")
    await ada.tap_data(ada.inbox()[-1], "forged:1", wait=0)
    query = (await bot.get_updates())[-1].callback_query
    assert query is not None
    assert query.data == "forged:1"


async def test_strangers_neither_tap_nor_write(sandbox: Sandbox, bot: Bot, hall: Chat) -> None:
    await bot.send_message(hall.id, "x", reply_markup=keyboard([tappable()]))
    stranger = sandbox.person("Stranger")
    card = next(hall.newest_first())
    with pytest.raises(PermissionError):
        await stranger.tap(card, "Go")
    with pytest.raises(PermissionError):
        await stranger.send("hello", chat=hall)
    with pytest.raises(PermissionError):
        await stranger.send_as_anonymous(hall, "hello")
    assert stranger.taps == 0


async def test_sounds_are_sends_that_make_one(bot: Bot, ada: Person, hall: Chat) -> None:
    sent = await bot.send_message(ada.id, "with sound")
    await bot.send_message(ada.id, "without", disable_notification=True)
    await bot.send_document(ada.id, b"x", filename="a.txt")
    await bot.edit_message_text("an edit", ada.id, sent.message_id)
    await bot.send_message(hall.id, "in the group")
    assert ada.sounds == 2
    assert [message.silent for message in ada.inbox() if message.from_bot] == [False, True, False]


async def test_the_inbox_shows_edits_and_not_what_was_deleted(bot: Bot, ada: Person) -> None:
    first = await bot.send_message(ada.id, "one", protect_content=True)
    second = await bot.send_message(ada.id, "two")
    await bot.edit_message_text("<i>ONE</i>", ada.id, first.message_id, parse_mode="HTML")
    await bot.delete_messages(ada.id, [second.message_id, 999])
    start, shown = ada.inbox()
    assert start.text == "/start"
    assert shown.html() == "<i>ONE</i>"
    assert shown.edits == 1
    assert shown.edited_at is not None
    assert shown.protected


async def test_expect_finds_what_is_there_and_what_comes(bot: Bot, ada: Person) -> None:
    await bot.send_message(ada.id, "old news")
    assert (await ada.expect("news")).text == "old news"
    coming = asyncio.create_task(ada.expect(lambda message: bool(message.buttons)))
    sent = await bot.send_message(ada.id, "soon")
    await bot.edit_message_text(
        "now", ada.id, sent.message_id, reply_markup=keyboard([tappable()])
    )
    assert (await coming).text == "now"


async def test_expect_does_not_take_ones_own_words_for_an_answer(ada: Person) -> None:
    await ada.send("news?")
    with pytest.raises(TimeoutError, match=r"Ada waited 0.01 s for 'news'.*news\?"):
        await ada.expect("news", timeout=0.01)


async def test_people_write_no_empty_messages_and_edit_only_their_own(
    bot: Bot, ada: Person
) -> None:
    with pytest.raises(ValueError, match=r"empty"):
        await ada.send("  \n")
    await bot.send_message(ada.id, "mine")
    with pytest.raises(PermissionError):
        await ada.edit(ada.inbox()[-1], "yours")


async def test_a_document_shows_its_name_size_and_bytes(bot: Bot, ada: Person) -> None:
    await bot.send_document(ada.id, b"a,b\n1,2\n", filename="résumé.csv", caption="done")
    message = await ada.expect("done")
    assert message.document is not None
    assert message.document.filename == "résumé.csv"
    assert message.document.size == 8
    assert message.document.content == b"a,b\n1,2\n"


def test_the_same_seed_makes_the_same_bot() -> None:
    assert Sandbox(seed=1).token == Sandbox(seed=1).token
    assert Sandbox(seed=1).token != Sandbox(seed=2).token


def test_an_id_belongs_to_one_person(sandbox: Sandbox) -> None:
    sandbox.person("Ada", id=77)
    with pytest.raises(ValueError, match=r"77 is taken"):
        sandbox.person("Eve", id=77)


async def test_latency_is_on_every_call() -> None:
    async with Sandbox(limits=Limits.off(), latency=0.02) as slow, client(slow) as bot:
        loop = asyncio.get_running_loop()
        begun = loop.time()
        await bot.get_me()
        assert loop.time() - begun >= 0.02
