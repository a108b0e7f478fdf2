"""Faults of a file in words: where, and what is wrong."""

from collections.abc import Sequence

from bot.formats.records import Fault
from bot.typeset import Text
from handlers.context import Words

# The figures that are told behind the words, in this order.
TOLD = (
    "limit", "least", "above", "most", "count", "first", "twin", "column", "found", "expected",
    "nearest", "size", "id",
)  # fmt: skip


# Of the faults of one file in a message, and signs of each.
SHOWN = 8
_MOST = 300


def first_faults(
    words: Words, faults: Sequence[Fault], *, count: int | None = None
) -> list[Text | str]:
    """The first faults in a line each, and how many more there are (of `count` in all)."""
    said: list[Text | str] = [fault_line(words, fault)[:_MOST] for fault in faults[:SHOWN]]
    more = (len(faults) if count is None else count) - len(said)
    return [*said, words("import-more-faults", count=more)] if more > 0 else said


def what_is_wrong(words: Words, fault: Fault) -> str:
    """One fault without its place."""
    what = words(f"fault-{fault.code}")
    facts = [
        words(f"fact-{name}", value=str(fault.facts[name])) for name in TOLD if name in fault.facts
    ]
    return f"{what} ({', '.join(facts)})" if facts else what


def fault_line(words: Words, fault: Fault) -> str:
    """One fault in one line."""
    what = what_is_wrong(words, fault)
    if not fault.line:
        return words("fault-file-whole", what=what)
    if not fault.field:
        return words("fault-line-whole", line=str(fault.line), what=what)
    return words("fault-line", line=str(fault.line), field=fault.field, what=what)
