"""Runs of formatted text, measured as Telegram measures them: in UTF-16 units."""

import re
from dataclasses import dataclass, replace
from typing import Final

from bot.typeset.visible import clean

# Stands for "<" inside arguments of our own texts; private use, so no real text holds it.
_LITERAL_LESS: Final = "\uf8d3"
_TAG = re.compile(r"<(/?)(b|i|code)>")
_TAG_TYPES: Final = {"b": "bold", "i": "italic", "code": "code"}


def utf16(text: str) -> int:
    """Return the length of the text in UTF-16 units."""
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass(frozen=True, slots=True)
class Entity:
    """One run of formatting; offset and length in UTF-16 units."""

    type: str
    offset: int
    length: int
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A run of formatted text."""

    text: str
    entities: tuple[Entity, ...] = ()

    @property
    def units(self) -> int:
        """The length in UTF-16 units."""
        return utf16(self.text)

    def __add__(self, other: "Text | str") -> "Text":
        if isinstance(other, str):
            return Text(self.text + other, self.entities)
        shift = self.units
        moved = (replace(entity, offset=entity.offset + shift) for entity in other.entities)
        return Text(self.text + other.text, (*self.entities, *moved))

    def __radd__(self, other: str) -> "Text":
        return Text(other) + self


def _whole(content: Text | str, kind: str) -> Text:
    text = Text(content) if isinstance(content, str) else content
    if not text.text:
        return text
    return Text(text.text, (Entity(kind, 0, text.units), *text.entities))


def bold(content: Text | str) -> Text:
    """Return the content in bold."""
    return _whole(content, "bold")


def italic(content: Text | str) -> Text:
    """Return the content in italics."""
    return _whole(content, "italic")


def code(content: str) -> Text:
    """Return the content as inline code."""
    return _whole(content, "code")


def quote(content: Text, *, expandable: bool = False) -> Text:
    """Return the content as a block quote, folded by the reader's app if expandable."""
    return _whole(content, "expandable_blockquote" if expandable else "blockquote")


def escape(argument: str) -> str:
    """Return the argument so that `rich` shows it as it is, tags included."""
    return clean(argument).replace(_LITERAL_LESS, "\ufffd").replace("<", _LITERAL_LESS)


def rich(source: str) -> Text:
    """Format one of our own texts: paired <b>, <i>, <code>; all else is literal."""
    tags = list(_TAG.finditer(source))
    paired = _pairs(tags)
    text, entities = "", []
    opened: dict[int, int] = {}
    at = 0
    for number, tag in enumerate(tags):
        if number not in paired:
            continue
        text += source[at : tag.start()]
        at = tag.end()
        if tag[1]:
            start = opened[paired[number]]
            if length := utf16(text) - start:
                entities.append(Entity(_TAG_TYPES[tag[2]], start, length))
        else:
            opened[number] = utf16(text)
    text = (text + source[at:]).replace(_LITERAL_LESS, "<")
    entities.sort(key=lambda entity: (entity.offset, -entity.length))
    return Text(text, tuple(entities))


def _pairs(tags: list[re.Match[str]]) -> dict[int, int]:
    """Return the numbers of the tags that have a partner, each with its partner's."""
    paired: dict[int, int] = {}
    waiting: list[int] = []
    for number, tag in enumerate(tags):
        if not tag[1]:
            waiting.append(number)
        elif any(tags[opener][2] == tag[2] for opener in waiting):
            while tags[opener := waiting.pop()][2] != tag[2]:
                pass
            paired[number], paired[opener] = opener, number
    return paired
