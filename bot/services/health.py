"""How the hall is: one look at the tables, judged by the rules of the domain."""

import asyncio
import logging
from datetime import datetime, timedelta
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from bot.domain.health import SWEEP_LATE, Facts, Health, Process, Queue, judge
from bot.domain.jobs import is_expired
from bot.domain.people import require_admin
from storage import chats, health, jobs, leases, offers, people, unmeasured
from storage.database import Database, Tx
from storage.health import Waiting

_log = logging.getLogger(__name__)

_DAY = timedelta(days=1)
_PATIENCE_SECONDS = 5.0
_MOST = 500


async def look(db: Database, *, now: datetime, thorough: bool = False) -> Health:
    """How the hall is; never raises. A thorough look reads all files of the database."""
    try:
        sound = await db.is_sound() if thorough else None
        async with asyncio.timeout(_PATIENCE_SECONDS), db.read() as tx:
            facts = await _facts(tx, now, sound, await health.disk_free(db))
    except Exception as error:  # noqa: BLE001 - that it cannot be looked at is the finding
        _log.warning("the database does not answer: %s", type(error).__name__)
        return judge(None)
    return judge(facts)


async def asked(db: Database, *, by: int, now: datetime) -> Health:
    """How the hall is, for an admin who asks."""
    async with db.read() as tx:
        require_admin(await people.by_id(tx, by))
    return await look(db, now=now)


@cache
def program_version() -> str:
    """The version of this program; "unknown" where it runs without having been installed."""
    try:
        return version("hiringhall")
    except PackageNotFoundError:
        return "unknown"


async def _facts(tx: Tx, now: datetime, sound: bool | None, disk_free: int | None) -> Facts:
    trouble = await health.notices_in_trouble(tx, now - _DAY)
    last = await health.last_update(tx)
    return Facts(
        version=program_version(),
        engine=health.engine_of(tx),
        schema=await health.schema_of(tx),
        known_schema=health.newest_schema(),
        sound=sound,
        updates=_queue(await health.updates_waiting(tx), now),
        aside=await health.updates_aside(tx, now - _DAY),
        last_update=None if last is None else max(now - last, timedelta()),
        notices=_queue(await health.notices_due(tx, now), now),
        uncertain=trouble.get("uncertain", 0),
        failed=trouble.get("failed", 0),
        unswept=await _unswept(tx, now - SWEEP_LATE),
        processes=_processes(await leases.alive(tx)),
        mute_groups=await _mute_groups(tx),
        unmeasured=tuple((one.name, one.reason) for one in await unmeasured.everything(tx)),
        disk_free=disk_free,
    )


def _queue(found: Waiting, now: datetime) -> Queue:
    return Queue(found.count, None if found.since is None else max(now - found.since, timedelta()))


def _processes(held: list[leases.Lease]) -> tuple[Process, ...]:
    leaders = {one.holder for one in held if one.name == leases.LEADER}
    return tuple(
        Process(one.holder, one.name.startswith("process:web"), one.holder in leaders)
        for one in held
        if one.name.startswith("process:")
    )


async def _unswept(tx: Tx, then: datetime) -> int:
    """What every sweep since then should have taken."""
    late = [job for job in await jobs.overdue(tx, then, _MOST) if is_expired(job, then)]
    ending = await jobs.ending(tx, then, _MOST)
    held = await offers.overdue(tx, then, _MOST)
    return len(late) + len(ending) + len(held)


async def _mute_groups(tx: Tx) -> tuple[str, ...]:
    """Work groups where nothing can be posted; one that was left counts while a call needs it."""
    given_up = await health.given_up(tx)
    return tuple(
        chat.title
        for chat in await chats.everything(tx)
        if chat.registered and not chat.is_usable and chat.id not in given_up
    )
