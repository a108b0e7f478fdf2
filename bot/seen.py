"""What a reader sees of a text."""

import re
import unicodedata

# Default-ignorable or blank characters that Unicode counts as letters, marks or symbols.
_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0"
    "\U0001d159\U000e0100-\U000e01ef]"
)
_HIDDEN_CATEGORIES = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf", "Cs"})


def has_visible(text: str) -> bool:
    """Whether a reader would see anything at all of the text."""
    return any(
        unicodedata.category(char) not in _HIDDEN_CATEGORIES and not _BLANK.match(char)
        for char in text
    )


def looks(text: str) -> str:
    """The text as it is told apart from others: neither by case, spaces nor what is not seen."""
    seen = "".join(one for one in text if unicodedata.category(one) != "Cf")
    return " ".join(seen.casefold().split())
