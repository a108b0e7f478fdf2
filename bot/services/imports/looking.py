"""What is in a file: read page by page, so that its size does not matter for the memory."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from bot.domain.projects import Project
from bot.effects.find_project import coordinated
from bot.formats.reading import Reader
from bot.formats.records import Fault, Item, ReadingLimits, Taken
from storage import tasks
from storage.database import Database

# What is held at once: so many rows, and of long ones so much.
_ROWS: Final = 1_000
_SIZE: Final = 4 * 1024 * 1024
# What comes by chat is read while everybody else's taps go on: larger files by the console.
CHAT: Final = ReadingLimits(rows=50_000)
# A file on the server's own disk may be larger than what Telegram hands to a bot.
CONSOLE: Final = ReadingLimits(file_bytes=8 * 1024**3, unpacked_bytes=8 * 1024**3, rows=1_000_000)
# Told how far it is: bytes of the file that were read, in the end tasks that were opened.
Seen = Callable[[Literal["reading", "adding", "opening"], int], None]


@dataclass(frozen=True, slots=True)
class Report:
    """What is in a file: its format, what can be published, and every fault by line.

    Of the `refused` rows those beyond the first faults are only counted. `page` is the whole of
    a small file; a larger one is read again where it is published.
    """

    project: Project
    number: str | None
    file_name: str
    data: bytes | Path
    format: str
    rows: int
    good: int
    gold: int
    labelled: int
    ratings: int
    sample: Item | None
    faults: list[Fault]
    left_out: tuple[str, ...]
    page: list[Taken] | None

    @property
    def refused(self) -> int:
        """How many rows cannot be published."""
        return self.rows - self.good


def limits_of(data: bytes | Path) -> ReadingLimits:
    """How much a file may hold: what came by chat is in memory."""
    return CHAT if isinstance(data, bytes) else CONSOLE


def reader_of(project: Project, name: str, data: bytes | Path) -> Reader:
    """Who reads a file of tasks for the project."""
    scheme = project.scheme
    return Reader(
        name, data, responses=scheme.responses, turns=scheme.turns, limits=limits_of(data),
        scheme=scheme,
    )  # fmt: skip


async def next_page(rows: Iterator[Taken]) -> list[Taken]:
    """The next rows of a file, none at its end; everybody else's taps go on meanwhile."""
    return await asyncio.to_thread(_page, rows)


def _page(rows: Iterator[Taken]) -> list[Taken]:
    page: list[Taken] = []
    size = 0
    for taken in rows:
        page.append(taken)
        size += taken.size
        if len(page) >= _ROWS or size >= _SIZE:
            break
    return page


class _Counts:
    """What is found while the pages of a file go by."""

    def __init__(self, overlap: int, faults: int) -> None:
        self.good = self.gold = self.labelled = self.ratings = 0
        self.sample: Item | None = None
        self.faults: list[Fault] = []
        self.page: list[Taken] | None = None
        self._is_large = False
        self._overlap, self._most = overlap, faults

    def add(self, page: list[Taken], known: set[str]) -> None:
        """Count a page; what the project has already is a fault of its line."""
        for taken in page:
            item = taken.item
            if item is not None and item.id in known:
                fault = Fault(taken.line, "id", "already-imported", {"id": item.id})
                self.faults += [fault] if len(self.faults) < self._most else []
            elif item is not None:
                self._count(item)
            self.faults += taken.faults
        # A second page shows that the file is too large to be kept.
        self.page = page if self.page is None and not self._is_large else None
        self._is_large = True

    def _count(self, item: Item) -> None:
        self.good += 1
        self.gold += item.gold is not None
        self.labelled += bool(item.predictions)
        self.ratings += 0 if item.gold is not None else item.overlap or self._overlap
        self.sample = self.sample or item


async def inspect(
    db: Database, *, project_key: str, name: str, data: bytes | Path, by: int | None,
    number: str | None = None, seen: Seen | None = None,
) -> Report:  # fmt: skip
    """Read the file against the project: every fault named, nothing written."""
    async with db.read() as tx:
        project = await coordinated(tx, project_key, by)
        is_empty = not await tasks.are_there(tx, project.id)
    reader = reader_of(project, name, data)
    counts = _Counts(project.offer.overlap, limits_of(data).faults)
    rows = iter(reader)
    while page := await next_page(rows):
        ids = [] if is_empty else [taken.item.id for taken in page if taken.item]
        async with db.read() as tx:
            known = await tasks.known_ids(tx, project.id, ids)
        counts.add(page, known)
        if seen is not None:
            seen("reading", reader.source.at)
    return Report(
        project, number, name, data, reader.format, reader.rows, counts.good, counts.gold,
        counts.labelled, counts.ratings, counts.sample, counts.faults, reader.left_out,
        counts.page,
    )  # fmt: skip
