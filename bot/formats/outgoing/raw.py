"""Raw votes: everything that is known, one JSON line a rating."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC
from operator import attrgetter
from typing import Final

from bot.domain.schemes import Scheme
from bot.formats.outgoing.form import Form, Row, Setting
from bot.formats.votes import Counts, TaskVotes, Vote

_FIELDS: Final = tuple(field.name for field in fields(Vote))
_VALUES: Final = attrgetter(*_FIELDS)


def _rows(task: TaskVotes, _setting: Setting, counts: Counts) -> Iterator[Row]:
    """One line a vote, gold and rejected ones included."""
    counts.gold += task.gold
    counts.unrated += not task.votes
    for vote in task.votes:
        row = dict(zip(_FIELDS, _VALUES(vote), strict=True))
        row["claimed_at"] = vote.claimed_at.astimezone(UTC).isoformat()
        row["submitted_at"] = vote.submitted_at.astimezone(UTC).isoformat()
        yield row


def _any(_scheme: Scheme) -> bool:
    return True


RAW: Final = Form(
    "raw", "r", _rows, _any,
    loses=("The texts of prompts and responses.",),
    says=("One row for each rating, rejected ones and those of gold tasks included.",),
    whole=True,
)  # fmt: skip
