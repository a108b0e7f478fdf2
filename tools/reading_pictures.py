# ruff: noqa: INP001
"""Pictures of texts as a phone shows them, to judge how they read: the real page and layout.

Run from the root of the source folder, with a file of tasks as JSONL and the ids to look at:
`.venv/bin/python tools/reading_pictures.py FOLDER FILE [ID ...]`
"""

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

from aiohttp import ClientSession
from pictures import CHROMIUM, FLAGS
from playwright.async_api import Browser, async_playwright

from bot.domain.tasks import Content, Response
from bot.layout import lay_out
from bot.typeset import Text
from sandbox import Limits, Person, Sandbox

# Tall enough for a whole message of 4,096 signs.
PHONE = (390, 6000)


def texts_of(source: str) -> list[Text]:
    """The messages in which an answer is told, without their headings."""
    layout = lay_out(Content((), (Response("a", source),)), (0,))
    if layout.is_single:
        return [layout.sections[0].text]
    return [one.text for one in layout.parts if one.text is not None]


async def tell(session: ClientSession, sandbox: Sandbox, person: Person, text: Text) -> None:
    """Send a message as the bot does; the strict sandbox has to take it."""
    entities = [
        {name: value for name in ("type", "offset", "length", "url", "language")
         if (value := getattr(one, name)) is not None}
        for one in text.entities
    ]  # fmt: skip
    told = {"chat_id": person.id, "text": text.text, "entities": entities}
    address = f"{sandbox.url}/bot{sandbox.token}/sendMessage"
    async with session.post(address, json=told) as answer:
        if answer.status != 200:
            raise ValueError(await answer.text())


async def picture(browser: Browser, sandbox: Sandbox, person: Person, path: Path) -> None:
    """The person's phone with all messages, from the first to the last."""
    page = await browser.new_page(viewport={"width": PHONE[0], "height": PHONE[1]})
    await page.goto(f"{sandbox.url}/?people={person.id}")
    await page.locator(".entry").first.wait_for()
    await page.locator(".feed, .chat").first.screenshot(path=path)
    await page.close()


async def main(folder: Path, rows: list[dict[str, Any]]) -> None:
    """Take the pictures of the first answer of each of these tasks."""
    async with (
        Sandbox(limits=Limits.off()) as sandbox, ClientSession() as session,
        async_playwright() as play,
    ):  # fmt: skip
        browser = await play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for row in rows:
            person = sandbox.person(row["id"])
            await person.start()
            for text in texts_of(row["responses"][0]["text"]):
                await tell(session, sandbox, person, text)
            await picture(browser, sandbox, person, folder / f"{row['id']}.png")
        await browser.close()


def chosen(file: Path, wanted: list[str]) -> list[dict[str, Any]]:
    """The tasks of the file with these ids, or all."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if not wanted or row["id"] in wanted]


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    asyncio.run(main(target, chosen(Path(sys.argv[2]), sys.argv[3:])))
