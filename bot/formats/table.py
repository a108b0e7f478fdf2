"""CSV: the same columns as our objects, the responses side by side."""

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from bot.formats.lines import Line
from bot.formats.records import Fault, ReadingLimits
from bot.formats.shape import Shape
from bot.formats.strict_json import RefusedJSONError, check_text, parse

_SIDE = re.compile(r"(response|model|image)_(\d{1,2}|[a-z])")
_JSON_COLUMNS: Final = ("gold", "predictions", "metadata")
_NUMBER_COLUMNS: Final = ("overlap", "priority")
_TEXT_COLUMNS: Final = ("id", "prompt", "context", "language", "lang")
_NUMBER = re.compile(r"[+-]?\d{1,9}")
_MOST_COLUMNS: Final = 500
_DELIMITERS: Final = ",;\t"


@dataclass(frozen=True, slots=True)
class Row:
    """One record, the line where it starts, and the fault that spoils it."""

    line: int
    cells: list[str]
    fault: Fault | None = None


def is_known(name: str) -> bool:
    """Tell whether a column of this name is read."""
    return name in (*_JSON_COLUMNS, *_NUMBER_COLUMNS, *_TEXT_COLUMNS) or bool(
        _SIDE.fullmatch(name)
    )


def delimiter_of(header: str, known: Callable[[str], bool] = is_known) -> str:
    """Return the sign that parts most known columns of the header line."""

    def found(sign: str) -> int:
        names = (name.strip('" ').lower() for name in header.split(sign))
        return sum(known(name) for name in names)

    return max(_DELIMITERS, key=found)


def rows_of(lines: Iterator[Line], delimiter: str, limits: ReadingLimits) -> Iterator[Row]:
    """Yield the records; the first that is no CSV ends them, as what follows has no sure start."""
    csv.field_size_limit(limits.line_bytes)
    spoiled: list[Fault] = []
    reader = csv.reader(_fed(lines, spoiled), delimiter=delimiter, strict=True)
    while True:
        start = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            code = "too-long" if "field limit" in str(error) else "not-csv"
            yield Row(start, [], spoiled[0] if spoiled else Fault(start, "", code))
            return
        if cells or spoiled:
            yield Row(start, cells, spoiled[0] if spoiled else None)
        spoiled.clear()


def _fed(lines: Iterator[Line], spoiled: list[Fault]) -> Iterator[str]:
    for line in lines:
        if line.fault and not spoiled:
            spoiled.append(line.fault)
        yield line.text + "\n"


class Header:
    """The columns of one file."""

    def __init__(self, cells: list[str], line: int) -> None:
        self.names = [cell.strip().lower() for cell in cells]
        sides = dict.fromkeys(m[2] for name in self.names if (m := _SIDE.fullmatch(name)))
        self.sides = list(sides)
        self.faults = list(self._faults(line))

    @property
    def is_rating_input(self) -> bool:
        """Whether the columns are those of rating inputs."""
        return "lang" in self.names or "response_a" in self.names

    def _faults(self, line: int) -> Iterator[Fault]:
        if len(self.names) > _MOST_COLUMNS:
            yield Fault(line, "", "too-many-columns", {"limit": _MOST_COLUMNS})
            return
        for place, name in enumerate(self.names):
            if name in self.names[:place]:
                yield Fault(line, name[:200], "duplicate-key")
            elif not is_known(name):
                yield Fault(line, name[:200], "unknown-column")
        needed = ["id", "prompt", *(f"response_{side}" for side in self.sides)]
        for name in [*needed, *(() if self.sides else ("response_1",))]:
            if name not in self.names:
                yield Fault(line, name, "missing")

    def to_native(self, row: Row, shape: Shape) -> dict[str, Any]:
        """Return the record in our form; faults of the cells are noted in the shape."""
        if len(row.cells) != len(self.names):
            code = "too-many-cells" if len(row.cells) > len(self.names) else "too-few-cells"
            shape.fault("", code, expected=len(self.names), found=len(row.cells))
            return {}
        cells = dict(zip(self.names, row.cells, strict=True))
        for name, cell in cells.items():
            try:
                check_text(cell, name)
            except RefusedJSONError as refused:
                shape.faults.append(refused.at(row.line))
        native: dict[str, Any] = {"id": cells["id"], "prompt": cells["prompt"]}
        native["language"] = cells.get("language") or cells.get("lang") or None
        native["context"] = cells.get("context") or None
        for name in _NUMBER_COLUMNS:
            native[name] = _number(cells.get(name, ""), name, shape)
        for name in _JSON_COLUMNS:
            native[name] = _json(cells.get(name, ""), name, shape)
        native["responses"] = self._responses(cells)
        return native

    def _responses(self, cells: dict[str, str]) -> list[dict[str, str | None]]:
        """Return the responses; empty cells after the second are answers that were not given."""
        texts = [cells[f"response_{side}"] for side in self.sides]
        images = [cells.get(f"image_{side}", "").strip() for side in self.sides]
        while len(texts) > 2 and not texts[-1].strip() and not images[len(texts) - 1]:
            texts.pop()
        return [
            {
                "id": chr(ord("a") + int(side) - 1)
                if side.isdigit() and 0 < int(side) < 27
                else side,
                "text": text,
                "model": cells.get(f"model_{side}") or None,
                "image": image or None,
            }
            for side, text, image in zip(self.sides, texts, images, strict=False)
        ]


def _number(cell: str, name: str, shape: Shape) -> int | None:
    if not cell.strip():
        return None
    if _NUMBER.fullmatch(cell.strip()):
        return int(cell)
    shape.fault(name, "wrong-type", expected="integer", found="string")
    return None


def _json(cell: str, name: str, shape: Shape) -> Any:
    if not cell.strip():
        return None
    try:
        return parse(cell, shape.limits)
    except RefusedJSONError as refused:
        shape.faults.append(refused.at(shape.line, name))
        return None
