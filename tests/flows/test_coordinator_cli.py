"""The command: what it says when something is wrong, with no traceback and the right code."""

import gzip
import json
import sqlite3
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from sandbox import Sandbox

TOKEN = "99999999:" + "A" * 35
PROJECT = """
key: pairs
name: Pairs
scheme: pairwise
guidelines: Choose the answer that helps more.
pay: {per_task: "0.40", currency: USD}
minutes_per_task: 2
"""
ROWS = "id,prompt,response_1,response_2\nq1,a,b,c\nq2,a,b,b\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, and settings that reach nobody."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HIRINGHALL_TOKEN", TOKEN)
    monkeypatch.setenv("HIRINGHALL_ADMINS", "5")
    monkeypatch.setenv("HIRINGHALL_API_URL", "http://127.0.0.1:9")
    return tmp_path


def run(*words: str) -> Result:
    """The command with these words; it may end, but not break."""
    result = CliRunner().invoke(app, words)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.mark.parametrize("words", [("check",), ("run",), ("project", "create", "pairs.yaml")])
def test_a_file_that_is_no_database_is_named(folder: Path, words: tuple[str, ...]) -> None:
    (folder / "hiringhall.sqlite").write_bytes(b"this is no database at all" * 200)
    (folder / "pairs.yaml").write_text(PROJECT)
    result = run(*words)
    assert result.exit_code in (1, 2)
    assert "hiringhall.sqlite cannot be used (file is not a database)" in result.output
    assert "HIRINGHALL_DATABASE" in result.output


def test_a_database_of_a_newer_version_is_left_alone(folder: Path) -> None:
    (folder / "pairs.yaml").write_text(PROJECT)
    assert run("project", "create", "pairs.yaml").exit_code == 0
    with sqlite3.connect(folder / "hiringhall.sqlite") as db:
        db.execute("UPDATE alembic_version SET version_num = 'later'")
    assert "written by a newer version" in run("check").output


def test_a_file_of_settings_that_is_named_has_to_be_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HIRINGHALL_OPEN_JOBS", "0")
    result = run("check", "--env", "nowhere.env")
    assert result.exit_code == 2
    assert "nowhere.env: is not there" in result.output
    assert "HIRINGHALL_OPEN_JOBS: '0'" in result.output


def test_another_bots_database_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("check").exit_code == 1
    monkeypatch.setenv("HIRINGHALL_TOKEN", "8" + TOKEN)
    assert "name another file in HIRINGHALL_DATABASE" in run("check").output


def test_a_compressed_list_of_another_format_is_imported(folder: Path) -> None:
    (folder / "pairs.yaml").write_text(PROJECT)
    rows = [{"prompt": "p", "chosen": f"a{n}", "rejected": "b", "notes": []} for n in range(3)]
    (folder / "t.json.gz").write_bytes(gzip.compress(json.dumps(rows).encode()))
    run("project", "create", "pairs.yaml")
    result = run("import", "pairs", "t.json.gz")
    assert "3 rows (trl-preference): 3 can be published, 0 refused." in result.output
    assert "kept as predictions" in result.output
    assert "Not taken over: notes" in result.output
    assert "3 tasks published" in result.output
    again = run("import", "pairs", "t.json.gz")
    assert again.exit_code == 1
    assert "line 1, id: this id is in the project already" in again.output


async def test_an_address_that_is_no_bot_api_is_suspected(monkeypatch: pytest.MonkeyPatch) -> None:
    from handlers.trial import introduce

    async with Sandbox() as sandbox:
        (said,) = await introduce(
            sandbox.token, f"{sandbox.url}/elsewhere", webhook_url=None, now=sandbox.clock.now()
        )
    assert not said.well
    assert "correct HIRINGHALL_API_URL" in said.text


def test_an_import_and_an_export_end_with_words(folder: Path) -> None:
    (folder / "pairs.yaml").write_text(PROJECT)
    (folder / "tasks.csv").write_text(ROWS)
    (folder / "noise.csv").write_bytes(b"\xff\x00" * 500)
    assert run("project", "create", "pairs.yaml").exit_code == 0
    refused = run("import", "pairs", "tasks.csv")
    assert refused.exit_code == 1
    assert "add --skip-refused" in refused.output
    assert "Nothing in it can be published" in run("import", "pairs", "noise.csv").output
    assert run("import", "pairs", "tasks.csv", "--skip-refused").exit_code == 0
    to = ("export", "pairs", "--format", "raw", "--out")
    assert "cannot be written (No such file or directory)" in run(*to, "not/there.jsonl").output
    assert "is a directory" in run(*to, ".").output
    assert run(*to, "out.jsonl").exit_code == 0


def test_an_audit_names_what_is_broken_and_exits_with_one(folder: Path) -> None:
    (folder / "pairs.yaml").write_text(PROJECT)
    assert run("project", "create", "pairs.yaml").exit_code == 0
    whole = run("audit")
    assert whole.exit_code == 0
    assert "promises hold" in whole.output
    with sqlite3.connect(folder / "hiringhall.sqlite") as db:
        db.execute("DROP TRIGGER entries_balance")
    broken = run("audit")
    assert broken.exit_code == 1
    assert "FAIL written_rows_are_guarded: 1 (entries_balance)" in broken.output
