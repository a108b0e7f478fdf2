"""The last strokes on a formatted text: formulas as they are read, long quotes folded."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate
from typing import Final

from bot.typeset.maths import shown
from bot.typeset.protect import math_spans
from bot.typeset.spans import SOLID, Span

# A quote that fills most of a phone's screen is folded, and opens with a tap.
_LONG_QUOTE: Final = 900
_LONG_QUOTE_LINES: Final = 14
_Edit = tuple[int, int, str]


def with_formulas(text: str, spans: list[Span]) -> tuple[str, list[Span]]:
    """Return the text with formulas in LaTeX as they are read; code and links stay."""
    if "$" not in text and "\\" not in text:
        return text, spans
    edits = list(_formulas(text, spans))
    if not edits:
        return text, spans
    out: list[str] = []
    at = 0
    for start, end, said in edits:
        out += (text[at:start], said)
        at = end
    out.append(text[at:])
    ends = [end for _, end, _ in edits]
    shifts = list(accumulate((len(said) - end + start for start, end, said in edits), initial=0))
    moved = [
        replace(
            span,
            start=span.start + shifts[bisect_right(ends, span.start)],
            end=span.end + shifts[bisect_right(ends, span.end)],
        )
        for span in spans
    ]
    return "".join(out), moved


def _formulas(text: str, spans: list[Span]) -> Iterator[_Edit]:
    """Yield which formulas are read otherwise than they are written."""
    edges = sorted({edge for span in spans for edge in (span.start, span.end)})
    for first, last in _outside_code(spans, len(text)):
        for at, to in math_spans(text[first:last]):
            start, end = first + at, first + to
            if bisect_right(edges, start) < bisect_left(edges, end):
                # A run begins or ends within it.
                continue
            said = shown(text[start:end])
            if said is not None:
                yield start, end, said


def _outside_code(spans: list[Span], length: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches in which there is neither code nor a link."""
    at = 0
    for span in sorted((s for s in spans if s.type in SOLID), key=lambda s: s.start):
        if span.start > at:
            yield at, span.start
        at = max(at, span.end)
    if at < length:
        yield at, length


def with_folded_quotes(text: str, spans: list[Span]) -> list[Span]:
    """Return the runs with long block quotes as ones that a tap unfolds."""
    return [
        replace(span, type="expandable_blockquote")
        if span.type == "blockquote"
        and (
            span.end - span.start > _LONG_QUOTE
            or text.count("\n", span.start, span.end) >= _LONG_QUOTE_LINES
        )
        else span
        for span in spans
    ]
