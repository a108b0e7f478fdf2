"""Entities that cross or nest wrongly are put in order, as Telegram does by itself."""

from sandbox.wire import Json

SPLITTABLE = ("bold", "italic", "underline", "strikethrough", "spoiler")
VERBATIM = ("code", "pre")
QUOTES = ("blockquote", "expandable_blockquote")


def in_order(entities: list[Json]) -> list[Json]:
    """By offset, the longer one first."""
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def untangle(entities: list[Json]) -> list[Json]:
    """Nothing inside code, no quote inside a quote, no two entities that cross."""
    if len(entities) < 2:
        return entities
    ranked = in_order(entities)
    verbatim = _outermost([each for each in ranked if each["type"] in VERBATIM])
    quotes = _outermost([each for each in ranked if each["type"] in QUOTES])
    rest = [each for each in ranked if each["type"] not in (*VERBATIM, *QUOTES)]
    kept = verbatim + quotes
    for entity in rest:
        pieces = [entity]
        for code in verbatim:
            pieces = [piece for each in pieces for piece in _around(each, code)]
        kept += pieces
    return _uncross(in_order(kept))


def _outermost(ranked: list[Json]) -> list[Json]:
    kept: list[Json] = []
    for entity in ranked:
        if not kept or entity["offset"] >= _end(kept[-1]):
            kept.append(entity)
    return kept


def _around(entity: Json, code: Json) -> list[Json]:
    """What is left of the entity outside the code; links and mentions stay whole or go."""
    start, end = entity["offset"], _end(entity)
    first, last = code["offset"], _end(code)
    if end <= first or last <= start:
        return [entity]
    if entity["type"] not in SPLITTABLE:
        return [entity] if start <= first and last <= end else []
    return [
        {**entity, "offset": begin, "length": stop - begin}
        for begin, stop in ((start, min(end, first)), (max(start, last), end))
        if stop > begin
    ]


def _uncross(ranked: list[Json]) -> list[Json]:
    kept: list[Json] = []
    waiting = list(reversed(ranked))
    around: list[int] = []
    while waiting:
        entity = waiting.pop()
        start, end = entity["offset"], _end(entity)
        while around and around[-1] <= start:
            around.pop()
        if around and end > around[-1]:
            edge = around[-1]
            waiting.append({**entity, "offset": edge, "length": end - edge})
            waiting.sort(key=lambda each: (-each["offset"], each["length"]))
            entity = {**entity, "length": edge - start}
            end = edge
        around.append(end)
        kept.append(entity)
    return kept


def _end(entity: Json) -> int:
    return int(entity["offset"] + entity["length"])
