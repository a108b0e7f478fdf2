"""A whole hall for a test: the sandbox, the real bot over HTTP, people on phones."""

import shutil
import socket
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import mkdtemp

from bot.app import ProcessRole, Running, running
from bot.settings import Settings
from bot.vault import new_key
from sandbox import Chat, Limits, Message, Person, Sandbox
from storage.database import Database
from storage.migrate import upgrade
from tests.conftest import forbid_locks_in_reading

PROJECT = """
key: {key}
name: {name}
scheme: pairwise
guidelines: Choose the answer that helps more.
pay: {{per_task: "0.40", currency: USD}}
minutes_per_task: 2
overlap: {overlap}
tasks_per_job: {size}
review_days: 3
reason: {reason}
"""


def tasks_file(count: int, *, long: bool = False) -> bytes:
    """So many small tasks as JSONL; long ones do not fit one message."""
    lines = []
    for number in range(1, count + 1):
        more = " More of it." * 400 if long else ""
        lines.append(
            f'{{"id":"t{number}","prompt":"Question {number}?","responses":['
            f'{{"id":"a","text":"First answer to {number}.{more}","model":"model-x"}},'
            f'{{"id":"b","text":"Second answer to {number}.{more}","model":"model-y"}}]}}'
        )
    return "\n".join(lines).encode()


@dataclass
class Stage:
    """The sandbox and the bot, with an admin who has set up a work group."""

    sandbox: Sandbox
    bot: Running
    admin: Person
    group: Chat
    settings: Settings
    # The other processes, where there are several.
    others: tuple[Running, ...] = ()

    async def settle(self) -> None:
        """Return when the bot has nothing left to do."""
        await self.sandbox.settled()
        for bot in (*self.others, self.bot):
            await bot.settle()
        await self.sandbox.settled()

    async def move(self, **by: float) -> None:
        """Move the clock, and let everything that is due happen."""
        self.sandbox.clock.move(timedelta(**by))
        await self.settle()

    async def project(
        self, *, key: str = "pairs", tasks: int = 10, overlap: int = 3, size: int = 5,
        reason: str = "never", long: bool = False,
    ) -> None:  # fmt: skip
        """Make a project and publish tasks by dropping files in the admin's chat."""
        text = PROJECT.format(key=key, name=f"Pairs of {key}", overlap=overlap, size=size,
                              reason=reason)  # fmt: skip
        await self.admin.upload(f"{key}.yaml", text.encode())
        await self.admin.expect(f"Project Pairs of {key}")
        await self.admin.upload(f"{key}.jsonl", tasks_file(tasks, long=long))
        report = await self.admin.expect(
            lambda m: any("Publish" in b.text or "Pairs of" in b.text for b in m.buttons)
        )
        if not any("Publish" in b.text for b in report.buttons):
            await self.admin.tap(report, f"Pairs of {key}")
            report = await self.admin.expect("can be published")
        await self.admin.tap(report, "Publish")
        await self.admin.expect(f"open for Pairs of {key}")

    async def call(self, key: str = "pairs", *, only: str = "") -> Message:
        """Post a call in the group; returns its card."""
        await self.admin.send(f"/call {key} {only}".rstrip(), chat=self.group)
        return await self.admin.expect(lambda m: bool(m.buttons), chat=self.group)

    async def newcomer(self, name: str, language: str = "en") -> Person:
        """A person in the work group who has not met the bot."""
        person = self.sandbox.person(name, language_code=language)
        self.sandbox.join(self.group, person)
        return person

    async def arrived(self, name: str) -> Person:
        """A person in the work group who has answered the questions."""
        person = await self.newcomer(name)
        await person.start()
        await arrive(person)
        return person


async def arrive(person: Person, last: str = "You are in") -> None:
    """Answer consent, language and time zone; `last` is what is said then."""
    card = await person.expect("Welcome")
    await person.tap(card, "I agree")
    card = await person.expect("Which language")
    await person.tap(card, 0)
    card = await person.expect("What time is it")
    await person.tap(card, 0)
    await person.expect(last)


def by_day(sandbox: Sandbox) -> None:
    """Move the clock to noon in world time: whatever can wait would wait for the night to end."""
    now = sandbox.clock.now()
    noon = now.replace(hour=12, minute=0, second=0, microsecond=0)
    sandbox.clock.move((noon - now) % timedelta(days=1))


_migrated: list[Path] = []


async def _database(folder: Path) -> str:
    """The file of a hall that nobody has started yet, at the newest schema."""
    if not _migrated:
        first = Path(mkdtemp(prefix="hall-flows-")) / "hall.sqlite"
        db = Database(f"sqlite+aiosqlite:///{first}")
        await upgrade(db)
        await db.close()
        _migrated.append(first)
    return str(shutil.copy(_migrated[0], folder / "hall.sqlite"))


@asynccontextmanager
async def stage(
    folder: Path, *, limits: Limits | None = None, **more: str
) -> AsyncIterator[Stage]:
    """A running hall in the sandbox; an admin has arrived and registered the work group.

    `more` are settings.
    """
    async with Sandbox(limits=limits or Limits.off()) as sandbox:
        by_day(sandbox)
        admin = sandbox.person("Ada")
        settings = Settings.read(
            {
                "HIRINGHALL_TOKEN": sandbox.token,
                "HIRINGHALL_API_URL": sandbox.url,
                "HIRINGHALL_ADMINS": str(admin.id),
                "HIRINGHALL_TAPS_A_MINUTE": "100000",
                "HIRINGHALL_COMMANDS_A_MINUTE": "100000",
                "HIRINGHALL_REVIEW_SECOND_SHARE": "0",
                "HIRINGHALL_DATABASE": await _database(folder),
                "HIRINGHALL_KEY": new_key(),
                **more,
            }
        )
        async with running(settings, clock=sandbox.clock, limited=limits is not None) as bot:
            forbid_locks_in_reading(bot.db)
            yield Stage(sandbox, bot, admin, await _set_up(sandbox, admin), settings)


async def _set_up(sandbox: Sandbox, admin: Person) -> Chat:
    """The admin arrives, adds the bot to a group, and makes that a work group."""
    await admin.start()
    await arrive(admin)
    group = sandbox.group("Work group", creator=admin)
    sandbox.add_bot(group, by=admin)
    note = await admin.expect("Register it")
    await admin.tap(note, "Register")
    await admin.expect("is a work group now")
    return group


@asynccontextmanager
async def webhooked(
    folder: Path, *, database: str | None = None, several: bool = False
) -> AsyncIterator[Stage]:
    """The same behind a webhook: one process, or two for the web and a worker."""
    async with Sandbox(limits=Limits.off()) as sandbox, AsyncExitStack() as stack:
        by_day(sandbox)
        admin = sandbox.person("Ada")

        async def start(role: ProcessRole) -> Running:
            port = free_port()
            settings = Settings.read(
                {
                    "HIRINGHALL_TOKEN": sandbox.token,
                    "HIRINGHALL_API_URL": sandbox.url,
                    "HIRINGHALL_ADMINS": str(admin.id),
                    "HIRINGHALL_TAPS_A_MINUTE": "100000",
                    "HIRINGHALL_COMMANDS_A_MINUTE": "100000",
                    "HIRINGHALL_DATABASE": file,
                    "HIRINGHALL_WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram",
                    "HIRINGHALL_WEBHOOK_SECRET": "a-secret-of-the-tests",
                    "HIRINGHALL_LISTEN": f"127.0.0.1:{port}",
                }
            )
            started.append(settings)
            entering = running(settings, role=role, clock=sandbox.clock, limited=False)
            return await stack.enter_async_context(entering)

        file = database or await _database(folder)
        started: list[Settings] = []
        roles = (
            [ProcessRole.web, ProcessRole.web, ProcessRole.worker]
            if several
            else [ProcessRole.both]
        )
        *others, bot = [await start(role) for role in roles]
        if others:
            sandbox.spread([f"http://127.0.0.1:{web.port}" for web in others])
        group = await _set_up(sandbox, admin)
        yield Stage(sandbox, bot, admin, group, started[-1], tuple(others))


def free_port() -> int:
    """A port on the loopback that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
