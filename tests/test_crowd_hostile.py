"""Files of votes as they come from elsewhere: each gives figures, or one clear line and a code."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.cli import app
from tests.test_crowd import PUBLISHED, refused, rows_in, told, written

NOMINAL = ("--level", "nominal")
VOTES = ["1,a,x", "1,b,x", "2,a,y", "2,b,y"]


def raw(folder: Path, body: bytes) -> Path:
    file = folder / "votes.csv"
    file.write_bytes(body)
    return file


def alpha(file: Path, level: str = "nominal") -> Any:
    return told("agreement", file, "--level", level)["alpha"]


def majority(file: Path, out: Path) -> tuple[str | Path, ...]:
    return ("aggregate", file, "--method", "majority", "--out", out)


@pytest.mark.parametrize("delimiter", [";", "\t", ","])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff", "\n\n"])
def test_whatever_parts_cells_and_lines(
    tmp_path: Path, delimiter: str, end: str, mark: str
) -> None:
    """The published example, with a mark of the encoding or empty lines before the header."""
    rows = ["Label,note,WORKER, task "] + [
        '"{2}","a, b; c",{1},{0}'.format(*one.split(",")) for one in PUBLISHED
    ]
    body = end.join(
        row.replace("a, b; c", "#").replace(",", delimiter).replace("#", "a, b; c") for row in rows
    )
    assert round(alpha(raw(tmp_path, (mark + body).encode()), "interval"), 3) == 0.849


def test_lines_are_counted_from_the_first_whatever_stands_before(tmp_path: Path) -> None:
    file = raw(tmp_path, b'\r\n\r\ntask;worker;label\r\n1;a;"x\r\ny"\r\n1;;x\r\n')
    assert refused("agreement", file, *NOMINAL).startswith("line 6, worker: is empty")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "the file: is empty"),
        (b"\n\n  \n", "the file: is empty"),
        (b"task,worker\n1,2\n", "line 1, label: is missing"),
        (b"\n\ntask|worker|label\n", "line 3, task: is missing"),
        (b"task,worker,label,task\n", "line 1, task: the same name stands here twice"),
        ("task,worker,label\n1,a,gr\xfcn\n".encode("latin-1"), "is not UTF-8 text"),
        ("task,worker,label\n1,a,x\n".encode("utf-16"), "is not UTF-8 text"),
        (b'task,worker,label\n1,a,"x\n', "is no well-formed CSV"),
        (b"task,worker,label\n1,a," + b"x" * 200_000 + b"\n", "is no well-formed CSV"),
        (b"task,worker,label\n1,a," + b"x" * 2000 + b"\n", "line 2, label: is too long"),
        (b"\x1f\x8b\x08", "is cut off"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_line(tmp_path: Path, body: bytes, said: str) -> None:
    told_ = refused("agreement", raw(tmp_path, body), *NOMINAL)
    assert said in told_
    assert "Traceback" not in told_


@pytest.mark.parametrize("label", ["nan", "inf", "-inf", "1e999", "", "1,5", "1_000", "x", "0x1"])
def test_what_is_no_number_is_named_by_its_line(tmp_path: Path, label: str) -> None:
    file = written(tmp_path, ["1;a;1", f"1;b;{label}"], "task;worker;label")
    assert refused("agreement", file, "--level", "interval").startswith("line 3, label: ")
    if label:
        assert alpha(file) is not None


def test_a_name_may_look_like_anything(tmp_path: Path) -> None:
    rows = ['"=1+1",ada,👍🏽', '"=1+1",bob,👍🏽', "'; DROP,ada,nan", "'; DROP,bob,inf"]
    file, out = written(tmp_path, rows), tmp_path / "out.csv"
    assert alpha(file) < 1
    told(*majority(file, out))
    assert [row["label"] for row in rows_in(out)] == ["👍🏽", ""]


def test_very_many_labels_end_in_time(tmp_path: Path) -> None:
    many = 5_000
    rows = [f"{n},a,{n}.5" for n in range(many)] + [f"{n},b,{n + n % 2}.5" for n in range(many)]
    rows.insert(many, "  ")
    file, out = written(tmp_path, rows), tmp_path / "out.csv"
    for level in ("nominal", "ordinal", "interval", "ratio"):
        found = told("agreement", file, "--level", level)
        assert found["n"] == many
        assert found["interval"][0] <= found["interval"][1] <= 1
    command = ("aggregate", file, "--method", "dawid-skene", "--out", out)
    assert told(*command)["fallback"] == "too-large"


@pytest.mark.parametrize("name", ["there/is/none.csv", "."], ids=["no file", "a folder"])
def test_what_is_no_file_is_said_in_a_line(tmp_path: Path, name: str) -> None:
    said = refused("agreement", tmp_path / name, *NOMINAL)
    assert said.count("\n") == 1
    assert "cannot be read" in said


def test_an_existing_file_is_replaced_and_the_votes_never_are(tmp_path: Path) -> None:
    file, out = written(tmp_path, VOTES), tmp_path / "out.csv"
    out.write_text("old")
    told(*majority(file, out))
    assert [row["label"] for row in rows_in(out)] == ["x", "y"]
    before = file.read_bytes()
    link = tmp_path / "link.csv"
    link.symlink_to(file)
    for same in (file, link, tmp_path / "." / "votes.csv"):
        assert "is the file that is read" in refused(*majority(file, same))
    assert file.read_bytes() == before


@pytest.mark.parametrize("out", ["none/out.csv", ".", "votes.csv/out.csv"])
def test_where_nothing_can_be_written_nothing_is_left(tmp_path: Path, out: str) -> None:
    file = written(tmp_path, VOTES)
    said = refused(*majority(file, tmp_path / out))
    assert said.count("\n") == 1
    assert "written" in said
    assert [one.name for one in tmp_path.iterdir()] == ["votes.csv"]


def test_votes_are_piped_in(tmp_path: Path) -> None:
    body = written(tmp_path, VOTES).read_bytes()
    done = CliRunner().invoke(app, ["agreement", "-", *NOMINAL], input=body)
    assert json.loads(done.stdout.splitlines()[-1])["alpha"] == 1
    done = CliRunner().invoke(app, ["agreement", "-", *NOMINAL], input=b"")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "is empty" in done.stderr


def test_a_pipe_by_name_is_read_as_well(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bot", "agreement", "/dev/stdin", *NOMINAL]
    done = subprocess.run(  # noqa: S603 - our own program
        command, input=written(tmp_path, VOTES).read_bytes(), capture_output=True, check=True,
        timeout=60,
    )  # fmt: skip
    assert json.loads(done.stdout.splitlines()[-1])["alpha"] == 1
