"""Pages to write on, in either direction of reading; lengths are millimetres."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from bot.bidi import ISOLATE, ISOLATE_ENDS
from bot.printing.pen import Pen
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


class Sheet:
    """A document of A4 pages; equal calls give equal bytes."""

    def __init__(self, *, rtl: bool, language: str, title: str, made_at: datetime) -> None:
        self._rtl = rtl
        self._pdf = Pen(format="A4")
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

    def turn(self, *, rtl: bool) -> None:
        """From here on pages are read in that direction."""
        self._rtl = rtl

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
            # What was isolated is so on the next line as well.
            rest = ISOLATE + rest if rest and _is_open(line) else rest
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
            self._pdf.run(run.text, left, y, wide)
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

    def _runs(self, text: str, *, is_bold: bool) -> tuple[Run, ...]:
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
        # One word that is too long: as many of its signs as fit.
        lengths = range(1, len(words[0]) + 1)
        at = bisect_right(
            lengths, width, key=lambda count: self.width(text[:count], size, is_bold=is_bold)
        )
        while at > 1 and not is_boundary(text, at):
            at -= 1
        at = max(at, 1)
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


def _is_open(line: str) -> bool:
    return line.count(ISOLATE) > line.count(ISOLATE_ENDS)
