"""Files that are there whole or not at all."""

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def begun(path: Path) -> Iterator[Path]:
    """A name to write the file under; at the end it takes its place, and after an error goes.

    The name is of this one writer: two who write the same file at once do not meet in it.
    """
    part = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def write_whole(files: Mapping[Path, bytes]) -> None:
    """Write each file whole or not at all: a half one must never look like one."""
    for path, body in files.items():
        with begun(path) as part:
            part.write_bytes(body)
