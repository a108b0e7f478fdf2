"""The commands that measure anybody's votes: `hiringhall agreement` and `hiringhall aggregate`."""

import csv
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.domain.measuring import Level
from tests.analysis.crowds import slow_alpha
from tests.analysis.test_agreement import FOUR_BY_TWELVE, THREE_BY_FIFTEEN

DATA = Path(__file__).parents[2] / "shared" / "data"


def listed(table: str) -> list[str]:
    """The rows of a printed table with a line for each rater."""
    return [
        f"{unit},{rater},{value}"
        for rater, line in enumerate(table.strip().splitlines())
        for unit, value in enumerate(line.split())
        if value != "*"
    ]


PUBLISHED = listed(FOUR_BY_TWELVE)


def written(folder: Path, rows: Iterable[str], header: str = "task,worker,label") -> Path:
    file = folder / "votes.csv"
    file.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return file


def told(*arguments: str | Path) -> dict[str, Any]:
    """The JSON object on the last line of what the command prints."""
    done = CliRunner().invoke(app, [str(one) for one in arguments])
    assert done.exit_code == 0, done.output
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def refused(*arguments: str | Path) -> str:
    done = CliRunner().invoke(app, [str(one) for one in arguments])
    assert done.exit_code == 1, done.output
    assert not done.stdout
    return done.stderr


def rows_in(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


@pytest.mark.parametrize(
    ("level", "alpha"),
    [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)],
)
def test_the_published_example_from_a_file(tmp_path: Path, level: str, alpha: float) -> None:
    found = told("agreement", written(tmp_path, PUBLISHED), "--level", level)
    assert round(found["alpha"], 3) == alpha
    assert (found["level"], found["n"], found["ratings"]) == (level, 11, 40)
    low, high = found["interval"]
    assert low < alpha < high


@pytest.mark.parametrize(("level", "alpha"), [("nominal", 0.691), ("interval", 0.811)])
def test_the_other_published_example_from_a_file(tmp_path: Path, level: str, alpha: float) -> None:
    found = told("agreement", written(tmp_path, listed(THREE_BY_FIFTEEN)), "--level", level)
    assert round(found["alpha"], 3) == alpha


def test_a_compressed_file_with_columns_in_another_order(tmp_path: Path) -> None:
    file = tmp_path / "votes.csv.gz"
    rows = ["label,when,worker,task"]
    rows += ["{2},x,{1},{0}".format(*one.split(",")) for one in PUBLISHED]
    file.write_bytes(gzip.compress("\r\n".join(rows).encode("utf-8-sig")))
    assert round(told("agreement", file, "--level", "interval")["alpha"], 3) == 0.849


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([], "no ratings"),
        (["1,a,x", "2,b,y"], "no unit with two"),
        (["1,a,x", "1,b,x", "2,a,x", "2,b,x"], "all equal"),
    ],
)
def test_no_alpha_says_why(tmp_path: Path, rows: list[str], why: str) -> None:
    found = told("agreement", written(tmp_path, rows), "--level", "nominal")
    assert (found["alpha"], found["interval"], found["why"]) == (None, None, why)


def test_every_fault_is_named_with_its_line(tmp_path: Path) -> None:
    file = written(tmp_path, ["1,a,x", "1,,x", '2,b,"two', 'lines"', "3,b", "4,c,d,e"])
    said = refused("agreement", file, "--level", "nominal").splitlines()
    assert said[0].startswith("line 3, worker: is empty")
    assert said[1].startswith("line 6: has too few cells")
    assert said[2].startswith("line 7: has too many cells")
    assert len(said) == 4


def test_the_same_vote_twice_is_a_fault(tmp_path: Path) -> None:
    file = written(tmp_path, ["1,a,x", "1,b,x", "2,a,y", "1,a,y"])
    for command in (
        ("agreement", file, "--level", "nominal"),
        ("aggregate", file, "--method", "majority", "--out", tmp_path / "out.csv"),
    ):
        assert "line 5, worker: has a label on this task already (first in line 2)" in refused(
            *command
        )
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.parametrize(
    ("level", "label", "fault"),
    [
        ("ordinal", "good", "is no finite number"),
        ("interval", "nan", "is no finite number"),
        ("ratio", "-1", "lies outside what is allowed (at least 0)"),
    ],
)
def test_a_label_that_the_level_cannot_use(
    tmp_path: Path, level: str, label: str, fault: str
) -> None:
    file = written(tmp_path, ["1,a,1", f"1,b,{label}"])
    assert f"line 3, label: {fault}" in refused("agreement", file, "--level", level)


@pytest.mark.parametrize("body", [b"", b"\xff\xfe\x00", b"task,worker\n1,2\n", b"\x1f\x8b\x08"])
def test_what_is_no_file_of_votes_is_refused(tmp_path: Path, body: bytes) -> None:
    file = tmp_path / "votes.csv"
    file.write_bytes(body)
    assert "nothing was computed" in refused("agreement", file, "--level", "nominal")


def test_numbers_written_in_two_ways_are_one_number(tmp_path: Path) -> None:
    file = written(tmp_path, ["1,a,1", "1,b,1.0", "2,a,2", "2,b,2"])
    assert told("agreement", file, "--level", "interval")["alpha"] == 1
    assert told("agreement", file, "--level", "nominal")["alpha"] < 1


def test_majority_names_ties(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    file = written(tmp_path, ["1,a,x", "1,b,y", "2,a,y", "2,b,y", "2,c,x"])
    found = told("aggregate", file, "--method", "majority", "--out", out)
    assert (found["tasks"], found["ties"], found["votes"]) == (2, 1, 5)
    tied, decided = rows_in(out)
    assert (tied["label"], json.loads(tied["tied"])) == ("", ["x", "y"])
    assert decided["label"] == "y"
    assert float(decided["confidence"]) == pytest.approx(2 / 3, abs=1e-5)
    assert json.loads(decided["shares"]) == pytest.approx({"x": 1 / 3, "y": 2 / 3}, abs=1e-5)


@pytest.mark.parametrize("method", ["weighted", "dawid-skene"])
def test_the_other_methods_on_votes(tmp_path: Path, method: str) -> None:
    out = tmp_path / "out.csv"
    rows = [f"{n},{who},{n % 2}" for n in range(20) for who in "abc"]
    rows += [f"{n},d,{n // 2 % 2}" for n in range(20)]
    found = told("aggregate", written(tmp_path, rows), "--method", method, "--out", out)
    assert (found["method"], found["tasks"], found["ties"]) == (method, 20, 0)
    assert [row["label"] for row in rows_in(out)] == [str(n % 2) for n in range(20)]


def test_a_ranking_of_what_was_compared(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    rows = [
        "w,north,south,north",
        "v,south,north,north",
        "w,south,north,left",
        "u,north,south,tie",
    ]
    file = written(tmp_path, rows, "worker,left,right,label")
    found = told("aggregate", file, "--method", "bradley-terry", "--out", out)
    assert (found["items"], found["votes"], found["groups"]) == (2, 4, 1)
    ranking = list(rows_in(out))
    assert [(row["item"], row["place"]) for row in ranking] == [("north", "1"), ("south", "2")]
    strengths = [float(row["strength"]) for row in ranking]
    assert strengths == pytest.approx([0.625, 0.375], abs=1e-4)


def test_agreement_on_pairs_whichever_was_on_the_left(tmp_path: Path) -> None:
    rows = ["a,n,s,n", "b,s,n,n", "a,n,t,t", "b,t,n,left", "a,s,t,tie", "b,s,t,tie"]
    file = written(tmp_path, rows, "worker,left,right,label")
    found = told("agreement", file, "--level", "nominal")
    assert (found["alpha"], found["n"], found["ratings"]) == (1, 3, 6)
    for level in ("ordinal", "interval", "ratio"):
        said = refused("agreement", file, "--level", level)
        assert "take --level nominal" in said
        assert "line 2" not in said


def test_a_method_says_which_columns_it_needs(tmp_path: Path) -> None:
    votes, out = written(tmp_path, ["1,a,x"]), tmp_path / "out.csv"
    said = refused("aggregate", votes, "--method", "bradley-terry", "--out", out)
    assert "needs the columns worker, left, right, label" in said
    pairs = written(tmp_path, ["w,a,b,c"], "worker,left,right,label")
    assert (
        "line 2, label: is none of the values that are allowed (expected: a, b, tie)"
        in refused("aggregate", pairs, "--method", "bradley-terry", "--out", out)
    )


@pytest.mark.skipif(not DATA.exists(), reason="needs the shared data")
@pytest.mark.parametrize("name", ["pairwise", "audit"])
def test_real_votes_come_to_what_another_computation_says(tmp_path: Path, name: str) -> None:
    with (DATA / f"{name}.jsonl").open(encoding="utf-8") as lines:
        records = [one for one in map(json.loads, lines) if (one["human"] or {}).get("votes")]
    rows = [
        f"{one['id']},{vote['rater']},{vote['label']}"
        for one in records for vote in one["human"]["votes"]
    ]  # fmt: skip
    file, out = written(tmp_path, rows), tmp_path / "out.csv"
    names = sorted({row.rsplit(",", 1)[1] for row in rows})
    ballots = [(row.split(",")[0], 0, names.index(row.split(",")[2])) for row in rows]
    tasks = {task: nth for nth, task in enumerate(dict(Counter(one[0] for one in ballots)))}
    numbered = [(tasks[task], nth, label) for nth, (task, _, label) in enumerate(ballots)]
    found = told("agreement", file, "--level", "nominal")
    assert found["n"] == len(records) > 30
    assert found["alpha"] == pytest.approx(slow_alpha(numbered, Level.nominal), abs=1e-9)
    told("aggregate", file, "--method", "majority", "--out", out)
    said = {row["task"]: row["label"] or None for row in rows_in(out)}
    assert said == {one["id"]: one["human"]["majority"] for one in records}


@pytest.mark.skipif(not DATA.exists(), reason="needs the shared data")
def test_real_scales_come_to_what_another_computation_says(tmp_path: Path) -> None:
    by_attribute: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
    with (DATA / "likert.jsonl").open(encoding="utf-8") as lines:
        for one in map(json.loads, lines):
            for given in one["human"]["ratings"]:
                by_attribute[given["attribute"]].append(
                    (one["id"], str(given["rater"]), int(given["value"]))
                )
    for votes in by_attribute.values():
        file = written(tmp_path, (",".join(map(str, vote)) for vote in votes))
        tasks = {task: nth for nth, task in enumerate(dict.fromkeys(vote[0] for vote in votes))}
        numbered = [(tasks[task], n, value - 1) for n, (task, _, value) in enumerate(votes)]
        for level in ("ordinal", "interval"):
            found = told("agreement", file, "--level", level)
            assert found["alpha"] == pytest.approx(slow_alpha(numbered, Level(level)), abs=1e-9)
