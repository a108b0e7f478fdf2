"""Faults that a soak must catch. Each wraps functions of the program, outside of its code."""

# ruff: noqa: SLF001 - a fault reaches inside, where no door is meant to be

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from typing import Any

from benchmarks import access_faults, hostile_faults, reading_faults, scheme_faults

# Long enough that a kill at a random moment often falls into the gap that the fault opens.
GAP_SECONDS = 0.05


def ack_before_commit() -> None:
    """Answer every tap first, and write what was tapped some time later."""
    from handlers import dispatch
    from handlers.showing import answer

    handle = dispatch._tap

    async def answered_first(ctx: Any) -> None:
        await answer(ctx)
        await asyncio.sleep(GAP_SECONDS)
        await handle(ctx)

    dispatch._tap = answered_first


def slot_leak() -> None:
    """Leave the slot of the first task of each claim in the queue, to be taken twice."""
    from storage import tasks

    change = tasks.change_slots

    async def leaking(tx: Any, task_ids: list[int], by: int) -> int:
        return await change(tx, task_ids[1:] if by < 0 else task_ids, by)

    tasks.change_slots = leaking


def offset_first() -> None:
    """Acknowledge updates before they are stored."""
    from bot.services import inbox
    from handlers.receiving import Poller

    receive = inbox.receive

    async def late(db: Any, updates: Any, now: Any, *, holder: str = "") -> int:
        poller = _poller[0]
        poller._offset = max(update_id for update_id, _, _ in updates) + 1
        await poller._source.raw_updates(offset=poller._offset, seconds=0, allowed=())
        await asyncio.sleep(GAP_SECONDS)
        return await receive(db, updates, now, holder=holder)

    _poller: list[Any] = []
    made = Poller.__init__

    def known(self: Any, *args: Any, **kwargs: Any) -> None:
        made(self, *args, **kwargs)
        _poller.append(self)

    Poller.__init__ = known  # type: ignore[method-assign]
    inbox.receive = late


def ok_before_store() -> None:
    """Tell Telegram that an update has come in, and store it some time later."""
    from handlers.receiving import Receiver

    receive = Receiver.receive
    later: set[asyncio.Task[Any]] = set()

    async def stored_late(self: Any, updates: Any) -> None:
        await asyncio.sleep(GAP_SECONDS)
        await receive(self, updates)

    async def at_once(self: Any, updates: Any) -> None:
        task = asyncio.create_task(stored_late(self, updates))
        later.add(task)
        task.add_done_callback(later.discard)

    Receiver.receive = at_once  # type: ignore[method-assign]


def half_writes() -> None:
    """Commit every statement for itself, writers still one after the other."""
    _without_transactions(writers=1, gap=GAP_SECONDS)


def no_transaction() -> None:
    """Let everybody write at once, every statement committed for itself."""
    _without_transactions(writers=50, gap=0.0)


def _without_transactions(*, writers: int, gap: float) -> None:
    from sqlalchemy.ext.asyncio import create_async_engine

    from storage import database
    from storage.database import Database, _claim_cause

    made = Database.__init__

    def unguarded(self: Any, url: str) -> None:
        made(self, url)
        options = {"pool_size": writers, "max_overflow": 0}
        self._unguarded = create_async_engine(
            self.url, json_serializer=database.to_json, **options
        )
        # The driver commits by itself where nobody begins.
        database._prepare_sqlite(self._unguarded, begin="SELECT 1", read_only=False)

    @contextlib.asynccontextmanager
    async def begin(
        self: Any, cause: str | None = None, *, urgent: bool = False
    ) -> AsyncIterator[Any]:
        del urgent
        async with self._unguarded.connect() as tx:
            await _claim_cause(tx, cause)
            await asyncio.sleep(gap if cause else 0.0)
            yield tx

    Database.__init__ = unguarded  # type: ignore[method-assign]
    Database.begin = begin  # type: ignore[method-assign]


def normal() -> None:
    """Let the disk be told less often: `synchronous=NORMAL`."""
    from storage import database

    pragmas = [p.replace("=FULL", "=NORMAL") for p in database._SQLITE_PRAGMAS]
    vars(database)["_SQLITE_PRAGMAS"] = tuple(pragmas)


def line_left() -> None:
    """Leave the last line of each statement in the queue of the next run, to be paid twice."""
    from storage import lines

    put = lines.put_in_run

    async def leaving(tx: Any, line_ids: Any, statement_id: int) -> None:
        await put(tx, list(line_ids)[:-1], statement_id)

    lines.put_in_run = leaving


def told_late() -> None:
    """Write what somebody is told of pay with the next thing that is told, after the commit."""
    _with_the_next("tell")


def paid_late() -> None:
    """Make the payout of a statement in the transaction of the next one."""
    _with_the_next("issue_payout")


def _with_the_next(name: str) -> None:
    from bot.services import payruns

    does = vars(payruns)[name]
    late: list[Any] = []

    async def later(tx: Any, *given: Any, **more: Any) -> None:
        if late:
            before, words = late.pop()
            await does(tx, *before, **words)
        late.append((given, more))

    vars(payruns)[name] = later


def effect_early() -> None:
    """Let the clock look at each step two days before its date."""
    from dataclasses import replace
    from datetime import timedelta

    from bot.domain.steps import when_told
    from bot.effects import standing

    def early(step: Any, now: Any) -> Any:
        told = when_told(step, now)
        return told if told.due_at is None else replace(told, due_at=told.due_at - timedelta(2))

    vars(standing)["when_told"] = early


def told_twice() -> None:
    """Repeat what may have been sent already, and do not say so."""
    from dataclasses import replace

    from bot.domain import notices

    repeat = notices.repeat
    vars(notices)["repeat"] = lambda notice, now: replace(repeat(notice, now), repeated=False)


def counts_untold() -> None:
    """Let a step count as soon as it is decided, whether its notice arrives or not."""
    from bot.effects.standing import step_told
    from bot.services.standing import deciding

    tell_step = deciding.tell_step

    async def at_once(tx: Any, person: Any, step: Any, *, now: Any) -> None:
        await tell_step(tx, person, step, now=now)
        await step_told(tx, step.id, now=now)

    vars(deciding)["tell_step"] = at_once


PLANTS: dict[str, Callable[[], None]] = {
    "ack-before-commit": ack_before_commit,
    "slot-leak": slot_leak,
    "offset-first": offset_first,
    "ok-before-store": ok_before_store,
    "half-writes": half_writes,
    "no-transaction": no_transaction,
    "normal": normal,
    "line-left": line_left,
    "told-late": told_late,
    "paid-late": paid_late,
    "effect-early": effect_early,
    "told-twice": told_twice,
    "counts-untold": counts_untold,
    "everybody-admin": access_faults.everybody_admin,
    "anybodys-job": access_faults.anybodys_job,
    "short-token": access_faults.short_token,
    "link-for-all": access_faults.link_for_all,
    "drafts-in-memory": scheme_faults.drafts_in_memory,
    "code-points": reading_faults.code_points,
    "part-cut": reading_faults.part_cut,
    "cell-lost": reading_faults.cell_lost,
    "nan-passes": hostile_faults.nan_passes,
    "any-depth": hostile_faults.any_depth,
    "half-characters": hostile_faults.half_characters,
}
