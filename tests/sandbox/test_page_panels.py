"""The bar of the page: clock, calls, colours."""

import asyncio
import json
from datetime import UTC, datetime, timedelta

from playwright.async_api import expect

from tests.browser import in_browser
from tests.sandbox.stage import PHONE, open_stage

pytestmark = in_browser


async def test_the_clock_moves_by_an_hour_and_a_day_and_says_so() -> None:
    async with open_stage() as stage:
        ada = stage.sandbox.person("Ada")
        await stage.show(ada)
        before = stage.sandbox.clock.now()
        await stage.page.get_by_role("button", name="Clock").click()
        panel = stage.page.get_by_role("dialog", name="Clock")
        for name, said in (("An hour", "Moved by 1 h."), ("A day", "Moved by 1 day.")):
            await panel.get_by_role("button", name=name).click()
            await expect(panel.get_by_role("status")).to_contain_text(said)
        there = before + timedelta(days=1, hours=1)
        await expect(panel.get_by_role("status")).to_contain_text(
            f"{there:%a, %-d %b %Y, %H:%M} UTC"
        )
        assert there <= stage.sandbox.clock.now() < there + timedelta(minutes=1)


async def test_the_clock_goes_to_friday_noon_and_to_any_later_time_but_never_back() -> None:
    async with open_stage() as stage:
        await stage.show(stage.sandbox.person("Ada"))
        await stage.page.get_by_role("button", name="Clock").click()
        panel = stage.page.get_by_role("dialog", name="Clock")
        await panel.get_by_role("button", name="To Friday").click()
        await expect(panel.get_by_role("status")).to_contain_text("12:00 UTC now")
        now = stage.sandbox.clock.now()
        assert (now.weekday(), now.hour, now.minute) == (4, 12, 0)
        later = datetime(2090, 5, 4, 8, 30, tzinfo=UTC)
        field = panel.get_by_label("Or to any later time")
        await field.fill(f"{later:%Y-%m-%dT%H:%M}")
        await panel.get_by_role("button", name="Go").click()
        await expect(panel.get_by_role("status")).to_contain_text("Thu, 4 May 2090, 08:30 UTC")
        await field.fill("2020-01-01T00:00")
        await panel.get_by_role("button", name="Go").click()
        await expect(panel.get_by_role("status")).to_contain_text("only moves forwards")
        assert stage.sandbox.clock.now() >= later
        # The browser reports the refused request by itself; it is meant here.
        stage.faults.clear()


async def test_the_panel_tells_calls_refusals_and_waits_apart() -> None:
    async with open_stage() as stage:
        ada = stage.sandbox.person("Ada")
        await ada.start()
        await stage.show(ada)
        await stage.page.get_by_role("button", name="Bot calls").click()
        panel = stage.page.get_by_role("complementary", name="Bot calls")
        await stage.bot.say(ada.chat, "Hello")
        await stage.bot.try_call("sendMessage", chat_id=ada.id, text="x" * 4097)
        stage.sandbox.faults.next("sendMessage", "429:7")
        await stage.bot.try_call("sendMessage", chat_id=ada.id, text="Again")
        await expect(panel.locator(".sums")).to_have_text("3 calls, 1 refused, 1 told to wait")
        lines = panel.get_by_role("log").get_by_role("listitem")
        await expect(lines).to_have_count(3)
        await expect(lines.nth(0)).to_contain_text("429 Too Many Requests: retry after 7")
        await expect(lines.nth(1)).to_contain_text("400 Bad Request: message is too long")
        await expect(lines.nth(2)).to_contain_text("after “/start”")
        await panel.get_by_label("Only refused").check()
        await expect(lines).to_have_count(2)
        await panel.get_by_label("Method").select_option("sendMessage")
        await panel.get_by_label("Chat").select_option("Ada")
        await expect(lines).to_have_count(2)


async def test_a_call_opens_to_all_that_was_sent_and_answered_without_the_token() -> None:
    async with open_stage() as stage:
        ada = stage.sandbox.person("Ada")
        await ada.start()
        await stage.bot.say(ada.chat, f"The token is {stage.sandbox.token}")
        await stage.show(ada)
        await stage.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        await stage.page.get_by_role("button", name="Bot calls").click()
        panel = stage.page.get_by_role("complementary", name="Bot calls")
        await panel.get_by_role("button", name="sendMessage").click()
        await expect(panel.get_by_role("region", name="What the bot sent")).to_contain_text(
            "The token is (hidden)"
        )
        answer = panel.get_by_role("region", name="What Telegram answered")
        await expect(answer).to_contain_text('"message_id": 2')
        await panel.get_by_role("button", name="Copy what is shown").click()
        await expect(panel.get_by_role("status")).to_have_text("1 call copied")
        (copied,) = json.loads(await stage.page.evaluate("navigator.clipboard.readText()"))
        assert copied["params"]["chat_id"] == ada.id
        assert stage.sandbox.token not in await panel.inner_html()


async def test_the_panel_can_be_held_and_cleared() -> None:
    async with open_stage() as stage:
        ada = stage.sandbox.person("Ada")
        await ada.start()
        await stage.bot.say(ada.chat, "One")
        await stage.show(ada)
        await stage.page.get_by_role("button", name="Bot calls").click()
        panel = stage.page.get_by_role("complementary", name="Bot calls")
        lines = panel.get_by_role("log").locator(".call")
        await expect(lines).to_have_count(1)
        await panel.get_by_role("button", name="Pause").click()
        await stage.bot.say(ada.chat, "Two")
        await expect(panel.locator(".sums")).to_contain_text("2 calls")
        await expect(panel.locator(".sums")).to_contain_text("paused, 1 since")
        await expect(lines).to_have_count(1)
        await panel.get_by_role("button", name="Go on").click()
        await expect(lines).to_have_count(2)
        await panel.get_by_role("button", name="Clear").click()
        await expect(lines).to_have_count(0)
        await stage.bot.say(ada.chat, "Three")
        await expect(panel.locator(".sums")).to_have_text("1 call, 0 refused, 0 told to wait")
        await stage.page.keyboard.press("Escape")
        await expect(panel).to_be_hidden()
        await expect(stage.page.get_by_role("button", name="Bot calls")).to_be_focused()


async def test_thousands_of_calls_leave_the_page_quick() -> None:
    async with open_stage() as stage:
        ada = stage.sandbox.person("Ada")
        await ada.start()
        await stage.show(ada)
        await stage.page.get_by_role("button", name="Bot calls").click()
        for _ in range(30):
            await asyncio.gather(*(stage.bot.call("getMe") for _ in range(100)))
        panel = stage.page.get_by_role("complementary", name="Bot calls")
        await expect(panel.locator(".sums")).to_contain_text("3000 calls")
        assert await panel.locator(".call").count() == 100
        drawn = await stage.page.evaluate(
            """async () => {
              const begun = performance.now();
              document.querySelector('.filters input').click();
              document.querySelector('.filters input').click();
              return performance.now() - begun;
            }"""
        )
        assert drawn < 200
        await panel.get_by_role("button", name="Show older calls").click()
        await expect(panel.locator(".call")).to_have_count(300)


async def test_the_colours_follow_the_system_until_somebody_chooses() -> None:
    async with open_stage(size=PHONE) as stage:
        page = stage.page
        await page.emulate_media(color_scheme="dark")
        await stage.show(stage.sandbox.person("Ada"))
        bar, dark, light = page.locator("#topbar"), "rgb(21, 26, 34)", "rgb(251, 252, 254)"
        await expect(bar).to_have_css("background-color", dark)
        await page.get_by_role("button", name="Menu").click()
        await page.get_by_text("Light", exact=True).click()
        await expect(bar).to_have_css("background-color", light)
        await page.reload()
        await expect(bar).to_have_css("background-color", light)
        await page.get_by_role("button", name="Menu").click()
        await page.get_by_text("As the system").click()
        await expect(bar).to_have_css("background-color", dark)
        await page.emulate_media(color_scheme="light")
        await expect(bar).to_have_css("background-color", light)
