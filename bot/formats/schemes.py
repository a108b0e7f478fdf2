"""The rating schemes that come with the package."""

from functools import cache
from importlib.resources import files
from typing import Any

from bot.formats.strict_yaml import Document, read_yaml

NAMES = (
    "pairwise",
    "attributes-helpsteer",
    "ranking",
    "thumbs",
    "flags",
    "ideal",
    "rewrite",
    "conversation",
    "factcheck",
)


def file_of(name: str) -> bytes:
    """The file of a packaged scheme, as it can be taken for one's own."""
    return (files("bot") / "schemes" / f"{name}.yaml").read_bytes()


@cache
def packaged(name: str) -> dict[str, Any] | None:
    """The mapping of a packaged scheme; none when there is no such scheme."""
    if name not in NAMES:
        return None
    document = read_yaml(file_of(name))
    loaded: dict[str, Any] = document.value if isinstance(document, Document) else {}
    return loaded


def samples_of(name: str) -> bytes:
    """Some small tasks for a packaged scheme, in several languages, as a task file."""
    return (files("bot") / "samples" / "schemes" / f"{name}.jsonl").read_bytes()
