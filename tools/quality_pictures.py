# ruff: noqa: INP001
"""Takes the pictures of quality: what is measured, objected to, reviewed, doubted and exported.

Run from the root of the source folder: `PYTHONPATH=. .venv/bin/python tools/quality_pictures.py`
for those of the documentation, or with a folder behind it for every screen in three languages,
and names behind that for some of them.
"""

import asyncio
import sys
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.async_api import Browser, Page, async_playwright

from bot.demo.world import World
from bot.texts import Texts
from sandbox import Message, Person
from tests.flows.hall import stage
from tests.pseudo import PSEUDO, write_pseudo
from tools import pictures
from tools.quality_scene import KEY, SETTINGS, Scene, played

WIDE, LEAST, MOST = 390, 844, 2400
# Above and below a message stand the head of the chat and the field to write in.
AROUND = 170
LANGUAGES = ("en", "ar", PSEUDO)
# Whose phone it is, what is sent, and the buttons that are tapped then, by how their data begins;
# where nothing is sent, the newest message that has such a button.
WAYS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "verdict": ("Nadia", "", ("rd",)),
    "standing": ("Nadia", "/standing", ()),
    "quality": ("Nadia", "/standing", ("ku",)),
    "quality-less": ("Nadia", "/standing", ("ku", "kv")),
    "quality-task": ("Nadia", "/standing", ("ku", "kv", "re")),
    "quality-missed": ("Nadia", "/standing", ("ku", "kx")),
    "gold-missed": ("Nadia", "/standing", ("ku", "kx", "gdm")),
    "how-measured": ("Nadia", "/standing", ("ki", "kg")),
    "quality-formula": ("Nadia", "/standing", ("ku", "kz")),
    "how": ("Nadia", "/standing", ("ki",)),
    "review": ("Rita", "/review", ()),
    "review-card": ("Rita", "/review", ("rw",)),
    "review-known": ("Rita", "/review", ("rw", "ri:{known}")),
    "reviewer": ("Rita", "/review", ("rmy",)),
    "reviewer-line": ("Rita", "/review", ("rmy", "re")),
    "desk": ("Ada", "/desk", ()),
    "doubt": ("Ada", "/desk", ("dkg:doubts",)),
    "person": ("Ada", "/people Zed", ()),
    "detectors": ("Ada", "/detectors", ()),
    "dry-run": ("Ada", "/detectors", ("nj",)),
    "proposal": ("Ada", "/detectors", ("ni", "nk")),
    "project": ("Ada", "/projects", ("p",)),
    "chart": ("Ada", "/projects", ("p", "pjp")),
    "unsure": ("Ada", "/projects", ("p", "unq")),
    "unsure-task": ("Ada", "/projects", ("p", "unq", "unv")),
    "gold": ("Ada", "/projects", ("p", "gd")),
    "gold-doubted": ("Ada", "/projects", ("p", "gd", "gdo", "gds")),
    "export": ("Ada", "/projects", ("p", "px")),
    "export-filtered": ("Ada", "/projects", ("p", "px", "pxf", f"pxf:{KEY}:33")),
    "export-files": ("Ada", "/projects", ("p", "px", "pe")),
}
# What the documentation shows, in which language.
DOCS = {
    "en": ("quality", "quality-less", "gold-missed", "reviewer", "unsure-task", "export"),
    "ar": ("quality",),
}


class Phones:
    """The phones of the scene in one language: who taps what, and pictures of what comes."""

    def __init__(self, browser: Browser, scene: Scene, language: str) -> None:
        self.scene, self.browser, self.language = scene, browser, language
        self.people: dict[str, Person] = {**scene.crowd, "Ada": scene.hall.admin}

    async def all(self, names: list[str]) -> None:
        """Every screen, person by person."""
        for who in dict.fromkeys(WAYS[name][0] for name in names):
            person = self.people[who]
            await self.scene.speak(person, self.language)
            async with self.page_of(person) as page:
                await pictures.open_chat(page, person, person.chat)
                for name in (one for one in names if WAYS[one][0] == who):
                    _, command, verbs = WAYS[name]
                    message = await self.walk(person, command, verbs)
                    await take(page, message, self.named(name))

    def page_of(self, person: Person) -> AbstractAsyncContextManager[Page]:
        """The page with the phone of the person."""
        hall = self.scene.hall
        world = World(hall.sandbox, hall.bot, hall.admin, hall.admin, hall.group)
        return pictures.page_of(self.browser, world, (WIDE, LEAST), person)

    def named(self, name: str) -> str:
        """The name of the file."""
        return name if self.language == "en" else f"{name}-{self.language.lower()}"

    async def walk(self, person: Person, command: str, verbs: tuple[str, ...]) -> Message:
        """Send the command and tap one button after another; returns what stands there then."""
        if not command:
            return newest(person, 0, verbs[0])
        before = (await person.send(command)).id
        await self.scene.hall.settle()
        message = newest(person, before)
        for wanted in verbs:
            # The queue would lead there one by one.
            verb = wanted.format(known=await self.scene.known_line())
            message = newest(person, before, verb if verb == wanted else "")
            last = newest(person, before).id
            data = next((b.data or "" for b in message.buttons if begins(b.data, verb)), verb)
            await person.tap_data(message, data)
            await self.scene.hall.settle()
            come = newest(person, before)
            message = come if come.id > last else message
        return message


def begins(data: str | None, verb: str) -> bool:
    """Whether the data of a button is of that verb, and what may follow it."""
    return f"{data}:".startswith(f"{verb}:")


def newest(person: Person, after: int, verb: str = "") -> Message:
    """The newest message of the bot behind that one, which has such a button."""
    for one in person.chat.newest_first():
        if one.deleted or not one.from_bot or one.id <= after:
            continue
        if not verb or any(begins(button.data, verb) for button in one.buttons):
            return one
    raise LookupError(f"{person.first_name} sees nothing with {verb!r}")


async def take(page: Page, message: Message, name: str) -> None:
    """The phone, high enough for the whole message."""
    entry = page.locator(f".entry[data-id='{message.id}']")
    await entry.wait_for()
    box = await entry.bounding_box()
    high = min(max(LEAST, int((box or {"height": 0})["height"]) + AROUND), MOST)
    await page.set_viewport_size({"width": WIDE, "height": high})
    await entry.scroll_into_view_if_needed()
    await pictures.take(page, name)


async def main(folder: Path | None, names: list[str]) -> None:
    """Play the scene, take the pictures, stop everything."""
    if folder is not None:
        pictures.PICTURES = folder
    pictures.PICTURES.mkdir(parents=True, exist_ok=True)
    pictures.SHARPNESS = 1.2  # there are many of them
    with TemporaryDirectory() as scratch:
        texts = Texts.load(extra={PSEUDO: write_pseudo(Path(scratch) / PSEUDO)})
        async with async_playwright() as playwright, stage(Path(scratch), **SETTINGS) as hall:
            object.__setattr__(hall.bot.hall, "texts", texts)
            browser = await playwright.chromium.launch(
                executable_path=pictures.CHROMIUM, args=pictures.FLAGS
            )
            scene = await played(hall)
            for language in LANGUAGES:
                wanted = names or WAYS if folder else DOCS.get(language, ())
                await Phones(browser, scene, language).all(list(wanted))
            await browser.close()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]) if len(sys.argv) > 1 else None, sys.argv[2:]))
