"""One JSON value a line, as every reader of such files takes it."""

import json
import re
from typing import Any

# JSON allows line ends inside strings, but readers that split lines as text would cut there.
# Halves of characters have no place in UTF-8.
_TO_ESCAPE = re.compile("[\x85\u2028\u2029\ud800-\udfff]")
_ENCODE = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def json_line(value: Any) -> bytes:
    """Return the value as one line of UTF-8; raise ValueError for what JSON cannot hold."""
    text = _ENCODE(value)
    if not text.isascii():
        text = _TO_ESCAPE.sub(_escaped, text)
    return text.encode() + b"\n"


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
