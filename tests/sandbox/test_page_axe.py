"""axe looks at every screen of the page: both colours, both widths, Arabic, all panels."""

from importlib.resources import files
from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.browser import in_browser
from tests.sandbox.scenes import Place, furnish
from tests.sandbox.stage import DESKTOP, PHONE, Stage, open_stage

pytestmark = in_browser
AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
RUN = """async () => {
  const options = {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}};
  return (await axe.run(document, options)).violations;
}"""
TOUR: list[dict[str, Any]] = [
    {
        "name": "contractor",
        "title": "Contractor",
        "end": "That was all.",
        "steps": [
            {
                "say": "Send /work.",
                "at": "private",
                "point": {"write": True},
                "give": {"label": "Write /work", "text": "/work"},
                "done": [{"said": "/work"}],
            }
        ],
    }
]


async def violations(page: Page) -> list[str]:
    """What axe finds on the page as it is now, in words."""
    # Colours are measured on what has come to rest.
    await page.evaluate(
        "() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => 0)))"
    )
    if not await page.evaluate("'axe' in window"):
        await page.evaluate(AXE)
    found = await page.evaluate(RUN)
    return [
        f"{one['impact']} {one['id']}: {node['target']} {node.get('failureSummary', '')}"
        for one in found
        for node in one["nodes"]
    ]


async def go_back(stage: Stage, place: Place) -> None:
    """Back to the list of chats on the first phone."""
    phone = stage.phone(place.ada)
    while await phone.locator(".back").count():
        await phone.locator(".back").first.click()
    await expect(phone.locator(".chat-list")).to_be_visible()


class Tour:
    """Goes from screen to screen, and notes what axe finds on each."""

    def __init__(self, stage: Stage, place: Place) -> None:
        self.stage, self.place, self.page = stage, place, stage.page
        self.found: list[str] = []

    async def look(self, screen: str) -> None:
        self.found += [f"{screen}: {one}" for one in await violations(self.page)]

    async def chats(self) -> None:
        stage, place, page = self.stage, self.place, self.page
        phone = stage.phone(place.ada)
        await self.look("list of chats")
        await stage.open(place.ada, place.ada.chat)
        await self.look("end of a chat")
        await phone.locator(".scroller").evaluate("(box) => box.scrollTop = 0")
        await self.look("start of a chat")
        await phone.locator(".entry.out .bubble").first.click(button="right")
        await self.look("menu of a message")
        await page.keyboard.press("Enter")
        await phone.get_by_label("Message to").fill("/")
        await expect(phone.get_by_role("menuitem")).to_have_count(2)
        await self.look("commands")
        await phone.get_by_label("Message to").fill("")
        await phone.get_by_role("button", name="More").click()
        await self.look("menu of a chat")
        await go_back(stage, place)
        for chat, name in ((place.group, "group"), (place.channel, "channel")):
            await stage.open(place.ada, chat)
            await self.look(name)
            await go_back(stage, place)
        await phone.locator(f"[data-chat='{place.forum.id}']").click()
        await self.look("topics")
        await phone.locator(f"[data-topic='{place.topic}']").click()
        await self.look("a topic")
        await go_back(stage, place)

    async def answers(self) -> None:
        stage, place = self.stage, self.place
        phone = await stage.open(place.ada, place.group)
        for alert in (False, True):
            await phone.locator(".key").last.click()
            query = await stage.bot.heard("callback_query")
            await self.look("a tap under way")
            await stage.bot.call(
                "answerCallbackQuery",
                callback_query_id=query["id"],
                text="No job is left.",
                show_alert=alert,
            )
            await expect(phone.get_by_text("No job is left.").last).to_be_visible()
            await self.look("an alert" if alert else "a toast")
        await self.page.keyboard.press("Enter")

    async def panels(self) -> None:
        page, stage = self.page, self.stage
        for name in ("Clock", "Take the tour", "Menu"):
            await page.get_by_role("button", name=name).click()
            await self.look(f"panel {name}")
            await page.keyboard.press("Escape")
        for entry in ("Add a person", "Show a phone", "New group or channel", "Keys"):
            await page.get_by_role("button", name="Menu").click()
            await page.get_by_role("button", name=entry).click()
            await self.look(f"dialog {entry}")
            await page.keyboard.press("Escape")
        await stage.bot.try_call("sendMessage", chat_id=self.place.ada.id, text="x" * 4097)
        stage.sandbox.faults.next("sendMessage", "429:7")
        await stage.bot.try_call("sendMessage", chat_id=self.place.ada.id, text="hello")
        await page.get_by_role("button", name="Bot calls").click()
        await page.locator(".call").nth(1).click()
        await expect(page.get_by_role("region", name="What Telegram answered")).to_be_visible()
        await self.look("calls")
        await page.keyboard.press("Escape")
        await page.get_by_role("button", name="Take the tour").click()
        await page.get_by_role("button", name="Contractor").click()
        await expect(page.locator(".pointed")).to_be_visible()
        await self.look("a step of a tour")
        await page.get_by_role("button", name="Skip step").click()
        await self.look("the end of a tour")

    async def arabic(self) -> None:
        stage, place = self.stage, self.place
        if await self.page.locator(".switcher").is_visible():
            await stage.page.get_by_role("button", name="Show the phone of ليلى").click()
        await stage.open(place.layla, place.layla.chat)
        await self.look("a chat in Arabic")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
async def test_axe_finds_nothing_on_any_screen(scheme: Any, size: tuple[int, int]) -> None:
    async with open_stage(size=size) as stage:
        await stage.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        place = await furnish(stage)
        stage.sandbox.tours = [{**one, "person_id": place.ada.id} for one in TOUR]
        await stage.show(place.ada, place.layla)
        tour = Tour(stage, place)
        await tour.chats()
        await tour.answers()
        await tour.panels()
        await tour.arabic()
        assert tour.found == []


async def test_axe_would_find_a_planted_fault() -> None:
    async with open_stage() as stage:
        ada = stage.sandbox.person("Ada")
        await stage.show(ada)
        await stage.page.evaluate(
            """() => {
              const faint = document.querySelector('.composer .start');
              faint.style.color = '#eee';
              faint.style.background = '#fff';
              document.querySelector('.tool').removeAttribute('aria-label');
              document.querySelector('.tool').replaceChildren();
            }"""
        )
        found = " ".join(await violations(stage.page))
        assert "serious color-contrast" in found
        assert "critical button-name" in found
