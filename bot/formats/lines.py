"""Physical lines of a file, one at a time, within limits."""

import codecs
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from bot.formats.images import Images
from bot.formats.packed import PackedError
from bot.formats.records import Fault, ReadingLimits

# Empty lines are skipped, but a file of nothing else must not take forever.
_LINES_PER_ROW = 10


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its end, or the fault that stands in its place."""

    number: int
    text: str
    fault: Fault | None = None


def lines_of(
    data: bytes | Path, limits: ReadingLimits, images: Images | None = None
) -> Iterator[Line]:
    """As `lines_in`, for data as they are."""
    with io.BytesIO(data) if isinstance(data, bytes) else data.open("rb") as file:
        yield from lines_in(file, limits, images)


def lines_in(
    file: BinaryIO, limits: ReadingLimits, images: Images | None = None
) -> Iterator[Line]:
    """Yield the lines; a byte order mark is dropped, CRLF is one line end.

    The images in lines of JSON are taken into `images`, and do not count for how long a line is.
    """
    number = 0
    most = limits.line_bytes if images is None else limits.image_line_bytes
    try:
        while raw := file.readline(most + 1):
            number += 1
            if number > limits.rows * _LINES_PER_ROW:
                yield Line(number, "", Fault(number, "", "too-many-rows", {"limit": limits.rows}))
                return
            if number == 1:
                raw = raw.removeprefix(codecs.BOM_UTF8)
            if len(raw) > most and not raw.endswith(b"\n"):
                _skip_line(file, most)
                yield line_of(number, None, limits, images)
            else:
                yield line_of(number, raw, limits, images)
    except PackedError as error:
        yield Line(number + 1, "", Fault(number + 1, "", error.code, error.facts))


def line_of(number: int, raw: bytes | None, limits: ReadingLimits, images: Images | None) -> Line:
    """The line of these bytes; without bytes it is longer than any may be."""
    if raw is not None and images is not None:
        raw = images.taken_out(raw)
    if raw is None or len(raw.removesuffix(b"\n")) > limits.line_bytes:
        facts: dict[str, str | int] = {"limit": limits.line_bytes}
        return Line(number, "", Fault(number, "", "too-long", facts))
    return _line(number, raw.removesuffix(b"\n").removesuffix(b"\r"))


def _skip_line(file: BinaryIO, size: int) -> None:
    while (rest := file.readline(size)) and not rest.endswith(b"\n"):
        pass


def _line(number: int, raw: bytes) -> Line:
    try:
        return Line(number, raw.decode())
    except UnicodeDecodeError as error:
        fault = Fault(number, "", "bad-utf8", {"byte": error.start + 1})
        return Line(number, raw.decode(errors="replace"), fault)
