"""The file that is read, on the disk or in memory, compressed or not, within limits."""

import io
import zlib
from pathlib import Path
from typing import Any, BinaryIO, Final

from bot.formats.records import ReadingLimits

_GZIP: Final = b"\x1f\x8b"
_AT_ONCE: Final = 64 * 1024
# Only beyond this does it matter how many times its size something becomes.
_HARMLESS: Final = 1024 * 1024


class PackedError(Exception):
    """The file cannot be unpacked within its limits; `code` and `facts` say why."""

    def __init__(self, code: str, **facts: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class Source:
    """One file, which can be opened again and again; `at` says how far it was read."""

    def __init__(self, name: str, data: bytes | Path, limits: ReadingLimits) -> None:
        self.name = name.removesuffix(".gz").removesuffix(".GZ")
        self.at = 0
        self.size = len(data) if isinstance(data, bytes) else data.stat().st_size
        self._data = data
        self._limits = limits

    def open(self) -> BinaryIO:
        """The bytes, unpacked; reading them raises PackedError where that cannot be done."""
        self.at = 0
        data = self._data
        plain: BinaryIO = io.BytesIO(data) if isinstance(data, bytes) else data.open("rb")
        packed = plain.read(len(_GZIP)) == _GZIP
        plain.seek(0)
        counted = _Counted(plain, self)
        return io.BufferedReader(_Unpacked(counted, self._limits) if packed else counted, _AT_ONCE)


class _Counted(io.RawIOBase):
    """Says how far the file was read."""

    def __init__(self, file: BinaryIO, source: Source) -> None:
        super().__init__()
        self._file, self._source = file, source

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        read = self._file.read(len(buffer))
        buffer[: len(read)] = read
        self._source.at += len(read)
        return len(read)

    def close(self) -> None:
        self._file.close()
        super().close()


class _Unpacked(io.RawIOBase):
    """The content of a gzip file, a piece at a time."""

    def __init__(self, file: _Counted, limits: ReadingLimits) -> None:
        super().__init__()
        self._file, self._limits = file, limits
        self._member = zlib.decompressobj(zlib.MAX_WBITS | 16)
        self._left = b""
        self._taken = self._made = 0

    def readable(self) -> bool:
        return True

    def close(self) -> None:
        self._file.close()
        super().close()

    def readinto(self, buffer: Any) -> int:
        while True:
            if self._member.eof:
                if not self._starts_next():
                    return 0
            elif not self._left:
                self._left = self._file.read(_AT_ONCE) or b""
                if not self._left:
                    raise PackedError("packed-cut-off")
            if made := self._unpack(len(buffer)):
                buffer[: len(made)] = made
                return len(made)

    def _starts_next(self) -> bool:
        """Go on to the next member of the file; false where nothing but filling follows."""
        rest = (self._member.unused_data or self._file.read(_AT_ONCE) or b"").lstrip(b"\x00")
        if not rest:
            return False
        self._left = rest
        self._member = zlib.decompressobj(zlib.MAX_WBITS | 16)
        return True

    def _unpack(self, most: int) -> bytes:
        before = len(self._left)
        try:
            made = self._member.decompress(self._left, most)
        except zlib.error:
            raise PackedError("packed-damaged") from None
        self._left = self._member.unconsumed_tail
        self._taken += before - len(self._left) - len(self._member.unused_data)
        self._made += len(made)
        if self._made > self._limits.unpacked_bytes:
            raise PackedError("unpacked-too-large", limit=self._limits.unpacked_bytes)
        if self._made > self._limits.ratio * self._taken + _HARMLESS:
            raise PackedError("packed-too-dense", limit=self._limits.ratio)
        return made
