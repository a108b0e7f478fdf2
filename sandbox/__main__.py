"""`python -m sandbox`: one stand-in for Telegram, alone, until it is stopped."""

import argparse
import asyncio
import contextlib
import signal
import sys

from sandbox.sandbox import Sandbox


async def serve(port: int, stop_after: float | None) -> None:
    """Serve until a signal comes or the time is over."""
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    sandbox = Sandbox()
    await sandbox.start(port)
    sys.stdout.write(f"url {sandbox.url}\ntoken {sandbox.token}\n")
    sys.stdout.flush()
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(stop_after):
            await stopped.wait()
    await sandbox.stop()


def main() -> None:
    """Read the command line and serve."""
    parser = argparse.ArgumentParser(prog="sandbox", description="A local stand-in for Telegram")
    parser.add_argument("--port", type=int, default=0, help="0 picks a free one")
    parser.add_argument("--stop-after", type=float, metavar="SECONDS", help="stop by itself")
    chosen = parser.parse_args()
    asyncio.run(serve(chosen.port, chosen.stop_after))


if __name__ == "__main__":
    main()
