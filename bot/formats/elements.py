"""The elements of one JSON list, one at a time, however large the file is."""

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from bot.formats.images import Images
from bot.formats.lines import Line, line_of
from bot.formats.packed import PackedError
from bot.formats.records import Fault, ReadingLimits

_AT_ONCE: Final = 256 * 1024
# More brackets for each row than any task has; to count on would take too long.
_SIGNS_PER_ROW: Final = 60
_IN_TEXT: Final = re.compile(rb'["\\]')
# The next sign behind whole texts; one that does not end in the chunk is a sign itself.
_TEXTS: Final = rb'(?:[^"\[\]{}%s]++|"[^"\\]*+(?:\\.[^"\\]*+)*+")*+(["\[\]{}%s])'
_DEEP: Final = re.compile(_TEXTS % (b"", b""), re.DOTALL)
_BETWEEN: Final = re.compile(_TEXTS % (b",", b","), re.DOTALL)


def elements_in(file: BinaryIO, limits: ReadingLimits, images: Images) -> Iterator[Line]:
    """Yield what stands between the commas, each with the line where it begins.

    What is not closed, and what follows the list, is a fault.
    """
    cutter = _Cutter(limits.image_line_bytes)
    most = limits.rows * _SIGNS_PER_ROW
    try:
        while chunk := file.read(_AT_ONCE):
            if cutter.signs > most:
                fault = Fault(cutter.line, "", "too-many-brackets", {"limit": most})
                yield Line(cutter.line, "", fault)
                return
            for number, raw in cutter.cut(chunk):
                yield line_of(number, raw, limits, images)
    except PackedError as error:
        yield Line(cutter.line, "", Fault(cutter.line, "", error.code, error.facts))
        return
    if not cutter.ended or cutter.has_rest:
        fault = Fault(cutter.line, "", "list-not-closed" if not cutter.ended else "not-json")
        yield Line(cutter.line, "", fault)


class _Cutter:
    """Cuts a list where its elements end, wherever the chunks of the file do."""

    def __init__(self, most: int) -> None:
        self.line = 1
        self.signs = 0
        self.ended = self.has_rest = False
        self._most = most
        self._depth = self._ahead = self._lines = self._count = 0
        self._in_text = self._too_long = False
        self._piece = bytearray()

    def cut(self, chunk: bytes) -> Iterator[tuple[int, bytes | None]]:
        """Yield line and bytes of each element that ends here; no bytes where it is too long."""
        at, begin = self._ahead, 0
        while not self.ended and (match := self._next(chunk, at)):
            at = match.end()
            sign = chunk[at - 1 : at]
            begins, ends = self._moved(sign)
            # The sign behind a backslash says nothing, in the next chunk as well.
            at += sign == b"\\"
            if ends:
                self._keep(chunk[begin : match.end() - 1])
                yield from self._element()
            if begins or ends:
                begin = at
        if self.ended:
            self.has_rest = self.has_rest or bool(chunk[begin:].strip())
            return
        self._ahead = max(at - len(chunk), 0)
        self._keep(chunk[begin:])

    def _next(self, chunk: bytes, at: int) -> re.Match[bytes] | None:
        self.signs += 1
        if self._in_text:
            return _IN_TEXT.search(chunk, at)
        return (_BETWEEN if self._depth == 1 else _DEEP).match(chunk, at)

    def _moved(self, sign: bytes) -> tuple[bool, bool]:
        """Take the sign in; whether the list begins, and whether an element ends with it."""
        if self._in_text or sign == b'"':
            self._in_text ^= sign == b'"'
        elif sign in b"[{":
            self._depth += 1
            return self._depth == 1, False
        elif self._depth > 1:
            self._depth -= 1
        else:
            self.ended = sign == b"]"
            return False, self.ended or sign == b","
        return False, False

    def _keep(self, part: bytes) -> None:
        self._lines += part.count(b"\n")
        self._too_long = self._too_long or len(self._piece) + len(part) > self._most
        if self._too_long:
            self._piece.clear()
        else:
            self._piece += part

    def _element(self) -> Iterator[tuple[int, bytes | None]]:
        raw = bytes(self._piece)
        before = raw[: len(raw) - len(raw.lstrip())].count(b"\n")
        # Between the brackets of an empty list there is no element.
        if self._count or raw.strip() or self._too_long or not self.ended:
            yield self.line + before, None if self._too_long else raw
        self._count += 1
        self.line += self._lines
        self._lines, self._too_long = 0, False
        self._piece.clear()
