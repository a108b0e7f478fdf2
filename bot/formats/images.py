"""Images in an import: data URIs, taken out of their lines, and addresses."""

import binascii
import hashlib
import re
from base64 import b64decode
from collections.abc import Iterable
from typing import Any, Final

from bot.domain.images import MOST_BYTES, MOST_SIDES, Image, fits_photo
from bot.formats.image_sizes import size_of_image

# All images of one file, decoded.
MOST_IN_ALL: Final = 96 * 1024 * 1024
_URI = re.compile(r"data:image/(?:png|jpeg|jpg|webp);base64,([A-Za-z0-9+/]+={0,2})")
_MEMBER = re.compile(rb'("image"\s*:\s*")data:image/(?:png|jpeg|jpg|webp);base64,'
                     rb'([A-Za-z0-9+/]+={0,2})(")')  # fmt: skip
_TAKEN: Final = "taken-image:"
_ADDRESS = re.compile(r"https://(?:[\w-]+\.)+[A-Za-z]{2,63}(?::\d{1,5})?(?:[/?#][^\s\"<>\\]*)?")
_LONGEST_ADDRESS: Final = 2000


class NoImageError(Exception):
    """What stands there is no image that can be shown; `code` and `facts` say why."""

    def __init__(self, code: str, **facts: str | int) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


class Images:
    """The images of one row at a time, and how many bytes those of the whole file have."""

    def __init__(self) -> None:
        self.by_digest: dict[str, Image] = {}
        self._counted: set[str] = set()
        self._bytes = 0
        self._faults: dict[str, NoImageError] = {}

    def handed_over(self, digests: Iterable[str]) -> dict[str, Image]:
        """Return these images of the row, and keep none of it for the next one."""
        found = {one: self.by_digest[one] for one in digests if one in self.by_digest}
        self.by_digest.clear()
        self._faults.clear()
        return found

    def taken_out(self, line: bytes) -> bytes:
        """Return the line of JSON with the bytes of its images taken in, and short names there.

        So a line is read within the bounds of a text, however large its images are.
        """
        if b'"image"' not in line:
            return line
        return _MEMBER.sub(self._replaced, line)

    def _replaced(self, member: re.Match[bytes]) -> bytes:
        name = hashlib.sha256(member[2]).hexdigest()
        try:
            digest = self._decoded(member[2])
        except NoImageError as fault:
            self._faults[name] = fault
            digest = name
        return member[1] + _TAKEN.encode() + digest.encode() + member[3]

    def take(self, value: Any) -> str:
        """Return the digest of the image that the value stands for, or raise NoImageError."""
        if not isinstance(value, str) or not value.strip():
            raise NoImageError("not-an-image")
        if value.startswith(_TAKEN):
            return self._taken(value.removeprefix(_TAKEN))
        if uri := _URI.fullmatch(value):
            return self._decoded(uri[1].encode())
        if len(value) <= _LONGEST_ADDRESS and _ADDRESS.fullmatch(value):
            digest = hashlib.sha256(value.encode()).hexdigest()
            self.by_digest[digest] = Image(digest, None, value)
            return digest
        raise NoImageError("not-an-image")

    def _taken(self, digest: str) -> str:
        if digest in self._faults:
            raise self._faults[digest]
        if digest not in self.by_digest:
            raise NoImageError("not-an-image")
        return digest

    def _decoded(self, encoded: bytes) -> str:
        if len(encoded) > MOST_BYTES * 4 // 3 + 4:
            raise NoImageError("image-too-large", limit=MOST_BYTES)
        try:
            body = b64decode(encoded, validate=True)
        except binascii.Error:
            raise NoImageError("not-an-image") from None
        if len(body) > MOST_BYTES:
            raise NoImageError("image-too-large", limit=MOST_BYTES)
        size = size_of_image(body)
        if size is None:
            raise NoImageError("not-an-image")
        if not fits_photo(*size):
            raise NoImageError("image-sides", width=size[0], height=size[1], limit=MOST_SIDES)
        digest = hashlib.sha256(body).hexdigest()
        if digest not in self._counted:
            if self._bytes + len(body) > MOST_IN_ALL:
                raise NoImageError("too-many-images", limit=MOST_IN_ALL)
            self._bytes += len(body)
            self._counted.add(digest)
        self.by_digest[digest] = Image(digest, body, None)
        return digest
