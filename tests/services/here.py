"""What the process beside the bot's would do, done here: for tests that are not about it."""

from collections.abc import Callable
from typing import TypeVar, TypeVarTuple

T = TypeVar("T")
Ts = TypeVarTuple("Ts")


async def here(function: Callable[[*Ts], T], *args: *Ts) -> T:
    """The result of the function."""
    return function(*args)
