"""Reads an import, whatever it is: every row becomes an item or faults with their line."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from bot.domain.tasks import Response, Turn
from bot.formats.images import Images
from bot.formats.lines import Line, head_of, lines_of, size_of
from bot.formats.native import item_of
from bot.formats.rating_inputs import is_rating_input, to_native
from bot.formats.records import Fault, Item, Reading, ReadingLimits
from bot.formats.shape import Shape
from bot.formats.strict_json import RefusedJSONError, parse
from bot.formats.table import Header, delimiter_of, is_known, rows_of

__all__ = ["Fault", "Item", "Reading", "ReadingLimits", "Response", "Turn", "read"]

_DEFAULT: Final = ReadingLimits()
_HEAD_BYTES: Final = 4096
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_COLUMN_SIGNS = re.compile(r"[,;\t]")


def read(
    name: str,
    data: bytes | Path,
    *,
    responses: tuple[int, int] = (2, 2),
    turns: bool = False,
    limits: ReadingLimits = _DEFAULT,
) -> Reading:
    """Read a file of this name; never raises on what it holds, only on a path that fails.

    `responses` is how few and how many responses a task of the scheme has; with `turns` it has
    a conversation in which the assistant's answers are judged.
    """
    size = size_of(data)
    if size > limits.file_bytes:
        facts: dict[str, str | int] = {"limit": limits.file_bytes, "size": size}
        return Reading("unknown", [], [Fault(0, "", "too-large", facts)], 0)
    head = head_of(data, _HEAD_BYTES)
    if head.startswith(_UTF16):
        return Reading("unknown", [], [Fault(1, "", "bad-utf8", {"byte": 1})], 0)
    first = _first_line(data, limits)
    if first is None:
        return Reading("unknown", [], [Fault(0, "", "empty")], 0)
    collected = _Collected(responses, limits, turns=turns)
    kind = _kind(name, first.text)
    if kind == "json":
        return collected.from_json(lines_of(data, limits, collected.images))
    if kind == "csv":
        return collected.from_csv(lines_of(data, limits), delimiter_of(first.text))
    return Reading("unknown", [], [Fault(first.number, "", "unknown-format")], 0)


def _first_line(data: bytes | Path, limits: ReadingLimits) -> Line | None:
    lines = lines_of(data, limits, Images())
    return next((line for line in lines if line.text.strip() or line.fault), None)


def _kind(name: str, first: str) -> str:
    """Return what the first line shows the file to be, in doubt what its name says."""
    if first.lstrip().startswith("{"):
        return "json"
    if first.lstrip().startswith("[") and not name.lower().endswith(("jsonl", "ndjson")):
        return ""
    names = [part.strip('" ').lower() for part in _COLUMN_SIGNS.split(first)]
    if "id" in names and sum(map(is_known, names)) > 1:
        return "csv"
    suffix = name.lower().rpartition(".")[2]
    return {"jsonl": "json", "ndjson": "json", "json": "json", "csv": "csv", "tsv": "csv"}.get(
        suffix, ""
    )


class _Collected:
    """The items and faults of one file, within the limits."""

    def __init__(self, responses: tuple[int, int], limits: ReadingLimits, *, turns: bool) -> None:
        self._responses = responses
        self._turns = turns
        self._limits = limits
        self.images = Images()
        self._items: list[Item] = []
        self._faults: list[Fault] = []
        self._lines: dict[str, int] = {}
        self._rows = 0
        self._foreign = False

    def from_json(self, lines: Iterator[Line]) -> Reading:
        """Read one object a line."""
        for line in lines:
            if not line.fault and not line.text.strip():
                continue
            if not self._takes_row(line.number):
                break
            if line.fault:
                self._faults.append(line.fault)
            else:
                self._take_json(line)
        return self._reading("rating-inputs" if self._foreign else "jsonl")

    def _take_json(self, line: Line) -> None:
        try:
            row = parse(line.text, self._limits)
        except RefusedJSONError as refused:
            self._faults.append(refused.at(line.number))
            return
        if is_rating_input(row):
            self._foreign = True
            row = to_native(row)
        self._take(row, Shape(line.number, self._limits, self.images))

    def from_csv(self, lines: Iterator[Line], delimiter: str) -> Reading:
        """Read one record a row, the first naming the columns."""
        rows = rows_of(lines, delimiter, self._limits)
        rows = (row for row in rows if row.fault or any(cell.strip() for cell in row.cells))
        top = next(rows, None)
        if top is None:
            return self._reading("csv")
        if top.fault:
            self._faults.append(top.fault)
            return self._reading("csv")
        header = Header(top.cells, top.line)
        self._faults += header.faults
        missing = {fault.code for fault in header.faults} & {"missing", "duplicate-key"}
        for row in () if missing else rows:
            if not self._takes_row(row.line):
                break
            shape = Shape(row.line, self._limits, self.images)
            if row.fault:
                self._faults.append(row.fault)
            elif native := header.to_native(row, shape):
                self._take(native, shape)
            else:
                self._faults += shape.faults
        return self._reading("rating-inputs-csv" if header.is_rating_input else "csv")

    def _takes_row(self, line: int) -> bool:
        """Count a row; False, with the reason noted, when a limit is reached."""
        limits = self._limits
        if self._rows >= limits.rows:
            self._faults.append(Fault(line, "", "too-many-rows", {"limit": limits.rows}))
            return False
        if len(self._faults) >= limits.faults:
            self._faults.append(Fault(line, "", "too-many-faults", {"limit": limits.faults}))
            return False
        self._rows += 1
        return True

    def _take(self, row: Any, shape: Shape) -> None:
        item = item_of(row, shape, self._responses, turns=self._turns)
        given = row.get("id") if isinstance(row, dict) else None
        if isinstance(given, str) and given.strip():
            first = self._lines.setdefault(given, shape.line)
            if first != shape.line:
                shape.fault("id", "duplicate-id", id=given[:200], first=first)
        self._faults += shape.faults
        if item and not shape.faults:
            self._items.append(item)

    def _reading(self, kind: str) -> Reading:
        if not self._rows and not self._faults:
            self._faults.append(Fault(0, "", "empty"))
        shown = {one.image for item in self._items for one in item.responses if one.image}
        images = {key: one for key, one in self.images.by_digest.items() if key in shown}
        return Reading(kind, self._items, self._faults, self._rows, images)
