"""What an export is made of, and what it counts while it is written."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from bot.domain.tasks import Response, Turn

Outcome = Literal["first", "second", "tie", "both_bad", "undecided", "unrated"]


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
    """One task with all its ratings; `confidence` says how sure its answer is, from 0 to 1.

    Where an expert or the coordinator settled it, `adjudicated` is the main question's id and
    the answer, which counts in place of what the votes say of it.
    """

    external_id: str
    prompt: tuple[Turn, ...]
    responses: tuple[Response, ...]
    votes: tuple[Vote, ...]
    gold: bool = False
    language: str | None = None
    confidence: float | None = None
    adjudicated: tuple[str, Any] | None = None


@dataclass(slots=True)
class Counts:
    """How many rows a file has, and how many tasks gave none and why.

    `tied_pairs` are pairs of a ranking, or single votes, that name no winner. `filtered` tasks
    were left out because it was asked for.
    """

    rows: int = 0
    ties: int = 0
    both_bad: int = 0
    undecided: int = 0
    unrated: int = 0
    gold: int = 0
    tied_pairs: int = 0
    filtered: int = 0

    def note(self, outcome: Outcome) -> None:
        """Count a task that has no winner."""
        if outcome == "tie":
            self.ties += 1
        elif outcome == "both_bad":
            self.both_bad += 1
        elif outcome == "undecided":
            self.undecided += 1
        elif outcome == "unrated":
            self.unrated += 1
