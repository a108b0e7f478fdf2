"""Named points at which a bot ends at once, as if the power went: before and after each commit
of a use case, before and after each call to Telegram, between the parts of a long task.
"""

import contextlib
import importlib
import os
from collections.abc import AsyncIterator
from contextvars import ContextVar
from typing import Any, NoReturn

PREFIX = "crash:"
CRASHED = 86

# Each use case that writes, with the buttons that lead to it where chance would take too long.
USE_CASES: dict[str, tuple[str, ...]] = {
    "inbox.receive": (),
    "people.meet": (),
    "people.consent": (),
    "people.choose_language": (),
    "claims.claim": ("c",),
    "claims.finish_arrival": (),
    "claims.claim_open": ("n",),
    "ratings.answer": ("a",),
    "ratings.skip": ("sr", "s"),
    "ratings.flag": ("fr", "f"),
    "ratings.turn_to": ("b",),
    "ratings.correct_time": ("t",),
    "ratings.submit": ("u",),
    "ratings.undo": ("x", "u"),
    "jobs.give_back": ("gr", "ga", "g"),
    "deadlines.finish_submissions": ("u",),
    "inbox.finish": (),
    "outbox.lease": (),
    "outbox.settle": (),
    "outbox.recover": (),
}
ARRIVING = frozenset(
    {"people.meet", "people.consent", "people.choose_language", "claims.finish_arrival"}
)
CALLS = ("answer_callback_query", "edit_message_text", "send_message")
PARTS = ("part:second", "part:card")

POINTS: tuple[str, ...] = (
    *(f"commit:{when}:{name}" for name in USE_CASES for when in ("before", "after")),
    *(f"call:{when}:{name}" for name in CALLS for when in ("before", "after")),
    *PARTS,
)

# Where chance would take too long, people look for what leads there.
_ON_THE_WAY = {"part:second": ("c",), "part:card": ("c",)}


def preferred(point: str) -> tuple[str, ...]:
    """The buttons that lead to the point."""
    return _ON_THE_WAY.get(point) or USE_CASES.get(point.rsplit(":", maxsplit=1)[-1], ())


_within: ContextVar[str] = ContextVar("within", default="")


def arm(point: str) -> None:
    """Have the process end the first time that it comes to the point."""
    if point not in POINTS:
        raise ValueError(f"no such point: {point}")
    if point in PARTS:
        _at_part(point)
        return
    kind, when, name = point.split(":")
    if kind == "commit":
        _at_commit(when, name)
    else:
        _at_call(when, name)


def _end() -> NoReturn:
    os._exit(CRASHED)


def _at_commit(when: str, name: str) -> None:
    from storage.database import Database

    topic, verb = name.split(".")
    module = importlib.import_module(f"bot.services.{topic}")
    use_case = getattr(module, verb)

    async def named(*args: Any, **kwargs: Any) -> Any:
        token = _within.set(name)
        try:
            return await use_case(*args, **kwargs)
        finally:
            _within.reset(token)

    setattr(module, verb, named)
    begin, once = Database.begin, Database.once

    def end_if(moment: str) -> None:
        if when == moment and _within.get() == name:
            _end()

    @contextlib.asynccontextmanager
    async def ending(
        self: Database, cause: str | None = None, *, urgent: bool = False
    ) -> AsyncIterator[Any]:
        async with begin(self, cause, urgent=urgent) as tx:
            yield tx
            end_if("before")
        end_if("after")

    @contextlib.asynccontextmanager
    async def ending_at_once(self: Database) -> AsyncIterator[Any]:
        # Its only statement commits itself.
        end_if("before")
        async with once(self) as tx:
            yield tx
        end_if("after")

    Database.begin = ending  # type: ignore[method-assign]
    Database.once = ending_at_once  # type: ignore[method-assign]


def _at_call(when: str, name: str) -> None:
    from handlers.client import HallBot

    call = getattr(HallBot, name)

    async def ending(self: HallBot, *args: Any, **kwargs: Any) -> Any:
        if when == "before":
            _end()
        await call(self, *args, **kwargs)
        _end()

    setattr(HallBot, name, ending)


def _at_part(point: str) -> None:
    from handlers import delivery

    deliver = delivery.deliver
    parts_sent = 0

    async def ending(hall: Any, notice: Any) -> Any:
        nonlocal parts_sent
        if point == "part:second" and notice.kind == "job_part" and notice.args["part"] == 1:
            _end()
        if point == "part:card" and notice.kind == "job_card" and parts_sent:
            _end()
        outcome = await deliver(hall, notice)
        parts_sent += notice.kind == "job_part"
        return outcome

    delivery.deliver = ending
