"""The bot of the broadcast benchmark, by the stepped clock; killed now and then, begun anew.

Run as `python -m benchmarks.broadcast_bot TIME KNOWN`: the file with the time, and the sending
limit that is known (0: none). Its settings come from the environment, as the hall's own do.
"""

import asyncio
import ctypes
import os
import signal
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

from benchmarks.stepped import SharedTime, SteppedClock
from bot.app import Running, running
from bot.domain.notices import Priority
from bot.services import broadcasts
from bot.settings import Settings
from handlers.client import AiohttpRequest
from storage import notices
from storage.database import Database
from storage.schema import people

PROBED = 20
_BEAT = timedelta(seconds=1)
_PROBE = timedelta(seconds=10)
_LONGEST_LIFE_SECONDS = 4 * 3600
_PR_SET_PDEATHSIG = 1


async def main() -> None:
    """Run until killed."""
    clock = SteppedClock(SharedTime(Path(sys.argv[1])))
    for name in ("begin", "read", "look", "once"):
        setattr(Database, name, _counted_block(clock, name))
    _count_requests(clock)
    async with running(Settings.read(dict(os.environ)), clock=clock, poll=False) as bot:
        while bot.alarms._follower is None:  # noqa: ASYNC110, SLF001 - until it leads
            await asyncio.sleep(0.01)
        await asyncio.gather(clock.step_on(), _beat(bot, clock), _probe(bot, clock))


def _counted_block(clock: SteppedClock, name: str) -> Any:
    return clock.counted_in(getattr(Database, name))


def _count_requests(clock: SteppedClock) -> None:
    counted = clock.counted(AiohttpRequest.do_request)
    setattr(AiohttpRequest, "do_request", counted)  # noqa: B010


async def _beat(bot: Running, clock: SteppedClock) -> None:
    """Look after broadcasts once a second of that clock, as the alarms do of a real one."""
    while True:
        await clock.sleep_until(clock.now() + _BEAT)
        await broadcasts.send_due(bot.db, now=clock.now())
        bot.outbox.wake()


async def _probe(bot: Running, clock: SteppedClock) -> None:
    """Owe somebody a personal notice now and then, who gets none of the broadcast."""
    async with bot.db.read() as tx:
        last = people.c.id.desc()
        rows = (await tx.execute(people.select().order_by(last).limit(PROBED))).all()
    nth = 0
    while True:
        await clock.sleep_until(clock.now() + _PROBE)
        row = rows[nth % len(rows)]
        nth += 1
        async with bot.db.begin() as tx:
            await notices.add(
                tx, key=f"probe:{clock.now().timestamp()}", chat_id=row.telegram_id,
                person_id=row.id, kind="help", args={}, priority=Priority.personal,
                now=clock.now(),
            )  # fmt: skip
        bot.outbox.wake()


if __name__ == "__main__":
    if sys.platform == "linux":
        # It must not outlive a run that was itself killed.
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    signal.alarm(_LONGEST_LIFE_SECONDS)
    asyncio.run(main())
