"""Files that are there whole or not at all."""

from collections.abc import Mapping
from pathlib import Path


def write_whole(files: Mapping[Path, bytes]) -> None:
    """Write each file whole or not at all: a half export must never look like one."""
    for path, body in files.items():
        begun = path.with_name(f"{path.name}.part")
        begun.write_bytes(body)
        begun.replace(path)
