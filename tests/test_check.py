"""`hiringhall check`: whether the hall could decide about anybody's standing at all."""

from pathlib import Path

import pytest

from bot.check import check
from bot.domain.people import Role
from bot.settings import Settings
from storage import people
from storage.database import Database
from storage.migrate import upgrade
from tests.services.builders import NOW, Hall


async def told(folder: Path, admins: str) -> str:
    """The finding about who may decide."""
    settings = Settings.read(
        {
            "HIRINGHALL_TOKEN": "123456789:" + "A" * 35, "HIRINGHALL_ADMINS": admins,
            "HIRINGHALL_DATABASE": str(folder / "hall.db"),
            # Nobody listens there: what Telegram would say is not asked here.
            "HIRINGHALL_API_URL": "http://127.0.0.1:9",
        }
    )  # fmt: skip
    (line,) = [one async for one in check(settings) if one.text.startswith("admins")]
    assert line.well
    return line.text


@pytest.mark.parametrize(("admins", "warned"), [("11", True), ("11,12", False)])
async def test_one_admin_alone_is_warned_that_nothing_can_be_decided(
    tmp_path: Path, admins: str, warned: bool
) -> None:
    text = await told(tmp_path, admins)
    assert ("WARNING" in text and "suspensions" in text and "arbiter" in text) == warned


async def test_an_arbiter_is_enough(tmp_path: Path) -> None:
    assert "WARNING" in await told(tmp_path, "11")
    db = Database(f"sqlite+aiosqlite:///{tmp_path / 'hall.db'}")
    await upgrade(db)
    hall = Hall(db)
    await hall.person("Boss", roles=(Role.admin,))
    outside = await hall.person("Outside")
    async with db.begin() as tx:
        await people.grant(
            tx, person_id=outside, role=Role.arbiter, project_id=None, by=None, now=NOW
        )
    await db.close()
    assert "WARNING" not in await told(tmp_path, "11")
