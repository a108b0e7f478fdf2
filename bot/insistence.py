"""Trying again what another transaction was in the way of."""

import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.domain.refusal import Contended

_log = logging.getLogger(__name__)

T = TypeVar("T")

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
