"""The commands about the key of payout details, and what `hiringhall check` says of it."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.app import opened
from bot.cli import app
from bot.keys import try_keys
from bot.settings import Settings
from bot.vault import Vault, new_key
from tests.services.builders import Hall
from tests.services.payee import Owner


def settings(folder: Path, *keys: str) -> Settings:
    """Those of a hall in the folder, with these keys."""
    given = {"HIRINGHALL_DATABASE": str(folder / "hall.sqlite"), "HIRINGHALL_KEY": ",".join(keys)}
    return Settings.read(given, optional=("TOKEN", "ADMINS"))


async def with_account(folder: Path, key: str) -> None:
    async with opened(settings(folder, key)) as db:
        hall = Hall(db)
        await Owner(hall, await hall.person(), Vault([key])).give()


async def told(folder: Path, *keys: str) -> tuple[bool, str]:
    async with opened(settings(folder, *keys)) as db:
        finding = await try_keys(db, settings(folder, *keys))
    return finding.well, finding.text


def test_a_new_key_is_printed_alone() -> None:
    made = CliRunner().invoke(app, ["key"]).stdout
    assert Settings.read({"HIRINGHALL_KEY": made}, optional=("TOKEN", "ADMINS")).key == (
        made.strip(),
    )
    assert made != CliRunner().invoke(app, ["key"]).stdout


async def test_check_tells_what_a_key_opens(tmp_path: Path) -> None:
    old, new = new_key(), new_key()
    well, text = await told(tmp_path)
    assert well
    assert "refused" in text
    assert "hiringhall key" in text
    await with_account(tmp_path, old)
    assert await told(tmp_path, old) == (True, "payout details: 1 kept")
    well, text = await told(tmp_path, new, old)
    assert well
    assert "1 of them under an older key" in text
    for keys in ((), (new,)):
        well, text = await told(tmp_path, *keys)
        assert not well
        assert "no key opens 1 of 1" in text


@pytest.fixture
async def keys(tmp_path: Path) -> tuple[str, str]:
    """The key of a stored account, and a new one."""
    old, new = new_key(), new_key()
    await with_account(tmp_path, old)
    return old, new


def reseal(folder: Path, *keys: str) -> tuple[int, str]:
    given = {"HIRINGHALL_DATABASE": str(folder / "hall.sqlite"), "HIRINGHALL_KEY": ",".join(keys)}
    made = CliRunner().invoke(app, ["reseal"], env=given)
    return made.exit_code, made.stdout


def test_reseal_makes_the_old_key_needless(tmp_path: Path, keys: tuple[str, str]) -> None:
    old, new = keys
    code, text = reseal(tmp_path, new, old)
    assert (code, "1 encrypted with the newest key" in text) == (0, True)
    assert "older" not in text
    code, text = reseal(tmp_path, new)
    assert (code, "0 encrypted" in text) == (0, True)
    code, text = reseal(tmp_path, old)
    assert (code, "no key opens 1 of 1" in text) == (1, True)
    code, text = reseal(tmp_path)
    assert (code, "is not set" in text) == (1, True)
    assert new not in text
