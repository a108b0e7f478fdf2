"""Raw votes: everything that is known, one JSON line a rating."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any, Final

from bot.domain.schemes import Scheme
from bot.formats.outgoing.form import Form, Row, Setting
from bot.formats.votes import Counts, TaskVotes, Vote

_FIELDS: Final = tuple(field.name for field in fields(Vote))


def _rows(task: TaskVotes, _setting: Setting, counts: Counts) -> Iterator[Row]:
    """One line a vote, gold and rejected ones included."""
    counts.gold += task.gold
    counts.unrated += not task.votes
    for vote in task.votes:
        yield {name: _plain(getattr(vote, name)) for name in _FIELDS}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value


def _any(_scheme: Scheme) -> bool:
    return True


RAW: Final = Form(
    "raw", "r", _rows, _any,
    loses=("The texts of prompts and responses.",),
    says=("One row for each rating, rejected ones and those of gold tasks included.",),
    whole=True,
)  # fmt: skip
