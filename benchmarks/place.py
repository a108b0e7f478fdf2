"""A hall to be tried hard: the sandbox in this process, a database, people who know the bot.

It is set up with the bot in this process, which then ends; who tries it starts the bot anew.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bot.app import Running, running
from bot.formats.new_project import new_project
from bot.services import imports, projects
from bot.settings import Settings
from sandbox import Chat, Limits, Message, Person, Sandbox
from tests.flows.hall import PROJECT, arrive, tasks_file
from tests.flows.scheme_scripts import Script


@dataclass
class Place:
    """A set-up hall whose bot is not running."""

    sandbox: Sandbox
    folder: Path
    admin: Person
    group: Chat
    database: str
    people: list[Person] = field(default_factory=list)
    cards: list[Message] = field(default_factory=list)

    @property
    def log(self) -> Path:
        """The file into which all bots log."""
        return self.folder / "bot.log"

    @property
    def env(self) -> dict[str, str]:
        """The environment in which the bot runs this hall."""
        return {
            "HIRINGHALL_TOKEN": self.sandbox.token,
            "HIRINGHALL_API_URL": self.sandbox.url,
            "HIRINGHALL_ADMINS": str(self.admin.id),
            "HIRINGHALL_TAPS_A_MINUTE": "100000",
            "HIRINGHALL_COMMANDS_A_MINUTE": "100000",
            "HIRINGHALL_DATABASE": self.database,
            "HIRINGHALL_UNDO_SECONDS": "1",
            "HIRINGHALL_LOG_LEVEL": "WARNING",
        }

    @property
    def settings(self) -> Settings:
        """The same, read."""
        return Settings.read(self.env)

    def newcomer(self) -> Person:
        """One more person in the group, who has not met the bot."""
        person = self.sandbox.person(f"P{len(self.people) + 1}")
        self.sandbox.join(self.group, person)
        self.people.append(person)
        return person


@dataclass(frozen=True)
class Work:
    """One project of a place."""

    key: str
    tasks: int
    overlap: int = 3
    size: int = 5
    long: bool = False
    script: Script | None = None  # of a scheme other than pairs

    @property
    def file(self) -> bytes:
        """The tasks as a coordinator uploads them."""
        if self.script is not None:
            return self.script.tasks(self.tasks)
        return tasks_file(self.tasks, long=self.long)


async def publish(bot: Running, work: Work) -> None:
    """Make the project and publish its tasks, as the commands at the console do."""
    text = PROJECT.format(
        key=work.key, name=f"Pairs of {work.key}", overlap=work.overlap, size=work.size,
        reason="never",
    )  # fmt: skip
    if work.script is not None:
        text = text.replace("scheme: pairwise", f"scheme: {work.script.scheme}")
    made = new_project(text.encode())
    if isinstance(made, list):
        raise TypeError(f"the project file is faulty: {made}")
    now = bot.hall.clock.now()
    project = await projects.create(bot.db, made, by=None, cause=None, now=now)
    report = await imports.inspect(
        bot.db, project_key=project.key, name=f"{work.key}.jsonl", data=work.file, by=None
    )
    await imports.publish(
        bot.db, report, skip_refused=False, by=None, cause=None, now=bot.hall.clock.now()
    )


async def _arrived(person: Person) -> None:
    await person.start()
    await arrive(person)


@asynccontextmanager
async def place(
    folder: Path,
    *,
    people: int,
    work: tuple[Work, ...],
    seed: int,
    latency: float = 0.0,
    database: str | None = None,
) -> AsyncIterator[Place]:
    """A work group with that many people who have arrived, and a call for each project.

    The database is a file in the folder, unless another one is named as the settings name it.
    """
    async with Sandbox(limits=Limits.off(), seed=seed) as sandbox:
        admin = sandbox.person("Ada")
        group = sandbox.group("Work group", creator=admin)
        made = Place(sandbox, folder, admin, group, database or str(folder / "hall.sqlite"))
        async with running(made.settings, clock=sandbox.clock) as bot:
            await admin.start()
            await arrive(admin)
            sandbox.add_bot(group, by=admin)
            await admin.tap(await admin.expect("Register it"), "Register")
            await admin.expect("is a work group now")
            for one in work:
                await publish(bot, one)
                await admin.send(f"/call {one.key}", chat=group)
                name = f"Pairs of {one.key}"
                made.cards.append(await admin.expect(name, chat=group))
            await asyncio.gather(*(_arrived(made.newcomer()) for _ in range(people)))
            await sandbox.settled()
            await bot.settle()
        sandbox.latency = latency
        yield made
