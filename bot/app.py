"""The only place where the parts are joined; what starts when, and what stops when."""

import asyncio
import logging
from collections.abc import AsyncIterator, Coroutine, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from enum import StrEnum
from random import SystemRandom
from secrets import token_hex
from typing import Any

from bot.clock import RemoteClock, SystemClock
from bot.computing import Compute
from bot.domain.clock import Clock
from bot.domain.notices import Notice, Outcome
from bot.insistence import insistently
from bot.services import consents, health, roles
from bot.services.processes import Member
from bot.settings import Settings
from bot.sweeps import sweeps
from bot.texts import Texts, add_languages
from bot.vault import Vault
from bot.workers.clock import Alarms
from bot.workers.member import Membership
from bot.workers.outbox import Outbox
from handlers import delivery
from handlers.client import HallBot, introduced, make_bot
from handlers.context import Hall
from handlers.dispatch import Dispatcher
from handlers.intake import Intake
from handlers.limiter import Limiter, Unlimited
from handlers.menus import set_menus
from handlers.receiving import Poller, Receiver, set_webhook, unset_webhook
from handlers.webhook import WebServer
from storage.database import Database
from storage.migrate import upgrade
from storage.wakes import listen

_log = logging.getLogger(__name__)


class ProcessRole(StrEnum):
    """What a process does: it receives and works updates off, or sends and keeps the time."""

    both = "both"
    web = "web"
    worker = "worker"


@dataclass
class Running:
    """A hall at work: its parts, and a way to wait until nothing is to be done."""

    hall: Hall
    db: Database
    receiver: Receiver
    intake: Intake
    outbox: Outbox
    alarms: Alarms
    # Where the web server listens; none without one.
    port: int | None = None

    async def settle(self) -> None:
        """Return when every stored update is worked off, sweeps have run, notices are out."""
        await self.intake.drain()
        await self.alarms.run_all()
        await self.outbox.drain()

    def heard(self, what: str) -> None:
        """Another process has something for this one to do."""
        if what == "inbox":
            self.intake.wake()
        else:
            self.outbox.wake()


@asynccontextmanager
async def running(
    settings: Settings,
    *,
    role: ProcessRole = ProcessRole.both,
    clock: Clock | None = None,
    poll: bool = True,
    limited: bool = True,
) -> AsyncIterator[Running]:
    """A hall that works until the block is left; everything in it is stopped in order then.

    Only a sandbox without sending limits may be used unlimited.
    """
    if settings.locales is not None:
        add_languages(settings.locales)
    async with _clock(settings, clock) as the_clock, opened(settings) as db:
        bot = make_bot(
            settings.token,
            settings.api_url,
            Limiter(the_clock, known=settings.messages_a_second or None)
            if limited
            else Unlimited(),
        )
        await introduced(bot, the_clock)
        member = Member(
            token_hex(4), handles=role is not ProcessRole.worker, leads=role is not ProcessRole.web
        )
        parts = await _joined(settings, the_clock, db, bot, member)
        try:
            async with _at_work(settings, parts, member, poll=poll):
                yield parts
        finally:
            await parts.hall.compute.stop()
            await bot.shutdown()


@asynccontextmanager
async def _clock(settings: Settings, given: Clock | None) -> AsyncIterator[Clock]:
    if given is not None:
        yield given
    elif settings.sandbox_clock:
        remote = RemoteClock(settings.sandbox_clock)
        await remote.start()
        try:
            yield remote
        finally:
            await remote.stop()
    else:
        yield SystemClock()


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Database]:
    """The database of the settings, brought to the newest schema and bound to the bot."""
    db = Database(settings.database)
    try:
        await upgrade(db)
        if settings.bot_id:
            await insistently(lambda: db.bind(settings.bot_id))
        yield db
    finally:
        await db.close()


async def _joined(
    settings: Settings, clock: Clock, db: Database, bot: HallBot, member: Member
) -> Running:
    admins = tuple(sorted(settings.admins))
    await insistently(
        lambda: roles.ensure_admins(db, admins, now=clock.now(), rules=settings.rules)
    )
    await insistently(lambda: consents.publish(db, settings.hall_terms, now=clock.now()))
    outbox = Outbox(db, clock, lambda notice: _deliver(hall, notice), process=member.name)
    hall = Hall(
        db=db,
        bot=bot,
        texts=Texts.load(),
        clock=clock,
        rules=settings.rules,
        random=SystemRandom(),
        username=bot.username,
        wake_outbox=outbox.wake,
        vault=Vault(settings.key) if settings.key else None,
        compute=Compute(locales=settings.locales),
    )
    dispatcher = Dispatcher(hall)
    intake = Intake(
        db, clock, bot, dispatcher.handle, dispatcher.set_aside, process=member.name,
        vault=hall.vault,
    )  # fmt: skip
    receiver = Receiver(db, clock, stored=intake.wake, process=member.name, vault=hall.vault)
    alarms = Alarms(clock, sweeps(db, settings.rules, outbox.wake, hall.compute))
    return Running(hall, db, receiver, intake, outbox, alarms)


@asynccontextmanager
async def _at_work(
    settings: Settings, parts: Running, member: Member, *, poll: bool
) -> AsyncIterator[None]:
    membership = Membership(
        parts.db, member, lead=lambda: _lead(settings, parts, poll=poll),
        adopted=parts.intake.wake, alone=parts.db.is_sqlite,
    )  # fmt: skip
    await insistently(membership.join)
    loops = [listen(parts.db, parts.heard), membership.run()]
    if member.handles:
        loops.append(parts.intake.run())
    async with _together(loops):
        server = await _serving(settings, parts, receives=member.handles)
        try:
            yield
        finally:
            # Nothing new comes in while what has begun comes to its end.
            if server is not None:
                await server.stop()


async def _lead(settings: Settings, parts: Running, *, poll: bool) -> None:
    """What one process of the hall does at a time: the clock, sending, fetching, menus."""
    loops = [parts.outbox.run(), _menus(parts.hall)]
    if settings.webhook_url:
        loops.append(
            set_webhook(
                parts.hall.bot, parts.hall.clock, settings.webhook_url,
                settings.webhook_secret or "",
            )
        )  # fmt: skip
    elif poll:
        loops.append(_fetch(parts))
    parts.alarms.start()
    try:
        async with _together(loops):
            await asyncio.Event().wait()
    finally:
        await parts.alarms.stop()


async def _fetch(parts: Running) -> None:
    bot, clock = parts.hall.bot, parts.hall.clock
    await unset_webhook(bot, clock)
    await Poller(bot, parts.receiver, clock).run()


@asynccontextmanager
async def _together(loops: Sequence[Coroutine[Any, Any, None]]) -> AsyncIterator[None]:
    """Run the loops while the block runs; the last one is the first to be stopped."""
    tasks = [asyncio.create_task(loop) for loop in loops]
    try:
        yield
    finally:
        for task in reversed(tasks):
            task.cancel()
            await asyncio.wait([task])


async def _serving(settings: Settings, parts: Running, *, receives: bool) -> WebServer | None:
    if settings.listen is None:
        return None
    server = WebServer(
        receive=parts.receiver.receive if receives and settings.webhook_url else None,
        path=settings.webhook_path,
        secret=settings.webhook_secret or "",
        health=lambda: health.look(parts.db, now=parts.hall.clock.now()),
    )
    parts.port = await server.start(*settings.listen)
    return server


async def _deliver(hall: Hall, notice: Notice) -> Outcome:
    return await delivery.deliver(hall, notice)


async def _menus(hall: Hall) -> None:
    try:
        await set_menus(hall)
    except Exception:  # noqa: BLE001 - see below
        # Menus are a convenience; the next start sets them.
        _log.exception("the command menus could not be set")


async def run(settings: Settings, role: ProcessRole = ProcessRole.both) -> None:
    """Run the hall until it is cancelled."""
    async with running(settings, role=role):
        await asyncio.Event().wait()
