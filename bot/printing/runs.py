"""Text made ready for paper: made safe, parted by font, put in the order of reading."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Final

from fpdf.bidi import BidiParagraph
from fpdf.enums import TextDirection

from bot.bidi import ISOLATE, ISOLATE_ENDS
from bot.printing.typefaces import Face, bold, faces
from bot.typeset.clusters import is_boundary

MOST = 400  # of one value; no name or reason that a person meant is longer
_UNKNOWN: Final = "\ufffd"
# Signs without a look of their own that say how their neighbours join.
_JOINERS: Final = "\u200c\u200d\ufe0e\ufe0f"
_MARKS: Final = frozenset({"Mn", "Mc", "Me"})
_PILE = re.compile(r"([\u0300-\u036f]{3})[\u0300-\u036f]+")
_RIGHT_TO_LEFT: Final = ("R", "AL", "AN", "RLI", "RLE", "RLO")


@dataclass(frozen=True, slots=True)
class Run:
    """Signs of one font and one direction."""

    text: str
    face: Face
    level: int

    @property
    def is_rtl(self) -> bool:
        """Whether it is read from right to left."""
        return self.level % 2 == 1

    @property
    def is_shaped(self) -> bool:
        """Whether letters are to be joined, marks placed or brackets turned."""
        return self.face.joins or self.is_rtl or any(_is_mark(sign) for sign in self.text)


def printable(value: str, most: int = MOST) -> str:
    """What somebody wrote, for one place on paper.

    It cannot turn or cover what stands around it; half a character is a sign for "unknown"; what
    is longer than `most` ends in an ellipsis; what shows nothing is empty.
    """
    # As many as can matter: most of what is long is cut away below.
    whole = value[: most * 4].encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    kept = "".join(_kept(sign) for sign in unicodedata.normalize("NFC", whole))
    text = _PILE.sub(r"\1", " ".join(kept.split()))
    if len(text) > most:
        cut = next(at for at in range(most - 1, -1, -1) if is_boundary(text, at))
        text = text[:cut] + "…"
    return text if text.strip(_JOINERS + " ") else ""


def isolated(value: str) -> str:
    """A printable value that keeps its own direction in any line."""
    return f"{ISOLATE}{printable(value)}{ISOLATE_ENDS}"


@lru_cache(maxsize=4096)  # dates and figures come again and again
def runs(text: str, *, rtl: bool, is_bold: bool = False) -> tuple[Run, ...]:
    """The line as runs from left to right, in a paragraph of this direction."""
    pieces = []
    face: Face | None = None
    for sign, level in _levels(text, rtl=rtl):
        face, shown = _face(sign, face, is_bold=is_bold)
        pieces.append((shown, face, level))
    found = [
        Run("".join(sign for sign, _, _ in group), face, level)
        for (face, level), group in groupby(pieces, key=lambda piece: piece[1:])
    ]
    return tuple(_in_order(found))


def _kept(sign: str) -> str:
    category = unicodedata.category(sign)
    if sign in _JOINERS:
        return sign
    if category in ("Cc", "Zl", "Zp"):
        return " "
    if category == "Cf":
        return ""
    return _UNKNOWN if category in ("Cs", "Co", "Cn") else sign


def _levels(text: str, *, rtl: bool) -> Iterator[tuple[str, int]]:
    """Each sign with the depth of its direction; the signs that only direct are left out."""
    if not rtl and not any(unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT for sign in text):
        yield from ((sign, 0) for sign in text if sign in _JOINERS or not _directs(sign))
        return
    base = TextDirection.RTL if rtl else TextDirection.LTR
    paragraph = BidiParagraph(text, base_direction=base, preserve_bn_chars=True)
    level = paragraph.base_embedding_level
    for one in paragraph.get_characters_with_embedding_level():
        sign = one.character
        if sign in _JOINERS:
            yield sign, level  # as what it joins
        elif not _directs(sign):
            level = one.embedding_level
            yield sign, level


def _face(sign: str, before: Face | None, *, is_bold: bool) -> tuple[Face, str]:
    """The font for a sign, after one in the font `before`; and the sign that it can show."""
    clings = sign == " " or sign in _JOINERS or _is_mark(sign) or _is_modifier(sign)
    if before is not None and clings and (before.has(sign) or sign in _JOINERS):
        return before, sign
    for face in faces():
        if face.has(sign):
            strong = bold(face.name) if is_bold else None
            return (strong if strong is not None and strong.has(sign) else face), sign
    if sign in _JOINERS:
        return faces()[0], ""
    return faces()[0], _UNKNOWN


def _directs(sign: str) -> bool:
    return unicodedata.category(sign) == "Cf"


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign) in _MARKS


def _is_modifier(sign: str) -> bool:
    # Skin tones, and the letters that flags are written with.
    return "\U0001f3fb" <= sign <= "\U0001f3ff" or "\U0001f1e6" <= sign <= "\U0001f1ff"


def _in_order(found: list[Run]) -> list[Run]:
    """Rule L2 of Unicode's bidirectional algorithm, on runs instead of single signs."""
    ordered = list(found)
    deepest = max((run.level for run in ordered), default=0)
    for level in range(deepest, 0, -1):
        turned: list[Run] = []
        stack: list[Run] = []
        for run in ordered:
            if run.level >= level:
                stack.insert(0, run)
            else:
                turned += [*stack, run]
                stack = []
        ordered = turned + stack
    return ordered
