"""Raw votes: everything that is known, one JSON line a rating."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any, Final

from bot.formats.jsonl import json_line
from bot.formats.votes import Counts, Export, TaskVotes, Vote

_FIELDS: Final = tuple(field.name for field in fields(Vote))


def raw(tasks: Iterable[TaskVotes]) -> Export:
    """Return one line a vote, gold and rejected ones included; `rows` counts votes."""

    def lines(counts: Counts) -> Iterator[bytes]:
        for task in tasks:
            counts.gold += task.gold
            counts.unrated += not task.votes
            for vote in task.votes:
                counts.rows += 1
                yield json_line({name: _plain(getattr(vote, name)) for name in _FIELDS})

    return Export(lines)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value
