"""Formatting on code points, and the one way to make it what Telegram accepts."""

import heapq
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final

from bot.typeset.text import Entity, Text

STYLES: Final = ("bold", "italic", "underline", "strikethrough", "spoiler")
QUOTES: Final = ("blockquote", "expandable_blockquote")
MONO: Final = ("pre", "code")
SOLID: Final = (*MONO, "text_link")
_RANK: Final = {name: rank for rank, name in enumerate((*QUOTES, "text_link", *STYLES, *MONO))}


@dataclass(frozen=True, slots=True)
class Span:
    """One run of formatting; start and end in code points."""

    type: str
    start: int
    end: int
    url: str | None = None
    language: str | None = None


def _is_astral(text: str) -> bool:
    return not text.isascii() and max(text) > "\uffff"


def unit_offsets(text: str) -> list[int] | range:
    """Return for each code point (and the end) its offset in UTF-16 units."""
    if not _is_astral(text):
        return range(len(text) + 1)
    return list(accumulate((1 + (char > "\uffff") for char in text), initial=0))


def spans_of(text: Text) -> list[Span]:
    """Return the entities of the text as spans."""
    if not text.entities:
        return []
    if not _is_astral(text.text):
        points: list[int] | range = range(len(text.text) + 1)
    else:
        points = [0]
        for index, char in enumerate(text.text, 1):
            points.extend([index] * (1 + (char > "\uffff")))
    last = len(points) - 1
    return [
        Span(e.type, points[min(e.offset, last)], points[min(e.offset + e.length, last)],
             e.url, e.language)
        for e in text.entities
    ]  # fmt: skip


def wellformed(text: str, spans: list[Span]) -> Text:
    """Return the trimmed text with spans sorted, nested, non-empty and allowed together."""
    left = len(text) - len(text.lstrip())
    trimmed = text.strip()
    moved = [_fit(span, trimmed, left) for span in spans]
    kept = [span for span in moved if span.start < span.end]
    solid = _apart([span for span in kept if span.type in SOLID])
    quotes = _apart(_around([span for span in kept if span.type in QUOTES], solid, trimmed))
    mono = [span for span in solid if span.type in MONO]
    styles: list[Span] = []
    for name in STYLES:
        runs = _outside(_merged([span for span in kept if span.type == name]), mono)
        styles.extend(_fit(run, trimmed, 0) for run in runs)
    nested = _nested([*quotes, *solid, *(run for run in styles if run.start < run.end)], trimmed)
    units = unit_offsets(trimmed)
    return Text(
        trimmed,
        tuple(
            Entity(s.type, units[s.start], units[s.end] - units[s.start], s.url, s.language)
            for s in nested
        ),
    )


def _around(quotes: list[Span], solid: list[Span], text: str) -> list[Span]:
    """Return the quotes, those that begin with a program with its indent: it lies inside them."""
    begins = {
        span.end - len(text[span.start : span.end].lstrip()): span.start
        for span in solid
        if span.type == "pre"
    }
    return [replace(span, start=begins.get(span.start, span.start)) for span in quotes]


def _fit(span: Span, text: str, shift: int) -> Span:
    """Return the span moved, clipped to the text and without white space at its edges."""
    start, end = max(span.start - shift, 0), min(span.end - shift, len(text))
    while start < end and text[end - 1].isspace():
        end -= 1
    # The indent of the first line of a program is part of it.
    while start < end and (text[start] == "\n" or (span.type != "pre" and text[start].isspace())):
        start += 1
    if (start, end) == (span.start, span.end):
        return span
    # Much faster than `replace`, and made for every run of every part.
    return Span(span.type, start, end, span.url, span.language)


def _apart(spans: list[Span]) -> list[Span]:
    """Return the spans that do not meet an earlier, wider one."""
    out: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end, _RANK[s.type])):
        if not out or span.start >= out[-1].end:
            out.append(span)
    return out


def _merged(spans: list[Span]) -> list[Span]:
    out: list[Span] = []
    for span in sorted(spans, key=lambda s: s.start):
        if out and span.start <= out[-1].end:
            out[-1] = replace(out[-1], end=max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def _outside(runs: list[Span], holes: list[Span]) -> list[Span]:
    """Return what the sorted runs cover outside the sorted holes."""
    out: list[Span] = []
    first = 0
    for run in runs:
        at = run.start
        while first < len(holes) and holes[first].end <= at:
            first += 1
        number = first
        while number < len(holes) and holes[number].start < run.end:
            out.append(replace(run, start=at, end=max(at, holes[number].start)))
            at = holes[number].end
            number += 1
        out.append(replace(run, start=at, end=max(at, run.end)))
    return [run for run in out if run.start < run.end]


def _nested(spans: list[Span], text: str) -> list[Span]:
    """Return the spans cut so that of two that meet one holds the other."""
    heap = [(s.start, -s.end, _RANK[s.type], n, s) for n, s in enumerate(spans)]
    heapq.heapify(heap)
    count = len(heap)
    out: list[Span] = []
    ends: list[int] = []
    while heap:
        span = heapq.heappop(heap)[-1]
        while ends and ends[-1] <= span.start:
            ends.pop()
        if ends and span.end > ends[-1]:
            rest = _fit(replace(span, start=ends[-1]), text, 0)
            span = _fit(replace(span, end=ends[-1]), text, 0)
            if rest.start < rest.end:
                count += 1
                heapq.heappush(heap, (rest.start, -rest.end, _RANK[rest.type], count, rest))
        if span.start < span.end:
            out.append(span)
            ends.append(span.end)
    return out
