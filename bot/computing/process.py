"""One process beside the bot's, started when it is first needed."""

import asyncio
import os
import pickle
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TypeVar, TypeVarTuple

from bot.computing.worker import HEAD, framed

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

SECONDS = 60.0  # a statement of a thousand lines takes a tenth of it
_COMMAND = (sys.executable, "-P", "-m", "bot.computing")


class ComputeFailed(Exception):  # noqa: N818 - the name is the message
    """The function raised, the process died twice over it, or it took too long."""


class Computes(Protocol):
    """Calls pure functions elsewhere, as `Compute` does."""

    async def __call__(self, function: Callable[[*Ts], T], *args: *Ts) -> T:
        """The result of the function; raises `ComputeFailed`."""
        ...


class Compute:
    """Calls pure functions in a process of its own, one after the other.

    The process gets none of the hall's settings, has no part in the bot's memory, and ends with
    the bot, however that ends.
    """

    def __init__(self, seconds: float = SECONDS, locales: Path | None = None) -> None:
        self._seconds = seconds
        # Where the languages are that are not packaged.
        self._more = (str(locales),) if locales else ()
        self._turn = asyncio.Lock()
        self._process: Process | None = None
        self._works: set[asyncio.Task[tuple[bool, Any]]] = set()
        self._stopped = False

    async def __call__(self, function: Callable[[*Ts], T], *args: *Ts) -> T:
        """The result of the function, which must be one that can be imported by its name.

        Raises `ComputeFailed`.
        """
        work = asyncio.create_task(self._in_turn(framed((function, args))))
        self._works.add(work)
        work.add_done_callback(self._works.discard)
        # Who no longer waits must not leave half an answer for who comes next.
        try:
            went_well, answer = await asyncio.shield(work)
        except asyncio.CancelledError:
            if self._stopped:
                raise ComputeFailed("the hall is stopping") from None
            raise
        if not went_well:
            raise ComputeFailed(answer)
        result: T = answer
        return result

    async def stop(self) -> None:
        """End the process; whoever still waits for it gets `ComputeFailed`."""
        self._stopped = True
        for work in tuple(self._works):
            work.cancel()
        await asyncio.gather(*self._works, return_exceptions=True)
        await self._end()

    async def _in_turn(self, asked: bytes) -> tuple[bool, Any]:
        async with self._turn:
            for _ in range(2):
                try:
                    async with asyncio.timeout(self._seconds):
                        return await self._answer(asked)
                except TimeoutError:
                    await self._end()
                    return False, f"took over {self._seconds:.0f} s"
                except (asyncio.IncompleteReadError, ConnectionError):
                    await self._end()
            return False, "the process died"

    async def _answer(self, asked: bytes) -> tuple[bool, Any]:
        process = self._process or await self._start()
        if process.stdin is None or process.stdout is None:
            raise ConnectionError
        process.stdin.write(asked)
        await process.stdin.drain()
        length = int.from_bytes(await process.stdout.readexactly(HEAD), "big")
        answer: tuple[bool, Any] = pickle.loads(await process.stdout.readexactly(length))  # noqa: S301 - our own process
        return answer

    async def _start(self) -> Process:
        # Neither the token nor the key is for code that draws what strangers wrote.
        mine = {name: text for name, text in os.environ.items() if "HIRINGHALL" not in name}
        self._process = await asyncio.create_subprocess_exec(
            *_COMMAND, *self._more, stdin=PIPE, stdout=PIPE, env=mine
        )
        return self._process

    async def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if process.returncode is None:
            process.kill()
        # Reads to the end as well, which closes the pipes.
        await process.communicate()
