"""Images that responses carry: what Telegram takes as a photo."""

from dataclasses import dataclass
from typing import Final

# A photo may have 10 MB; what comes in base64 grows by a third, and files end at 20 MB.
MOST_BYTES: Final = 5 * 1024 * 1024
MOST_SIDES: Final = 10_000
MOST_RATIO: Final = 20
# How an image is named outside of the hall: the first signs of its digest.
_SHOWN: Final = 32


@dataclass(frozen=True, slots=True)
class Image:
    """One image, by the digest of its bytes or, where Telegram fetches it, of its address.

    `file_id` is Telegram's name for it after the first upload; `refusal` is why Telegram did not
    take it when it was last sent.
    """

    digest: str
    body: bytes | None
    address: str | None
    file_id: str | None = None
    refusal: str | None = None


def fits_photo(width: int, height: int) -> bool:
    """Whether Telegram takes an image with these sides as a photo."""
    longest, shortest = max(width, height), min(width, height)
    return shortest > 0 and width + height <= MOST_SIDES and longest <= MOST_RATIO * shortest


def public_id(digest: str) -> str:
    """The name of the image in exports."""
    return f"image:{digest[:_SHOWN]}"
