"""What a route is: a command or a button, where it may be used, and what it leads to."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from handlers.context import Context

Run = Callable[..., Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Command:
    """A command: where it may be used, and whether only by who has arrived."""

    name: str
    run: Callable[[Context], Awaitable[None]]
    in_groups: bool = False
    arrived: bool = True


@dataclass(frozen=True, slots=True)
class Button:
    """A button: its verb, and its arguments as `t` (text) or `n` (whole number).

    Whoever taps it has moved on from what they were asked to write, unless it only shows
    something beside the question: then it `stays`.
    """

    verb: str
    run: Run
    args: str = ""
    in_groups: bool = False
    arrived: bool = True
    stays: bool = False
