"""Reads an import, whatever it is: every row becomes an item or faults with their line."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from bot.domain.schemes import Scheme
from bot.domain.tasks import Response, Turn
from bot.formats.elements import elements_in
from bot.formats.gold import check_gold
from bot.formats.images import Images
from bot.formats.incoming import Incoming, Taking, format_of, told_left_out
from bot.formats.kind import kind_of
from bot.formats.lines import Line, lines_in
from bot.formats.native import item_of
from bot.formats.packed import PackedError, Source
from bot.formats.rating_inputs import RATING_INPUTS
from bot.formats.records import Fault, Item, Reading, ReadingLimits, Taken
from bot.formats.seen_ids import SeenIds
from bot.formats.shape import Shape
from bot.formats.strict_json import RefusedJSONError, parse
from bot.formats.table import Header, delimiter_of, rows_of

__all__ = ["Fault", "Item", "Reader", "Reading", "ReadingLimits", "Response", "Taken", "Turn",
           "read"]  # fmt: skip

_DEFAULT: Final = ReadingLimits()
_HEAD_BYTES: Final = 4096
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_PAIR: Final = 2


def read(
    name: str,
    data: bytes | Path,
    *,
    responses: tuple[int, int] = (2, 2),
    turns: bool = False,
    limits: ReadingLimits = _DEFAULT,
    scheme: Scheme | None = None,
) -> Reading:
    """Read a whole file of this name; as `Reader`, with everything in memory at the end."""
    reader = Reader(name, data, responses=responses, turns=turns, limits=limits, scheme=scheme)
    found = Reading("unknown", [], [], 0)
    for taken in reader:
        found.faults.extend(taken.faults)
        found.images.update(taken.images)
        if taken.item is not None:
            found.items.append(taken.item)
    return replace(found, format=reader.format, rows=reader.rows, left_out=reader.left_out)


@dataclass(slots=True)
class _Group:
    """The rows of a file that make one task, or the fault in their place."""

    line: int
    rows: list[Any]
    fault: Fault | None
    size: int


class Reader:
    """Reads a file row by row; never raises on what it holds, only on a path that fails.

    `responses` is how few and how many responses a task of the scheme has; with `turns` it has
    a conversation in which the assistant's answers are judged; known answers have to be some of
    the `scheme`, where it is given. `rows`, `format` and `left_out`
    are true of what was read so far.
    """

    def __init__(
        self,
        name: str,
        data: bytes | Path,
        *,
        responses: tuple[int, int] = (2, 2),
        turns: bool = False,
        limits: ReadingLimits = _DEFAULT,
        scheme: Scheme | None = None,
    ) -> None:
        self.source = Source(name, data, limits)
        self.format = "unknown"
        self.rows = 0
        self._responses, self._turns, self._limits = responses, turns, limits
        self._scheme = scheme
        self._images = Images()
        self._ids = SeenIds()
        self._faults = 0
        self._incoming: Incoming | None = None
        self._is_settled = False
        self._left: set[str] = set()

    @property
    def left_out(self) -> tuple[str, ...]:
        """What the format has and a task of ours does not."""
        return told_left_out(self._left)

    def __iter__(self) -> Iterator[Taken]:
        """Each row of the file, or the faults for which none can be read."""
        found = False
        for taken in self._all():
            found = True
            self._faults += len(taken.faults)
            yield taken
        if not found:
            yield _refused(Fault(0, "", "empty"))

    def _all(self) -> Iterator[Taken]:
        size, limits = self.source.size, self._limits
        if size > limits.file_bytes:
            facts: dict[str, str | int] = {"limit": limits.file_bytes, "size": size}
            yield _refused(Fault(0, "", "too-large", facts))
            return
        first = self._first_line()
        if first is None:
            return
        kind = kind_of(self.source.name, first.text)
        if (first.fault and not kind) or first.number == 0:
            yield _refused(first.fault or Fault(first.number, "", "unknown-format"))
            return
        with closing(self.source.open()) as file:
            if kind == "json":
                yield from self._from_json(lines_in(file, limits, self._images))
            elif kind == "list":
                yield from self._from_json(elements_in(file, limits, self._images), in_list=True)
            elif kind == "csv":
                yield from self._from_csv(lines_in(file, limits), delimiter_of(first.text))
            else:
                yield _refused(Fault(first.number, "", "unknown-format"))

    def _first_line(self) -> Line | None:
        """The first line with something in it; its number is none where it is no text at all."""
        with closing(self.source.open()) as file:
            try:
                head = file.read(_HEAD_BYTES)
            except PackedError as error:
                return Line(0, "", Fault(0, "", error.code, error.facts))
        if head.startswith(_UTF16):
            return Line(0, "", Fault(1, "", "bad-utf8", {"byte": 1}))
        with closing(self.source.open()) as file:
            lines = lines_in(file, self._limits, Images())
            first = next((line for line in lines if line.text.strip() or line.fault), None)
        if first is None or first.text:
            return first
        # One line that is too long may still be a list of many short rows.
        return replace(first, text=head.decode(errors="replace").lstrip("\ufeff"))

    def _from_json(self, lines: Iterator[Line], *, in_list: bool = False) -> Iterator[Taken]:
        """Read one object a line, or one of a list."""
        self.format = "json" if in_list else "jsonl"
        for group in self._groups(lines, in_list=in_list):
            if over := self._over(group.line):
                yield over
                return
            yield self._taken_json(group)

    def _groups(self, lines: Iterator[Line], *, in_list: bool) -> Iterator[_Group]:
        """Put together the rows that make one task."""
        held: _Group | None = None
        for line in lines:
            if not in_list and not line.fault and not line.text.strip():
                continue
            group = self._parsed(line)
            if held and not group.fault and self._belongs(held.rows[0], group.rows[0]):
                yield _Group(held.line, held.rows + group.rows, None, held.size + group.size)
                held = None
                continue
            if held:
                yield held
            held = group if self._waits(group) else None
            if held is None:
                yield group
        if held:
            yield held

    def _parsed(self, line: Line) -> _Group:
        fault, row = line.fault, None
        if fault is None:
            try:
                row = parse(line.text, self._limits)
            except RefusedJSONError as refused:
                fault = refused.at(line.number)
        if not self._is_settled and isinstance(row, dict):
            self._settle(row)
        return _Group(line.number, [row], fault, len(line.text))

    def _settle(self, row: dict[str, Any]) -> None:
        """Know the format by the first row that has the fields of one."""
        self._incoming = RATING_INPUTS if RATING_INPUTS.is_one(row) else format_of(row)
        self._is_settled = self._incoming is not None or "prompt" in row
        if self._incoming:
            self.format = self._incoming.name

    def _waits(self, group: _Group) -> bool:
        """Whether the next row may belong to the same task."""
        form, row = self._incoming, group.rows[0]
        if form is None or form.together is None or self._responses[1] < _PAIR:
            return False
        return isinstance(row, dict) and form.is_one(row)

    def _belongs(self, first: Any, row: Any) -> bool:
        form = self._incoming
        if form is None or form.together is None or not isinstance(row, dict):
            return False
        return form.is_one(row) and form.together(first, row)

    def _taken_json(self, group: _Group) -> Taken:
        if group.fault:
            self._images.handed_over(())
            return Taken(group.line, None, [group.fault])
        shape = Shape(group.line, self._limits, self._images)
        form, row = self._incoming, group.rows[0]
        if form is None or not isinstance(row, dict):
            return self._taken(row, shape, group.size)
        if not form.is_one(row):
            shape.fault("", "other-format", expected=form.name)
            return Taken(group.line, None, shape.faults)
        taking = Taking(shape, self._responses, turns=self._turns)
        native = form.to_native(group.rows, taking)
        if len(self._left) < self._limits.row_faults:
            self._left.update(taking.left_out[: self._limits.row_faults])
        taken = self._taken(native, shape, group.size)
        faults = [replace(one, field=form.named(one.field)) for one in taken.faults]
        return replace(taken, faults=faults)

    def _from_csv(self, lines: Iterator[Line], delimiter: str) -> Iterator[Taken]:
        """Read one record a row, the first naming the columns."""
        self.format = "csv"
        rows = rows_of(lines, delimiter, self._limits)
        rows = (row for row in rows if row.fault or any(cell.strip() for cell in row.cells))
        top = next(rows, None)
        if top is None:
            return
        if top.fault:
            yield _refused(top.fault)
            return
        header = Header(top.cells, top.line)
        self.format = "rating-inputs-csv" if header.is_rating_input else "csv"
        if header.faults:
            yield Taken(top.line, None, header.faults)
        if {fault.code for fault in header.faults} & {
            "missing",
            "duplicate-key",
            "too-many-columns",
        }:
            return
        for row in rows:
            if over := self._over(row.line):
                yield over
                return
            shape = Shape(row.line, self._limits, self._images)
            if row.fault:
                yield _refused(row.fault)
            elif native := header.to_native(row, shape):
                yield self._taken(native, shape, sum(map(len, row.cells)))
            else:
                yield Taken(row.line, None, shape.faults)

    def _over(self, line: int) -> Taken | None:
        """Count a row, or say why no more rows are read."""
        limits = self._limits
        if self.rows >= limits.rows:
            return _refused(Fault(line, "", "too-many-rows", {"limit": limits.rows}))
        if self._faults >= limits.faults:
            return _refused(Fault(line, "", "too-many-faults", {"limit": limits.faults}))
        self.rows += 1
        return None

    def _taken(self, row: Any, shape: Shape, size: int) -> Taken:
        item = item_of(row, shape, self._responses, turns=self._turns)
        if item is not None and self._scheme is not None:
            check_gold(self._scheme, item, shape)
        given = row.get("id") if isinstance(row, dict) else None
        if isinstance(given, str) and given.strip():
            first = self._ids.first(given, shape.line)
            if first != shape.line:
                shape.fault("id", "duplicate-id", id=given[:200], first=first)
        shown = [one.image for one in item.responses if one.image] if item else []
        images = self._images.handed_over(shown)
        size += sum(len(one.body) for one in images.values() if one.body)
        if item is None or shape.faults:
            return Taken(shape.line, None, shape.faults)
        return Taken(shape.line, item, [], images, size)


def _refused(fault: Fault) -> Taken:
    return Taken(fault.line, None, [fault])
