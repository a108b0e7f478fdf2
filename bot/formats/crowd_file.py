"""Votes of any crowd from a CSV: `task,worker,label`, or `worker,left,right,label` for pairs.

Commas, semicolons or tabs part the cells; the header says which of them.
Names become numbers as they are read, so that a million rows take little memory.
"""

import csv
import io
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Final

from bot.formats.cells import as_it_was
from bot.formats.packed import PackedError, Source
from bot.formats.records import Fault, ReadingLimits

VOTES: Final = ("task", "worker", "label")
PAIRS: Final = ("worker", "left", "right", "label")
LIMITS: Final = ReadingLimits(
    file_bytes=4 * 1024**3, unpacked_bytes=8 * 1024**3, ratio=1000, faults=100, id_chars=1000
)
DRAWS: Final = ("tie", "draw")
# Reading tasks sets another one, for the whole process.
_MOST_IN_CELL: Final = 131_072
_DELIMITERS: Final = (",", ";", "\t")


class Names(dict[str, int]):
    """Each name with its number, in the order in which they came."""

    def __missing__(self, name: str) -> int:
        self[name] = number = len(self)
        return number


@dataclass(slots=True)
class Crowd:
    """What the rows say, in columns; of pairs `tasks` are the left ones and `labels` outcomes.

    `lines` says where each row begins. A row with a fault is in no column.
    """

    is_pairs: bool = False
    names: tuple[Names, Names, Names] = field(default_factory=lambda: (Names(), Names(), Names()))
    tasks: "array[int]" = field(default_factory=lambda: array("q"))
    workers: "array[int]" = field(default_factory=lambda: array("q"))
    labels: "array[int]" = field(default_factory=lambda: array("q"))
    rights: "array[int]" = field(default_factory=lambda: array("q"))
    lines: "array[int]" = field(default_factory=lambda: array("q"))
    faults: list[Fault] = field(default_factory=list)

    @property
    def items(self) -> Names:
        """The tasks, or of pairs what was compared."""
        return self.names[0]

    @property
    def label_names(self) -> Names:
        """The labels of votes."""
        return self.names[2]


class _EnoughError(Exception):
    """There are so many faults that the rest is not read."""


def read_crowd(file: Path) -> Crowd:
    """The votes and the faults by line; never raises on what the file holds."""
    crowd = Crowd()
    try:
        with _rows(file) as rows:
            _read(crowd, rows)
    except PackedError as broken:
        crowd.faults.append(Fault(0, "", broken.code, broken.facts))
    except UnicodeDecodeError:
        crowd.faults.append(Fault(0, "", "bad-utf8"))
    except csv.Error:
        crowd.faults.append(Fault(0, "", "not-csv"))
    except _EnoughError:
        last = crowd.faults[-1].line
        crowd.faults.append(Fault(last, "", "too-many-faults", {"limit": LIMITS.faults}))
    return crowd


Rows = Iterator[tuple[int, list[str]]]


@contextmanager
def _rows(file: Path) -> Iterator[Rows]:
    """Each row that is not empty, with the line where it begins."""
    csv.field_size_limit(_MOST_IN_CELL)
    source = Source(file.name, file, LIMITS)
    with io.TextIOWrapper(source.open(), encoding="utf-8-sig", newline="") as text:
        yield _numbered(text)


def _numbered(text: io.TextIOWrapper) -> Rows:
    skipped, head = 0, ""
    for head in text:
        if head.strip():
            break
        skipped += 1
    else:
        return
    reader = csv.reader(chain([head], text), delimiter=_delimiter(head), strict=True)
    line = skipped + 1
    for row in reader:
        if any(row) and (len(row) > 1 or row[0].strip()):
            yield line, row
        line = skipped + reader.line_num + 1


def _delimiter(head: str) -> str:
    """What parts the names of columns in the header: commas, semicolons or tabs."""

    def known(delimiter: str) -> int:
        cells = next(csv.reader([head], delimiter=delimiter), [])
        return len({*VOTES, *PAIRS} & {cell.strip().lower() for cell in cells})

    return max(_DELIMITERS, key=known)


def _read(crowd: Crowd, rows: Rows) -> None:
    line, header = next(rows, (0, []))
    if not header:
        crowd.faults.append(Fault(0, "", "empty"))
        return
    names = [name.strip().lower() for name in header]
    crowd.is_pairs = "task" not in names and "left" in names
    wanted = PAIRS if crowd.is_pairs else VOTES
    crowd.faults += [Fault(line, one, "missing") for one in wanted if one not in names]
    crowd.faults += [Fault(line, one, "duplicate-key") for one in wanted if names.count(one) > 1]
    if crowd.faults:
        return
    places = [names.index(one) for one in wanted]
    take = _take_pair if crowd.is_pairs else _take_vote
    for line, row in rows:
        if len(row) != len(names):
            code = "too-few-cells" if len(row) < len(names) else "too-many-cells"
            _fault(crowd, line, "", code, expected=len(names))
            continue
        cells = [as_it_was(row[place]).strip() for place in places]
        if all(cells) and len(max(cells, key=len)) <= LIMITS.id_chars:
            take(crowd, line, *cells)
        else:
            _bad_cell(crowd, line, wanted, cells)


def _bad_cell(crowd: Crowd, line: int, wanted: tuple[str, ...], cells: list[str]) -> None:
    for name, cell in zip(wanted, cells, strict=True):
        if not cell:
            _fault(crowd, line, name, "empty")
        elif len(cell) > LIMITS.id_chars:
            _fault(crowd, line, name, "too-long", limit=LIMITS.id_chars)


def _take_vote(crowd: Crowd, line: int, task: str, worker: str, label: str) -> None:
    tasks, workers, labels = crowd.names
    crowd.tasks.append(tasks[task])
    crowd.workers.append(workers[worker])
    crowd.labels.append(labels[label])
    crowd.lines.append(line)


def _take_pair(crowd: Crowd, line: int, worker: str, left: str, right: str, label: str) -> None:
    if left == right:
        _fault(crowd, line, "right", "same-option")
        return
    outcome = _outcome(left, right, label)
    if outcome is None:
        _fault(crowd, line, "label", "not-an-option", expected=f"{left}, {right}, tie")
        return
    items, workers, _ = crowd.names
    crowd.tasks.append(items[left])
    crowd.rights.append(items[right])
    crowd.workers.append(workers[worker])
    crowd.labels.append(outcome)
    crowd.lines.append(line)


def _outcome(left: str, right: str, label: str) -> int | None:
    """0 for a draw, 1 where the left one won, 2 where the right one did."""
    if label in (left, right):
        return 1 if label == left else 2
    word = label.lower()
    if word in DRAWS:
        return 0
    return {"left": 1, "right": 2}.get(word)


def _fault(crowd: Crowd, line: int, name: str, code: str, **facts: str | int) -> None:
    crowd.faults.append(Fault(line, name, code, dict(facts)))
    if len(crowd.faults) >= LIMITS.faults:
        raise _EnoughError
