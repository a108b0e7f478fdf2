"""Which ids of a file were met before, in a few bytes for each."""

from array import array
from typing import Final

_FEW: Final = 1024
# Beyond this share of its places a table gets slow.
_FULL: Final = 0.6


class SeenIds:
    """Where each id stood first: twelve bytes a place, where a dict takes a hundred and more.

    Ids are told apart by 64 bits of their salted hash: of a million, two are taken for one in
    fewer than one of ten million files, which then names them as a repeated id.
    """

    def __init__(self) -> None:
        self._count = 0
        self._make(_FEW)

    def first(self, name: str, line: int) -> int:
        """The line where the id stood first: this one where it is new."""
        mark = hash(name) & 0xFFFF_FFFF_FFFF_FFFF or 1
        at = self._place(mark)
        if self._marks[at]:
            return self._lines[at]
        self._marks[at], self._lines[at] = mark, line
        self._count += 1
        if self._count > _FULL * len(self._marks):
            self._grow()
        return line

    def _make(self, places: int) -> None:
        self._marks = array("Q", bytes(8 * places))
        self._lines = array("I", bytes(4 * places))

    def _place(self, mark: int) -> int:
        marks, last = self._marks, len(self._marks) - 1
        at = mark & last
        while marks[at] and marks[at] != mark:
            at = (at + 1) & last
        return at

    def _grow(self) -> None:
        marks, lines = self._marks, self._lines
        self._make(2 * len(marks))
        for mark, line in zip(marks, lines, strict=True):
            if mark:
                at = self._place(mark)
                self._marks[at], self._lines[at] = mark, line
