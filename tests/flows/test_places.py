"""Every kind of place where a call can stand, and every way to lose one and get it back."""

from bot.services import chats
from sandbox import Chat, Message, Person
from tests.flows.acts import claim, rate_all, submit
from tests.flows.hall import Stage


async def taken_on(hall: Stage, chat: Chat, **rights: bool) -> Chat:
    """The bot is put into the chat as an administrator, and the chat is registered."""
    hall.sandbox.add_bot(chat, by=hall.admin, **rights)
    note = await hall.admin.expect(f"was added to {chat.title}")
    await hall.admin.tap(note, "Register")
    await hall.settle()
    return chat


async def newest(hall: Stage, chat: Chat) -> Message:
    """The newest message of the bot in the chat."""
    await hall.settle()
    return [m for m in chat.messages.values() if m.from_bot or m.sender_chat is chat][-1]


def cards(chat: Chat) -> list[Message]:
    """The cards of calls that stand in the chat."""
    return [m for m in chat.messages.values() if m.content.startswith("📣")]


async def wizard(hall: Stage, command: str = "/call pairs", who: Person | None = None) -> Message:
    """The screen on which places are checked."""
    person = who or hall.admin
    sent = await person.send(command)
    return await person.expect(lambda m: m.id > sent.id and "Where?" in m.content)


async def press(hall: Stage, message: Message, *buttons: str) -> None:
    """Tap one button after the other on the same message."""
    for button in buttons:
        await hall.admin.tap(message, button)
        await hall.settle()


async def does_a_job(hall: Stage, person: Person, card: Message) -> None:
    """Claim from the card, rate, submit."""
    await claim(person, card)
    await submit(person, await rate_all(person, 5))


async def test_a_call_in_a_channel_is_claimed_by_the_person_who_taps(hall: Stage) -> None:
    await hall.project(tasks=10, overlap=1)
    channel = await taken_on(hall, hall.sandbox.channel("News", creator=hall.admin))
    bo, cy = await hall.arrived("Bo"), await hall.arrived("Cy")
    for person in (bo, cy):
        hall.sandbox.join(channel, person)
    screen = await wizard(hall)
    await press(hall, screen, "News", "Post in 1 place")
    (card,) = cards(channel)
    assert "2 jobs open" in card.content
    data = card.buttons[0].data or ""
    await does_a_job(hall, bo, card)
    await hall.move(seconds=11)
    assert "1 job open" in card.content
    await does_a_job(hall, cy, card)
    await hall.settle()
    late = await hall.arrived("Di")
    hall.sandbox.join(channel, late)
    told = await late.tap_data(card, data)
    assert "You are number 1 on the out-of-work list" in (told.text or "")


async def test_a_command_in_a_channel_is_answered_in_private(hall: Stage) -> None:
    channel = await taken_on(hall, hall.sandbox.channel("News", creator=hall.admin))
    for text in ("/call pairs", "/call pairs", "hello"):
        await hall.admin.send(text, chat=channel)
    await hall.admin.expect("written in the channel News")
    await hall.settle()
    told = [m for m in hall.admin.inbox() if "in the channel News" in m.content]
    assert len(told) == 1
    assert [m for m in channel.messages.values() if m.from_bot] == []


async def test_a_channel_in_which_the_bot_may_not_post_says_what_to_do(hall: Stage) -> None:
    await hall.project()
    channel = hall.sandbox.channel("News", creator=hall.admin)
    await taken_on(hall, channel, can_post_messages=False)
    await hall.admin.expect("the bot may not post there. Make it an administrator that may post")
    screen = await wizard(hall)
    assert "News: the bot may not post there" in screen.content
    assert not any("News" in b.text for b in screen.buttons)
    hall.sandbox.promote_bot(channel, by=hall.admin)
    await hall.admin.expect("may write in News again")
    await press(hall, await wizard(hall), "News", "Post in 1 place")
    assert len(cards(channel)) == 1


async def test_topics_are_learned_and_each_can_carry_the_call(hall: Stage) -> None:
    await hall.project(tasks=10, overlap=1)
    forum = await taken_on(hall, hall.sandbox.group("Forum", creator=hall.admin, forum=True))
    work = hall.sandbox.open_topic(forum, "Work", by=hall.admin)
    hall.sandbox.open_topic(forum, "Talk", by=hall.admin)
    await hall.settle()
    screen = await wizard(hall)
    labels = [b.text for b in screen.buttons]
    assert [one for one in labels if "Forum" in one] == [
        "⬜️ Forum › General", "⬜️ Forum › Work", "⬜️ Forum › Talk",
    ]  # fmt: skip
    await press(hall, screen, "Forum › Work", "Forum › General", "Post in 2 places")
    assert [card.thread_id for card in cards(forum)] == [None, work]
    bo = await hall.arrived("Bo")
    hall.sandbox.join(forum, bo)
    await does_a_job(hall, bo, cards(forum)[1])
    await hall.move(seconds=15)
    assert all("1 job open" in card.content for card in cards(forum))


async def test_a_call_written_in_a_topic_stands_there(hall: Stage) -> None:
    await hall.project()
    forum = await taken_on(hall, hall.sandbox.group("Forum", creator=hall.admin, forum=True))
    topic = hall.sandbox.open_topic(forum, "Work", by=hall.admin)
    await hall.admin.send("/call pairs 1", chat=forum, topic=topic)
    await hall.admin.send("/call pairs", chat=forum)
    await hall.settle()
    assert [card.thread_id for card in cards(forum)] == [topic, None]
    assert "1 job open" in cards(forum)[0].content


async def test_a_closed_topic_takes_no_call_and_a_deleted_one_is_told(hall: Stage) -> None:
    await hall.project(tasks=10, overlap=1)
    forum = await taken_on(hall, hall.sandbox.group("Forum", creator=hall.admin, forum=True))
    work = hall.sandbox.open_topic(forum, "Work", by=hall.admin)
    talk = hall.sandbox.open_topic(forum, "Talk", by=hall.admin)
    screen = await wizard(hall)
    await press(hall, screen, "Forum › Work", "Forum › Talk", "Post in 2 places")
    hall.sandbox.close_topic(forum, talk, by=hall.admin)
    await hall.admin.expect("The topic Talk in Forum was closed")
    assert "Forum › Talk: the topic is closed" in (await wizard(hall)).content
    hall.sandbox.delete_topic(forum, work)
    bo = await hall.arrived("Bo")
    await bo.send("/work")
    page = await bo.expect(lambda m: any("Claim" in b.text for b in m.buttons))
    await bo.tap(page, "Claim")
    await hall.move(seconds=15)
    told = [m for m in hall.admin.inbox() if "was deleted" in m.content]
    assert len(told) == 1
    assert len(hall.sandbox.refusals) <= 2
    hall.sandbox.refusals.clear()


async def test_a_broadcast_group_needs_the_bot_as_administrator(hall: Stage) -> None:
    await hall.project(tasks=10, overlap=1)
    group = hall.sandbox.group("Crowd", creator=hall.admin, only_admins_write=True)
    hall.sandbox.add_bot(group, by=hall.admin, admin=False)
    await hall.admin.tap(await hall.admin.expect("was added to Crowd"), "Register")
    note = await hall.admin.expect("the bot may not write there. Make it an administrator")
    # It is an administrator by now, but Telegram told before the hall was registered there.
    await press(hall, note, "Check Crowd again")
    assert "Crowd: the bot may not write there" in note.content
    hall.sandbox.promote_bot(group, by=hall.admin)
    await hall.admin.expect("may write in Crowd again")
    await press(hall, await wizard(hall), "Crowd", "Post in 1 place")
    assert len(cards(group)) == 1


async def test_a_group_that_becomes_read_only_is_marked_once_and_catches_up(hall: Stage) -> None:
    await hall.project(tasks=20, overlap=1)
    hall.sandbox.demote_bot(hall.group, by=hall.admin)
    await hall.settle()
    hall.sandbox.let_write(hall.group, only_admins=True)
    await hall.admin.send("/call pairs", chat=hall.group)
    await hall.admin.send("/call pairs", chat=hall.group)
    await hall.admin.expect("may not write in Work group")
    await hall.move(minutes=5)
    told = [m for m in hall.admin.inbox() if "may not write in Work group" in m.content]
    # The notice once; a second /call that came afterwards is refused with the reason.
    assert sum("open calls are kept up to date" in m.content for m in told) == 1
    assert len(hall.sandbox.refusals) <= 2
    hall.sandbox.refusals.clear()
    hall.sandbox.let_write(hall.group, only_admins=False)
    await press(hall, told[0], "Check Work group again")
    await hall.settle()
    assert len(cards(hall.group)) == len({m.buttons[0].data for m in cards(hall.group)}) > 0


async def test_the_bot_thrown_out_and_back_brings_the_count_up_to_date(hall: Stage) -> None:
    await hall.project(tasks=20, overlap=1)
    card = await hall.call()
    other = await taken_on(hall, hall.sandbox.group("Other", creator=hall.admin))
    await press(hall, await wizard(hall), "Other", "Post in 1 place")
    hall.sandbox.remove_bot(hall.group, by=hall.admin)
    await hall.admin.expect("removed from Work group")
    refused = len(hall.sandbox.refusals)
    bo = await hall.arrived("Bo")
    hall.sandbox.join(other, bo)
    await claim(bo, cards(other)[0])
    await hall.move(minutes=10)
    # What one group lost holds up no other, and nothing is tried where the bot is not.
    assert "3 jobs open" in cards(other)[0].content
    assert "4 jobs open" in card.content
    assert len(hall.sandbox.refusals) == refused
    hall.sandbox.add_bot(hall.group, by=hall.admin)
    await hall.admin.expect("is back in Work group")
    await hall.move(seconds=10)
    assert cards(hall.group) == [card]
    assert "3 jobs open" in card.content
    assert sum("is back in" in m.content for m in hall.admin.inbox()) == 1


async def test_a_restricted_bot_rests_and_goes_on(hall: Stage) -> None:
    await hall.project(tasks=20, overlap=1)
    card = await hall.call()
    hall.sandbox.restrict_bot(hall.group, by=hall.admin)
    await hall.admin.expect("may not write in Work group")
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    await hall.move(minutes=1)
    assert "4 jobs open" in card.content
    assert hall.sandbox.refusals == []
    hall.sandbox.promote_bot(hall.group, by=hall.admin)
    await hall.admin.expect("may write in Work group again")
    await hall.move(seconds=10)
    assert "3 jobs open" in card.content


async def test_a_group_that_is_deleted_is_noticed_and_told_once(hall: Stage) -> None:
    await hall.project(tasks=20, overlap=1)
    card = await hall.call()
    other = await taken_on(hall, hall.sandbox.group("Other", creator=hall.admin))
    await press(hall, await wizard(hall), "Other", "Post in 1 place")
    bo = await hall.arrived("Bo")
    hall.sandbox.join(other, bo)
    hall.sandbox.delete_chat(hall.group)
    await claim(bo, cards(other)[0])
    await hall.move(minutes=10)
    assert sum("removed from Work group" in m.content for m in hall.admin.inbox()) == 1
    assert "3 jobs open" in cards(other)[0].content
    assert card.buttons
    hall.sandbox.refusals.clear()


async def test_an_upgraded_group_gets_each_card_once_and_nobody_is_told_twice(
    hall: Stage,
) -> None:
    await hall.project(tasks=20, overlap=1)
    group = await taken_on(hall, hall.sandbox.group("Small", creator=hall.admin, kind="group"))
    bo = await hall.arrived("Bo")
    hall.sandbox.join(group, bo)
    await hall.admin.send("/call pairs", chat=group)
    await hall.settle()
    (old,) = cards(group)
    before = len(hall.admin.inbox())
    new = hall.sandbox.upgrade_group(group)
    await hall.settle()
    await hall.move(minutes=1)
    (card,) = cards(new)
    assert [m.content for m in hall.admin.inbox()[before:]] == []
    # The card that stayed behind still works.
    await claim(bo, old)
    await hall.move(seconds=10)
    assert "3 jobs open" in card.content
    await hall.admin.send("/groups")
    page = await hall.admin.expect("Groups and channels")
    assert page.content.count("Small") == 1
    hall.sandbox.refusals.clear()


async def test_all_places_at_once_and_the_list_of_calls(hall: Stage) -> None:
    await hall.project(tasks=20, overlap=1)
    for title in ("One", "Two"):
        await taken_on(hall, hall.sandbox.group(title, creator=hall.admin))
    screen = await wizard(hall, "/call pairs 3")
    assert "at most 3, of 4 open now" in screen.content
    await press(hall, screen, "All", "Two", "All jobs", "Post in 2 places")
    await hall.settle()
    await press(hall, screen, "Refresh")
    assert "4 jobs open" in screen.content
    assert "🟢 Work group" in screen.content
    await press(hall, screen, "Post in another group")
    assert [b.text for b in screen.buttons] == ["✅ Two", "📣 Post in 1 place"]
    await press(hall, screen, "Post in 1 place")
    sent = await hall.admin.send("/call")
    page = await hall.admin.expect(lambda m: m.id > sent.id and "Which project" in m.content)
    await press(hall, page, "Open calls: 1")
    assert [line for line in page.content.splitlines() if line.startswith("🟢")] == [
        "🟢 One", "🟢 Work group", "🟢 Two",
    ]  # fmt: skip
    await press(hall, page, "Pairs of pairs", "Close the call")
    assert "Nobody can claim from it any more" in page.content
    await press(hall, page, "Close the call")
    assert "closed" in page.content
    await hall.move(seconds=10)
    for chat in hall.sandbox.chats.values():
        for card in cards(chat):
            if not chat.private:
                assert "This call is closed" in card.content
                assert card.buttons == []


async def test_two_coordinators_prepare_and_post_without_disturbing_each_other(
    hall: Stage,
) -> None:
    await hall.project(tasks=20, overlap=1)
    await taken_on(hall, hall.sandbox.group("Other", creator=hall.admin))
    eve = await hall.arrived("Eve")
    await hall.admin.send(f"/roles grant {eve.id} coordinator")
    await hall.admin.expect("Granted: coordinator")
    mine, hers = await wizard(hall), await wizard(hall, who=eve)
    await press(hall, mine, "Other")
    await eve.tap(hers, "Work group")
    stolen = await eve.tap_data(hers, mine.buttons[0].data or "")
    assert "older message" in (stolen.text or "")
    post = next(b.data or "" for b in mine.buttons if "Post in" in b.text)
    await hall.admin.tap_data(mine, post)
    twice = await hall.admin.tap_data(mine, post)
    assert "posted already" in (twice.text or "")
    await eve.tap(hers, "Post in 1 place")
    await hall.settle()
    numbers = {card.buttons[0].data for c in hall.sandbox.chats.values() for card in cards(c)
               if not c.private and card.buttons}  # fmt: skip
    assert len(numbers) == 2
    number = (mine.content.split(" · "))[1]
    for person in (hall.admin, eve):
        page = person.inbox()[-1]
        await person.tap_data(page, f"cz:{number}")
    await hall.settle()
    assert sum("is closed" in m.content for m in cards(hall.group)) <= 1


async def test_a_forged_look_at_a_private_chat_makes_it_no_place(hall: Stage) -> None:
    bo = await hall.arrived("Bo")
    await hall.admin.send("/groups")
    listed = await hall.admin.expect(lambda m: bool(m.buttons) and "Work group" in (m.text or ""))
    answer = await hall.admin.tap_data(listed, f"gc:{bo.id}")
    assert answer.answered
    await hall.settle()
    assert await chats.by_id(hall.bot.db, bo.id) is None
