import html
from collections.abc import Sequence

from sandbox.wire import Json

_SIMPLE = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
    "spoiler": "tg-spoiler",
    "blockquote": "blockquote",
}


def to_html(text: str, entities: Sequence[Json]) -> str:
    """The text with its entities as Telegram's HTML, everything else escaped."""
    encoded = text.encode("utf-16-le")
    edges: dict[int, tuple[list[str], list[str]]] = {}
    for entity in sorted(entities, key=lambda found: (found["offset"], -found["length"])):
        before, after = _tags(entity)
        start, end = entity["offset"], entity["offset"] + entity["length"]
        edges.setdefault(start, ([], []))[1].append(before)
        edges.setdefault(end, ([], []))[0].insert(0, after)
    parts: list[str] = []
    position = 0
    for edge in sorted(edges):
        parts.append(_escape(encoded[position * 2 : edge * 2]))
        closing, opening = edges[edge]
        parts += closing + opening
        position = edge
    parts.append(_escape(encoded[position * 2 :]))
    return "".join(parts)


def _escape(encoded: bytes) -> str:
    return html.escape(encoded.decode("utf-16-le"), quote=False)


def _tags(entity: Json) -> tuple[str, str]:
    kind = entity["type"]
    if kind in _SIMPLE:
        return f"<{_SIMPLE[kind]}>", f"</{_SIMPLE[kind]}>"
    if kind == "expandable_blockquote":
        return "<blockquote expandable>", "</blockquote>"
    if kind == "pre":
        language = html.escape(entity.get("language") or "")
        if language:
            return f'<pre><code class="language-{language}">', "</code></pre>"
        return "<pre>", "</pre>"
    if kind == "text_link":
        return f'<a href="{html.escape(entity["url"])}">', "</a>"
    if kind == "text_mention":
        return f'<a href="tg://user?id={entity["user"]["id"]}">', "</a>"
    return "", ""
