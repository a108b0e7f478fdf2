"""A CSV that people filled in with a spreadsheet: its cells by column, or what was damaged."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from dataclasses import field as made
from itertools import chain
from typing import Final

from bot.formats.cells import as_it_was, is_formula
from bot.formats.lines import Line, lines_of
from bot.formats.records import Fault, ReadingLimits
from bot.formats.strict_json import RefusedJSONError, check_text
from bot.formats.table import Row, delimiter_of, rows_of

SHEET: Final = ReadingLimits(line_bytes=64 * 1024, rows=100_000, faults=1_000)

_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_HINT = re.compile(r"\s*\"?sep=(.)\"?\s*", re.IGNORECASE)
# What spreadsheets leave where a formula broke or a column was too narrow.
_DAMAGED = re.compile(r"#{3,}|#[A-Z/0]{2,20}[!?]?")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: what stands in the columns that are read, without white space around it."""

    line: int
    cells: dict[str, str]


@dataclass(slots=True)
class Sheet:
    """What a file holds; a row with a fault is not among the rows."""

    columns: list[str] = made(default_factory=list)
    rows: list[SheetRow] = made(default_factory=list)
    faults: list[Fault] = made(default_factory=list)
    count: int = 0


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns a file may have.

    `named` is what a header means ('' for nothing that is known), `read` are those whose cells
    are looked at, `needed` must be there, `figures` may begin as a formula does.
    """

    named: Callable[[str], str]
    read: tuple[str, ...]
    needed: tuple[str, ...]
    figures: tuple[str, ...] = ()


def read_sheet(data: bytes, columns: Columns, limits: ReadingLimits = SHEET) -> Sheet:
    """The rows and every fault; never raises on what the bytes hold."""
    sheet = Sheet()
    if len(data) > limits.file_bytes:
        facts: dict[str, str | int] = {"limit": limits.file_bytes, "size": len(data)}
        sheet.faults.append(Fault(0, "", "too-large", facts))
        return sheet
    text = _as_utf8(data)
    if text is None:
        sheet.faults.append(Fault(1, "", "bad-utf8", {"byte": 1}))
        return sheet
    _fill(sheet, _rows(text, columns, limits), columns, limits)
    if not sheet.count and not sheet.faults:
        sheet.faults.append(Fault(0, "", "empty"))
    return sheet


def in_order(faults: list[Fault], limits: ReadingLimits = SHEET) -> list[Fault]:
    """The faults by line; of too many the first ones, and that there are more."""
    ordered = sorted(faults, key=lambda fault: fault.line)
    if len(ordered) <= limits.faults:
        return ordered
    rest = Fault(ordered[limits.faults].line, "", "too-many-faults", {"limit": limits.faults})
    return [*ordered[: limits.faults], rest]


def headers_of(data: bytes, columns: Columns) -> list[str]:
    """What the first row's headers mean, '' for those that are not known; never raises."""
    text = _as_utf8(data)
    top = next(_rows(text, columns, SHEET), None) if text else None
    return [] if top is None or top.fault else [_name(cell, columns) for cell in top.cells]


def _as_utf8(data: bytes) -> bytes | None:
    """The bytes in UTF-8; spreadsheets write UTF-16 where "Unicode text" was chosen."""
    if not data.startswith(_UTF16):
        return data
    try:
        return data.decode("utf-16").encode()
    except UnicodeError:
        return None


def _rows(data: bytes, columns: Columns, limits: ReadingLimits) -> Iterator[Row]:
    lines = lines_of(data, limits)
    first = next((line for line in lines if line.fault or line.text.strip()), None)
    if first is None:
        return
    hint = _HINT.fullmatch(first.text)
    if hint:
        first = next(lines, Line(first.number, ""))
    sign = hint[1] if hint else delimiter_of(first.text, lambda name: bool(columns.named(name)))
    # Rows are numbered from the line that is handed over first.
    ahead = (Line(number, "") for number in range(1, first.number))
    found = rows_of(chain(ahead, (first,), lines), sign, limits)
    yield from (row for row in found if row.fault or any(cell.strip() for cell in row.cells))


def _name(header: str, columns: Columns) -> str:
    return columns.named(as_it_was(header).strip().lower())


def _fill(sheet: Sheet, rows: Iterator[Row], columns: Columns, limits: ReadingLimits) -> None:
    top = next(rows, None)
    if top is None:
        return
    if top.fault:
        sheet.faults.append(top.fault)
        return
    headers = _without_empty_end(top.cells)
    sheet.columns = [_name(cell, columns) for cell in headers]
    sheet.faults += _header_faults(headers, sheet.columns, top.line, columns)
    for row in () if sheet.faults else rows:
        if sheet.count >= limits.rows:
            sheet.faults.append(Fault(row.line, "", "too-many-rows", {"limit": limits.rows}))
            return
        if len(sheet.faults) >= limits.faults:
            sheet.faults.append(Fault(row.line, "", "too-many-faults", {"limit": limits.faults}))
            return
        sheet.count += 1
        _take(sheet, row, columns)


def _without_empty_end(cells: list[str]) -> list[str]:
    while cells and not cells[-1].strip():
        cells = cells[:-1]
    return cells


def _header_faults(
    headers: list[str], names: list[str], line: int, columns: Columns
) -> Iterator[Fault]:
    for place, (header, name) in enumerate(zip(headers, names, strict=True)):
        if not name:
            yield Fault(line, header.strip()[:200], "unknown-column")
        elif name in names[:place]:
            yield Fault(line, name, "duplicate-key")
    yield from (Fault(line, name, "missing") for name in columns.needed if name not in names)


def _take(sheet: Sheet, row: Row, columns: Columns) -> None:
    # Spreadsheets leave out empty cells at the end of a row, or add some.
    cells = _without_empty_end(row.cells)
    if row.fault:
        sheet.faults.append(row.fault)
        return
    if len(cells) > len(sheet.columns):
        facts: dict[str, str | int] = {"expected": len(sheet.columns)}
        sheet.faults.append(Fault(row.line, "", "too-many-cells", facts))
        return
    cells += [""] * (len(sheet.columns) - len(cells))
    taken = {
        name: cell.strip()
        for name, cell in zip(sheet.columns, cells, strict=True)
        if name in columns.read
    }
    faults = [
        fault
        for name, cell in taken.items()
        if (fault := _cell_fault(row.line, name, cell, columns)) is not None
    ]
    sheet.faults += faults
    if not faults:
        clean = {name: as_it_was(cell).strip() for name, cell in taken.items()}
        sheet.rows.append(SheetRow(row.line, clean))


def _cell_fault(line: int, name: str, cell: str, columns: Columns) -> Fault | None:
    if name not in columns.figures and is_formula(cell):
        return Fault(line, name, "formula-cell")
    if _DAMAGED.fullmatch(cell):
        return Fault(line, name, "damaged-cell")
    try:
        check_text(cell, name)
    except RefusedJSONError as refused:
        return refused.at(line)
    return None
