"""Text in the cells of a CSV that a spreadsheet must not take for a formula."""

import re
from typing import Final

# Signs that begin a formula somewhere, wide ones of East Asian keyboards included.
_SIGNS: Final = "=+\\-@＝＋－＠"
# What a program that takes another sign for the delimiter sees as the beginning of a cell.
_START: Final = r"(?:^|(?<=[,;\t\r\n|]))"
_ACTS: Final = rf"(?=[\s\"']*[{_SIGNS}])|^(?='*[\t\r\n])"
_TO_SHIELD = re.compile(f"{_START}{_ACTS}")
_SHIELDED = re.compile(rf"{_START}'(?=[\s\"']*[{_SIGNS}])|^'(?='*[\t\r\n])")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_FORMULA = re.compile(rf"\s*[{_SIGNS}]\s*[^\s{_SIGNS}]")


def harmless(text: str) -> str:
    """The text with an apostrophe wherever a spreadsheet would begin to calculate."""
    return _TO_SHIELD.sub("'", text)


def cell(value: object) -> str:
    """What stands in a table: a number as it is, any other text harmless."""
    text = str(value)
    return text if _NUMBER.fullmatch(text) else harmless(text)


def as_it_was(text: str) -> str:
    """The text without the apostrophes of `harmless`; what it never touched is left alone."""
    return _SHIELDED.sub("", text)


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would calculate the cell; a lone dash is none."""
    return bool(_FORMULA.match(text))
