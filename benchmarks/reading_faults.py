"""Faults in how texts are laid out, which the soak of reading must catch."""

from dataclasses import replace
from typing import Any


def code_points() -> None:
    """Count the places of formatting in code points, where Telegram counts UTF-16 units."""
    from bot.typeset import spans

    def counted(text: str) -> range:
        return range(len(text) + 1)

    spans.unit_offsets = counted


def part_cut() -> None:
    """Cut the last letter off each message of a long text."""
    from bot import layout

    split: Any = vars(layout)["split"]

    def cut(text: Any, limit: int = 3900, max_entities: int = 90) -> Any:
        parts = split(text, limit, max_entities)
        return [replace(part, text=part.text[:-1]) for part in parts] if len(parts) > 1 else parts

    vars(layout)["split"] = cut


def cell_lost() -> None:
    """Leave the last cell out of each row of a table that becomes a list."""
    from bot.typeset import blocks

    record = blocks._record  # noqa: SLF001 - a fault reaches inside

    def shorter(header: list[str], row: list[str]) -> Any:
        return record(header[:-1], row[:-1])

    vars(blocks)["_record"] = shorter
