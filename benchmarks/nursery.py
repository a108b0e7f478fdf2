"""Where bots are born: one warm process that forks a bot each time it is asked for one.

Starting Python and importing the bot costs a second and more, which would be most of a round.
It is run as `python -m benchmarks.nursery`: one JSON object a line comes in (`env`, `arguments` of
the command, `fault`, `log`), the pid of the bot goes out, and its exit status when it has ended.
"""

import ctypes
import json
import os
import signal
import sys
from typing import Any, NoReturn

# Nothing started here may outlive a run that was itself killed.
LONGEST_LIFE_SECONDS = 900
_PR_SET_PDEATHSIG = 1


def main() -> None:
    """Fork a bot for each line, one at a time, until the input ends."""
    _die_with_parent()
    _import_all()
    print("ready", flush=True)
    for line in sys.stdin:
        wanted = json.loads(line)
        pid = os.fork()
        if pid == 0:
            _become_bot(wanted)
        print(pid, flush=True)
        _, status = os.waitpid(pid, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _import_all() -> None:
    # `hiringhall run` imports what it needs late, so it is named here.
    import bot.app
    import bot.cli
    import bot.logs  # noqa: F401
    import storage.migrate  # noqa: F401
    from bot.texts import Texts

    # Kept by the process, and so by those that it forks.
    Texts.load()


def _die_with_parent() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _become_bot(wanted: dict[str, Any]) -> NoReturn:
    """Be `hiringhall run` with that environment, and end the process with it."""
    _die_with_parent()
    signal.alarm(LONGEST_LIFE_SECONDS)
    log = os.open(wanted["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(log, 2)
    os.dup2(os.open(os.devnull, os.O_RDWR), 0)
    os.dup2(2, 1)
    for name in [name for name in os.environ if name.startswith("HIRINGHALL_")]:
        del os.environ[name]
    os.environ.update(wanted["env"])
    code = 1
    try:
        from benchmarks.planted import run_planted

        run_planted(wanted["fault"], ["run", *wanted["arguments"]])
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    finally:
        os._exit(code)


if __name__ == "__main__":
    main()
