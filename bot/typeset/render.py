"""The Markdown of language models as Telegram's formatted text, with nothing lost."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from itertools import accumulate
from typing import Final

from telegramify_markdown import convert
from telegramify_markdown.config import RenderConfig

from bot.seen import has_visible
from bot.typeset.blocks import is_too_deep, prepare
from bot.typeset.bounds import MOST_MARKS, marks
from bot.typeset.finish import with_folded_quotes, with_formulas
from bot.typeset.protect import DEFAULT, Disguise, Protector, disguise_for
from bot.typeset.spans import QUOTES, Span, spans_of, wellformed
from bot.typeset.text import Entity, Text
from bot.typeset.visible import clean

# The renderer parts blocks properly only after a first one.
_FIRST: Final = "x\n\n"
# The renderer starts a new line between the number of a list item and its heading.
_ITEM_BREAK: Final = r"(?:(?<=• )\n+|(?<=\d\. )\n+)?"
_HEADING_TYPES: Final = frozenset({"bold", "italic", "underline"})
_EDIT = tuple[int, int, str]


def markdown(source: str) -> Text:
    """Return the whole source formatted; plain where formatting would lose anything.

    Plain as well where it would take too long, and everybody else would wait for it.
    """
    source = clean(source)
    disguise = disguise_for(source)
    if disguise is None or marks(source) > MOST_MARKS or is_too_deep(source):
        return plain(source)
    protector = Protector(disguise)
    prepared = protector.protect(prepare(source, protector))
    text, entities = convert(_FIRST + prepared, latex_escape=False, config=_config(disguise))
    raw = Text(
        text, tuple(Entity(e.type, e.offset, e.length, e.url, e.language) for e in entities)
    )
    text, spans = _repaired(text, spans_of(raw), disguise)
    if not _complete(prepared, text, spans, disguise):
        return plain(source)
    show = disguise.show
    text = text.replace(disguise.done, "☑").translate(show)
    spans = [replace(s, url=s.url.translate(show)) if s.url else s for s in spans]
    text, spans = with_formulas(text, spans)
    result = wellformed(text, with_folded_quotes(text, spans))
    return result if result.text and has_visible(result.text) else plain(source)


def plain(source: str) -> Text:
    """Return the source as it is, trimmed."""
    return Text(clean(source).strip())


def _make_config(disguise: Disguise) -> RenderConfig:
    config = RenderConfig.isolated()
    config.cite_expandable = False
    symbols = config.markdown_symbol
    for level in range(1, 7):
        setattr(symbols, f"heading_level_{level}", disguise.heading)
    symbols.image = "🖼 "
    symbols.task_uncompleted = "☐"
    symbols.task_completed = disguise.done
    symbols.unordered_list_item = "•"
    symbols.horizontal_rule = "————————\n"
    return config


_DEFAULT_CONFIG: Final = _make_config(DEFAULT)


def _config(disguise: Disguise) -> RenderConfig:
    return _DEFAULT_CONFIG if disguise == DEFAULT else _make_config(disguise)


def _repaired(text: str, spans: list[Span], disguise: Disguise) -> tuple[str, list[Span]]:
    """Drop the first block and the heading marks; give blocks in lists lines of their own."""
    edits: list[_EDIT] = [(0, 1, "")]
    blocks: list[tuple[int, int]] = [
        (s.start, s.end) for s in spans if s.type == "pre" or s.type in QUOTES
    ]
    ends: dict[int, int] = {}
    for span in spans:
        if span.type in _HEADING_TYPES:
            ends[span.start] = max(ends.get(span.start, 0), span.end)
    headings: dict[int, int] = {}
    for mark in re.finditer(_ITEM_BREAK + disguise.heading + " ?", text):
        edits.append((mark.start(), len(mark[0]), ""))
        headings[mark.end()] = ends.get(mark.end(), mark.end())
        blocks.append((mark.start(), headings[mark.end()]))
    for start, end in blocks:
        if start and text[start - 1] not in "\n ":
            edits.append((start, 0, "\n"))
        if end < len(text) and text[end] != "\n" and text[end - 1] != "\n":
            edits.append((end, 0, "\n"))
    bold = {(s.start, s.end) for s in spans if s.type == "bold"}
    minor = {place for place in headings.items() if place not in bold}
    kept = [
        replace(s, type="bold") if s.type == "italic" and (s.start, s.end) in minor else s
        for s in spans
        if s.type != "underline"
    ]
    return _edited(text, kept, sorted(set(edits)))


def _edited(text: str, spans: list[Span], edits: list[_EDIT]) -> tuple[str, list[Span]]:
    """Apply the sorted edits; a run grows neither into what is inserted before nor after it."""
    out: list[str] = []
    at = 0
    for start, deleted, inserted in edits:
        out += (text[at:start], inserted)
        at = start + deleted
    out.append(text[at:])
    places = [start for start, _, _ in edits]
    shifts = list(accumulate((len(i) - d for _, d, i in edits), initial=0))
    moved = [
        Span(
            span.type,
            span.start + shifts[bisect_right(places, span.start)],
            span.end + shifts[bisect_left(places, span.end)],
            span.url,
            span.language,
        )
        for span in spans
    ]
    return "".join(out), moved


def _complete(prepared: str, text: str, spans: list[Span], disguise: Disguise) -> bool:
    """Tell whether every letter is there, counting addresses and names of languages."""
    inserts = [(s.end, 1, s.url) for s in spans if s.url]
    inserts += [(s.start, 0, s.language) for s in spans if s.language]
    out: list[str] = []
    at = 0
    for place, _, inserted in sorted(inserts):
        out += (text[at:place], inserted)
        at = place
    out.append(text[at:])
    shown = "".join(out).replace(disguise.done, "x")
    return _letters(shown, disguise) == _letters(prepared, disguise)


def _letters(text: str, disguise: Disguise) -> str:
    """Return letters and disguised signs: what no markup is made of."""
    first, last = chr(disguise.start), chr(disguise.start + 0xEF)
    if text.isascii():
        return re.sub(r"[^A-Za-z]", "", text)
    return "".join(char for char in text if char.isalpha() or first <= char <= last)
