"""What the demo counts: only what people saw, and what is in the files."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypedDict

from sandbox import Person


class Figures(TypedDict):
    """The last line of the demo."""

    claimed: int
    submitted: int
    ratings: int
    exported: int
    export: str
    refused_calls: int
    taps_first_job: int
    sounds_per_job: float
    statements: int
    paid_notices: int
    ledger_balanced: bool
    standing_notices: int
    appeals_stopped: int
    offers: int
    broadcast_delivered: int
    alpha: float | None
    gold_answers: int
    gold_accuracy: float | None


@dataclass
class Tally:
    """Jobs as people saw them begin and end."""

    claimed: set[str] = field(default_factory=set)
    submitted: set[str] = field(default_factory=set)
    given_back: set[str] = field(default_factory=set)
    empty: set[str] = field(default_factory=set)
    rated: int = 0
    skipped: int = 0
    flagged: int = 0
    undone: int = 0
    stuck: list[str] = field(default_factory=list)
    taps_first_job: int = 0
    on_rated: Callable[[int], None] = lambda _: None

    def job_is_in(self, number: str, ratings: int) -> None:
        """Somebody saw the job turn to "is in", with so many ratings."""
        self.submitted.add(number)
        self.rated += ratings
        self.on_rated(ratings)

    @property
    def open_jobs(self) -> set[str]:
        """Jobs that began and did not end."""
        return self.claimed - self.submitted - self.given_back - self.empty

    def sounds_per_job(self, people: list[Person]) -> float:
        """Sounds heard by these people for each job that is in."""
        heard = sum(person.sounds for person in people)
        return round(heard / len(self.submitted), 2) if self.submitted else 0.0

    def faults(self, *, done: int, missing: int, exported: int, gold: int = 0) -> list[str]:
        """What does not add up with what the project card and the raw export say.

        People cannot tell the `gold` among what they rated; the card and the export leave it out.
        """
        real = self.rated - gold
        wrong = [f"stuck: {one}" for one in self.stuck]
        if missing:
            wrong.append(f"{missing} ratings are missing")
        if self.open_jobs:
            wrong.append(f"jobs without an end: {', '.join(sorted(self.open_jobs))}")
        if not done == real == exported:
            wrong.append(
                f"{exported} ratings were exported, the project card says {done}, "
                f"people saw {real}"
            )
        return wrong
