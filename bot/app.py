"""The only place where the parts are joined; what starts when, and what stops when."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from random import SystemRandom

from bot.clock import RemoteClock, SystemClock
from bot.domain.clock import Clock
from bot.domain.notices import Notice, Outcome
from bot.domain.rules import Rules
from bot.services import calls, deadlines, reviews, roles, waiting
from bot.settings import Settings
from bot.texts import Texts
from bot.workers.clock import Alarms, Sweep
from bot.workers.outbox import Outbox
from handlers import delivery
from handlers.client import HallBot, introduced, make_bot
from handlers.context import Hall
from handlers.dispatch import Dispatcher
from handlers.intake import Intake, Poller
from handlers.limiter import Limiter, Unlimited
from handlers.menus import set_menus
from storage.database import Database
from storage.migrate import upgrade

_log = logging.getLogger(__name__)

_MINUTE = 60.0
_OFTEN = 1.0


@dataclass
class Running:
    """A hall at work: its parts, and a way to wait until nothing is to be done."""

    hall: Hall
    db: Database
    intake: Intake
    outbox: Outbox
    alarms: Alarms

    async def settle(self) -> None:
        """Return when every stored update is worked off, sweeps have run, notices are out."""
        await self.intake.drain()
        await self.alarms.run_all()
        await self.outbox.drain()


def sweeps(db: Database, rules: Rules, wake: Callable[[], None]) -> dict[str, tuple[float, Sweep]]:
    """Every sweep with the seconds between two runs."""

    def then_wake(sweep: Sweep) -> Sweep:
        async def run(now: datetime) -> None:
            if await sweep(now):
                wake()

        return run

    return {
        "finish submissions": (
            _OFTEN,
            then_wake(lambda now: deadlines.finish_submissions(db, now=now, rules=rules)),
        ),
        "lapse offers": (
            _MINUTE / 6,
            then_wake(lambda now: calls.lapse_offers(db, now=now)),
        ),
        "expire jobs": (_MINUTE, then_wake(lambda now: deadlines.expire(db, now=now))),
        "remind": (_MINUTE, then_wake(lambda now: deadlines.remind(db, now=now))),
        "end waits": (_MINUTE, then_wake(lambda now: waiting.end_waits(db, now=now))),
        "close calls": (_MINUTE, then_wake(lambda now: calls.close_finished(db, now=now))),
        "accept overdue": (
            _MINUTE * 10,
            then_wake(lambda now: reviews.accept_overdue(db, now=now)),
        ),
    }


@asynccontextmanager
async def running(
    settings: Settings, *, clock: Clock | None = None, poll: bool = True, limited: bool = True
) -> AsyncIterator[Running]:
    """A hall that works until the block is left; everything in it is stopped in order then.

    Only a sandbox without sending limits may be used unlimited.
    """
    async with _clock(settings, clock) as the_clock, opened(settings) as db:
        bot = make_bot(
            settings.token, settings.api_url, Limiter(the_clock) if limited else Unlimited()
        )
        await introduced(bot, the_clock)
        try:
            async with _joined(settings, the_clock, db, bot, poll=poll) as parts:
                yield parts
        finally:
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
            await db.bind(settings.bot_id)
        yield db
    finally:
        await db.close()


@asynccontextmanager
async def _joined(
    settings: Settings, clock: Clock, db: Database, bot: HallBot, *, poll: bool
) -> AsyncIterator[Running]:
    admins = tuple(sorted(settings.admins))
    await roles.ensure_admins(db, admins, now=clock.now(), rules=settings.rules)
    outbox = Outbox(db, clock, lambda notice: _deliver(hall, notice))
    hall = Hall(
        db=db,
        bot=bot,
        texts=Texts.load(),
        clock=clock,
        rules=settings.rules,
        random=SystemRandom(),
        username=bot.username,
        wake_outbox=outbox.wake,
    )
    dispatcher = Dispatcher(hall)
    intake = Intake(db, clock, bot, dispatcher.handle, dispatcher.set_aside)
    poller = Poller(bot, db, clock, stored=intake.wake)
    alarms = Alarms(clock, sweeps(db, settings.rules, outbox.wake))
    loops = [intake.run(), outbox.run(), _menus(hall)]
    if poll:
        loops.append(poller.run())
    tasks = [asyncio.create_task(loop) for loop in loops]
    alarms.start()
    try:
        yield Running(hall, db, intake, outbox, alarms)
    finally:
        await alarms.stop()
        # The poller is the last in the list and the first to go: nothing new comes in.
        for task in reversed(tasks):
            task.cancel()
            await asyncio.wait([task])


async def _deliver(hall: Hall, notice: Notice) -> Outcome:
    return await delivery.deliver(hall, notice)


async def _menus(hall: Hall) -> None:
    try:
        await set_menus(hall)
    except Exception:  # noqa: BLE001 - see below
        # Menus are a convenience; the next start sets them.
        _log.exception("the command menus could not be set")


async def run(settings: Settings) -> None:
    """Run the hall until it is cancelled."""
    async with running(settings):
        await asyncio.Event().wait()
