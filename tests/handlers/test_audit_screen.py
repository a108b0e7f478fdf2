"""What the audit found, as an admin reads it."""

from typing import Any, cast

import pytest

from bot.texts import Texts
from handlers.context import Hall, Words
from handlers.messages import audit

TEXTS = Texts.load()


class Speaking:
    """As much of a hall as a screen without a database needs."""

    def words(self, language: str) -> Words:
        return Words(TEXTS, language)


async def said(language: str, breaches: list[list[Any]]) -> str:
    args = {"language": language, "day": "2030-01-15", "breaches": breaches}
    screen = await audit.found(cast("Hall", Speaking()), args)
    assert screen is not None
    return screen.text.text


@pytest.mark.parametrize("language", ["en", "ar"])
async def test_it_names_what_is_broken_how_often_and_where(language: str) -> None:
    text = await said(language, [["entries_balance", 7, "line:1:accepted", "line:2:accepted"]])
    for word in ("2030-01-15", "entries_balance", "7", "line:2:accepted", "hiringhall audit"):
        assert word in text


async def test_a_long_list_is_cut_and_says_so() -> None:
    text = await said("en", [[f"promise_{n}", 1, "x"] for n in range(13)])
    assert "promise_9" in text
    assert "promise_10" not in text
    assert "3 more" in text
