"""Opens every export with the program that it is made for, in environments of their own."""

import asyncio
import json
import sys
import venv
from pathlib import Path
from typing import Any

from benchmarks import opened_exports
from bot.formats.outgoing.form import Setting
from bot.formats.writing import Writing, fitting, whole, writers
from tests.formats.voted import THREE, scheme, task
from tests.formats.voted import said as voted

# What each environment has; crowd-kit brings transformers and weighs 850 MB.
ENVIRONMENTS = {
    "datasets": ("datasets",),
    "label_studio": ("label-studio-sdk",),
    "crowd_kit": ("crowd-kit", "pandas"),
    "trl": ("trl",),
}
FIVE = ("helpfulness", "correctness", "coherence", "complexity", "verbosity")


async def exports(
    folder: Path, *, rounds: int = 1, seed: int = 1, plant: str | None = None
) -> dict[str, Any]:
    """Write every format and open each; there is one round, and chance has no part in it."""
    del rounds, seed
    files = folder / "files"
    files.mkdir()
    made = _write(files)
    if plant == "cut":
        for path in files.glob("*-trl-preference.jsonl"):
            path.write_bytes(path.read_bytes()[:-9])
    failures: list[str] = []
    opened = 0
    for name, wanted in ENVIRONMENTS.items():
        python = await _environment(folder / name, wanted)
        told = await _run(python, "-P", opened_exports.__file__ or "", name, str(files))
        found = json.loads(told.splitlines()[-1])
        opened += found["opened"]
        failures += found["failures"]
    return {"files": made, "opened": opened, "failures": len(failures), "said": failures[:20]}


def _write(files: Path) -> int:
    """Every format of every scheme that it takes; returns how many files."""
    made = 0
    for name, tasks in _tasks().items():
        for form in fitting(scheme(name)):
            body = whole(Writing(writers[form], Setting(scheme(name))), tasks)
            (files / f"{name}-{form}.{writers[form].extension}").write_bytes(body)
            more = writers[form].more
            if more is not None:
                (files / f"{name}-{form}.xml").write_text(more(scheme(name)), "utf-8")
            made += 1
    return made


def _tasks() -> dict[str, list[Any]]:
    scores = {name: {"a": 3, "b": 1} for name in FIVE}
    return {
        "pairwise": [task(-2, -1, 3), task(1, 2), task(0), task("both_bad")],
        "ranking": [voted({"order": ["b", "a", "c"]}, {"order": ["b", "c", "a"]},
                          responses=THREE)],
        "attributes-helpsteer": [voted(scores, scores)],
        "thumbs": [voted({"rejected": "no"}, responses=THREE[:1])],
        "ideal": [voted({"ideal": "Because it is so."}, responses=())],
    }  # fmt: skip


async def _environment(place: Path, wanted: tuple[str, ...]) -> str:
    await asyncio.to_thread(venv.create, place, with_pip=True)
    python = str(place / "bin" / "python")
    await _run(python, "-m", "pip", "install", "--quiet", *wanted)
    return python


async def _run(*command: str) -> str:
    process = await asyncio.create_subprocess_exec(
        *command, stdout=asyncio.subprocess.PIPE, stderr=sys.stderr
    )
    told, _ = await process.communicate()
    if process.returncode:
        raise RuntimeError(f"{command[:4]} ended with {process.returncode}")
    return told.decode()
