"""parse_mode=HTML, read as strictly as Telegram reads it."""

import html
import re
from dataclasses import dataclass

from sandbox.entities import KEYS, units
from sandbox.refusal import Refused, bad_request
from sandbox.wire import Json

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}
_TOKEN = re.compile(r"<(/?)([^\s>/]*)([^>]*)>|&(#x?[0-9a-fA-F]+|lt|gt|amp|quot);|<", re.DOTALL)
_ATTRIBUTE = re.compile(r"""([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?""")


@dataclass(slots=True)
class _Open:
    tag: str
    start: int
    attributes: dict[str, str]


def parse_html(source: str) -> tuple[str, list[Json]]:
    """The plain text and its entities, or "can't parse entities" in Telegram's words."""
    parts: list[str] = []
    entities: list[Json] = []
    stack: list[_Open] = []
    size = position = 0
    for token in _TOKEN.finditer(source):
        plain = source[position : token.start()]
        parts.append(plain)
        size += units(plain)
        position = token.end()
        closing, tag, attributes, reference = token.groups()
        if reference is not None:
            character = html.unescape(token.group())
            parts.append(character)
            size += units(character)
        elif closing:
            entities += _close(stack, tag.lower(), size, _byte(source, token.start()))
        else:
            stack.append(_open(tag, attributes, size, _byte(source, token.start())))
    parts.append(source[position:])
    if stack:
        raise _unparsable(f'Can\'t find end tag corresponding to start tag "{stack[-1].tag}"')
    entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return "".join(parts), entities


def _byte(source: str, index: int) -> int:
    return len(source[:index].encode())


def _unparsable(words: str) -> Refused:
    return bad_request(f"can't parse entities: {words}")


def _open(tag: str | None, attributes: str, size: int, offset: int) -> _Open:
    name = (tag or "").lower()
    if name not in TAGS:
        raise _unparsable(f'Unsupported start tag "{name}" at byte offset {offset}')
    found = {
        match[1].lower(): html.unescape(match[2] or match[3] or match[4] or "")
        for match in _ATTRIBUTE.finditer(attributes)
    }
    if name == "span" and found.get("class") != "tg-spoiler":
        raise _unparsable(f'Tag "span" must have class "tg-spoiler" at byte offset {offset}')
    return _Open(name, size, found)


def _close(stack: list[_Open], tag: str, size: int, offset: int) -> list[Json]:
    if not stack:
        raise _unparsable(f"Unexpected end tag at byte offset {offset}")
    opened = stack.pop()
    if tag and tag != opened.tag:
        raise _unparsable(
            f"Unmatched end tag at byte offset {offset},"
            f' expected "</{opened.tag}>", found "</{tag}>"'
        )
    length = size - opened.start
    return [_entity(opened, length, stack)] if length else []


def _entity(opened: _Open, length: int, stack: list[_Open]) -> Json:
    kind = TAGS[opened.tag]
    attributes = opened.attributes
    if kind == "blockquote" and "expandable" in attributes:
        kind = "expandable_blockquote"
    entity: Json = {"type": kind, "offset": opened.start, "length": length}
    if kind == "text_link":
        entity["url"] = attributes.get("href", "")
    language = attributes.get("class", "")
    if kind == "code" and stack and stack[-1].tag == "pre" and language.startswith("language-"):
        entity.update(type="pre", language=language.removeprefix("language-"))
        stack[-1].attributes["merged"] = "yes"
    if kind == "custom_emoji":
        entity["custom_emoji_id"] = attributes.get("emoji-id", "")
    if kind == "date_time":
        if not attributes.get("unix", "").isdecimal():
            raise _unparsable('Tag "tg-time" must have a valid attribute "unix"')
        entity["unix_time"] = int(attributes["unix"])
        entity["date_time_format"] = attributes.get("format", "")
    return {
        key: entity[key]
        for key in ("type", "offset", "length", *KEYS.get(kind, ()), "language")
        if key in entity
    }
