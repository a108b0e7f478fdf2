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
# Our own words alone are bold, and they are written in these.
_BOLD_SIGNS: Final = {
    "NotoSans": [*range(0x20, 0x180), *range(0x370, 0x530), *range(0x2010, 0x2040), 0x2212],
    "NotoSansArabic": [*range(0x600, 0x700), *range(0x2010, 0x2040)],
}


# What joins letters and sets marks. Kerning is left out: to make it bold takes a second more.
_BOLD_FEATURES: Final = [
    "ccmp", "locl", "isol", "init", "medi", "fina", "rlig", "calt", "liga", "mark", "mkmk",
]  # fmt: skip


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
    east_asian = _path(*_EAST_ASIAN)
    return (
        _noto("NotoSans"),
        *(_noto(f"NotoSans{script}", joins=True) for script in _JOINING),
        *(_noto(f"NotoSans{script}") for script in _PLAIN),
        Face("EastAsian", east_asian, _covered(east_asian)),
        _noto("NotoSansSymbols"),
        _noto("NotoEmoji", joins=True),
    )


@cache
def bold(name: str) -> Face | None:
    """The bold of a font, cut to the signs of our own words; none where there is no bold."""
    signs = _BOLD_SIGNS.get(name)
    if signs is None:
        return None
    regular = next(face for face in faces() if face.name == name)
    path = Path(_folder().name, f"{name}Bold.ttf")
    # Cut first: to make all letters of Noto Sans bold takes two seconds.
    with TTFont(regular.path, recalcTimestamp=False) as font:
        options = Options(layout_features=_BOLD_FEATURES, notdef_outline=True, hinting=False)
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=signs)
        subsetter.subset(font)
        instantiateVariableFont(font, {"wght": _BOLD}, inplace=True, static=True)
        font.save(path)
    return Face(f"{name}Bold", path, _covered(path), regular.joins)


def _noto(name: str, *, joins: bool = False) -> Face:
    path = _path(_NOTO, f"{name}[wght].ttf")
    return Face(name, path, _covered(path), joins)


def _path(package: str, name: str) -> Path:
    """Where a font lies; its package holds nothing else and is not run."""
    found = find_spec(package)
    if found is None or not found.submodule_search_locations:
        raise FileNotFoundError(f"the package {package} is not installed")
    return Path(next(iter(found.submodule_search_locations)), name)


def _covered(path: Path) -> frozenset[int]:
    with TTFont(path, lazy=True, fontNumber=0) as font:
        return frozenset(font.getBestCmap())


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    # Files, because the writer of PDFs takes nothing else; they go when the process ends.
    return tempfile.TemporaryDirectory(prefix="hiringhall-fonts-")
