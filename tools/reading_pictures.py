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
from playwright.async_api import Browser, async_playwright

from bot.domain.tasks import Content, Response
from bot.layout import lay_out
from bot.typeset import Text
from sandbox import Limits, Person, Sandbox
from pictures import CHROMIUM, FLAGS

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
    box = await page.locator(".entry").first.bounding_box()
    top = max(0.0, (box["y"] if box else 0) - 8)
    clip = {"x": 0.0, "y": top, "width": float(PHONE[0]), "height": PHONE[1] - top - 60}
    await page.screenshot(path=path, clip=clip)  # type: ignore[arg-type]
    await page.close()


async def main(folder: Path, file: Path, wanted: list[str]) -> None:
    """Take the pictures of the first answer of each of these tasks, or of all."""
    folder.mkdir(parents=True, exist_ok=True)
    rows: list[dict[str, Any]] = [json.loads(line) for line in file.open(encoding="utf-8")]
    chosen = [row for row in rows if not wanted or row["id"] in wanted]
    async with (
        Sandbox(limits=Limits.off()) as sandbox, ClientSession() as session, async_playwright() as play,
    ):  # fmt: skip
        browser = await play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for row in chosen:
            person = sandbox.person(row["id"])
            await person.start()
            for text in texts_of(row["responses"][0]["text"]):
                await tell(session, sandbox, person, text)
            await picture(browser, sandbox, person, folder / f"{row['id']}.png")
        await browser.close()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:]))
