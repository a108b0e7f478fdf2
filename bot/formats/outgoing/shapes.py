"""How rows become a file: a line of JSON each, one JSON list, or a CSV table."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from bot.formats.cells import cell
from bot.formats.jsonl import json_line


@dataclass(frozen=True, slots=True)
class Shape:
    """What stands before the rows, how a row is written, and what stands behind them.

    A row is told whether it is the first one.
    """

    extension: str
    begin: Callable[[Sequence[str]], bytes]
    row: Callable[[Mapping[str, Any], Sequence[str], bool], bytes]
    end: bytes = b""


def _nothing(_columns: Sequence[str]) -> bytes:
    return b""


def _line(row: Mapping[str, Any], _columns: Sequence[str], _first: bool) -> bytes:
    return json_line(row)


def _entry(row: Mapping[str, Any], _columns: Sequence[str], first: bool) -> bytes:
    return (b"" if first else b",\n") + json_line(row).removesuffix(b"\n")


def _bracket(_columns: Sequence[str]) -> bytes:
    return b"[\n"


def _header(columns: Sequence[str]) -> bytes:
    return _cells(columns)


def _record(row: Mapping[str, Any], columns: Sequence[str], _first: bool) -> bytes:
    return _cells([row[name] for name in columns])


def _cells(values: Sequence[Any]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(map(cell, values))
    return out.getvalue().encode("utf-8", "replace")


JSONL: Final = Shape("jsonl", _nothing, _line)
JSON: Final = Shape("json", _bracket, _entry, b"\n]\n")
CSV: Final = Shape("csv", _header, _record)
