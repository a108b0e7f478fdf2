"""A broadcast to many over the strict sandbox: where each of them ends, how fast, past kills.

The bot is a process of its own with the real limiter, outbox and HTTP; the time is a stepped one,
so seconds here are Telegram's, whatever this machine is busy with.
"""

import asyncio
import os
import random
import signal
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select

from benchmarks.broadcast_bot import PROBED
from benchmarks.child import ROOT
from benchmarks.stepped import SharedTime
from bot.domain.broadcasts import FINAL, Body, Fate
from bot.domain.people import Arrival, Role, Standing
from bot.services import awaiting, broadcasts
from sandbox import Limits, Sandbox
from sandbox.clock import SandboxClock
from sandbox.world import Event
from storage import people as stored_people
from storage.database import Database
from storage.migrate import upgrade
from storage.schema import broadcast_recipients, notices, people
from storage.schema import broadcasts as rows_of_broadcasts

NOON = datetime(2030, 1, 15, 12, tzinfo=UTC)
KNOWN = 30
KILLS = 3
BLOCKED, DELETED, TOO_MANY = 0.05, 0.01, 0.005
# Until so much of it has been tried the bot goes at full pace; then the last retries trickle.
_FULL_PACE = 0.97
_CHUNK = 20_000
_SLOWEST = ("personal_notice_seconds", "refused_notice_seconds")


class _ReadClock(SandboxClock):
    """The sandbox's clock: the shared time, which the bot steps."""

    def __init__(self, shared: SharedTime) -> None:
        super().__init__()
        self._shared = shared

    def now(self) -> datetime:
        """The time now."""
        return datetime.fromtimestamp(self._shared.seconds, UTC)


@dataclass
class _Watch:
    """What Telegram saw: who got how many, and each attempt with its time."""

    only: frozenset[int]
    got: Counter[int] = field(default_factory=Counter)
    attempts: list[float] = field(default_factory=list)
    refused: int = 0  # by a limit, not by a fault made on purpose
    faults: int = 0
    # Personal notices that were told to wait themselves: to whom, and when.
    waits: list[tuple[int, datetime]] = field(default_factory=list)

    def see(self, event: Event) -> None:
        """Note a message that came into a chat, and keep none of them."""
        if event.kind == "message" and event.chat is not None:
            self.got[event.chat.id] += 1
            event.chat.messages.clear()
        call = event.call
        if call is None or call.method != "sendMessage":
            return
        chat_id = int(call.params["chat_id"])
        if chat_id not in self.only:
            if getattr(call.result, "fault", False):
                self.waits.append((chat_id, call.at))
            return
        self.attempts.append(call.at.timestamp())
        if getattr(call.result, "code", 0) == 429:
            self.refused += not call.result.fault
            self.faults += call.result.fault


async def broadcast(folder: Path, *, short: bool = False) -> dict[str, Any]:
    """To everybody at a limit that is known, past three kills; then to fewer at a hidden one."""
    began = time.monotonic()
    many = int(os.environ.get("PEOPLE", "0")) or (3000 if short else 300_000)
    known = await _one(folder / "known", many, Limits(overall=(KNOWN, KNOWN)), KNOWN, KILLS)
    fewer = many // 10
    hidden = await _one(folder / "hidden", fewer, Limits(seed=7), 0, 0)
    return {
        "recipients": many, "states": known["states"],
        "share_of_permitted_rate": known["share"],
        "refused_429": hidden["refused_429"], "hidden_share": hidden["share"],
        "hidden_recipients": fewer, "hidden_states": hidden["states"],
        **{name: max(known[name], hidden[name]) for name in _SLOWEST},
        "personal_notices": known["personal_notices"] + hidden["personal_notices"],
        "kills": KILLS, "doubled": known["doubled"] + hidden["doubled"],
        "simulated_seconds": known["simulated_seconds"],
        "wall_seconds": round(time.monotonic() - began, 1),
    }  # fmt: skip


async def _one(folder: Path, many: int, limits: Limits, known: int, kills: int) -> dict[str, Any]:
    await asyncio.to_thread(folder.mkdir)
    shared = SharedTime(folder / "time")
    shared.set(NOON.timestamp())
    async with Sandbox(limits=limits, clock=_ReadClock(shared), seed=1) as sandbox:
        db = Database(f"sqlite+aiosqlite:///{folder / 'hall.sqlite'}")
        await upgrade(db)
        admin = await _fill(db, sandbox, many)
        # The admin gets the report as well, and some get personal notices.
        watch = _Watch(frozenset(list(sandbox.people)[1:many]))
        sandbox.listeners.append(watch.see)
        sandbox.faults.rate("429:5", TOO_MANY, "sendMessage")
        which = await _confirmed(db, admin, many)
        env = _env(sandbox, folder, admin)
        await _until_over(db, which, watch, env, [str(folder / "time"), str(known)], kills, many)
        found = await _figures(db, which, watch, limits, many)
        await db.close()
        return found


def _env(sandbox: Sandbox, folder: Path, admin: int) -> dict[str, str]:
    return {
        "HIRINGHALL_TOKEN": sandbox.token, "HIRINGHALL_API_URL": sandbox.url,
        "HIRINGHALL_ADMINS": str(admin), "HIRINGHALL_LOG_LEVEL": "ERROR",
        "HIRINGHALL_DATABASE": str(folder / "hall.sqlite"),
    }  # fmt: skip


async def _fill(db: Database, sandbox: Sandbox, many: int) -> int:
    """The people, some of whom Telegram does not let the bot write to; returns the admin's id."""
    chance = random.Random(1)
    rows: list[dict[str, Any]] = []
    for nth in range(many + PROBED):
        person = sandbox.person(f"P{nth}")
        person.started = True
        probed = nth >= many
        if nth and not probed:
            lot = chance.random()
            person.blocked = lot < BLOCKED
            person.deactivated = BLOCKED <= lot < BLOCKED + DELETED
        rows.append(_row(person.id, nth, wants=not probed))
    for start in range(0, len(rows), _CHUNK):
        async with db.begin() as tx:
            await tx.execute(insert(people), rows[start : start + _CHUNK])
    async with db.begin() as tx:
        await stored_people.grant(
            tx, person_id=1, role=Role.admin, project_id=None, by=None, now=NOON
        )
    return int(rows[0]["telegram_id"])


def _row(telegram_id: int, nth: int, *, wants: bool) -> dict[str, Any]:
    return {
        "telegram_id": telegram_id, "pseudonym": f"{nth:08d}", "name": f"P{nth}",
        "language": "ar" if nth % 5 == 0 else "en", "languages": ["en"], "zone": "UTC",
        "quiet_from": "00:00", "quiet_to": "00:00", "arrival": Arrival.done,
        "standing": Standing.good, "created_at": NOON, "hall_news": wants,
    }  # fmt: skip


async def _confirmed(db: Database, admin: int, many: int) -> int:
    """A broadcast to everybody, confirmed by the count of them."""
    async with db.read() as tx:
        sender = await stored_people.by_telegram(tx, admin)
    if sender is None:
        raise RuntimeError("there is no admin")
    one = await broadcasts.begin(db, by=sender.id, now=NOON)
    how: dict[str, Any] = {"number": one.number, "by": sender.id, "card_id": None, "now": NOON}
    for version, text in (("", "New jobs this week."), ("ar", "أعمال جديدة هذا الأسبوع.")):
        await broadcasts.ask(db, topic=broadcasts.WORDS, version=version, **how)
        await broadcasts.write(db, asked=await _asked(db, sender.id), body=Body(text))
    count = await broadcasts.ask_count(db, notes={}, **how)
    if count != many:
        raise RuntimeError(f"{count} people fit, not {many}")
    made = await broadcasts.confirm(
        db, asked=await _asked(db, sender.id), text=str(many), notes={}, cause="bench", now=NOON
    )
    return made.id


async def _asked(db: Database, person_id: int) -> Any:
    found = await awaiting.awaited(db, person_id, now=NOON)
    if found is None:
        raise RuntimeError("nothing was asked")
    return found


async def _until_over(
    db: Database, which: int, watch: _Watch, env: dict[str, str], given: list[str], kills: int,
    many: int,
) -> None:  # fmt: skip
    """The bot, killed without warning at equal parts of the way, until the broadcast is over."""
    parts = [many * nth // (kills + 1) for nth in range(1, kills + 1)]
    process = await _start(env, given)
    try:
        while not await _is_over(db, which):
            await asyncio.sleep(0.2)
            if process.returncode is not None:
                raise RuntimeError(f"the bot has ended by itself: {process.returncode}")
            if parts and len(watch.attempts) >= parts[0]:
                parts.pop(0)
                os.kill(process.pid, signal.SIGKILL)
                await process.wait()
                process = await _start(env, given)
    finally:
        if process.returncode is None:
            os.kill(process.pid, signal.SIGKILL)
            await process.wait()


async def _start(env: dict[str, str], given: list[str]) -> asyncio.subprocess.Process:
    kept = {name: one for name, one in os.environ.items() if not name.startswith("HIRINGHALL_")}
    more = {"HIRINGHALL_MESSAGES_A_SECOND": given[1]}
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.broadcast_bot", given[0], env=kept | env | more,
        cwd=ROOT,
    )  # fmt: skip


async def _is_over(db: Database, which: int) -> bool:
    table = rows_of_broadcasts
    async with db.look() as tx:
        found = select(table.c.ended_at).where(table.c.id == which)
        return (await tx.execute(found)).scalar_one() is not None


async def _figures(
    db: Database, which: int, watch: _Watch, limits: Limits, many: int
) -> dict[str, Any]:
    async with db.read() as tx:
        table = broadcast_recipients
        fates = [
            (Fate(row.state), row.telegram_id)
            for row in await tx.execute(
                select(table.c.state, people.c.telegram_id)
                .join(people, people.c.id == table.c.person_id)
                .where(table.c.broadcast_id == which)
            )
        ]
        told = select(notices.c.sent_at, notices.c.created_at, notices.c.chat_id).where(
            notices.c.key.startswith("probe:"), notices.c.state == "sent"
        )
        probes = [(row[0], row[1], row[2]) for row in await tx.execute(told)]
    _require_sound(fates, watch, many)
    states = Counter(fate for fate, _ in fates)
    return {
        "states": dict(sorted(states.items())), "share": _share(watch.attempts, limits),
        "refused_429": round(watch.refused / len(watch.attempts), 5),
        "personal_notices": len(probes), **_slowest(probes, watch),
        "doubled": sum(watch.got[one] > 1 for _, one in fates if one in watch.only),
        "simulated_seconds": round(watch.attempts[-1] - watch.attempts[0]),
    }  # fmt: skip


def _slowest(probes: list[tuple[datetime, datetime, int]], watch: _Watch) -> dict[str, float]:
    """The longest that a personal notice took; apart, that of those that were told to wait."""
    found = dict.fromkeys(_SLOWEST, 0.0)
    for sent_at, created_at, chat_id in probes:
        waited = any(who == chat_id and created_at <= at <= sent_at for who, at in watch.waits)
        name, seconds = _SLOWEST[waited], (sent_at - created_at).total_seconds()
        found[name] = max(found[name], round(seconds, 2))
    return found


def _require_sound(fates: list[tuple[Fate, int]], watch: _Watch, many: int) -> None:
    """Each one person has one final state, and Telegram saw the same."""
    wrong = [one for fate, one in fates if fate not in FINAL]
    wrong += [one for fate, one in fates if fate is Fate.sent and not watch.got[one]]
    wrong += [
        one for fate, one in fates
        if fate not in (Fate.sent, Fate.uncertain) and watch.got[one]
    ]  # fmt: skip
    if len(fates) != many or len({one for _, one in fates}) != many or wrong:
        raise RuntimeError(f"{len(fates)} ends for {many} people; wrong are {wrong[:10]}")


def _share(attempts: list[float], limits: Limits) -> float:
    """How many were tried of what would have been allowed while it went at full pace."""
    some = attempts[: int(len(attempts) * _FULL_PACE)]
    first, last = some[0], some[-1]
    allowed, at = 0.0, first
    while at < last:
        allowed += limits.rate(at) * min(1.0, last - at)
        at += 1.0
    return round(len(some) / allowed, 4)
