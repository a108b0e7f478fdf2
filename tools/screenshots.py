# ruff: noqa: INP001
"""Takes the pictures of docs/schemes.md: each scheme done on the phones of scripted people.

Run from the root of the source folder: `make screenshots`, or with a folder and names of schemes
`PYTHONPATH=. .venv/bin/python tools/screenshots.py FOLDER [SCHEME ...]`
"""

import asyncio
import json
import sys
from pathlib import Path

from playwright.async_api import Browser, async_playwright

from bot.demo.phone import arrive, buttons_of
from bot.demo.world import World, opened
from bot.formats.schemes import NAMES, samples_of
from sandbox import Message, Person
from tools import pictures

# Three phones beside one another: the question, on the way, the summary.
THREE = (1200, 800)
MOMENTS = ("question", "on the way", "summary")
PROJECT = """
key: {key}
name: {name}
scheme: {scheme}
guidelines: Take your time.
pay: {{per_task: "0.40", currency: USD}}
minutes_per_task: 2
overlap: 3
tasks_per_job: 1
{more}"""
MORE = {"pairwise": "reason: strong\n"}
# What is tapped: the option at that place of the question that is asked, or [Done].
Act = int | str
DONE = "[Done]"
IDEAL = (
    "Put the egg into a small pot and cover it with cold water. Bring it to the boil, then turn "
    "the heat off and put a lid on. After 7 minutes the yolk is still soft, after 11 it is firm."
)
REWRITE = (
    "Dear neighbours, this Saturday from four o'clock we are having a party in our street. Bring "
    "something to eat and a chair. Everybody is welcome!"
)
WHY = "It says what to do, step by step, and what to avoid."
# The acts of each scheme, and after how many of them the picture on the way is taken.
SCRIPTS: dict[str, tuple[tuple[Act, ...], int]] = {
    "pairwise": ((0, WHY), 1),
    "attributes-helpsteer": ((4, 4, 4, 1, 1, 1, 0, 2, 0, 1), 6),
    "ranking": ((2, 0, 1), 2),
    "thumbs": ((1, 0, DONE), 2),
    "flags": ((10, 0, 4, DONE), 3),
    "ideal": ((IDEAL, DONE), 1),
    "rewrite": ((0, REWRITE, DONE), 2),
    "conversation": ((0, 2, 2, DONE, 1), 3),
    "factcheck": ((0, "It stands on https://example.org/kilimanjaro"), 1),
}
# The same where the answer that stands second in the file is shown first.
REVERSED: dict[str, tuple[tuple[Act, ...], int]] = {
    "pairwise": ((7, WHY), 1),
    "attributes-helpsteer": ((1, 0, 2, 0, 1, 4, 4, 4, 1, 1), 6),
    "flags": ((0, 4, DONE, 10), 2),
    "rewrite": ((1, REWRITE, DONE), 2),
}
ARABIC = ("flags", "conversation")
ARABIC_ACTS: dict[str, tuple[tuple[Act, ...], int]] = {
    "flags": ((5, DONE), 1),
    "conversation": ((0, 2, 0, DONE, 2), 2),
}


def card_of(person: Person) -> Message:
    """The card of the person's job: the newest message with [Skip], or with [Submit]."""
    for message in person.chat.newest_first():
        if buttons_of(message, "s") or buttons_of(message, "u"):
            return message
    raise LookupError(f"{person.first_name} has no card")


async def act(world: World, person: Person, what: Act) -> None:
    """One act on the card as it stands."""
    card = card_of(person)
    if isinstance(what, int):
        await person.tap_data(card, buttons_of(card, "a")[what].data or "")
    elif what == DONE:
        await person.tap_data(card, buttons_of(card, "od")[0].data or "")
    else:
        await person.send(what)
    await world.settle()


async def call_of(world: World, key: str) -> Message:
    """Post a call of the project, and find its card below those of the others."""
    asked = await world.coordinator.send(f"/call {key}", chat=world.group)
    # A group takes some messages a minute only.
    return await world.coordinator.expect(
        lambda one: one.id > asked.id and bool(buttons_of(one, "c")), chat=world.group, timeout=90
    )


async def worker(world: World, name: str, language: str, call: Message) -> Person:
    """Somebody who has arrived and claimed a job."""
    person = world.join(name, language)
    await arrive(person)
    answer = await person.tap_data(call, buttons_of(call, "c")[0].data or "")
    await person.follow(answer)
    await world.settle()
    return person


def script_for(scheme: str, task: bytes, person: Person) -> tuple[tuple[Act, ...], int]:
    """What the person does, by the order in which the card shows the answers."""
    answers = [one["text"][:6] for one in json.loads(task).get("responses", ())]
    shown = card_of(person).content
    if scheme in REVERSED and shown.index(answers[1]) < shown.index(answers[0]):
        return REVERSED[scheme]
    return SCRIPTS[scheme]


async def one_scheme(browser: Browser, world: World, scheme: str, language: str) -> None:
    """One task of the scheme on three phones, each at another moment of it."""
    arabic = language == "ar"
    key = f"{scheme}-{language}"
    file = PROJECT.format(key=key, name="Sample", scheme=scheme, more=MORE.get(scheme, ""))
    await world.project(file.encode())
    task = samples_of(scheme).splitlines()[1 if arabic else 0]
    await world.publish(f"{key}.jsonl", task, key=key)
    call = await call_of(world, key)
    people = []
    for moment in MOMENTS:
        person = await worker(world, f"{scheme}, {moment}", language, call)
        acts, between = ARABIC_ACTS[scheme] if arabic else script_for(scheme, task, person)
        for what in acts[: {"question": 0, "on the way": between}.get(moment, len(acts))]:
            await act(world, person, what)
        people.append(person)
    async with pictures.page_of(browser, world, THREE, *people) as page:
        for person in people:
            await pictures.open_chat(page, person, person.chat)
        await pictures.take(page, f"scheme-{scheme}-ar" if arabic else f"scheme-{scheme}")


async def main(names: list[str]) -> None:
    """Start everything, take the pictures, stop everything."""
    pictures.PICTURES.mkdir(parents=True, exist_ok=True)
    pictures.SHARPNESS = 1.1  # there are many of them
    async with async_playwright() as playwright, opened() as world:
        browser = await playwright.chromium.launch(
            executable_path=pictures.CHROMIUM, args=pictures.FLAGS
        )
        for name in names:
            await one_scheme(browser, world, name, "en")
            if name in ARABIC:
                await one_scheme(browser, world, name, "ar")
        await browser.close()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        pictures.PICTURES = Path(sys.argv[1])
    asyncio.run(main(sys.argv[2:] or list(NAMES)))
