"""The command `hiringhall` with a fault planted in it: `python -m benchmarks.planted FAULT run`.

The fault wraps functions of the program before it runs; the program itself knows nothing of it.
"""

import sys

from benchmarks import crashpoints, faults


def plant(name: str | None) -> None:
    """Plant the fault (`crash:POINT` for a crash point; several joined by `+`), or none."""
    for one in filter(None, (name or "").split("+")):
        if one.startswith(crashpoints.PREFIX):
            crashpoints.arm(one.removeprefix(crashpoints.PREFIX))
        else:
            faults.PLANTS[one]()


def run_planted(fault: str | None, arguments: list[str]) -> None:
    """Run the command with these arguments and that fault; it ends by SystemExit."""
    from bot.cli import app

    plant(fault)
    app(arguments)


if __name__ == "__main__":
    run_planted(sys.argv[1], sys.argv[2:])
