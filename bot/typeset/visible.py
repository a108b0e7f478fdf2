"""What can be seen of a text, and what stands for the rest."""

import re
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


def clean(source: str) -> str:
    """Return the text with every control character and lone surrogate made visible."""
    if "\r" in source:
        source = source.replace("\r\n", "\n").replace("\r", "\n")
    return source.translate(_SHOWN) if _TO_SHOW.search(source) else source
