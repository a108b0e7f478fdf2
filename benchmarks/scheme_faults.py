"""Faults of answering that a soak must catch: what is half answered is kept in memory only."""

# ruff: noqa: SLF001 - a fault reaches inside, where no door is meant to be

from dataclasses import replace
from typing import Any


def drafts_in_memory() -> None:
    """Of an answer of several taps or messages only the end is written down."""
    from storage import jobs

    remembered: dict[int, dict[str, Any]] = {}
    change, made = jobs.change_assignment, jobs._assignment

    async def forgetful(tx: Any, assignment_id: int, **values: Any) -> None:
        known = remembered.setdefault(assignment_id, {})
        known |= {name: values.pop(name) for name in ("partial", "written") if name in values}
        if values:
            await change(tx, assignment_id, **values)

    def recalled(row: Any) -> Any:
        one, known = made(row), remembered.get(row.id, {})
        written = {name: list(map(tuple, of)) for name, of in known.get("written", {}).items()}
        return replace(one, partial=known.get("partial", {}), written=written)

    jobs.change_assignment, jobs._assignment = forgetful, recalled
