"""`python -m benchmarks.one_command COMMAND …`: the command, then what it took, as JSON.

It loads nothing but what the command itself loads, so that the memory is that of the command.
"""

import json
import sys
import time
from pathlib import Path


def main() -> None:
    """Run the command; the last line has the seconds, the most memory ever held, and CPU time."""
    began = time.perf_counter()
    from bot.cli import app

    app(sys.argv[1:], standalone_mode=False)
    status = Path("/proc/self/status").read_text("ascii")
    (peak,) = (line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))
    print(json.dumps([time.perf_counter() - began, int(peak) / 1024, time.process_time()]))


if __name__ == "__main__":
    main()
