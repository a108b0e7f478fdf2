"""Physical lines of a file, one at a time, within limits."""

import codecs
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from bot.formats.images import Images
from bot.formats.records import Fault, ReadingLimits

# Empty lines are skipped, but a file of nothing else must not take forever.
_LINES_PER_ROW = 10


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its end, or the fault that stands in its place."""

    number: int
    text: str
    fault: Fault | None = None


def size_of(data: bytes | Path) -> int:
    """Return how many bytes the data have."""
    return len(data) if isinstance(data, bytes) else data.stat().st_size


def head_of(data: bytes | Path, size: int) -> bytes:
    """Return the first bytes of the data."""
    if isinstance(data, bytes):
        return data[:size]
    with data.open("rb") as file:
        return file.read(size)


def lines_of(
    data: bytes | Path, limits: ReadingLimits, images: Images | None = None
) -> Iterator[Line]:
    """Yield the lines; a byte order mark is dropped, CRLF is one line end.

    The images in lines of JSON are taken into `images`, and do not count for how long a line is.
    """
    if isinstance(data, bytes):
        yield from _lines(io.BytesIO(data), limits, images)
        return
    with data.open("rb") as file:
        yield from _lines(file, limits, images)


def _lines(file: BinaryIO, limits: ReadingLimits, images: Images | None) -> Iterator[Line]:
    number = 0
    most = limits.line_bytes if images is None else limits.image_line_bytes
    while raw := file.readline(most + 1):
        number += 1
        if number > limits.rows * _LINES_PER_ROW:
            yield Line(number, "", Fault(number, "", "too-many-rows", {"limit": limits.rows}))
            return
        if number == 1:
            raw = raw.removeprefix(codecs.BOM_UTF8)
        if len(raw) > most and not raw.endswith(b"\n"):
            _skip_line(file, most)
            raw = b""
        elif images is not None:
            raw = images.taken_out(raw)
        if not raw or len(raw.removesuffix(b"\n")) > limits.line_bytes:
            facts: dict[str, str | int] = {"limit": limits.line_bytes}
            yield Line(number, "", Fault(number, "", "too-long", facts))
            continue
        yield _line(number, raw.removesuffix(b"\n").removesuffix(b"\r"))


def _skip_line(file: BinaryIO, size: int) -> None:
    while (rest := file.readline(size)) and not rest.endswith(b"\n"):
        pass


def _line(number: int, raw: bytes) -> Line:
    try:
        return Line(number, raw.decode())
    except UnicodeDecodeError as error:
        fault = Fault(number, "", "bad-utf8", {"byte": error.start + 1})
        return Line(number, raw.decode(errors="replace"), fault)
