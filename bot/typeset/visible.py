"""What can be seen of a text, and what stands for the rest."""

import re
import unicodedata
from typing import Final

# Telegram blanks or drops these; a rater must see that they were there.
_SHOWN: Final[dict[int, int | str]] = {
    **{point: 0x2400 + point for point in range(0x20) if point not in (0x09, 0x0A)},
    0x7F: 0x2421,
    0x2028: "\n",
    0x2029: "\n\n",
    **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD),
}
_TO_SHOW = re.compile("[\x00-\x08\x0b-\x1f\x7f\u2028\u2029\ud800-\udfff]")
# Default-ignorable or blank characters that Unicode counts as letters, marks or symbols.
_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0"
    "\U0001d159\U000e0100-\U000e01ef]"
)
_HIDDEN_CATEGORIES = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf", "Cs"})


def clean(source: str) -> str:
    """Return the text with every control character and lone surrogate made visible."""
    if "\r" in source:
        source = source.replace("\r\n", "\n").replace("\r", "\n")
    return source.translate(_SHOWN) if _TO_SHOW.search(source) else source


def has_visible(text: str) -> bool:
    """Tell whether a reader would see anything at all of the text."""
    return any(
        unicodedata.category(char) not in _HIDDEN_CATEGORIES and not _BLANK.match(char)
        for char in text
    )
