"""What a project needs to know, on a card."""

import pytest

from bot.texts import Texts
from handlers.context import Words

TEXTS = Texts.load()


@pytest.mark.parametrize("language", TEXTS.languages)
def test_no_answer_about_a_skill_reads_like_skipping_the_project(language: str) -> None:
    words = Words(TEXTS, language)
    skips = words("button-not-this-project")
    for key in ("button-have-skill", "button-no-skill"):
        first = words(key).split()[0].strip(",،")
        assert first not in skips.replace(",", " ").replace("،", " ").split()
