"""On a phone: Back of the browser, drafts, a long press; and every kind of place."""

from playwright.async_api import expect

from tests.browser import in_browser
from tests.sandbox.scenes import furnish
from tests.sandbox.stage import BOT_NAME, PHONE, open_stage

pytestmark = in_browser


async def test_back_in_the_browser_leads_from_a_topic_to_the_topics_to_the_chats() -> None:
    async with open_stage(size=PHONE) as stage:
        place = await furnish(stage)
        await stage.show(place.ada)
        phone, page = stage.phone(place.ada), stage.page
        await phone.get_by_role("button", name="Language desks").click()
        await phone.get_by_role("button", name="Arabic desk").click()
        await expect(phone.locator(".heading h3")).to_have_text("Arabic desk")
        await page.go_back()
        await expect(phone.locator(".heading h3")).to_have_text("Language desks")
        await page.go_forward()
        await expect(phone.locator(".heading h3")).to_have_text("Arabic desk")
        await phone.get_by_role("button", name="Chats").click()
        await phone.get_by_role("button", name="Chats").click()
        await expect(phone.get_by_role("heading", name="Chats")).to_be_visible()
        await phone.get_by_role("button", name="Rating work").click()
        await page.go_back()
        await expect(phone.get_by_role("heading", name="Chats")).to_be_visible()


async def test_each_topic_has_its_own_messages_and_its_own_count() -> None:
    async with open_stage() as stage:
        place = await furnish(stage)
        forum, ada = place.forum, place.ada
        await stage.show(ada)
        phone = stage.phone(ada)
        await stage.bot.say(forum, "For all", disable_notification=True)
        await stage.bot.say(forum, "For the Arabic desk", message_thread_id=place.topic)
        await expect(phone.get_by_role("button", name="Language desks, 2 unread")).to_be_visible()
        await phone.get_by_role("button", name="Language desks").click()
        await expect(phone.get_by_role("button", name="General, 1 unread")).to_be_visible()
        await phone.get_by_role("button", name="Arabic desk, 1 unread").click()
        await expect(phone.locator(".entry").get_by_text("For the Arabic desk")).to_be_visible()
        await expect(phone.locator(".entry").get_by_text("For all")).to_have_count(0)
        await phone.get_by_label("Message to Arabic desk").fill("Here")
        await stage.page.keyboard.press("Enter")
        await expect(phone.locator(".entry.out .text").last).to_have_text("Here")
        assert next(forum.newest_first()).thread_id == place.topic
        stage.sandbox.close_topic(forum, place.topic, by=ada)
        ben = stage.sandbox.people[ada.id + 2]
        await stage.show(ben)
        theirs = stage.phone(ben)
        await theirs.get_by_role("button", name="Language desks").click()
        await theirs.get_by_role("button", name="Arabic desk, closed").click()
        await expect(theirs.get_by_role("button", name="This topic is closed")).to_be_disabled()


async def test_a_channel_is_for_reading_and_only_its_admins_post() -> None:
    async with open_stage() as stage:
        place = await furnish(stage)
        ben = stage.sandbox.people[place.ada.id + 2]
        await stage.show(place.ada, ben)
        for person in (place.ada, ben):
            await stage.open(person, place.channel)
        reader, writer = stage.phone(place.ada), stage.phone(ben)
        await expect(reader.locator(".entry").get_by_text("New work on Monday")).to_be_visible()
        await expect(reader.get_by_label("Message to")).to_be_hidden()
        await writer.get_by_label("Message to").fill("And on Tuesday")
        await stage.page.keyboard.press("Enter")
        await expect(reader.locator(".entry").get_by_text("And on Tuesday")).to_be_visible()
        assert (await stage.bot.heard("channel_post"))["text"] == "And on Tuesday"


async def test_a_group_can_be_closed_to_its_members() -> None:
    async with open_stage() as stage:
        place = await furnish(stage)
        ben = stage.sandbox.people[place.ada.id + 2]
        await stage.show(place.ada, ben)
        for person in (place.ada, ben):
            await stage.open(person, place.group)
        admin, member = stage.phone(place.ada), stage.phone(ben)
        await admin.get_by_role("button", name="More").click()
        await admin.get_by_role("menuitem", name="Let only admins write").click()
        await expect(member.get_by_role("button", name="Only admins write here")).to_be_visible()
        await expect(admin.get_by_label("Message to")).to_be_visible()


async def test_a_draft_stays_with_its_chat_over_a_reload() -> None:
    async with open_stage(size=PHONE) as stage:
        place = await furnish(stage)
        await stage.show(place.ada)
        phone = await stage.open(place.ada, place.group)
        await phone.get_by_label("Message to").fill("Not yet said")
        await phone.get_by_role("button", name="Chats").click()
        await expect(phone.get_by_role("button", name="Rating work")).to_contain_text(
            "Draft: Not yet said"
        )
        await phone.get_by_role("button", name=BOT_NAME).click()
        await expect(phone.get_by_label("Message to")).to_have_value("")
        await stage.page.reload()
        await phone.get_by_role("button", name="Chats").click()
        await phone.get_by_role("button", name="Rating work").click()
        await expect(phone.get_by_label("Message to")).to_have_value("Not yet said")
        await phone.get_by_role("button", name="Send").click()
        await expect(phone.get_by_label("Message to")).to_have_value("")
        await phone.get_by_role("button", name="Chats").click()
        await expect(phone.get_by_role("button", name="Rating work")).not_to_contain_text("Draft")


PRESS = """async (bubble) => {
  const box = bubble.getBoundingClientRect();
  const where = {clientX: box.x + 20, clientY: box.y + 10, pointerType: 'touch', bubbles: true};
  bubble.dispatchEvent(new PointerEvent('pointerdown', where));
}"""


async def test_a_long_press_opens_the_menu_and_a_moving_finger_does_not() -> None:
    async with open_stage(size=PHONE) as stage:
        place = await furnish(stage)
        await stage.show(place.ada)
        phone = await stage.open(place.ada, place.group)
        bubble = phone.locator(".entry.in .bubble").first
        await bubble.evaluate(PRESS)
        await bubble.dispatch_event(
            "pointermove", {"clientX": 300, "clientY": 10, "pointerType": "touch"}
        )
        await bubble.evaluate(PRESS)
        await expect(phone.get_by_role("menu", name="Message")).to_be_visible()
        await phone.get_by_role("menuitem", name="Reply").click()
        await phone.get_by_label("Message to").fill("Yes")
        await phone.get_by_role("button", name="Send").click()
        quote = phone.locator(".entry.out .reply")
        await expect(quote).to_contain_text("Good morning!")
        assert next(place.group.newest_first()).reply_to is not None


async def test_the_pinned_message_leads_to_itself() -> None:
    async with open_stage(size=PHONE) as stage:
        place = await furnish(stage)
        for number in range(30):
            await stage.bot.say(place.group, f"Later {number}")
        await stage.show(place.ada)
        phone = await stage.open(place.ada, place.group)
        card = phone.get_by_role("button", name="Claim a job")
        await expect(card).not_to_be_in_viewport()
        await phone.get_by_role("button", name="Pinned message").click()
        await expect(card).to_be_in_viewport()


async def test_a_bot_that_is_at_something_is_seen_to_type() -> None:
    async with open_stage() as stage:
        place = await furnish(stage)
        await stage.show(place.ada)
        phone = await stage.open(place.ada, place.ada.chat)
        await stage.bot.call("sendChatAction", chat_id=place.ada.id, action="typing")
        await expect(phone.locator(".heading small")).to_have_text("typing…")
        await stage.bot.say(place.ada.chat, "Done")
        await expect(phone.locator(".heading small")).to_have_text("bot")
