"""Cuts a formatted text into messages: few of them, and at places where a reader pauses."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final

from bot.seen import has_visible
from bot.typeset.clusters import is_boundary
from bot.typeset.render import markdown
from bot.typeset.spans import QUOTES, Span, spans_of, unit_offsets, wellformed
from bot.typeset.text import Text

_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")
_LINE = re.compile(r"\n")
_FLUSH_LINE = re.compile(r"\n(?=\S)")
_SENTENCE = re.compile(r"[.!?…؟।]+[\"'”’»)\]]*\s|[。！？]+[」』”’）]*")
_WORD = re.compile(r"\s|[，、；：]")
# A pause is taken where it leaves at least this share of a message filled.
_GOOD_FILL: Final = 0.7
_POOR_FILL: Final = 0.15
# What is longer than so many code points is torn: no reader sees it as one character.
_LONGEST_CHARACTER: Final = 500
_Found = tuple[re.Pattern[str], bool]
_LEVELS: Final[tuple[_Found, ...]] = (
    (_PARAGRAPH, False),
    (_LINE, False),
    (_FLUSH_LINE, True),
    (_LINE, True),
    (_SENTENCE, False),
    (_WORD, True),
)


def parts(source: str, limit: int = 3900) -> list[Text]:
    """Return the Markdown source as messages; none when nothing of it can be seen."""
    return split(markdown(source), limit)


def split(text: Text, limit: int = 3900, max_entities: int = 90) -> list[Text]:
    """Return the text in order as messages of at most `limit` UTF-16 units.

    Every part has something to see; a run of over `limit` invisible characters, which
    Telegram would refuse as a message, is left out.
    """
    return [part for part in _Cutter(text, limit, max_entities).parts() if has_visible(part.text)]


class _Cutter:
    """Cuts one text."""

    def __init__(self, text: Text, limit: int, max_entities: int) -> None:
        self._limit = limit
        self._max_entities = max_entities
        whole = wellformed(text.text, spans_of(text))
        self._text = whole.text
        self._spans = spans = spans_of(whole)
        self._units = unit_offsets(self._text)
        inline = sorted((s.start, s.end) for s in spans if s.type not in (*QUOTES, "pre"))
        self._inline = _joined(inline)
        self._pre = [(s.start, s.end) for s in spans if s.type == "pre"]
        self._starts = [s.start for s in spans]

    def parts(self) -> Iterator[Text]:
        at = 0
        while at < len(self._text):
            end = self._furthest(at)
            if end < len(self._text):
                end = self._before_heading(at, self._cut(at, end))
            yield self._part(at, end)
            at = end
            while at < len(self._text) and self._text[at].isspace():
                at += 1

    def _part(self, start: int, end: int) -> Text:
        clipped = [
            Span(
                span.type,
                max(span.start, start) - start,
                min(span.end, end) - start,
                span.url,
                span.language,
            )
            for span in self._spans[: bisect_left(self._starts, end)]
            if span.end > start
        ]
        return wellformed(self._text[start:end], clipped[: self._max_entities])

    def _furthest(self, at: int) -> int:
        """Return where a message that starts at `at` must end at the latest."""
        end = bisect_right(self._units, self._units[at] + self._limit) - 1
        reaching = [s.start for s in self._spans if s.end > at and s.start < end]
        if len(reaching) > self._max_entities:
            end = min(end, max(reaching[self._max_entities], at + 1))
        return max(end, at + 1)

    def _cut(self, at: int, end: int) -> int:
        """Return the best place to cut after `at` and not after `end`."""
        good = at + 1 + int((end - at) * _GOOD_FILL)
        poor = at + 1 + int((end - at) * _POOR_FILL)
        for least in (good, poor):
            for pattern, in_pre in _LEVELS:
                if place := self._last(pattern, at, least, end, in_pre=in_pre, torn=False):
                    return place
        return (
            self._last_boundary(good, end, torn=False)
            or self._last_boundary(at + 1, end, torn=False)
            or self._last(_WORD, at, good, end, in_pre=True, torn=True)
            or self._last_boundary(at + 1, end, torn=True)
            or end
        )

    def _before_heading(self, at: int, end: int) -> int:
        """Return the cut, moved up where it would part a heading from what it heads."""
        part = self._text[at:end].rstrip()
        start = at + part.rfind("\n") + 1
        number = bisect_left(self._starts, start)
        if start < at + len(part) * _GOOD_FILL or number == len(self._spans):
            return end
        span = self._spans[number]
        is_heading = span.type == "bold" and (span.start, span.end) == (start, at + len(part))
        return start if is_heading else end

    def _last(
        self, pattern: re.Pattern[str], at: int, least: int, end: int, *, in_pre: bool, torn: bool
    ) -> int:
        """Return the last allowed cut after a match of the pattern, or 0."""
        found = 0
        # One character further, so that a pause that just fits is seen.
        for match in pattern.finditer(
            self._text, max(at, least - 80), min(end + 1, len(self._text))
        ):
            place = min(match.end(), end)
            if least <= place and self._allowed(place, in_pre=in_pre, torn=torn):
                found = place
        return found

    def _last_boundary(self, least: int, end: int, *, torn: bool) -> int:
        """Return the last place that tears neither a character nor, if not `torn`, a run; or 0."""
        place, looked = end, 0
        while place >= least and looked < _LONGEST_CHARACTER:
            if not torn and (start := _start_around(self._inline, place)) is not None:
                place = start
            elif is_boundary(self._text, place):
                return place
            else:
                place -= 1
                looked += 1
        return 0

    def _allowed(self, place: int, *, in_pre: bool, torn: bool) -> bool:
        if not torn and _start_around(self._inline, place) is not None:
            return False
        if not in_pre and _start_around(self._pre, place) is not None:
            return False
        return is_boundary(self._text, place)


def _joined(runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return sorted runs with those that overlap joined."""
    out: list[tuple[int, int]] = []
    for start, end in runs:
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _start_around(runs: list[tuple[int, int]], place: int) -> int | None:
    """Return where the run begins that the place lies in; none outside of all."""
    number = bisect_left(runs, (place, 0)) - 1
    return runs[number][0] if number >= 0 and place < runs[number][1] else None
