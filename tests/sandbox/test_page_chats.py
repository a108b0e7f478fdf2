import pytest
from playwright.async_api import expect

from sandbox import Person
from tests.browser import in_browser
from tests.sandbox.stage import BOT_NAME, BOT_USERNAME, Stage, open_stage

pytestmark = in_browser


async def claim_by_deep_link(stage: Stage, ada: Person) -> None:
    """A call in a group; the answer to the tap points at the private chat."""
    group = stage.sandbox.group("Raters", creator=ada)
    stage.sandbox.add_bot(group, by=ada)
    await stage.bot.say_with_buttons(
        group, "A call", [{"text": "Claim a job", "callback_data": "claim"}]
    )
    await stage.show(ada)
    phone = await stage.open(ada, group)
    await phone.get_by_role("button", name="Claim a job").click()
    query = await stage.bot.heard("callback_query")
    url = f"t.me/{BOT_USERNAME}?start=job_7"
    await stage.bot.call("answerCallbackQuery", callback_query_id=query["id"], url=url)


async def test_a_deep_link_opens_the_private_chat_and_starts() -> None:
    async with open_stage() as stage:
        ada = stage.sandbox.person("Ada")
        await ada.start()
        assert (await stage.bot.heard("message"))["text"] == "/start"
        await claim_by_deep_link(stage, ada)
        update = await stage.bot.heard("message")
        assert (update["text"], update["chat"]["id"]) == ("/start job_7", ada.id)
        phone = stage.phone(ada)
        await expect(phone.locator(".heading h3")).to_have_text(BOT_NAME)
        await expect(phone.locator(".entry.out .text").last).to_have_text("/start job_7")


async def test_at_the_first_contact_start_is_pressed() -> None:
    async with open_stage() as stage:
        ada = stage.sandbox.person("Ada")
        await claim_by_deep_link(stage, ada)
        phone = stage.phone(ada)
        start = phone.get_by_role("button", name="START", exact=True)
        await expect(start).to_be_focused()
        assert ada.inbox() == []
        await start.click()
        assert (await stage.bot.heard("message"))["text"] == "/start job_7"
        await expect(phone.get_by_label("Message to")).to_be_visible()


@pytest.mark.parametrize("place", ["button", "text"])
async def test_a_start_link_works_wherever_it_stands(place: str) -> None:
    async with open_stage() as stage:
        ada = stage.sandbox.person("Ada")
        await ada.start()
        await stage.bot.heard("message")
        url = f"https://t.me/{BOT_USERNAME}?start=in_{place}"
        if place == "button":
            await stage.bot.say_with_buttons(ada.chat, "Here", [{"text": "Open", "url": url}])
        else:
            await stage.bot.say(ada.chat, f'<a href="{url}">Open</a>')
        await stage.show(ada)
        phone = await stage.open(ada, ada.chat)
        await phone.get_by_text("Open", exact=True).click()
        assert (await stage.bot.heard("message"))["text"] == f"/start in_{place}"


async def test_two_phones_see_the_message_in_the_group() -> None:
    async with open_stage() as stage:
        ada, ben = stage.sandbox.person("Ada"), stage.sandbox.person("Ben")
        group = stage.sandbox.group("Raters", creator=ada, members=[ben])
        await stage.show(ada, ben)
        await stage.open(ada, group)
        await stage.open(ben, group)
        field = stage.phone(ada).get_by_label("Message to Raters")
        await field.fill("Good morning")
        await field.press("Enter")
        await expect(stage.phone(ada).locator(".entry.out .text")).to_have_text("Good morning")
        theirs = stage.phone(ben).locator(".entry.in")
        await expect(theirs.locator(".text")).to_have_text("Good morning")
        await expect(theirs.locator(".sender")).to_have_text("Ada")
        await expect(field).to_have_value("")


async def test_a_file_goes_up_with_its_caption_and_comes_down_whole() -> None:
    async with open_stage() as stage:
        ada = stage.sandbox.person("Ada")
        await ada.start()
        await stage.bot.heard("message")
        await stage.show(ada)
        phone = await stage.open(ada, ada.chat)
        rows = b'{"id": "1"}\n' * 300
        await phone.get_by_label("Choose files").set_input_files(
            {"name": "tasks.jsonl", "mimeType": "application/jsonl", "buffer": rows}
        )
        await expect(phone.locator(".waiting")).to_contain_text("tasks.jsonl")
        await phone.get_by_label("Message to").fill("First batch")
        await phone.get_by_role("button", name="Send").click()
        update = await stage.bot.heard("message")
        assert update["document"]["file_name"] == "tasks.jsonl"
        assert update["caption"] == "First batch"
        await expect(phone.locator(".file small")).to_have_text("3.5 KB")
        async with stage.page.expect_download() as download:
            await phone.locator(".file").click()
        got = await download.value
        assert got.suggested_filename == "tasks.jsonl"
        assert (await got.path()).read_bytes() == rows


DROP = """(chat) => {
  const data = new DataTransfer();
  data.items.add(new File(["a,b"], "dropped.csv", {type: "text/csv"}));
  for (const type of ["dragover", "drop"])
    chat.dispatchEvent(new DragEvent(type, {dataTransfer: data, bubbles: true, cancelable: true}));
}"""


async def test_a_dropped_file_is_sent() -> None:
    async with open_stage() as stage:
        ada = stage.sandbox.person("Ada")
        await ada.start()
        await stage.bot.heard("message")
        await stage.show(ada)
        phone = await stage.open(ada, ada.chat)
        await phone.locator(".chat").evaluate(DROP)
        await phone.get_by_label("Message to").press("Enter")
        assert (await stage.bot.heard("message"))["document"]["file_name"] == "dropped.csv"


async def test_the_menu_lists_the_commands_of_the_chat() -> None:
    async with open_stage() as stage:
        ada = stage.sandbox.person("Ada")
        await ada.start()
        await stage.bot.heard("message")
        await stage.bot.call(
            "setMyCommands",
            commands=[
                {"command": "work", "description": "Your job"},
                {"command": "help", "description": "How it works"},
            ],
        )
        await stage.show(ada)
        phone = await stage.open(ada, ada.chat)
        await phone.get_by_role("button", name="Commands").click()
        await expect(phone.get_by_role("menuitem")).to_have_text(
            ["/workYour job", "/helpHow it works"]
        )
        await stage.page.keyboard.press("ArrowDown")
        await stage.page.keyboard.press("Enter")
        assert (await stage.bot.heard("message"))["text"] == "/help"


async def test_blocking_and_unblocking_reach_the_bot() -> None:
    async with open_stage() as stage:
        ada = stage.sandbox.person("Ada")
        await ada.start()
        await stage.show(ada)
        phone = await stage.open(ada, ada.chat)
        await phone.get_by_role("button", name="More").click()
        await phone.get_by_role("menuitem", name="Block the bot").click()
        update = await stage.bot.heard("my_chat_member")
        assert update["new_chat_member"]["status"] == "kicked"
        await phone.get_by_role("button", name="Unblock").click()
        update = await stage.bot.heard("my_chat_member")
        assert update["new_chat_member"]["status"] == "member"
