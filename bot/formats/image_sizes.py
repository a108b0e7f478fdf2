"""Width and height of an image, from its first bytes: PNG, JPEG, WebP, and nothing else."""

from typing import Final

_PNG: Final = b"\x89PNG\r\n\x1a\n"
# Frames of JPEG that say how large the image is; the others in between define tables.
_FRAMES: Final = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
# Real images have some dozen; a file of nothing but markers would be walked for seconds.
_MOST_MARKERS: Final = 2_000
_BARE: Final = frozenset({0x01, *range(0xD0, 0xD9)})


def size_of_image(body: bytes) -> tuple[int, int] | None:
    """Return width and height in pixels, or None for what is no such image."""
    if body.startswith(_PNG):
        return _png(body)
    if body.startswith(b"\xff\xd8\xff"):
        return _jpeg(body)
    if body[:4] == b"RIFF" and body[8:12] == b"WEBP":
        return _webp(body)
    return None


def _number(body: bytes, at: int, size: int, *, big: bool) -> int:
    return int.from_bytes(body[at : at + size], "big" if big else "little")


def _png(body: bytes) -> tuple[int, int] | None:
    if len(body) < 33 or body[12:16] != b"IHDR":
        return None
    return _number(body, 16, 4, big=True), _number(body, 20, 4, big=True)


def _jpeg(body: bytes) -> tuple[int, int] | None:
    at = 2
    for _ in range(_MOST_MARKERS):
        if at + 9 > len(body) or body[at] != 0xFF:
            return None
        kind = body[at + 1]
        if kind in _FRAMES:
            return _number(body, at + 7, 2, big=True), _number(body, at + 5, 2, big=True)
        # Any number of fill bytes may stand before a marker.
        at += 1 if kind == 0xFF else 2 if kind in _BARE else 2 + _number(body, at + 2, 2, big=True)
    return None


def _webp(body: bytes) -> tuple[int, int] | None:
    if len(body) < 30:
        return None
    kind = body[12:16]
    if kind == b"VP8X":
        return _number(body, 24, 3, big=False) + 1, _number(body, 27, 3, big=False) + 1
    if kind == b"VP8L" and body[20] == 0x2F:
        sides = _number(body, 21, 4, big=False)
        return (sides & 0x3FFF) + 1, (sides >> 14 & 0x3FFF) + 1
    if kind == b"VP8 " and body[23:26] == b"\x9d\x01\x2a":
        return _number(body, 26, 2, big=False) & 0x3FFF, _number(body, 28, 2, big=False) & 0x3FFF
    return None
