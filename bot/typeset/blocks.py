"""Rewrites line by line what the Markdown parser would lose or lay out badly."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from bot.typeset.protect import Protector

# Columns of monospace text that a phone shows without breaking the line.
_PHONE_COLUMNS: Final = 40
_FENCE = re.compile(r"([\s>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)(`{3,}(?=[^`]*$)|~{3,})(.*)")
_LANGUAGE = re.compile(r"\s*[\w+#.-]{0,40}\s*")
_DELIMITER = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_LINK: Final = "]("
# A table may grow to so many characters, or to so many times its own; else it stays as it is.
_ROOM: Final = 20_000
_GROWTH: Final = 4
# Lists within lists within one line: the parser indents each by all those around it.
_TOO_DEEP = re.compile(r"^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t>]+){12}", re.MULTILINE)


def is_too_deep(source: str) -> bool:
    """Tell whether lists are nested as nobody writes them, which grows by the square."""
    return _TOO_DEEP.search(source) is not None


def prepare(source: str, protector: Protector) -> str:
    """Return the source with tables fit for a phone and fences that lose nothing."""
    if "|" not in source and "```" not in source and "~~~" not in source:
        return source
    return "\n".join(_lines(source.split("\n"), protector))


def _lines(lines: list[str], protector: Protector) -> Iterator[str]:
    fence = ""
    number = 0
    while number < len(lines):
        line = lines[number]
        number += 1
        mark = _FENCE.fullmatch(line) if "```" in line or "~~~" in line else None
        if fence:
            if mark and mark[2].startswith(fence) and not mark[3].strip():
                fence = ""
            yield line
        elif mark and (end := _empty_code(mark, lines, number)):
            # Empty code would vanish together with the name of its language.
            for shown in lines[number - 1 : end]:
                start = len(shown) - len(shown.lstrip("> \t"))
                yield shown[:start] + protector.literal(shown[start:])
            number = end
        elif mark:
            fence = mark[2]
            yield from _opening(line, mark)
        elif "|" in line and number < len(lines) and _is_table(line, lines[number]):
            end = number + 1
            while end < len(lines) and "|" in lines[end] and lines[end].strip():
                end += 1
            rows = [_cells(row) for row in (line, *lines[number + 1 : end])]
            yield from ("", *_table(rows, protector), "")
            number = end
        else:
            yield line


def _empty_code(mark: re.Match[str], lines: list[str], number: int) -> int:
    """Return the number of the line after code in which there is nothing, else 0."""
    while number < len(lines) and not lines[number].strip("> \t"):
        number += 1
    if number == len(lines):
        return number
    return number + 1 if lines[number].strip("> \t") == mark[2] else 0


def _opening(line: str, mark: re.Match[str]) -> Iterator[str]:
    """Yield the fence; an info string that is no language becomes the first line of code."""
    if _LANGUAGE.fullmatch(mark[3]):
        yield line
    else:
        yield mark[1] + mark[2]
        yield re.sub(r"[^\s>]", " ", mark[1]) + mark[3].strip()


def _is_table(header: str, delimiter: str) -> bool:
    if "|" not in delimiter or not _DELIMITER.fullmatch(delimiter) or header[:4] == "    ":
        return False
    return len(_cells(header)) == len(_cells(delimiter))


def _cells(row: str) -> list[str]:
    """Split a row at its pipes, as GitHub does: also inside code, not after a backslash."""
    row = row.strip().removeprefix("|")
    cells: list[str] = []
    current = ""
    escaped = False
    for char in row:
        if char == "|" and not escaped:
            cells.append(current.strip())
            current = ""
        else:
            current += char
        escaped = char == "\\" and not escaped
    if current.strip() or not cells:
        cells.append(current.strip())
    return cells


def _width(cell: str) -> int:
    return sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in cell)


def _table(rows: list[list[str]], protector: Protector) -> Iterator[str]:
    columns = len(rows[0])
    regular = all(len(row) <= columns for row in rows)
    linked = any(_LINK in cell or "![" in cell for row in rows for cell in row)
    widths = [max(map(_width, column)) for column in zip_longest(*rows, fillvalue="")]
    narrow = sum(widths) + 3 * (columns - 1) <= _PHONE_COLUMNS
    if _grown(rows, widths) > max(_ROOM, _GROWTH * sum(map(len, map(_row, rows)))):
        yield from (protector.literal(" | ".join(row)) for row in rows)
    elif regular and not linked and narrow and columns > 1:
        yield _row(rows[0])
        yield _row(["---"] * columns)
        yield from map(_row, rows[1:])
    elif len(rows) == 1:
        yield protector.literal(" | ".join(rows[0]))
    else:
        for row in rows[1:]:
            yield from _record(rows[0], row)


def _grown(rows: list[list[str]], widths: list[int]) -> int:
    """Return about how long the table gets, as a grid or as records, whichever is longer."""
    labels = sum(map(len, rows[0])) + 8 * len(widths)
    cells = sum(len(cell) for row in rows[1:] for cell in row)
    grid = len(rows) * sum(min(width, _PHONE_COLUMNS) + 3 for width in widths)
    return max(len(rows) * labels + cells, grid)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _record(header: list[str], row: list[str]) -> Iterator[str]:
    """Yield a row as an item with one line a cell, each named by its column."""
    prefix = "- "
    for label, cell in zip_longest(header, row, fillvalue=""):
        if not label and not cell:
            continue
        shown = cell.replace("\\|", "|") or "–"
        yield f"{prefix}{label}: {shown}" if label else f"{prefix}{shown}"
        prefix = "  - "
