"""Texts that run from right to left, with parts that do not: invisible signs in the right places."""

import re
import unicodedata

from babel import Locale, UnknownLocaleError

ISOLATE, ISOLATE_ENDS = "\u2068", "\u2069"
RIGHT_TO_LEFT_MARK = "\u200f"

_CODE = re.compile(r"<(code)>\u2068([^\u2068\u2069]*)\u2069</\1>")
_TAG = re.compile(r"<[^>]*>")


def runs_right_to_left(language: str) -> bool:
    """Whether the language is written from right to left; an unknown one is not."""
    try:
        return Locale.parse(language.partition("-")[0]).text_direction == "rtl"
    except (UnknownLocaleError, ValueError):
        return False


def settled(text: str) -> str:
    """A right-to-left text whose every line starts on the right, also behind a Latin word.

    A text in Latin letters alone (an example to copy) stays as it is; code that is copied with a
    tap is isolated from outside, so that it holds no invisible signs.
    """
    outside = _outside(text)
    letters = {unicodedata.bidirectional(sign) for sign in outside}
    if "L" in letters and not letters & {"R", "AL"}:
        return text
    lines = text.split("\n")
    plain = outside.split("\n")
    if len(lines) == len(plain):
        marks = ["" if _starts_right(line) else RIGHT_TO_LEFT_MARK for line in plain]
        text = "\n".join(mark + line for mark, line in zip(marks, lines, strict=True))
    return _CODE.sub(f"{ISOLATE}<\\1>\\2</\\1>{ISOLATE_ENDS}", text)


def _outside(text: str) -> str:
    """The text without tags and without what stands in isolates, whose own lines are kept."""
    depth = 0
    kept = []
    for sign in _TAG.sub("", text):
        depth += (sign == ISOLATE) - (sign == ISOLATE_ENDS and depth > 0)
        if not depth and sign not in (ISOLATE, ISOLATE_ENDS):
            kept.append(sign)
    return "".join(kept)


def _starts_right(line: str) -> bool:
    if not line.strip():
        return True
    for sign in line:
        kind = unicodedata.bidirectional(sign)
        if kind in ("R", "AL"):
            return True
        if kind == "L":
            return False
    return False
