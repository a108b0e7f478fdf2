"""What an export is made of, and what it counts while it is written."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, Literal

from bot.domain.tasks import Response, Turn

Outcome = Literal["first", "second", "tie", "both_bad", "undecided", "unrated"]
_REFUSED_VERDICTS: Final = frozenset({"reject", "rejected"})


@dataclass(frozen=True, slots=True)
class Vote:
    """One rating as it leaves the hall; values in canonical order, people as pseudonyms.

    `fix` is the answer that a reviewer put in the place of `values`. Where it goes to a client,
    `pay_minor` and `currency` are none.
    """

    vote_id: str
    task_id: str
    external_id: str
    rater: str
    tier: int | None
    scheme: str
    shown_order: tuple[int, ...]
    values: dict[str, Any]
    reason: str | None
    claimed_at: datetime
    submitted_at: datetime
    active_seconds: int
    guideline_version: int
    gold: bool
    verdict: str
    reviewer: str | None
    pay_minor: int | None
    currency: str | None
    batch: str
    fix: dict[str, Any] | None = None

    @property
    def counts_as(self) -> dict[str, Any]:
        """What the rating says in the end."""
        return self.values if self.fix is None else self.fix


@dataclass(frozen=True, slots=True)
class TaskVotes:
    """One task with all its ratings."""

    external_id: str
    prompt: tuple[Turn, ...]
    responses: tuple[Response, ...]
    votes: tuple[Vote, ...]
    gold: bool = False


@dataclass(slots=True)
class Counts:
    """How many rows a file has, and how many tasks gave none and why."""

    rows: int = 0
    ties: int = 0
    both_bad: int = 0
    undecided: int = 0
    unrated: int = 0
    gold: int = 0


class Export(Iterator[bytes]):
    """The lines of a file; `counts` is complete when the last one was taken."""

    def __init__(self, lines: Callable[[Counts], Iterator[bytes]]) -> None:
        self.counts = Counts()
        self._lines = lines(self.counts)

    def __next__(self) -> bytes:
        return next(self._lines)


@dataclass(frozen=True, slots=True)
class Writer:
    """A format that can be written, and in plain words what it loses."""

    name: str
    extension: str
    write: Callable[[Iterable[TaskVotes]], Export]
    loses: tuple[str, ...] = field(default=())


def preferences(task: TaskVotes) -> list[int | str]:
    """Return the preferences that count: rejected ratings do not."""
    return [
        vote.counts_as["preference"]
        for vote in task.votes
        if "preference" in vote.counts_as and vote.verdict not in _REFUSED_VERDICTS
    ]


def outcome(task: TaskVotes) -> Outcome:
    """Return what more than half of the counted ratings say, or why nothing is said."""
    kinds = Counter(map(_kind, preferences(task)))
    if not kinds:
        return "unrated"
    kind, votes = kinds.most_common(1)[0]
    return kind if 2 * votes > kinds.total() else "undecided"


def _kind(preference: int | str) -> Outcome:
    if preference == "both_bad":
        return "both_bad"
    number = int(preference)
    if number == 0:
        return "tie"
    return "first" if number < 0 else "second"
