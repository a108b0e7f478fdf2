"""JSON read strictly: what Python's reader lets pass in silence is refused."""

import json
import math
import re
from typing import Any

from bot.formats.records import Fault, ReadingLimits

_STRUCTURE = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[\[{]|[\]}]', re.DOTALL)
_SUSPECT = re.compile(r"\\u(?:[dD][89a-fA-F]|0000)|\x00")
_SURROGATE = re.compile("[\ud800-\udfff]")
_NUMBER_SHOWN = 20
_PLACE_SHOWN = 200


class RefusedJSONError(ValueError):
    """JSON that is refused, with the fault's field, code and facts."""

    def __init__(self, code: str, field: str = "", **facts: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.facts = facts

    def at(self, line: int, field: str = "") -> Fault:
        """Return the fault on this line, inside this field."""
        name = ".".join(part for part in (field, self.field) if part)
        return Fault(line, name[:_PLACE_SHOWN], self.code, self.facts)


def parse(text: str, limits: ReadingLimits, *, any_text: bool = False) -> Any:
    """Return the value, or raise RefusedJSONError; every number in it is finite.

    With `any_text` strings may hold what no database takes: half surrogate pairs and NUL.
    """
    _check_depth(text, limits.depth)
    try:
        value = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_constant,
            parse_float=_float,
            parse_int=lambda digits: _int(digits, limits.digits),
        )
    except json.JSONDecodeError as error:
        raise RefusedJSONError("not-json", column=error.colno) from None
    if not any_text and _SUSPECT.search(text):
        _check_characters(value, "")
    return value


def _check_depth(text: str, limit: int) -> None:
    if text.count("[") + text.count("{") <= limit:
        return
    depth = 0
    for match in _STRUCTURE.finditer(text):
        sign = match[0][0]
        if sign in "[{":
            depth += 1
            if depth > limit:
                raise RefusedJSONError("too-deep", limit=limit)
        elif sign != '"':
            depth -= 1


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) < len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise RefusedJSONError("duplicate-key", key[:200])
            seen.add(key)
    return value


def _constant(name: str) -> Any:
    raise RefusedJSONError("not-finite", value=name)


def _float(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise RefusedJSONError("not-finite", value=digits[:_NUMBER_SHOWN])
    return value


def _int(digits: str, limit: int) -> int:
    # Also keeps clear of the error that Python raises at 4,300 digits.
    if len(digits.lstrip("-")) > limit:
        raise RefusedJSONError("number-too-long", digits=len(digits.lstrip("-")), limit=limit)
    return int(digits)


def _check_characters(value: Any, path: str) -> None:
    """Refuse what neither UTF-8 nor a database can hold; the depth is already limited."""
    if isinstance(value, str):
        check_text(value, path)
    elif isinstance(value, dict):
        for key, inner in value.items():
            check_text(key, path)
            _check_characters(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            _check_characters(inner, f"{path}[{number}]")


def check_text(text: str, path: str) -> None:
    """Raise RefusedJSONError for half a surrogate pair or a NUL."""
    if _SURROGATE.search(text):
        raise RefusedJSONError("lone-surrogate", path)
    if "\x00" in text:
        raise RefusedJSONError("nul-character", path)
