# ruff: noqa: INP001
"""Prints the part of requirements.txt that running needs, versions and hashes as they stand there.

Run from the root of the source folder: `python3 tools/runtime.py [FURTHER PACKAGES] > runtime.txt`
"""

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]


def normal(name: str) -> str:
    """The one spelling of the name of a package."""
    return re.sub(r"[-_.]+", "-", name).lower()


def blocks(text: str) -> dict[str, str]:
    """Each locked package with the lines that belong to it."""
    found = re.split(r"^(?=[a-z0-9][^\n]*==)", text, flags=re.MULTILINE | re.IGNORECASE)[1:]
    return {normal(re.split(r"[=\[]", block, maxsplit=1)[0]): block for block in found}


def needed_by(block: str) -> set[str]:
    """The packages for whose sake this one is locked, as pip-compile notes them."""
    notes = re.findall(r"^ +#(?: via)? +([A-Za-z0-9._-]+)", block, flags=re.MULTILINE)
    return {normal(note) for note in notes} - {"via"}


def runtime(*further: str) -> str:
    """The locked packages without which the program does not run, and these further ones."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    locked = blocks((ROOT / "requirements.txt").read_text("utf-8"))
    roots = {normal(re.split(r"[^\w.-]", one, maxsplit=1)[0]) for one in project["dependencies"]}
    wanted = roots | {normal(name) for name in further}
    while more := {
        name for name, block in locked.items() if name not in wanted and needed_by(block) & wanted
    }:
        wanted |= more
    if missing := wanted - locked.keys():
        raise SystemExit(f"not in requirements.txt: {', '.join(sorted(missing))}")
    return "".join(block for name, block in locked.items() if name in wanted)


if __name__ == "__main__":
    sys.stdout.write(runtime(*sys.argv[1:]))
