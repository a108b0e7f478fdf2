"""One JSON value a line, as every reader of such files takes it."""

import json
import re
from typing import Any

# JSON allows these inside strings, but readers that split lines as text would cut there.
_LINE_ENDS = re.compile("[\x85\u2028\u2029]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def json_line(value: Any) -> bytes:
    """Return the value as one line of UTF-8; raise ValueError for what JSON cannot hold."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    text = _LINE_ENDS.sub(_escaped, text)
    return _SURROGATES.sub(_escaped, text).encode() + b"\n"


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
