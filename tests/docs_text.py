"""The pages of the documentation, and the parts of them that tests look at."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"

_FENCE = re.compile(r"^([ ]*)```(\w*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"`[^`\n]+`")
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)


def pages() -> list[Path]:
    """Every page that people read."""
    return [*sorted(ROOT.glob("*.md")), ROOT / "tests" / "README.md", *sorted(DOCS.glob("*.md"))]


def text_of(name: str) -> str:
    """The text of a page below docs."""
    return (DOCS / name).read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    """The fenced blocks of that language, without the indent of a list."""
    return [
        "".join(line.removeprefix(indent) for line in body.splitlines(keepends=True))
        for indent, kind, body in _FENCE.findall(text)
        if kind == language
    ]


def rows(text: str) -> list[list[str]]:
    """The cells of every table row, head rows and rules left out."""
    found: list[list[str]] = []
    lines = text.splitlines()
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if not line.startswith("|") or _is_rule(line) or _is_rule(following):
            continue
        found.append([cell.strip() for cell in line.strip().strip("|").split("|")])
    return found


def _is_rule(line: str) -> bool:
    return line.startswith("|") and not set(line) - set("|-: ")


def section(text: str, heading: str) -> str:
    """What stands under a heading, up to the next one of its level or above."""
    level = len(heading) - len(heading.lstrip("#"))
    start = text.index(f"{heading}\n")
    ends = re.compile(rf"^#{{1,{level}}} ", re.MULTILINE)
    end = ends.search(text, start + len(heading))
    return text[start : end.start() if end else len(text)]


def links(text: str) -> Iterator[str]:
    """Where the links and pictures of a page lead; code is no link."""
    yield from _LINK.findall(_INLINE.sub("", _FENCE.sub("", text)))


def anchors(text: str) -> set[str]:
    """The names that the headings of a page can be linked by."""
    return {_anchor(heading) for heading in _HEADING.findall(_FENCE.sub("", text))}


def _anchor(heading: str) -> str:
    kept = re.sub(r"[^\w\- ]", "", heading.strip().lower())
    return kept.replace(" ", "-")
