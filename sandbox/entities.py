"""Text as Telegram keeps it: trimmed, with entities counted in UTF-16 units."""

import re
from typing import Any

from sandbox.refusal import bad_request
from sandbox.untangle import untangle
from sandbox.wire import Json

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
MOST_ENTITIES = 100
INVISIBLE = " \t\n\r\v\f\u00a0\u200b\u2060\ufeff"

KEYS = {
    "text_link": ("url",),
    "text_mention": ("user",),
    "pre": ("language",),
    "custom_emoji": ("custom_emoji_id",),
    "date_time": ("unix_time", "date_time_format"),
}
TYPES = frozenset(
    {
        *KEYS,
        *("bold", "italic", "underline", "strikethrough", "spoiler", "code"),
        *("blockquote", "expandable_blockquote"),
        *("mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"),
    }
)

_DETECTED = (
    ("url", re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:!?)\]]|\bt\.me/[\w/?=&-]*[\w/=&-]")),
    ("email", re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")),
    (
        "bot_command",
        re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])"),
    ),
    ("mention", re.compile(r"(?<![\w@])@[A-Za-z0-9_]{4,32}(?!\w)")),
    ("hashtag", re.compile(r"(?<![\w#])#\w*[^\W\d]\w*")),
)


def units(text: str) -> int:
    """The length of the text in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def detect(text: str) -> list[Json]:
    """The entities that Telegram finds by itself in what a person writes."""
    found: list[Json] = []
    taken: list[tuple[int, int]] = []
    for kind, pattern in _DETECTED:
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(start < last and first < end for first, last in taken):
                continue
            taken.append((start, end))
            offset = units(text[:start])
            found.append({"type": kind, "offset": offset, "length": units(match.group())})
    return sorted(found, key=lambda entity: int(entity["offset"]))


def tidy(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Trim the text as Telegram does and move its entities along."""
    if "\r" in text and not entities:
        text = text.replace("\r", "")
    stripped = text.strip(INVISIBLE)
    if len(stripped) == len(text) or not entities:
        return stripped, entities
    lead = units(text[: len(text) - len(text.lstrip(INVISIBLE))])
    size = units(stripped)
    kept = []
    for entity in entities:
        start = max(entity["offset"] - lead, 0)
        end = min(entity["offset"] + entity["length"] - lead, size)
        if end > start:
            kept.append({**entity, "offset": start, "length": end - start})
    return stripped, kept


def check(text: str, raw: Any) -> list[Json]:
    """The entities as Telegram keeps them, or its refusal of the first wrong one."""
    if not isinstance(raw, list):
        raise bad_request("can't parse entities JSON object")
    size = units(text)
    inside = _middles(text)
    kept = (_check_one(entity, size, inside) for entity in raw[:MOST_ENTITIES])
    return untangle([entity for entity in kept if entity is not None])


def _middles(text: str) -> frozenset[int]:
    """The offsets that lie in the middle of a surrogate pair."""
    if text.isascii():
        return frozenset()
    found = []
    offset = 0
    for character in text:
        if ord(character) > 0xFFFF:
            found.append(offset + 1)
            offset += 1
        offset += 1
    return frozenset(found)


def _check_one(entity: Any, size: int, inside: frozenset[int]) -> Json | None:
    if not isinstance(entity, dict):
        raise bad_request("can't parse MessageEntity: expected an Object")
    kind, offset, length = (entity.get(key) for key in ("type", "offset", "length"))
    if kind not in TYPES:
        raise bad_request("can't parse MessageEntity: Unsupported type specified")
    if not isinstance(offset, int) or not isinstance(length, int):
        raise bad_request('can\'t parse MessageEntity: Field "offset" must be of type Number')
    _check_bounds(offset, length, size, inside)
    kept = {"type": kind, "offset": offset, "length": length}
    for key in KEYS.get(kind, ()):
        if key in entity:
            kept[key] = entity[key]
    if not all(isinstance(kept.get(key, ""), str) for key in ("language", "custom_emoji_id")):
        raise bad_request("can't parse MessageEntity: Field must be of type String")
    if kind == "text_mention" and not _names_somebody(kept.get("user")):
        raise bad_request("user not found")
    if kind == "text_link":
        check_link(kept.get("url"), "entity URL")
    return kept if length else None


def _names_somebody(user: Any) -> bool:
    return isinstance(user, dict) and isinstance(user.get("id"), int)


def _check_bounds(offset: int, length: int, size: int, inside: frozenset[int]) -> None:
    end = offset + length
    if offset < 0:
        raise bad_request(f"receive an entity with incorrect offset {offset}")
    if length < 0:
        raise bad_request(f"receive an entity with incorrect length {length}")
    if offset > size or (offset == size and length):
        raise bad_request(f"entity begins after the end of the text at UTF-16 offset {offset}")
    if end > size:
        raise bad_request(
            f"entity beginning at UTF-16 offset {offset} ends after the end of the text"
            f" at UTF-16 offset {end}"
        )
    if offset in inside:
        raise bad_request(
            f"entity begins in a middle of a UTF-16 symbol at UTF-16 offset {offset}"
        )
    if end in inside:
        raise bad_request(
            f"entity beginning at UTF-16 offset {offset} ends in a middle of a UTF-16 symbol"
            f" at UTF-16 offset {end}"
        )


def check_link(url: Any, what: str) -> None:
    """Refuse what Telegram would not take as a link; `what` begins its sentence."""
    if not isinstance(url, str) or not url.strip():
        raise bad_request(f"{what} '{url or ''}' is invalid: URL host is empty")
    scheme, mark, rest = url.partition("://")
    if mark and scheme.lower() not in ("http", "https", "tg", "ton"):
        raise bad_request(f"{what} '{url}' is invalid: Unsupported URL protocol")
    host = (rest if mark else url).partition("/")[0].partition("?")[0]
    if not host:
        raise bad_request(f"{what} '{url}' is invalid: URL host is empty")
    if scheme.lower() in ("tg", "ton") and mark:
        return
    name = host.rpartition("@")[2].partition(":")[0]
    if any(character.isspace() for character in url) or not _looks_like_host(name):
        raise bad_request(f"{what} '{url}' is invalid: Wrong HTTP URL")


def _looks_like_host(name: str) -> bool:
    return "." in name.strip(".") and ".." not in name
