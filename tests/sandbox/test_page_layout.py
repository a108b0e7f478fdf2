from urllib.parse import urlsplit

from playwright.async_api import expect

from tests.browser import in_browser
from tests.sandbox.stage import PHONE, open_stage

pytestmark = in_browser


async def test_a_narrow_window_shows_one_phone_that_fits() -> None:
    async with open_stage(size=PHONE) as stage:
        ada, ben = stage.sandbox.person("Ada"), stage.sandbox.person("Ben")
        await ada.start()
        await stage.bot.say(ada.chat, f"{'long' * 90} <pre>{'wide ' * 60}</pre>")
        await stage.bot.say_with_buttons(
            ada.chat,
            "Rate",
            [{"text": f"Choice number {n}", "callback_data": "x"} for n in "12345"],
        )
        await stage.show(ada, ben)
        phone = await stage.open(ada, ada.chat)
        await expect(phone.locator(".key")).to_have_count(5)
        await expect(stage.phone(ben)).to_be_hidden()
        overflow = "document.documentElement.scrollWidth - window.innerWidth"
        assert await stage.page.evaluate(overflow) <= 0
        inner = "(box) => box.scrollWidth - box.clientWidth"
        assert await phone.locator(".scroller").evaluate(inner) <= 0
        box = await phone.bounding_box()
        assert box is not None
        assert box["width"] == PHONE[0]
        await stage.page.get_by_role("button", name="Show the phone of Ben").click()
        await expect(stage.phone(ben)).to_be_visible()
        await expect(phone).to_be_hidden()


async def test_who_reads_further_up_is_not_moved_down() -> None:
    async with open_stage() as stage:
        ada = stage.sandbox.person("Ada")
        await ada.start()
        for number in range(30):
            await stage.bot.say(ada.chat, f"Message {number}")
        await stage.show(ada)
        phone = await stage.open(ada, ada.chat)
        await expect(phone.get_by_text("Message 29", exact=True)).to_be_in_viewport()
        await phone.get_by_text("Message 3", exact=True).scroll_into_view_if_needed()
        await stage.bot.say(ada.chat, "News")
        jump = phone.get_by_role("button", name="1 new message")
        await expect(jump).to_be_visible()
        await expect(phone.get_by_text("Message 3", exact=True)).to_be_in_viewport()
        await jump.click()
        await expect(phone.get_by_text("News")).to_be_in_viewport()
        await expect(jump).to_be_hidden()
        await stage.bot.say(ada.chat, "More news")
        await expect(phone.get_by_text("More news")).to_be_in_viewport()


async def test_a_long_chat_is_drawn_in_part_and_older_messages_on_scrolling() -> None:
    async with open_stage() as stage:
        ada = stage.sandbox.person("Ada")
        for number in range(190):
            await ada.send(f"Message {number}")
        await stage.show(ada)
        phone = await stage.open(ada, ada.chat)
        entries = phone.locator(".entry")
        await expect(entries).to_have_count(60)
        await entries.first.scroll_into_view_if_needed()
        await expect(entries).to_have_count(120)
        await expect(phone.get_by_text("Message 130", exact=True)).to_be_in_viewport()


async def test_a_chat_that_runs_for_long_keeps_the_page_small() -> None:
    async with open_stage() as stage:
        ada = stage.sandbox.person("Ada")
        await ada.start()
        await stage.show(ada)
        phone = await stage.open(ada, ada.chat)
        for number in range(300):
            await ada.send(f"Message {number}")
        await expect(phone.get_by_text("Message 299", exact=True)).to_be_in_viewport()
        assert await phone.locator(".entry").count() <= 240


async def test_a_phone_out_of_sight_catches_up_when_looked_at() -> None:
    async with open_stage() as stage:
        people = [stage.sandbox.person(f"Person {number}") for number in range(8)]
        last = people[-1]
        group = stage.sandbox.group("Raters", creator=people[0], members=people[1:])
        await stage.show(*people)
        await stage.phone(last).scroll_into_view_if_needed()
        phone = await stage.open(last, group)
        await stage.phone(people[0]).scroll_into_view_if_needed()
        await expect(phone).not_to_be_in_viewport()
        await people[0].send("Is anybody there?", chat=group)
        await phone.scroll_into_view_if_needed()
        await expect(phone.get_by_text("Is anybody there?")).to_be_visible()


async def test_after_a_break_the_page_catches_up() -> None:
    async with open_stage() as stage:
        ada = stage.sandbox.person("Ada")
        await ada.start()
        await stage.show(ada)
        phone = await stage.open(ada, ada.chat)
        port = urlsplit(stage.sandbox.url).port or 0
        await stage.sandbox.stop()
        await expect(stage.page.get_by_text("Connection lost")).to_be_visible()
        await ada.send("Said meanwhile")
        await stage.sandbox.start(port)
        await expect(phone.get_by_text("Said meanwhile")).to_be_visible()
        await expect(stage.page.get_by_text("Connection lost")).to_be_hidden()
        # The browser itself reports requests that found nobody; those are meant here.
        stage.faults.clear()


async def test_a_person_and_a_group_are_made_from_the_bar() -> None:
    async with open_stage() as stage:
        ada = stage.sandbox.person("Ada")
        await stage.show(ada)
        page = stage.page
        await page.get_by_role("button", name="Menu").click()
        await page.get_by_role("button", name="Add a person").click()
        await page.get_by_label("Name").fill("Zoë")
        await page.get_by_role("button", name="Add", exact=True).click()
        await expect(page.locator(".phone")).to_have_count(2)
        zoe = next(each for each in stage.sandbox.people.values() if each.first_name == "Zoë")
        assert page.url.endswith(f"?people={ada.id},{zoe.id}")
        await page.get_by_role("button", name="Menu").click()
        await page.get_by_role("button", name="New group or channel").click()
        await page.get_by_label("Title").fill("Raters")
        await page.get_by_role("button", name="Make it").click()
        await stage.phone(zoe).get_by_role("button", name="Chats").click()
        await expect(stage.phone(zoe).get_by_role("button", name="Raters")).to_be_visible()
        update = await stage.bot.heard("my_chat_member")
        assert update["chat"]["title"] == "Raters"
