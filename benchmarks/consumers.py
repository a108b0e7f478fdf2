"""Opens every export with the program that it is made for, in environments of their own.

The environments stand in the folder for temporary files. They are made at the first run and kept.
"""

import asyncio
import hashlib
import json
import sys
import tempfile
import venv
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, NamedTuple

from benchmarks import opened_exports
from bot.domain.tasks import Response, Turn
from bot.formats.outgoing.form import Setting
from bot.formats.writing import Writing, fitting, whole, writers
from tests.formats.voted import TALK, THREE, scheme, task
from tests.formats.voted import said as voted


class Needs(NamedTuple):
    """What an environment gets with everything that it asks for, and what without."""

    packages: tuple[str, ...]
    alone: tuple[str, ...] = ()


# What crowd-kit and TRL ask for beyond it is for models (torch alone some GB), and not for data.
ENVIRONMENTS: Final = {
    "datasets": Needs(("datasets",)),
    "label_studio": Needs(("label-studio-sdk",)),
    "crowd_kit": Needs(("pandas", "scikit-learn", "attrs", "tqdm", "nltk"), ("crowd-kit==1.4.2",)),
    "trl": Needs(("datasets", "transformers", "jinja2"), ("trl", "accelerate")),
}
FIVE: Final = ("helpfulness", "correctness", "coherence", "complexity", "verbosity")
# What nobody should be able to break a reader with.
HOSTILE: Final = (
    "=1+1", "-x", 'a,b\r\n"c"\n', "a\u2028b\x85c", "\u202eمحمد", "]]>&<b>", "n" * 31_960,
)  # fmt: skip


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
    opened: dict[str, int] = {}
    versions: dict[str, str] = {}
    for name, needs in ENVIRONMENTS.items():
        python = await _environment(name, needs)
        told = await _run(python, "-P", opened_exports.__file__ or "", name, str(files))
        found = json.loads(told.splitlines()[-1])
        opened[name] = found["opened"]
        versions |= found["versions"]
        failures += found["failures"]
    return {"files": made, "opened": opened, "versions": versions, "failures": len(failures),
            "said": failures[:20]}  # fmt: skip


def _write(files: Path) -> int:
    """Every format of every scheme that it takes; returns how many files."""
    made = 0
    for name, tasks in _tasks().items():
        of = scheme(name.partition("_")[0])
        for form in fitting(of):
            as_messages = writers[form].uniform and name.endswith("_talks")
            body = whole(Writing(writers[form], Setting(of, as_messages)), tasks)
            (files / f"{name}-{form}.{writers[form].extension}").write_bytes(body)
            more = writers[form].more
            if more is not None:
                (files / f"{name}-{form}.xml").write_text(more(of), "utf-8")
            made += 1
    return made


def _tasks() -> dict[str, list[Any]]:
    scores = {name: {"a": 3, "b": 1} for name in FIVE}
    pairs = [task(-2, -1, 3), task(1, 2), task(0), task("both_bad")]
    hostile = [
        replace(task(-1, 2, 1), external_id=f"{text[:9]}{number}", prompt=(Turn("user", text),),
                responses=(Response("a", f"A {text}", "m1"), Response("b", text, text[:40])))
        for number, text in enumerate(HOSTILE)
    ]  # fmt: skip
    return {
        "pairwise": pairs,
        "pairwise_talks": [*pairs, task(2, prompt=TALK)],
        "pairwise_hostile": hostile,
        "ranking": [voted({"order": ["b", "a", "c"]}, {"order": ["b", "c", "a"]},
                          responses=THREE)],
        "attributes-helpsteer": [voted(scores, scores)],
        "thumbs": [voted({"rejected": "no"}, responses=THREE[:1])],
        "ideal": [voted({"ideal": "Because it is so."}, responses=())],
    }  # fmt: skip


async def _environment(name: str, needs: Needs) -> str:
    """The interpreter beside which all of it is installed."""
    mark = hashlib.sha256(repr(needs).encode()).hexdigest()[:12]
    place = Path(tempfile.gettempdir()) / "hiringhall-consumers" / name
    python, done = str(place / "bin" / "python"), place / mark
    if not done.exists():
        await asyncio.to_thread(venv.create, place, with_pip=True, clear=True)
        pip = (python, "-m", "pip", "install", "-qq", "--disable-pip-version-check")
        await _run(*pip, *needs.packages)
        if needs.alone:
            await _run(*pip, "--no-deps", *needs.alone)
        done.touch()
    return python


async def _run(*command: str) -> str:
    process = await asyncio.create_subprocess_exec(
        *command, stdout=asyncio.subprocess.PIPE, stderr=sys.stderr
    )
    told, _ = await process.communicate()
    if process.returncode:
        raise RuntimeError(f"{command[:4]} ended with {process.returncode}")
    return told.decode()
