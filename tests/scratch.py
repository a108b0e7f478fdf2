"""The files of the tests are kept in memory: two processes that test wait for no disk.

What is written there is as safe from a killed process as on a disk, and of a disk that loses its
power no test knows. Who sets TMPDIR has the files there, and finds them after the run as well.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of its own is made there
# Far more than a run needs; where there is less, as in a small container, the disk is used.
ENOUGH_BYTES = 4 << 30
OURS = "hall-tests-"


def _clear_up() -> None:
    """Remove what runs have left that were killed."""
    for folder in MEMORY.glob(f"{OURS}*-*"):
        pid = folder.name.removeprefix(OURS).partition("-")[0]
        if pid.isdigit() and not Path("/proc", pid).exists():
            shutil.rmtree(folder, ignore_errors=True)


def _has_room() -> bool:
    return os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ENOUGH_BYTES


def pytest_configure() -> None:
    """Processes that are started from here on use the same folder; it goes with this one."""
    if "TMPDIR" in os.environ or not _has_room():
        return
    _clear_up()
    folder = tempfile.mkdtemp(prefix=f"{OURS}{os.getpid()}-", dir=MEMORY)
    # Servers that were started later end earlier, and leave nothing open in it.
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ["TMPDIR"] = folder
    tempfile.tempdir = None
