from playwright.async_api import expect

from tests.browser import in_browser
from tests.sandbox.stage import Stage, open_stage

pytestmark = in_browser

FORMATTED = (
    "<b>bold</b> <i>italic</i> <u>under</u> <s>struck</s> <code>code</code>\n"
    '<a href="https://example.org/page">a link</a> <tg-spoiler>the secret</tg-spoiler>\n'
    '<pre><code class="language-python">def one():\n    return 1</code></pre>\n'
    "<blockquote>quoted words</blockquote>\n"
    f"<blockquote expandable>{'many words ' * 60}</blockquote>"
)
HOSTILE = (
    '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>'
    "<style>*{display:none}</style>&amp; javascript:alert(1)"
)


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


async def test_a_message_shows_its_entities() -> None:
    async with open_stage() as stage:
        ada = stage.sandbox.person("Ada")
        await ada.start()
        await stage.bot.say(ada.chat, FORMATTED, protect_content=True, disable_notification=True)
        await stage.show(ada)
        phone = await stage.open(ada, ada.chat)
        text = phone.locator(".entry.in .text")
        for tag, words in (("strong", "bold"), ("em", "italic"), ("u", "under"), ("s", "struck")):
            await expect(text.locator(tag)).to_have_text(words)
        await expect(text.locator(".line code")).to_have_text("code")
        await expect(text.locator("a")).to_have_attribute("href", "https://example.org/page")
        await expect(text.locator("figcaption span")).to_have_text("python")
        await expect(text.locator("pre")).to_have_text("def one():\n    return 1")
        await expect(text.locator("blockquote").first).to_have_text("quoted words")
        await expect(phone.get_by_label("Sent without sound")).to_be_visible()
        await expect(phone.get_by_label("Protected from forwarding")).to_be_visible()


async def test_spoilers_and_long_quotes_open() -> None:
    async with open_stage() as stage:
        ada = stage.sandbox.person("Ada")
        await ada.start()
        await stage.bot.say(ada.chat, FORMATTED)
        await stage.show(ada)
        phone = await stage.open(ada, ada.chat)
        secret = phone.get_by_text("the secret")
        await expect(secret).to_be_hidden()
        await phone.get_by_label("Hidden text, show it").press("Enter")
        await expect(secret).to_be_visible()
        await expect(phone.get_by_label("Hidden text, show it")).to_have_count(0)
        quote = phone.locator("blockquote .quoted").last
        folded = (await quote.bounding_box() or {"height": 0})["height"]
        await phone.get_by_label("Show all of the quote").click()
        unfolded = (await quote.bounding_box() or {"height": 0})["height"]
        assert unfolded > folded * 2


async def test_hostile_text_stays_text() -> None:
    async with open_stage() as stage:
        mallory = stage.sandbox.person(HOSTILE)
        group = stage.sandbox.group(HOSTILE, creator=mallory)
        stage.sandbox.add_bot(group, by=mallory)
        await mallory.start()
        await mallory.send(HOSTILE)
        await mallory.upload(f"{HOSTILE.replace('/', '')}.csv", b"a,b", caption=HOSTILE)
        await stage.bot.say_with_buttons(
            mallory.chat, escaped(HOSTILE), [{"text": HOSTILE, "callback_data": "x"}]
        )
        await mallory.send(HOSTILE, chat=group)
        await stage.show(mallory)
        await expect(stage.phone(mallory).locator(".item")).to_have_count(2)
        phone = await stage.open(mallory, mallory.chat)
        await expect(phone.locator(".entry.in .text")).to_have_text(HOSTILE)
        await expect(phone.locator(".key")).to_have_text(HOSTILE)
        await phone.locator(".key").click()
        query = await stage.bot.heard("callback_query")
        await stage.bot.call("answerCallbackQuery", callback_query_id=query["id"], text=HOSTILE)
        await expect(phone.locator(".toast")).to_have_text(HOSTILE)
        intruders = "main img, main script, main style, [onerror], a[href^=javascript]"
        assert await stage.page.locator(intruders).count() == 0
        assert await stage.page.evaluate("window.hacked") is None


async def test_each_paragraph_runs_in_its_own_direction() -> None:
    async with open_stage() as stage:
        layla = stage.sandbox.person("ليلى", language_code="ar")
        await layla.start()
        await stage.bot.say(layla.chat, "مرحبًا بك في القاعة\nWelcome to the hall\n<b>شكرًا</b>")
        await stage.show(layla)
        phone = await stage.open(layla, layla.chat)
        lines = phone.locator(".entry.in .line")
        for index, direction in enumerate(("rtl", "ltr", "rtl")):
            await expect(lines.nth(index)).to_have_css("direction", direction)


async def test_the_time_lies_on_no_line_that_a_mark_turns_to_the_left() -> None:
    async with open_stage() as stage:
        layla = stage.sandbox.person("ليلى", language_code="ar")
        await layla.start()
        await stage.bot.say(layla.chat, "كيف يسير العمل في هذه القاعة\n\u200f/help · هذه")
        await stage.show(layla)
        phone = await stage.open(layla, layla.chat)
        line = await phone.locator(".entry.in .line").last.bounding_box()
        time = await phone.locator(".entry.in .meta").bounding_box()
        assert line is not None
        assert time is not None
        assert line["y"] + line["height"] <= time["y"] + 1


async def first_bubble_top(stage: Stage) -> float:
    box = await stage.page.locator(".keyed .bubble").bounding_box()
    assert box is not None
    return box["y"]


async def test_a_tap_shows_the_toast_and_the_edit_in_place() -> None:
    async with open_stage() as stage:
        ada = stage.sandbox.person("Ada")
        await ada.start()
        card = await stage.bot.say_with_buttons(
            ada.chat,
            "Two places left",
            [{"text": "Claim", "callback_data": "claim", "style": "success"}],
            [{"text": "No", "callback_data": "no", "style": "danger"}],
        )
        for number in range(40):
            await stage.bot.say(ada.chat, f"Later message {number}")
        await stage.show(ada)
        phone = await stage.open(ada, ada.chat)
        claim = phone.get_by_role("button", name="Claim")
        await claim.scroll_into_view_if_needed()
        before = await first_bubble_top(stage)
        await claim.click()
        query = await stage.bot.heard("callback_query")
        assert query["data"] == "claim"
        await stage.bot.call(
            "editMessageText",
            chat_id=ada.id,
            message_id=card["message_id"],
            text="One place left",
            reply_markup={"inline_keyboard": [[{"text": "Claim", "callback_data": "claim"}]]},
        )
        await stage.bot.call("answerCallbackQuery", callback_query_id=query["id"], text="Yours")
        await expect(phone.locator(".toast")).to_have_text("Yours")
        await expect(phone.locator(".keyed .text")).to_have_text("One place left")
        await expect(phone.locator(".keyed .meta")).to_contain_text("edited")
        await expect(phone.locator(".key")).to_have_count(1)
        assert abs(await first_bubble_top(stage) - before) < 2


async def test_an_alert_waits_for_ok() -> None:
    async with open_stage() as stage:
        ada = stage.sandbox.person("Ada")
        await ada.start()
        await stage.bot.say_with_buttons(
            ada.chat, "Ready?", [{"text": "Go", "callback_data": "go", "style": "primary"}]
        )
        await stage.show(ada)
        phone = await stage.open(ada, ada.chat)
        await phone.get_by_role("button", name="Go").click()
        query = await stage.bot.heard("callback_query")
        await stage.bot.call(
            "answerCallbackQuery", callback_query_id=query["id"], text="Too late", show_alert=True
        )
        alert = phone.get_by_role("alertdialog")
        await expect(alert).to_contain_text("Too late")
        await stage.page.keyboard.press("Enter")
        await expect(alert).to_have_count(0)
