"""Everything by keyboard, and what a screen reader hears."""

from playwright.async_api import expect

from tests.browser import in_browser
from tests.sandbox.stage import BOT_NAME, open_stage

pytestmark = in_browser
NEXT = [{"text": "Next", "callback_data": "next"}, {"text": "Back", "callback_data": "back"}]


async def test_a_job_is_done_by_keyboard_alone() -> None:
    async with open_stage() as stage:
        ada = stage.sandbox.person("Ada")
        stage.sandbox.group("Raters", creator=ada)
        await ada.start()
        await stage.bot.say(ada.chat, "Before")
        card = await stage.bot.say_with_buttons(ada.chat, "One", NEXT)
        await stage.show(ada)
        keys, phone = stage.page.keyboard, stage.phone(ada)
        await phone.get_by_role("button", name=BOT_NAME).focus()
        await keys.press("Enter")
        newest = phone.get_by_role("article", name="One")
        await expect(newest).to_be_focused()
        await keys.press("ArrowUp")
        await expect(phone.get_by_role("article", name="Before")).to_be_focused()
        await keys.press("End")
        await keys.press("Enter")
        button = phone.get_by_role("button", name="Next")
        await expect(button).to_be_focused()
        await keys.press("ArrowRight")
        await expect(phone.get_by_role("button", name="Back", exact=True)).to_be_focused()
        await keys.press("ArrowLeft")
        await keys.press("Space")
        query = await stage.bot.heard("callback_query")
        await expect(button).to_have_attribute("aria-busy", "true")
        await stage.bot.call(
            "editMessageText",
            chat_id=ada.id,
            message_id=card["message_id"],
            text="Two",
            reply_markup={"inline_keyboard": [NEXT]},
        )
        await expect(phone.get_by_text("Two")).to_be_visible()
        await expect(button).to_be_focused()
        await expect(button).to_have_attribute("aria-busy", "true")
        await stage.bot.call("answerCallbackQuery", callback_query_id=query["id"])
        await expect(button).not_to_have_attribute("aria-busy", "true")
        await keys.press("Escape")
        await expect(phone.get_by_role("article", name="Two")).to_be_focused()
        await keys.press("Escape")
        await expect(phone.get_by_role("button", name=BOT_NAME)).to_be_focused()


async def test_of_a_long_chat_only_one_message_is_a_stop_of_tab() -> None:
    async with open_stage() as stage:
        ada = stage.sandbox.person("Ada")
        await ada.start()
        for number in range(20):
            await stage.bot.say_with_buttons(ada.chat, f"Card {number}", NEXT)
        await stage.show(ada)
        phone = await stage.open(ada, ada.chat)
        await expect(phone.get_by_text("Card 19")).to_be_visible()
        assert await phone.locator(".entry[tabindex='0']").count() == 1
        assert await phone.locator(".key[tabindex='0']").count() == 2
        await phone.get_by_label("Message to").focus()
        await stage.page.keyboard.press("Shift+Tab")
        await stage.page.keyboard.press("Shift+Tab")
        await expect(phone.locator(".key").last).to_be_focused()


async def test_the_menu_of_a_message_replies_copies_and_edits() -> None:
    async with open_stage() as stage:
        ada = stage.sandbox.person("Ada")
        await ada.start()
        await ada.send("Frist try")
        await stage.show(ada)
        phone, keys = await stage.open(ada, ada.chat), stage.page.keyboard
        mine = phone.get_by_role("article", name="Frist try")
        await mine.locator(".bubble").click(button="right")
        await expect(phone.get_by_role("menuitem")).to_have_text(["Reply", "Copy text", "Edit"])
        await keys.press("End")
        await keys.press("Enter")
        field = phone.get_by_label("Message to")
        await expect(field).to_have_value("Frist try")
        await field.fill("First try")
        await keys.press("Enter")
        again = phone.get_by_role("article", name="First try")
        await expect(again).to_be_visible()
        await again.focus()
        await keys.press("Shift+F10")
        await keys.press("Enter")
        await expect(phone.locator(".waiting")).to_contain_text("First try")
        await keys.press("Escape")
        await expect(phone.locator(".waiting")).to_have_count(0)
        assert [message.text for message in ada.inbox()] == ["/start", "First try"]


async def test_a_new_message_is_told_once_and_a_toast_is_a_status() -> None:
    async with open_stage() as stage:
        ada, ben = stage.sandbox.person("Ada"), stage.sandbox.person("Ben")
        group = stage.sandbox.group("Raters", creator=ada, members=[ben])
        stage.sandbox.add_bot(group, by=ada)
        await stage.show(ada, ben)
        for person in (ben, ada):
            await stage.open(person, group)
        await stage.phone(ada).get_by_label("Message to").focus()
        await stage.page.evaluate(
            """() => {
              window.told = [];
              const news = document.getElementById('news');
              new MutationObserver(() => window.told.push(news.textContent))
                .observe(news, {childList: true});
            }"""
        )
        await ben.send("Is there work?", chat=group)
        await expect(stage.page.locator("#news")).to_contain_text("Is there work?")
        card = await stage.bot.say_with_buttons(group, "A call", NEXT)
        await expect(stage.page.locator("#news")).to_contain_text("A call. 2 buttons")
        await stage.bot.call(
            "editMessageText", chat_id=group.id, message_id=card["message_id"], text="Over"
        )
        await expect(stage.phone(ada).get_by_text("Over")).to_be_visible()
        told = await stage.page.evaluate("window.told")
        assert len(told) == 2
        assert told[0].startswith("Ben, ")
        logs = stage.page.get_by_role("log", name="Messages of Raters")
        await expect(logs.first).to_have_attribute("aria-live", "off")


async def test_a_question_mark_lists_the_keys() -> None:
    async with open_stage() as stage:
        ada = stage.sandbox.person("Ada")
        await ada.start()
        await stage.show(ada)
        phone, keys = await stage.open(ada, ada.chat), stage.page.keyboard
        box = stage.page.get_by_role("dialog", name="Keys")
        await phone.get_by_label("Message to").press("?")
        await expect(box).to_have_count(0)
        await phone.get_by_role("button", name="More").focus()
        await keys.press("?")
        await expect(box).to_be_visible()
        await keys.press("Escape")
        await expect(box).to_have_count(0)
        await expect(phone.get_by_role("button", name="More")).to_be_focused()
