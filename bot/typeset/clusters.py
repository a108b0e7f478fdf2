"""Where a text may be cut without tearing what a reader sees as one character."""

import unicodedata
from bisect import bisect_right
from typing import Final

_JOINER: Final = "\u200d"
_MARKS: Final = frozenset({"Mn", "Mc", "Me"})
_VIRAMA: Final = 9
# Nobody writes so many flags in a row; an even number, so that whole ones are counted.
_LONGEST_RUN: Final = 200
# Vowels that Unicode counts as letters but that belong to the one before them.
_TRAILING_VOWELS: Final = frozenset("\u0e33\u0eb3")


def is_boundary(text: str, at: int) -> bool:
    """Tell whether a cut before the code point at `at` tears no character."""
    if at <= 0 or at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    if before.isascii() and after.isascii():
        return (before, after) != ("\r", "\n")
    if before == _JOINER or _extends(after):
        return False
    if unicodedata.combining(before) == _VIRAMA and after.isalpha():
        return False
    if _is_regional(before) and _is_regional(after):
        return _regional_run(text, at) % 2 == 0
    return not _joins_hangul(before, after)


def _extends(char: str) -> bool:
    return (
        unicodedata.category(char) in _MARKS
        or char in _TRAILING_VOWELS
        or char == _JOINER
        or "\U0001f3fb" <= char <= "\U0001f3ff"
        or "\U000e0020" <= char <= "\U000e007f"
    )


def _is_regional(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _regional_run(text: str, at: int) -> int:
    """Return how many regional indicators stand in a row before `at`, as far as is looked."""
    start = at
    while start and at - start < _LONGEST_RUN and _is_regional(text[start - 1]):
        start -= 1
    return at - start


def _joins_hangul(before: str, after: str) -> bool:
    """Tell whether two Hangul signs form one syllable: L with L, V, LV; V with V, T."""
    first, second = _hangul(before), _hangul(after)
    if first == "L":
        return second in {"L", "V", "LV", "LVT"}
    if first in {"LV", "V"}:
        return second in {"V", "T"}
    return first in {"LVT", "T"} and second == "T"


# Each kind's first code point; the runs of conjoining jamo and of ready syllables.
_HANGUL: Final = (
    (0, ""), (0x1100, "L"), (0x1160, "V"), (0x11A8, "T"), (0x1200, ""), (0xA960, "L"),
    (0xA97D, ""), (0xAC00, "S"), (0xD7A4, ""), (0xD7B0, "V"), (0xD7C7, ""), (0xD7CB, "T"),
    (0xD7FC, ""),
)  # fmt: skip
_HANGUL_STARTS: Final = [start for start, _ in _HANGUL]


def _hangul(char: str) -> str:
    kind = _HANGUL[bisect_right(_HANGUL_STARTS, ord(char)) - 1][1]
    if kind == "S":
        return "LV" if (ord(char) - 0xAC00) % 28 == 0 else "LVT"
    return kind
