"""The writer of PDFs, given runs that are parted by font and direction already."""

import codecs
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from fpdf import FPDF
from fpdf.enums import TextDirection, XPos, YPos
from fpdf.fonts import TTFFont
from fpdf.line_break import Fragment


class Pen(FPDF):
    """fpdf2 with two changes: it shapes a run whole, and notes what letters shaping hid.

    As it comes it parts text anew, also between a letter and its mark; and of a letter that is
    drawn by several glyphs nobody could tell any more, when copying the text, what it was.
    """

    def run(self, text: str, x: float, y: float, width: float) -> None:
        """Write a run with its baseline at `y`, in the font and the direction that are set."""
        # A cell without height has its baseline three tenths of the size below it.
        self.set_xy(x, y - 0.3 * self.font_size)
        self.cell(width, 0, text, new_x=XPos.RIGHT, new_y=YPos.TOP)

    def _preload_bidirectional_text(self, text: str, markdown: bool) -> Sequence[Fragment]:  # noqa: ARG002
        if not text:
            return ()
        kind = Fragment
        if self.text_shaping:
            direction = self.text_shaping["direction"] or TextDirection.LTR
            self.text_shaping["paragraph_direction"] = direction
            self.text_shaping["fragment_direction"] = direction
            kind = _Shaped
        return (kind(text, self._get_current_graphics_state(), self.k),)


class _Shaped(Fragment):
    """Text whose letters join."""

    def render_with_text_shaping(
        self,
        pos_x: float,
        pos_y: float,
        h: float,
        word_spacing: float,  # noqa: ARG002
    ) -> str:
        """The operators that draw the text: each letter at its place, with its name if need be."""
        font = self.font
        if not isinstance(font, TTFFont):
            raise TypeError("letters are joined in fonts of files alone")
        scale = font.scale * self.font_size_pt / 1000 / self.k
        found: list[str] = []
        for letters, glyphs in _clusters(self.string, self._shaping()):
            shown = []
            for nth, (glyph, place) in enumerate(glyphs):
                code = _code(font, glyph, letters if nth == 0 else "")
                if code is not None:
                    x = (pos_x + place.x_offset * scale) * self.k
                    y = (h - pos_y + place.y_offset * scale) * self.k
                    shown.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm ({font.escape_text(code)}) Tj")
                pos_x += place.x_advance * scale
            found += _named(letters, shown) if len(glyphs) > 1 else shown
        return " ".join(found)

    def _shaping(self) -> tuple[Any, Any]:
        shaped: tuple[Any, Any] = self.font.perform_harfbuzz_shaping(  # type: ignore[union-attr]
            self.string, self.font_size_pt, self.text_shaping_parameters
        )
        return shaped


def _clusters(text: str, shaped: tuple[Any, Any]) -> Iterator[tuple[str, list[tuple[int, Any]]]]:
    """From left to right: letters that belong together, and the glyphs that draw them."""
    infos, places = shaped
    starts = sorted({info.cluster for info in infos})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    pairs = zip(infos, places, strict=True)
    for start, group in groupby(pairs, key=lambda pair: pair[0].cluster):
        yield text[start : ends[start]], [(info.codepoint, place) for info, place in group]


def _code(font: TTFFont, number: int, letters: str) -> str | None:
    """The sign that stands for a glyph in the document, and for these letters."""
    name = font.ttfont.getGlyphName(number)
    glyph = font.subset.get_glyph(
        glyph=number,
        unicode=tuple(map(ord, letters)),
        glyph_name=name,
        glyph_width=round(font.scale * font.ttfont["hmtx"].metrics[name][0]),
    )
    code = font.subset.pick_glyph(glyph)
    return None if code is None else chr(code)


def _named(letters: str, shown: list[str]) -> list[str]:
    text = (codecs.BOM_UTF16_BE + letters.encode("utf-16-be")).hex()
    return [f"/Span <</ActualText <{text}>>> BDC", *shown, "EMC"]
