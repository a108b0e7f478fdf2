"""`hiringhall check`: whether the hall could decide about anybody's standing at all."""

from pathlib import Path

import pytest

from bot.check import check
from bot.domain.people import Role
from bot.settings import Settings
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


@pytest.mark.parametrize(
    ("admins", "do"), [("11", "/roles grant ID arbiter"), ("11,12", "/start")]
)
async def test_who_alone_could_decide_is_warned_and_told_what_to_do(
    tmp_path: Path, admins: str, do: str
) -> None:
    text = await told(tmp_path, admins)
    assert "WARNING" in text
    assert "suspensions" in text
    assert do in text.partition("WARNING")[2]


@pytest.mark.parametrize("began", [True, False])
async def test_an_arbiter_who_has_begun_the_chat_is_enough(tmp_path: Path, began: bool) -> None:
    db = Database(f"sqlite+aiosqlite:///{tmp_path / 'hall.db'}")
    await upgrade(db)
    hall = Hall(db)
    await hall.person("Boss", roles=(Role.admin,))
    away = None if began else NOW
    await hall.person("Outside", roles=(Role.arbiter,), unreachable_since=away)
    await db.close()
    assert ("WARNING" in await told(tmp_path, "11")) != began
