# ruff: noqa: INP001
"""Takes the pictures of a deactivation: its notice in English, Arabic and the pseudo-language.

Run from the root of the source folder: `PYTHONPATH=. .venv/bin/python tools/standing_pictures.py`,
with a folder behind it to have the pictures there.
"""

import asyncio
import sys
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.async_api import Browser, async_playwright

from bot.demo.phone import arrive
from bot.demo.world import World, opened, sample
from bot.domain.people import Role
from bot.domain.steps import RUNGS, StepKind
from bot.services import jobs, people, standing
from bot.texts import Texts
from sandbox import Message, Person
from tests.pseudo import PSEUDO, write_pseudo
from tests.services.builders import Hall
from tests.services.standing_acts import RULES, prepare, tell
from tools import pictures

# Tall enough for the whole notice, which on a phone is read by scrolling.
TALL = (390, 1640)
WHO = (("Nadia", "en"), ("Farah", "ar"), ("Pia", PSEUDO))
WHY = "Again a job ran out with nothing handed in, after two warnings and a suspension."


async def job_run_out(world: World, person: Person, card: Message) -> str:
    """Claim a job and let its time pass; returns its number."""
    await pictures.at_a_task(person, card)
    found = await people.known(world.bot.db, telegram_id=person.id)
    (view,) = await jobs.open_views(world.bot.db, found or 0)
    await world.pass_time(timedelta(hours=3))
    return view.job.number


async def deactivated(world: World, acts: Hall, person: Person, by: int, card: Message) -> None:
    """Every step of the ladder; the last one is decided and on its way."""
    db = world.bot.db
    found = await people.known(db, telegram_id=person.id) or 0
    for kind in RUNGS[:-1]:
        # Each rung is told, and two weeks pass; that they were sent does not matter here.
        days = 7 if kind is StepKind.suspension else None
        await tell(acts, by, found, kind, now=world.sandbox.clock.now(), days=days)
        await world.pass_time(timedelta(days=15))
    job = await job_run_out(world, person, card)
    now = world.sandbox.clock.now()
    draft = await prepare(acts, by, found, StepKind.deactivation, now=now)
    await standing.drop_evidence(db, number=draft, by=by, index=0)
    await standing.add_evidence(db, number=draft, by=by, now=now, of=job)
    await standing.write(db, number=draft, text=WHY, by=by)
    await standing.decide(db, number=draft, by=by, cause=acts.cause(), now=now, rules=RULES)
    world.bot.hall.wake_outbox()
    await world.settle()


async def take_all(browser: Browser, world: World) -> None:
    """Bring three people to the end of the ladder, and take what each of them reads."""
    key = await world.project(sample("project.yaml"))
    await world.publish("tasks.jsonl", pictures.short_first(sample("tasks.jsonl")))
    card = await world.call(key)
    acts = Hall(world.bot.db)
    by = await acts.person("Boss", roles=(Role.admin,))
    for name, language in WHO:
        person = world.join(name, language)
        await arrive(person)
        found = await people.known(world.bot.db, telegram_id=person.id) or 0
        await people.choose_language(
            world.bot.db, person_id=found, language=language, cause=f"picture-{language}",
            now=world.sandbox.clock.now(),
        )  # fmt: skip
        await deactivated(world, acts, person, by, card)
        async with pictures.page_of(browser, world, TALL, person) as page:
            await pictures.open_chat(page, person, person.chat)
            await pictures.take(page, f"deactivation-{language.lower()}")


async def main() -> None:
    """Start everything, take the pictures, stop everything."""
    with TemporaryDirectory() as folder:
        texts = Texts.load(extra={PSEUDO: write_pseudo(Path(folder) / PSEUDO)})
        async with async_playwright() as playwright, opened() as world:
            # No hall speaks the pseudo-language; the picture shows that nothing is cut in others.
            object.__setattr__(world.bot.hall, "texts", texts)
            browser = await playwright.chromium.launch(
                executable_path=pictures.CHROMIUM, args=pictures.FLAGS
            )
            await take_all(browser, world)
            await browser.close()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        pictures.PICTURES = Path(sys.argv[1])
    asyncio.run(main())
