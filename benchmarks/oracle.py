"""Majority, Dawid-Skene and Bradley-Terry against crowd-kit, on crowds drawn by a seed.

crowd-kit stands in an environment of its own, which is made at the first run and kept. Of what it
asks for, that of its text methods (transformers, pyarrow) is left out: it would be 400 MB more.
"""

import asyncio
import csv
import json
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from bot.analysis.aggregation import TIED, Answers, majority
from bot.analysis.agreement import Votes
from bot.analysis.bradley_terry import LEFT, RIGHT, bradley_terry
from bot.analysis.dawid_skene import dawid_skene
from tests.analysis.crowds import crowd

VERSION: Final = "1.4.2"
_NEEDS: Final = ("pandas", "scikit-learn", "attrs", "tqdm", "nltk")
# Of the labels of Dawid-Skene that we are sure of, so many have to be the same: both start alike,
# but ours takes a tenth of a vote for seen.
_SURE, _SAME = 0.95, 0.98
_ITEMS, _GAMES = 12, 900
_NEAR = 0.02  # of a strength, in relation to it
ASKS = """
import json, sys
from pathlib import Path
import pandas as pd
from crowdkit.aggregation import BradleyTerry, DawidSkene, MajorityVote
folder, rounds = Path(sys.argv[1]), int(sys.argv[2])
for number in range(rounds):
    votes = pd.read_csv(folder / f"{number}.votes.csv")
    pairs = pd.read_csv(folder / f"{number}.pairs.csv")
    said = {
        "majority": MajorityVote().fit_predict(votes),
        "dawid-skene": DawidSkene(n_iter=200).fit_predict(votes),
        # It compares an array with itself: with any other tolerance it stops at the second round.
        "bradley-terry": BradleyTerry(n_iter=500, tol=0).fit_predict(pairs),
    }
    counts = votes.groupby(["task", "label"]).size()
    tops = counts[counts == counts.groupby("task").transform("max")].groupby("task").size()
    told = {name: {str(k): float(v) for k, v in one.items()} for name, one in said.items()}
    told["ties"] = sorted(int(task) for task in tops[tops > 1].index)
    (folder / f"{number}.json").write_text(json.dumps(told))
"""

Games = tuple[list[int], list[int], list[int]]


async def oracle(folder: Path, *, rounds: int, seed: int, plant: str | None) -> dict[str, Any]:
    """So many crowds; `PLANT=ties` breaks our ties by the order of labels, which must show."""
    python = await _environment()
    made = [(crowd(seed * 1000 + n), _games(seed * 1000 + n)) for n in range(rounds)]
    for number, ((_, votes), games) in enumerate(made):
        _write(folder / f"{number}.votes.csv", ("task", "worker", "label"), zip(
            votes.units, votes.raters, votes.values, strict=True))  # fmt: skip
        left, right, outcome = games
        won = [a if o == LEFT else b for a, b, o in zip(left, right, outcome, strict=True)]
        _write(folder / f"{number}.pairs.csv", ("worker", "left", "right", "label"), zip(
            [0] * len(won), left, right, won, strict=True))  # fmt: skip
    await _run(python, "-c", ASKS, str(folder), str(rounds))
    failures, same = 0, []
    for number, ((truth, votes), games) in enumerate(made):
        theirs = json.loads((folder / f"{number}.json").read_text())
        faults, share = _faults(truth, votes, games, theirs, plant)
        failures += bool(faults)
        same.append(share)
        if faults:
            print(f"FAULT crowd {number}: {'; '.join(faults)}")
    return {"version": VERSION, "same_dawid_skene": round(min(same), 4), "failures": failures}


def _faults(
    truth: Sequence[int], votes: Votes, games: Games, theirs: dict[str, Any], plant: str | None
) -> tuple[list[str], float]:
    faults = []
    plain = majority(votes)
    lead = plain.lead.copy()
    if plant == "ties":
        for n in np.flatnonzero(lead == TIED):
            lead[n] = plain.label[plain.unit == n][0]
    elif plant:
        raise ValueError(f"no such fault: {plant}")
    said = np.array([int(theirs["majority"][str(unit)]) for unit in plain.units])
    decided = lead != TIED
    if (said[decided] != lead[decided]).any():
        faults.append("majority differs")
    if plain.units[~decided].tolist() != theirs["ties"]:
        faults.append("other ties than counting finds")
    if any(said[n] not in _leading(plain, int(n)) for n in np.flatnonzero(~decided)):
        faults.append("a tie of other labels than theirs")
    found = dawid_skene(votes).answers
    learned = np.array([int(theirs["dawid-skene"][str(unit)]) for unit in found.units])
    sure = found.confidence > _SURE
    share = float((found.lead == learned)[sure].mean())
    right = [float((each == np.array(truth)).mean()) for each in (found.lead, learned)]
    if share < _SAME or right[0] < right[1] - 0.02:
        faults.append(f"Dawid-Skene: {share:.3f} the same, right {right[0]:.3f}, {right[1]:.3f}")
    left, right_side, outcome = (np.array(one, dtype=np.int64) for one in games)
    ours = bradley_terry(left, right_side, outcome, _ITEMS).strength
    strength = np.array([theirs["bradley-terry"][str(n)] for n in range(_ITEMS)])
    if (np.abs(ours / (strength / strength.sum()) - 1) > _NEAR).any():
        faults.append("Bradley-Terry differs")
    return faults, share


def _leading(answers: Answers, nth: int) -> list[int]:
    mine = answers.unit == nth
    top = np.isclose(answers.share[mine], answers.confidence[nth])
    return [int(one) for one in answers.label[mine][top]]


def _games(seed: int) -> Games:
    random = np.random.default_rng(seed)
    true = random.uniform(0.5, 3, _ITEMS)
    games: Games = ([], [], [])
    for _ in range(_GAMES):
        one, other = (int(n) for n in random.choice(_ITEMS, 2, replace=False))
        won = random.random() < true[one] / (true[one] + true[other])
        for column, value in zip(games, (one, other, LEFT if won else RIGHT), strict=True):
            column.append(value)
    return games


def _write(file: Path, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(header)
        writer.writerows(rows)


async def _environment() -> Path:
    """The interpreter beside which crowd-kit is installed."""
    folder = Path(tempfile.gettempdir()) / "hiringhall-oracle"
    python, whole = folder / "bin" / "python", folder / VERSION
    if not whole.exists():
        pip = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        await _run(Path(sys.executable), "-m", "venv", "--clear", str(folder))
        await _run(python, *pip, *_NEEDS)
        await _run(python, *pip, "--no-deps", f"crowd-kit=={VERSION}")
        whole.touch()
    return python


async def _run(python: Path, *arguments: str) -> None:
    process = await asyncio.create_subprocess_exec(str(python), *arguments)
    if await process.wait():
        raise RuntimeError(f"{python.name} {arguments[0]} ended with {process.returncode}")
