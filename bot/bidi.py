"""Texts that run from right to left: invisible signs where other scripts stand in them."""

import re
import unicodedata
from collections.abc import Iterator

from babel import Locale, UnknownLocaleError

ISOLATE, ISOLATE_ENDS = "\u2068", "\u2069"
RIGHT_TO_LEFT_MARK = "\u200f"

_CODE = re.compile(f"<code>{ISOLATE}([^{ISOLATE}{ISOLATE_ENDS}]*){ISOLATE_ENDS}</code>")
_TAG = re.compile(r"</?[a-z]+>")
_STEP = re.compile(f"[{ISOLATE}{ISOLATE_ENDS}\n]")
_LETTER = re.compile(r"[^\W\d_]")


def runs_right_to_left(language: str) -> bool:
    """Whether the language is written from right to left; an unknown one is not."""
    try:
        return Locale.parse(language.partition("-")[0]).text_direction == "rtl"
    except (UnknownLocaleError, ValueError):
        return False


def settled(text: str) -> str:
    """A right-to-left text, arguments isolated, so that each line of it starts on the right.

    A text in other letters alone (an example to copy) stays as it is, and what is copied with a
    tap holds no invisible signs.
    """
    lines = list(_lines(text))
    sides = [_sides(outside) for _, outside in lines]
    if any(sides) and not any("R" in side for side in sides):
        return text
    marked = (
        line if (side.startswith("R") and _starts_right(line)) or not line
        else RIGHT_TO_LEFT_MARK + line
        for (line, _), side in zip(lines, sides, strict=True)
    )  # fmt: skip
    return _CODE.sub(f"{ISOLATE}<code>\\1</code>{ISOLATE_ENDS}", "\n".join(marked))


def _starts_right(line: str) -> bool:
    # Some screens go by the first sign that has a side, without skipping what is isolated.
    kinds = (unicodedata.bidirectional(sign) for sign in _TAG.sub("", line))
    return next((kind for kind in kinds if kind in ("L", "R", "AL")), "R") != "L"


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """The lines, each with what stands in it outside of isolates."""
    start = at = depth = 0
    outside = ""
    for step in _STEP.finditer(text):
        outside += "" if depth else text[at : step.start()]
        at = step.end()
        if step[0] == ISOLATE:
            depth += 1
        elif step[0] == ISOLATE_ENDS:
            depth = max(depth - 1, 0)
        elif not depth:
            yield text[start : step.start()], outside
            start, outside = at, ""
    yield text[start:], outside + ("" if depth else text[at:])


def _sides(text: str) -> str:
    # R or L for each letter: where the first one runs is where a screen begins the line.
    kinds = (unicodedata.bidirectional(sign) for sign in _LETTER.findall(_TAG.sub("", text)))
    return "".join("R" if kind in ("R", "AL") else "L" for kind in kinds)
