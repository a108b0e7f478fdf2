"""`hiringhall export` on a bad day: a full disk, two at once, a file that was there before."""

import asyncio
import gzip
import json
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
import typer

from bot.exporting import Wanted, export_file
from bot.settings import Settings
from storage.database import Database
from tests.services.builders import NOW, Hall, item


def settings(db: Database) -> Settings:
    given = {"HIRINGHALL_DATABASE": str(db.url)}
    return Settings.read(given, Path("none.env"), optional=("TOKEN", "ADMINS"))


def wanted(out: Path, form: str = "label-studio") -> Wanted:
    packed = out.suffix == ".gz"
    return Wanted("pairs", form, out, None, None, [], None, None, packed)


async def filled(db: Database) -> None:
    """A project whose tasks take more than the disk of these tests has."""
    hall = Hall(db)
    await hall.project(tasks=0)
    await hall.publish("pairs", *(item(f"t{n}", context="x" * 999) for n in range(3)),
                       item("long", prompt="محمد\x7f " * 9_000))  # fmt: skip


@contextmanager
def disk_of(size: int) -> Iterator[None]:
    """No file can grow beyond so many bytes, as if the disk were full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("name", ["out.json", "out.json.gz"])
async def test_a_full_disk_is_told_and_leaves_the_old_file_alone(
    db: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    await filled(db)
    folder = tmp_path / "exports"
    folder.mkdir()
    out = folder / name
    out.write_bytes(b"of last week")
    with disk_of(300), pytest.raises(typer.Exit) as ended:
        await export_file(settings(db), wanted(out), now=NOW)
    assert ended.value.exit_code == 1
    assert "cannot be written (File too large)" in capsys.readouterr().err
    assert [(one.name, one.read_bytes()) for one in folder.iterdir()] == [(name, b"of last week")]


async def test_two_exports_into_one_file_at_once_leave_one_whole_file(
    db: Database, tmp_path: Path
) -> None:
    await filled(db)
    folder = tmp_path / "exports"
    folder.mkdir()
    out = folder / "out.json"
    await asyncio.gather(*(export_file(settings(db), wanted(out), now=NOW) for _ in range(2)))
    assert [task["data"]["id"] for task in json.loads(out.read_bytes())] == [
        "t0", "t1", "t2", "long",
    ]  # fmt: skip
    names = {one.name for one in folder.iterdir()}
    assert names == {"out.json", "pairs-label-studio.card.md"}


async def test_equal_exports_are_equal_packed_files(db: Database, tmp_path: Path) -> None:
    await filled(db)
    made = []
    for name in ("one.json.gz", "two.json.gz"):
        await export_file(settings(db), wanted(tmp_path / name), now=NOW)
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]
    assert len(json.loads(gzip.decompress(made[0]))) == 4
    with pytest.raises(EOFError):
        gzip.decompress(made[0][:-9])


async def test_days_the_wrong_way_round_are_told_and_not_an_empty_file(
    db: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.json"
    asked = replace(wanted(out), since="2026-11-24", to="2026-11-20")
    with pytest.raises(typer.Exit) as ended:
        await export_file(settings(db), asked, now=NOW)
    assert ended.value.exit_code == 2
    assert "lies before --from" in capsys.readouterr().err
    assert not out.exists()
