"""The bot as a process of its own, which can be killed and started again."""

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).parent.parent
# A cold start imports everything on a machine that is busy with other things.
PATIENCE_SECONDS = 30.0


class Nursery:
    """Starts bots from one warm process; one bot lives at a time."""

    def __init__(self, env: dict[str, str], log: Path, *arguments: str) -> None:
        self._env, self._log = env, log
        self._arguments = arguments
        self._process: Process | None = None
        self._pid: int | None = None

    async def __aenter__(self) -> Self:
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "benchmarks.nursery", cwd=ROOT, stdin=PIPE, stdout=PIPE
        )
        await self._line()
        return self

    async def __aexit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:  # fmt: skip
        process = self._process
        if process is None or process.stdin is None:
            return
        if self._pid is not None:
            await self.kill()
        process.stdin.close()
        await process.wait()

    @property
    def pid(self) -> int:
        """The process id of the bot that lives."""
        if self._pid is None:
            raise RuntimeError("no bot is alive")
        return self._pid

    async def start(self, fault: str | None = None) -> None:
        """Start a bot, with that fault planted in it."""
        if self._process is None or self._process.stdin is None:
            raise RuntimeError("the nursery is not open")
        wanted = {
            "env": self._env, "arguments": self._arguments, "fault": fault, "log": str(self._log)
        }  # fmt: skip
        self._process.stdin.write(json.dumps(wanted).encode() + b"\n")
        await self._process.stdin.drain()
        self._pid = int(await self._line())

    async def kill(self) -> int:
        """Kill the bot as a power cut would end it, and return its exit status."""
        os.kill(self.pid, signal.SIGKILL)
        return await self.ended()

    async def ended(self, seconds: float = PATIENCE_SECONDS) -> int:
        """The exit status of the bot, once it has ended; TimeoutError when it goes on."""
        async with asyncio.timeout(seconds):
            status = int(await self._line())
        self._pid = None
        return status

    async def _line(self) -> str:
        if self._process is None or self._process.stdout is None:
            raise RuntimeError("the nursery is not open")
        line = await self._process.stdout.readline()
        if not line:
            raise RuntimeError("the nursery has ended by itself")
        return line.decode().strip()


async def cold_start(env: dict[str, str], log: Path) -> Process:
    """`python -m bot run` as anybody would start it."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith("HIRINGHALL_")
    }
    with log.open("ab") as errors:
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", "--env", os.devnull, env=kept | env, cwd=ROOT,
            stdin=DEVNULL, stdout=errors, stderr=errors,
        )  # fmt: skip
