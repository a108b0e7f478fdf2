"""Names of languages one after the other, in the language of the reader."""

import pytest

from bot.texts import Texts
from handlers.context import Words
from handlers.messages.profile_words import language_names

TEXTS = Texts.load()
RIGHT_TO_LEFT = "\u200f"  # a mark that is not seen


@pytest.mark.parametrize(
    ("language", "codes", "said"),
    [
        ("en", ("en",), "English"),
        ("en", ("en", "ar"), "English, Arabic"),
        ("ar", ("en", "ar"), "الإنجليزية، العربية"),
        ("ar", ("en", "ar", "de"), "الإنجليزية، العربية، الألمانية"),
        ("ar", (), ""),
    ],
)
def test_each_language_is_named_once(language: str, codes: tuple[str, ...], said: str) -> None:
    names = language_names(Words(TEXTS, language), codes)
    assert names.replace(RIGHT_TO_LEFT, "") == said
