"""The hall of the demo: the sandbox, the bot in it, and what a coordinator sets up by chat."""

import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from bot.app import Running, running
from bot.demo.phone import arguments, arrive, buttons_of
from bot.formats.writing import writers
from bot.settings import Settings
from bot.vault import new_key
from sandbox import Chat, Message, Person, Sandbox

_LONG = 60.0


class DemoError(Exception):
    """The demo cannot go on; the message says why."""


@dataclass
class Import:
    """What the report on a dropped file said, and what came of it."""

    refused: list[str]
    tasks: int
    ratings: int


@dataclass
class World:
    """Sandbox and bot, with an admin, a coordinator and a registered work group."""

    sandbox: Sandbox
    bot: Running
    admin: Person
    coordinator: Person
    group: Chat

    async def settle(self) -> None:
        """Return when the bot has nothing left to do."""
        await self.sandbox.settled()
        await self.bot.settle()
        await self.sandbox.settled()

    async def pass_time(self, span: timedelta) -> None:
        """Move the clock, and let everything that is due happen; what was tapped comes first."""
        await self.settle()
        self.sandbox.clock.move(span)
        await self.settle()

    def join(self, name: str, language: str) -> Person:
        """A newcomer in the work group, who has not met the bot."""
        person = self.sandbox.person(name, language_code=language)
        self.sandbox.join(self.group, person)
        return person

    async def project(self, file: bytes) -> str:
        """Drop a project file in the coordinator's chat; returns the project's key."""
        await self.coordinator.upload("project.yaml", file)
        made = await self.coordinator.expect(_has("p"), timeout=_LONG)
        return (buttons_of(made, "p")[0].data or "").partition(":")[2]

    async def publish(self, name: str, body: bytes, key: str | None = None) -> Import:
        """Drop a task file in the coordinator's chat and publish what is not refused.

        `key` answers for which project it is, where the hall has several.
        """
        dropped = await self.coordinator.upload(name, body)
        report = await self._report(dropped)
        if which := [one for one in buttons_of(report, "fp") if arguments(one)[-1] == key]:
            await self.coordinator.tap_data(report, which[0].data or "", wait=_LONG)
            report = await self._report(dropped, "fn")
        refused = await self._refused(report)
        ratings = _number(r"makes ([\d.,]+)", report.content)
        publish = buttons_of(report, "fy")
        if not publish:
            raise DemoError("\n".join([f"Nothing in {name} can be published.", *refused]))
        await self.coordinator.tap_data(report, publish[0].data or "", wait=_LONG)
        done = await self.coordinator.expect(
            lambda message: message.id == report.id and bool(buttons_of(message, "cp")),
            timeout=_LONG,
        )
        return Import(refused, _number(r":\s*([\d.,]+)", done.content), ratings)

    async def _report(self, dropped: Message, *verbs: str) -> Message:
        wanted = verbs or ("fn", "fp")
        return await self.coordinator.expect(
            lambda message: (
                message.id > dropped.id and any(buttons_of(message, verb) for verb in wanted)
            ),
            timeout=_LONG,
        )

    async def _refused(self, report: Message) -> list[str]:
        """Every refused line: from the file when there are many, else from the report."""
        if every := buttons_of(report, "fa"):
            await self.coordinator.tap_data(report, every[0].data or "", wait=_LONG)
            file = await self._file(report, lambda name: name.endswith(".refused.txt"))
            return next(iter(file.values())).decode().splitlines()
        lines = report.content.splitlines()
        return [line for line in lines if re.match(r"line \d+[,:]|the file:", line)]

    async def call(self, key: str) -> Message:
        """Post a call in the group; returns its card."""
        asked = await self.coordinator.send(f"/call {key}", chat=self.group)
        return await self.coordinator.expect(
            lambda message: message.id > asked.id and bool(buttons_of(message, "c")),
            chat=self.group, timeout=_LONG,
        )  # fmt: skip

    async def close(self) -> None:
        """End a call that stands, as its coordinator does when all is in."""
        asked = await self.coordinator.send("/calls")
        listing = await self.coordinator.expect(
            lambda message: message.id > asked.id and message.from_bot, timeout=_LONG
        )
        if buttons_of(listing, "cv"):  # it has not ended by itself
            for verb, then in (("cv", "cx"), ("cx", "cz"), ("cz", "ck")):
                await self._step(listing, verb, then)

    async def _step(self, screen: Message, verb: str, then: str) -> None:
        """Tap the first such button of the coordinator's screen, which then has others."""
        await self.coordinator.tap_data(screen, buttons_of(screen, verb)[0].data or "", wait=_LONG)
        await self.coordinator.expect(
            lambda message: message.id == screen.id and bool(buttons_of(message, then)),
            timeout=_LONG,
        )

    async def slots(self, key: str) -> tuple[int, int]:
        """How many ratings the project card says are in, and how many are missing."""
        card = await self._card(key)
        done = _number(r"([\d.,]+) of", card.content)
        return done, _number(r"([\d.,]+) open", card.content)

    async def gold_answers(self, key: str) -> int:
        """How often people answered a task with a known answer, by the list of the gold."""
        card = await self._card(key)
        await self.coordinator.tap_data(card, f"gd:{key}:0", wait=_LONG)
        listing = await self.coordinator.expect(
            lambda message: message.id == card.id and not buttons_of(message, "px"), timeout=_LONG
        )
        found = re.search(r"answered (once|[\d.,]+)", listing.content)
        if found is None:
            return 0
        return 1 if found[1] == "once" else int(re.sub(r"\D", "", found[1]))

    async def export(self, key: str, form: str) -> dict[str, bytes]:
        """Export in the coordinator's chat: the file and its data card, by name."""
        card = await self._card(key)
        await self.coordinator.tap_data(card, f"px:{key}", wait=_LONG)
        choice = await self.coordinator.expect(
            lambda message: message.id == card.id and bool(buttons_of(message, "pe")),
            timeout=_LONG,
        )
        wanted = f"pe:{key}:{writers[form].code}."
        one = next(b for b in buttons_of(choice, "pe") if (b.data or "").startswith(wanted))
        await self.coordinator.tap_data(choice, one.data or "", wait=_LONG)
        stem = f"{key}-{form}."
        data = await self._file(card, lambda name: name.startswith(stem) and ".card." not in name)
        about = await self._file(card, lambda name: name.startswith(f"{stem}card."))
        return {**data, **about}

    async def _card(self, key: str) -> Message:
        asked = await self.coordinator.send("/projects")
        listing = await self.coordinator.expect(
            lambda message: message.id > asked.id and bool(buttons_of(message, "p")), timeout=_LONG
        )
        await self.coordinator.tap_data(listing, f"p:{key}", wait=_LONG)
        return await self.coordinator.expect(
            lambda message: message.id == listing.id and bool(buttons_of(message, "px")),
            timeout=_LONG,
        )

    async def _file(self, after: Message, fits: Callable[[str], bool]) -> dict[str, bytes]:
        def is_it(message: Message) -> bool:
            document = message.document
            return message.id > after.id and document is not None and fits(document.filename)

        found = await self.coordinator.expect(is_it, timeout=_LONG)
        if found.document is None:
            raise DemoError("an export without a file")
        return {found.document.filename: found.document.content}


def _has(verb: str) -> Callable[[Message], bool]:
    return lambda message: bool(buttons_of(message, verb))


def _number(pattern: str, text: str) -> int:
    found = re.search(pattern, text)
    return int(re.sub(r"\D", "", found.group(1))) if found else 0


def sample(name: str) -> bytes:
    """A file of the sample project."""
    return (files("bot") / "samples" / name).read_bytes()


def sample_tasks() -> bytes:
    """The tasks of the sample project, and after them its gold."""
    return sample("tasks.jsonl").rstrip() + b"\n" + sample("gold.jsonl")


def project_for(data: Path) -> bytes:
    """The sample project made to fit any task file: every task is rated once."""
    project = yaml.safe_load(sample("project.yaml"))
    project |= {"key": "demo-data", "name": f"Pairs of {data.name}"[:100], "overlap": 1}
    return yaml.safe_dump(project, allow_unicode=True, sort_keys=False).encode()


@asynccontextmanager
async def opened(port: int = 0) -> AsyncIterator[World]:
    """A running hall in a temporary folder; who coordinates has arrived, the group is ready."""
    sandbox = Sandbox()
    await sandbox.start(port)
    try:
        with TemporaryDirectory(prefix="hiringhall-demo-") as folder:
            admin = sandbox.person("Ada (admin)")
            settings = Settings.read(
                {
                    "HIRINGHALL_TOKEN": sandbox.token,
                    "HIRINGHALL_API_URL": sandbox.url,
                    "HIRINGHALL_ADMINS": str(admin.id),
                    "HIRINGHALL_TAPS_A_MINUTE": "100000",
                    "HIRINGHALL_COMMANDS_A_MINUTE": "100000",
                    "HIRINGHALL_DATABASE": str(Path(folder) / "hall.sqlite"),
                    "HIRINGHALL_LOG_LEVEL": "WARNING",
                    "HIRINGHALL_KEY": new_key(),
                    # One afternoon of the crowd is worth less than a week of real work.
                    "HIRINGHALL_PAY_THRESHOLDS": "USD 1.00",
                }
            )
            async with running(settings, clock=sandbox.clock) as bot:
                yield await _set_up(sandbox, bot, admin)
    finally:
        await sandbox.stop()


async def _set_up(sandbox: Sandbox, bot: Running, admin: Person) -> World:
    coordinator = sandbox.person("Cleo (coordinator)")
    await arrive(admin)
    await admin.send(f"/roles grant {coordinator.id} coordinator")
    await admin.expect(str(coordinator.id))
    await arrive(coordinator)
    group = sandbox.group("Rating work", creator=admin, members=[coordinator])
    sandbox.add_bot(group, by=admin)
    note = await admin.expect(_has("gw"))
    await admin.tap_data(note, buttons_of(note, "gw")[0].data or "")
    await admin.expect(_has("cw"))
    return World(sandbox, bot, admin, coordinator, group)
