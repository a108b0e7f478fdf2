"""What reading gives: items, and faults that name line, field and reason."""

from dataclasses import dataclass
from dataclasses import field as made
from typing import Any

from bot.domain.images import Image
from bot.domain.tasks import Response, Turn


@dataclass(frozen=True, slots=True)
class Fault:
    """One reason why a line is refused; `code` is a stable slug, words are found elsewhere."""

    line: int
    field: str
    code: str
    facts: dict[str, str | int] = made(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Item:
    """One task as it was imported, with the line where it starts."""

    line: int
    id: str
    prompt: tuple[Turn, ...]
    responses: tuple[Response, ...]
    language: str | None = None
    context: str | None = None
    gold: dict[str, Any] | None = None
    overlap: int | None = None
    priority: int = 0
    predictions: list[dict[str, Any]] = made(default_factory=list)
    metadata: dict[str, Any] = made(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """How much a file may hold; all else is refused with the limit named."""

    file_bytes: int = 20 * 1024 * 1024
    line_bytes: int = 2 * 1024 * 1024
    # With the images that are taken out before anything else is made of the line.
    image_line_bytes: int = 32 * 1024 * 1024
    rows: int = 100_000
    faults: int = 10_000
    row_faults: int = 100
    depth: int = 32
    digits: int = 18
    text_chars: int = 100_000
    # What a compressed file may become, and how many times its size.
    unpacked_bytes: int = 64 * 1024 * 1024
    ratio: int = 100
    # All texts of one task: as many as a phone and its owner can take.
    task_chars: int = 300_000
    id_chars: int = 200
    turns: int = 200


@dataclass(frozen=True, slots=True)
class Taken:
    """What one row came to: an item with its images, or at least one fault.

    `size` is how many characters and bytes of images it had; a fault of the whole file is no row.
    """

    line: int
    item: Item | None
    faults: list[Fault]
    images: dict[str, Image] = made(default_factory=dict)
    size: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds: `rows` were looked at, each became an item or at least one fault.

    `left_out` names what a format of others has and a task of ours does not.
    """

    format: str
    items: list[Item]
    faults: list[Fault]
    rows: int
    images: dict[str, Image] = made(default_factory=dict)
    left_out: tuple[str, ...] = ()
