"""The letters that a statement is printed with: which font has which sign."""

import tempfile
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

_NOTO: Final = "manimgx_fonts"
_EAST_ASIAN: Final = ("paperang_p2_fonts_cjk", "fonts/wqy-microhei.ttc")
# The first font that has a sign is taken. In these letters change by what stands beside them.
_JOINING: Final = (
    "Arabic", "Devanagari", "Thai", "Bengali", "Tamil", "Telugu", "Gujarati", "Gurmukhi",
    "Kannada", "Malayalam", "Oriya", "Sinhala", "Khmer", "Lao", "Myanmar",
)  # fmt: skip
_PLAIN: Final = ("Hebrew", "Armenian", "Georgian", "Ethiopic")
_BOLD: Final = 700
# Our own words alone are bold, and they are written with these.
_BOLD_SIGNS: Final = (
    *range(0x20, 0x180), *range(0x370, 0x530), *range(0x2010, 0x2040), 0x2212,
)  # fmt: skip
# A letter is one glyph in this font; Noto draws its dots apart, so that copied words fall apart.
_ARABIC: Final = ("matplotlib", "mpl-data/fonts/ttf/DejaVuSans.ttf")
_ARABIC_BOLD: Final = ("matplotlib", "mpl-data/fonts/ttf/DejaVuSans-Bold.ttf")
_ARABIC_SIGNS: Final = frozenset(range(0x600, 0x700))


@dataclass(frozen=True, slots=True)
class Face:
    """A font: its file, the signs that it has, whether its letters join."""

    name: str
    path: Path
    covers: frozenset[int]
    joins: bool = False

    def has(self, sign: str) -> bool:
        """Whether the font has the sign."""
        return ord(sign) in self.covers


@cache
def faces() -> tuple[Face, ...]:
    """Every font, in the order in which they are asked for a sign."""
    return (
        _noto("NotoSans"),
        _face("Arabic", _path(*_ARABIC), _ARABIC_SIGNS, joins=True),
        *(_noto(f"NotoSans{script}", joins=True) for script in _JOINING),
        *(_noto(f"NotoSans{script}") for script in _PLAIN),
        _face("EastAsian", _path(*_EAST_ASIAN)),
        _noto("NotoSansSymbols"),
        _noto("NotoEmoji", joins=True),
    )


@cache
def bold(name: str) -> Face | None:
    """The bold of a font, cut to the signs of our own words; none where there is no bold."""
    if name == "Arabic":
        return _face("ArabicBold", _path(*_ARABIC_BOLD), _ARABIC_SIGNS, joins=True)
    return _bold_of_noto() if name == "NotoSans" else None


def _bold_of_noto() -> Face:
    path = Path(_folder().name, "NotoSansBold.ttf")
    with TTFont(faces()[0].path, recalcTimestamp=False) as font:
        # Cut first, kerning as well: to make all of the font bold takes two seconds.
        subsetter = Subsetter(Options(layout_features=[], notdef_outline=True, hinting=False))
        subsetter.populate(unicodes=_BOLD_SIGNS)
        subsetter.subset(font)
        instantiateVariableFont(font, {"wght": _BOLD}, inplace=True, static=True)
        font.save(path)
    return _face("NotoSansBold", path)


def _noto(name: str, *, joins: bool = False) -> Face:
    return _face(name, _path(_NOTO, f"{name}[wght].ttf"), joins=joins)


def _face(
    name: str, path: Path, signs: frozenset[int] | None = None, *, joins: bool = False
) -> Face:
    with TTFont(path, lazy=True, fontNumber=0) as font:
        covered = frozenset(font.getBestCmap())
    return Face(name, path, covered if signs is None else covered & signs, joins)


def _path(package: str, name: str) -> Path:
    """Where a font lies; its package holds nothing else and is not run."""
    found = find_spec(package)
    if found is None or not found.submodule_search_locations:
        raise FileNotFoundError(f"the package {package} is not installed")
    return Path(next(iter(found.submodule_search_locations)), name)


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    # Files, because the writer of PDFs takes nothing else; they go when the process ends.
    return tempfile.TemporaryDirectory(prefix="hiringhall-fonts-")
