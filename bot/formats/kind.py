"""What a file of tasks is, by its first line and its name."""

import re

from bot.formats.table import is_known

_COLUMN_SIGNS = re.compile(r"[,;\t]")
# A list over the whole file; a line may hold a list as well, which is none of our rows.
_LIST = re.compile(r"\[\s*(?:\{|$)")


def kind_of(name: str, first: str) -> str:
    """Return what the first line shows the file to be, in doubt what its name says."""
    first = first.strip()
    if first.startswith("{"):
        return "json"
    is_lines = name.lower().endswith(("jsonl", "ndjson"))
    if first.startswith("[") and (not is_lines or _LIST.match(first)):
        return "list"
    names = [part.strip('" ').lower() for part in _COLUMN_SIGNS.split(first)]
    if "id" in names and sum(map(is_known, names)) > 1:
        return "csv"
    suffix = name.lower().rpartition(".")[2]
    return {"jsonl": "json", "ndjson": "json", "json": "json", "csv": "csv", "tsv": "csv"}.get(
        suffix, ""
    )
