"""Trying again what another transaction was in the way of."""

import logging
from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from typing import TypeVar

from bot.domain.refusal import Contended

_log = logging.getLogger(__name__)

T = TypeVar("T")
Item = TypeVar("Item")

TRIES = 5


async def insistently(work: Callable[[], Awaitable[T]]) -> T:
    """Do the work; after each `Contended` do it anew, which sees what the other one did.

    Raises the last `Contended` when it was in vain for too often.
    """
    for attempt in range(1, TRIES):
        try:
            return await work()
        except Contended as met:
            _log.info("try %d met another transaction: %s", attempt, met)
    return await work()


async def each(items: Iterable[Item], work: Callable[[Item], Awaitable[int]]) -> int:
    """Do the work on every item, each insistently; one that fails holds up none of the others.

    Returns the sum of what the work returned; raises the first failure when all had their turn.
    """
    done, failures = 0, []
    for item in items:
        try:
            done += await insistently(partial(work, item))
        except Exception as failure:  # noqa: BLE001 - raised below
            _log.exception("%s failed", item)
            failures.append(failure)
    if failures:
        raise failures[0]
    return done
