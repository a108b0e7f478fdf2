"""What an export can be: a format by its name, the files it makes, and what a row is made of."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from bot.domain.schemes import Scheme
from bot.formats.outgoing.deciding import Decide, by_majority
from bot.formats.outgoing.shapes import JSONL, Shape
from bot.formats.votes import Counts, TaskVotes

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Setting:
    """What all rows of a file have in common.

    `as_messages`: any prompt of the file is more than one turn of a user, so that all of it is
    lists of messages. `decide` makes one answer of the votes on a task.
    """

    scheme: Scheme
    as_messages: bool = False
    decide: Decide = by_majority


Rows = Callable[[TaskVotes, Setting, Counts], Iterator[Row]]


@dataclass(frozen=True, slots=True)
class Form:
    """A format that can be written, the schemes it takes, and in plain words what it loses.

    `says` tells how our answers became its values. `whole` formats have every vote, the others
    those that stand. The `code` stands for the name where there is little room.
    """

    name: str
    code: str
    rows: Rows
    fits: Callable[[Scheme], bool]
    loses: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    shape: Shape = JSONL
    columns: tuple[str, ...] = ()
    whole: bool = False
    # Whether a file is all strings or all messages, which is to be known before the first row.
    uniform: bool = False
    more: Callable[[Scheme], str] | None = field(default=None)

    @property
    def extension(self) -> str:
        """How the names of its files end, without the dot."""
        return self.shape.extension
