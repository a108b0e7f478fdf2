"""The demo: the main job on the local stand-in for Telegram, with a scripted crowd."""

import json
import sys
from pathlib import Path

from rich.console import Console

from bot import logs
from bot.demo.world import DemoError


async def demo(once: bool, data: Path | None, port: int) -> None:
    """Show the main job; with `once` as fast as it goes, with one JSON object as the last line.

    Ends with code 1 when anything is wrong.
    """
    console = Console(stderr=True, highlight=False)
    logs.set_up("WARNING")
    try:
        if not once:
            from bot.demo.visit import visit

            await visit(console, port)
            return
        from bot.demo.once import once as run_once

        result = await run_once(console, data)
    except (DemoError, OSError) as error:
        console.print(str(error), markup=False, soft_wrap=True)
        sys.exit(1)
    print(json.dumps(result.figures), flush=True)
    if result.wrong:
        sys.exit(1)
