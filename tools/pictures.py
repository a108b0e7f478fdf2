# ruff: noqa: INP001
"""Takes the pictures of the documentation: the real page, the real bot, nothing painted.

Run from the root of the source folder: `.venv/bin/python tools/pictures.py [FOLDER]`
"""

import asyncio
import shutil
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from aiohttp import ClientSession
from playwright.async_api import Browser, Locator, Page, async_playwright, expect

from bot.demo.friday import pay_day
from bot.demo.people import Taste
from bot.demo.phone import Phone, buttons_of
from bot.demo.tours import offer_tours
from bot.demo.world import World, opened, sample
from sandbox import Chat, Message, Person

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
DESKTOP = (1440, 900)
PHONE = (390, 844)
SHARPNESS = 1.5
NEWS = (
    "Good morning! New work today: everyday questions with two answers each, most of them in "
    "English. Read both answers to the end, and skip what you cannot judge. The call follows."
)
CROWD = (("Emeka", "en"), ("Farah", "ar"), ("Luz", "es"), ("Chen", "zh-hans"), ("Priya", "en"))


async def one_job(person: Person, card: Message) -> None:
    """Claim from the card and rate the whole job, as somebody on a phone does."""
    phone, taste = Phone(person), Taste(person.first_name)
    answer = await person.tap_data(card, buttons_of(card, "c")[0].data or "")
    await person.follow(answer)
    while True:
        screen, message = await phone.next()
        if screen == "x":
            return
        if screen == "a":
            answers = buttons_of(message, "a")
            option = taste.choose(phone.answer_lengths(message), len(answers))
            await phone.tap(message, answers[option])
        else:
            await phone.tap_first(message, screen)


async def at_a_task(person: Person, card: Message) -> None:
    """Claim, and stop where the second task stands, whole, with its buttons."""
    phone = Phone(person)
    answer = await person.tap_data(card, buttons_of(card, "c")[0].data or "")
    await person.follow(answer)
    rated = 0
    while True:
        screen, message = await phone.next()
        if screen == "a" and rated and "🅰️" in message.content and "🅱️" in message.content:
            return
        rated += screen == "a"
        await phone.tap_first(message, screen)


def short_first(tasks: bytes) -> bytes:
    """The tasks with the short English ones in front, which a picture can show."""

    def order(line: bytes) -> tuple[bool, int]:
        return b'"language": "en"' not in line, len(line)

    lines = sorted(tasks.splitlines(), key=order)
    return b"\n".join(lines)


@asynccontextmanager
async def page_of(
    browser: Browser,
    world: World,
    size: tuple[int, int],
    *people: Person,
    dark: bool = False,
    tour: str = "",
) -> AsyncIterator[Page]:
    """The page with the phones of these people, in light or dark."""
    page = await browser.new_page(
        viewport={"width": size[0], "height": size[1]},
        device_scale_factor=SHARPNESS,
        color_scheme="dark" if dark else "light",
    )
    ids = ",".join(str(person.id) for person in people)
    asked = f"&tour={tour}" if tour else ""
    await page.goto(f"{world.sandbox.url}/?people={ids}{asked}")
    await expect(page.locator(".phone")).to_have_count(len(people))
    try:
        yield page
    finally:
        await page.close()


async def open_chat(page: Page, person: Person, chat: Chat) -> Locator:
    """Open a chat on the person's phone, and let it come to rest at its end."""
    phone = page.locator(f".phone[data-person='{person.id}']")
    item = phone.locator(f"[data-chat='{chat.id}']")
    view = phone.locator(".chat")
    await expect(item.or_(view).first).to_be_visible()
    if await phone.get_by_role("button", name="Chats").count():
        await phone.get_by_role("button", name="Chats").click()
    if await item.count():
        await item.click()
    await expect(view).to_be_visible()
    return phone


async def take(page: Page, name: str) -> None:
    """Take the picture once fonts and frames are there, with the mouse out of it."""
    await page.mouse.move(0, 0)
    await page.evaluate("document.fonts.ready.then(() => true)")
    await page.evaluate("new Promise(done => requestAnimationFrame(() => "
                        "requestAnimationFrame(done)))")  # fmt: skip
    await page.screenshot(path=PICTURES / f"{name}.png", animations="disabled")


async def refused(world: World) -> None:
    """Call the bot's API as a bot with a mistake would."""
    url = f"{world.sandbox.url}/bot{world.sandbox.token}/sendMessage"
    body = {"chat_id": world.admin.id, "text": "x" * 4097}
    async with ClientSession() as http, http.post(url, json=body) as answer:
        await answer.read()


async def pictures(browser: Browser, world: World) -> None:
    """Set the scenes, and take a picture of each."""
    key = await world.project(sample("project.yaml"))
    await world.publish("tasks.jsonl", short_first(sample("tasks.jsonl")))
    crowd = [world.join(*one) for one in CROWD]
    nadia = world.join("Nadia", "en")
    offer_tours(world, world.join("You", "en"))
    await world.coordinator.send(NEWS, chat=world.group)
    card = await world.call(key)
    await asyncio.gather(*(one_job(person, card) for person in crowd))
    await world.pass_time(timedelta(seconds=15))
    await at_a_task(nadia, card)
    await world.pass_time(timedelta(seconds=15))
    exported = await world.export(key, "trl-preference")
    if not exported:
        raise LookupError("nothing was exported")
    await world.coordinator.send("/projects")
    await world.settle()
    listing = await world.coordinator.expect(lambda one: bool(buttons_of(one, "p")))
    await world.coordinator.tap_data(listing, f"p:{key}")
    await world.settle()

    await desktops(browser, world, nadia, crowd)
    await phones(browser, world, nadia, crowd[0])
    await review(browser, world)
    await pay(browser, world, card, crowd[0])


async def desktops(browser: Browser, world: World, nadia: Person, crowd: list[Person]) -> None:
    """Three phones side by side, in light and dark; the panel of calls; a tour."""
    for dark in (False, True):
        three = (nadia, crowd[0], world.coordinator)
        async with page_of(browser, world, DESKTOP, *three, dark=dark) as page:
            await open_chat(page, nadia, nadia.chat)
            await open_chat(page, crowd[0], world.group)
            await open_chat(page, world.coordinator, world.coordinator.chat)
            await take(page, "chat-page-dark" if dark else "chat-page")
    two = (world.coordinator, nadia)
    async with page_of(browser, world, DESKTOP, *two, dark=True, tour="coordinator") as page:
        await open_chat(page, nadia, nadia.chat)
        await open_chat(page, world.coordinator, world.coordinator.chat)
        await expect(page.locator(".pointed")).to_be_visible()
        await take(page, "tour")
    await refused(world)
    async with page_of(browser, world, DESKTOP, crowd[1], crowd[3]) as page:
        await open_chat(page, crowd[1], crowd[1].chat)
        await open_chat(page, crowd[3], crowd[3].chat)
        await page.get_by_role("button", name="Bot calls").click()
        line = page.get_by_role("button", name="too long")
        await expect(line).to_be_visible()
        await take(page, "sandbox")


async def phones(browser: Browser, world: World, nadia: Person, emeka: Person) -> None:
    """One phone that fills the screen: a task, a project, the list of chats, a tour."""
    async with page_of(browser, world, PHONE, nadia) as page:
        await open_chat(page, nadia, nadia.chat)
        await take(page, "task")
    async with page_of(browser, world, PHONE, world.coordinator) as page:
        await open_chat(page, world.coordinator, world.coordinator.chat)
        await take(page, "project")
    async with page_of(browser, world, PHONE, emeka, dark=True) as page:
        await open_chat(page, emeka, world.group)
        await take(page, "call-dark")
    visitor = next(one for one in world.sandbox.people.values() if one.first_name == "You")
    async with page_of(browser, world, PHONE, visitor, tour="contractor") as page:
        await expect(page.locator(".pointed")).to_be_visible()
        await take(page, "tour-phone")


async def review(browser: Browser, world: World) -> None:
    """A rating in front of who reviews it."""
    card = await world.coordinator.expect(lambda one: bool(buttons_of(one, "rw")))
    await world.coordinator.tap_data(card, buttons_of(card, "rw")[0].data or "")
    await world.settle()
    async with page_of(browser, world, PHONE, world.coordinator) as page:
        await open_chat(page, world.coordinator, world.coordinator.chat)
        await take(page, "review")


async def pay(browser: Browser, world: World, card: Message, emeka: Person) -> None:
    """What somebody's pay looks like behind a pay day, with later work in review."""
    await world.pass_time(timedelta(days=2))
    await one_job(emeka, card)
    await world.pass_time(timedelta(days=1, hours=1))
    await pay_day(world, [emeka])
    await emeka.send("/pay")
    await world.settle()
    async with page_of(browser, world, PHONE, emeka) as page:
        await open_chat(page, emeka, emeka.chat)
        await take(page, "pay")


async def main() -> None:
    """Start everything, take the pictures, stop everything."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    async with async_playwright() as playwright, opened() as world:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        await pictures(browser, world)
        await browser.close()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        PICTURES = Path(sys.argv[1])
    asyncio.run(main())
