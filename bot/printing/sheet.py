"""Pages to write on, in either direction of reading; lengths are millimetres."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from fpdf import FPDF
from fpdf.enums import TextDirection, XPos, YPos
from fpdf.line_break import Fragment

from bot.printing.runs import Run, runs
from bot.printing.typefaces import Face
from bot.typeset.clusters import is_boundary

WIDTH: Final = 210.0
HEIGHT: Final = 297.0
MARGIN: Final = 16.0
INNER: Final = WIDTH - 2 * MARGIN
Colour = tuple[int, int, int]
INK: Final[Colour] = (24, 28, 33)
GREY: Final[Colour] = (98, 106, 116)
HAIR: Final[Colour] = (214, 219, 225)
SHADE: Final[Colour] = (241, 244, 247)
_LEAST: Final = 5.0  # points; smaller cannot be read
_POINT: Final = 25.4 / 72


class _Pen(FPDF):
    """The writer of PDFs, given runs that are parted by font and direction already."""

    def _preload_bidirectional_text(self, text: str, markdown: bool) -> Sequence[Fragment]:  # noqa: ARG002
        # As it comes it parts the text anew, also between a letter and its mark.
        if not text:
            return ()
        if self.text_shaping:
            direction = self.text_shaping["direction"] or TextDirection.LTR
            self.text_shaping["paragraph_direction"] = direction
            self.text_shaping["fragment_direction"] = direction
        return (Fragment(text, self._get_current_graphics_state(), self.k),)


class Sheet:
    """A document of A4 pages; equal calls give equal bytes."""

    def __init__(self, *, rtl: bool, language: str, title: str, made_at: datetime) -> None:
        self._rtl = rtl
        self._pdf = _Pen(format="A4")
        self._pdf.set_auto_page_break(False)
        self._pdf.set_margin(0)
        self._pdf.c_margin = 0
        self._pdf.str_alias_nb_pages = ""  # or a person called {nb} becomes a number
        self._pdf.set_creation_date(made_at)
        self._pdf.set_lang(language)
        self._pdf.set_title(title)

    def page(self) -> None:
        """Begin a page."""
        self._pdf.add_page()

    def width(self, text: str, size: float, *, is_bold: bool = False) -> float:
        """How long the text is in one line."""
        return sum(self._length(run, size) for run in self._runs(text, is_bold=is_bold))

    def lines(
        self, text: str, width: float, size: float, *, is_bold: bool = False, most: int = 3
    ) -> list[str]:
        """The text in at most so many lines of this width; an ellipsis stands for the rest."""
        found: list[str] = []
        rest = text
        while rest:
            line, rest = self._line(rest, width, size, is_bold=is_bold)
            if rest and len(found) == most - 1:
                found.append(self._shortened(line, width, size, is_bold=is_bold))
                break
            found.append(line)
        return found

    def put(
        self,
        text: str,
        x: float,
        y: float,
        width: float,
        size: float,
        *,
        is_bold: bool = False,
        colour: Colour = INK,
        at_end: bool = False,
    ) -> None:
        """Write one line with its baseline at `y`, smaller where it does not fit the width."""
        found = self._runs(text, is_bold=is_bold)
        length = sum(self._length(run, size) for run in found)
        if length > width:
            size = max(size * width / length, _LEAST)
            length = sum(self._length(run, size) for run in found)
        left = MARGIN + (INNER - x - width if self._rtl else x)
        if at_end != self._rtl:
            left += width - length
        self._pdf.set_text_color(*colour)
        for run in found:
            wide = self._length(run, size)
            # A cell without height has its baseline three tenths of the size below it.
            self._pdf.set_xy(left, y - 0.3 * size * _POINT)
            self._pdf.cell(wide, 0, run.text, new_x=XPos.RIGHT, new_y=YPos.TOP)
            left += wide

    def write(
        self,
        lines: Sequence[str],
        x: float,
        y: float,
        width: float,
        size: float,
        step: float,
        *,
        colour: Colour = INK,
    ) -> None:
        """Write lines below one another, the first with its baseline at `y`."""
        for nth, line in enumerate(lines):
            self.put(line, x, y + nth * step, width, size, colour=colour)

    def rule(self, y: float, colour: Colour = HAIR, thick: float = 0.2) -> None:
        """A line across the page."""
        self._pdf.set_draw_color(*colour)
        self._pdf.set_line_width(thick)
        self._pdf.line(MARGIN, y, WIDTH - MARGIN, y)

    def shade(self, y: float, height: float) -> None:
        """A band across the page, to write on."""
        self._pdf.set_fill_color(*SHADE)
        self._pdf.rect(MARGIN, y, INNER, height, style="F", round_corners=True, corner_radius=1.6)

    def finished(self) -> bytes:
        """The document."""
        return bytes(self._pdf.output())

    def _runs(self, text: str, *, is_bold: bool) -> list[Run]:
        return runs(text, rtl=self._rtl, is_bold=is_bold)

    def _line(self, text: str, width: float, size: float, *, is_bold: bool) -> tuple[str, str]:
        """As much as fits one line, at least one sign, and the rest."""
        words = text.split(" ")
        fitting = 0
        while fitting < len(words):
            line = " ".join(words[: fitting + 1])
            if self.width(line, size, is_bold=is_bold) > width:
                break
            fitting += 1
        if fitting:
            return " ".join(words[:fitting]), " ".join(words[fitting:])
        at = len(words[0])
        while at > 1 and (
            not is_boundary(text, at) or self.width(text[:at], size, is_bold=is_bold) > width
        ):
            at -= 1
        return text[:at], text[at:].lstrip(" ")

    def _shortened(self, line: str, width: float, size: float, *, is_bold: bool) -> str:
        while line and self.width(line + "…", size, is_bold=is_bold) > width:
            line = line[:-1]
        return line + "…"

    def _length(self, run: Run, size: float) -> float:
        self._set(run, size)
        return float(self._pdf.get_string_width(run.text, normalized=True))

    def _set(self, run: Run, size: float) -> None:
        self._add(run.face)
        self._pdf.set_font(run.face.name, size=size)
        self._pdf.set_text_shaping(run.is_shaped, direction="rtl" if run.is_rtl else "ltr")

    def _add(self, face: Face) -> None:
        if face.name.lower() not in self._pdf.fonts:
            self._pdf.add_font(face.name, fname=face.path)
