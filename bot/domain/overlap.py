"""Dynamic overlap: how many ratings a task gets while its answer is not sure, and what then."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, NamedTuple

TARGETS: Final = (50, 99)  # percent
MOST_OVERLAP: Final = 20


@dataclass(frozen=True, slots=True)
class Sureness:
    """How sure an answer is to be, in percent, and how many ratings are asked for that at most."""

    target: int = 80
    most: int = 5

    def to_json(self) -> dict[str, Any]:
        """The mapping that is stored."""
        return {"target": self.target, "most": self.most}

    @classmethod
    def from_json(cls, body: Mapping[str, Any] | None) -> "Sureness | None":
        """The rule of a stored mapping; none where nothing is stored."""
        return None if body is None else cls(body["target"], body["most"])


class Asks(StrEnum):
    """Whom a task waits for whose ratings are all in without a sure answer."""

    expert = "expert"
    coordinator = "coordinator"


class Tally(NamedTuple):
    """Of a project's tasks: how many answers are sure, and for whom the others wait."""

    sure: int = 0
    more: int = 0
    expert: int = 0
    coordinator: int = 0

    @property
    def waiting(self) -> int:
        """How many a coordinator can decide."""
        return self.expert + self.coordinator


class Step(StrEnum):
    """What is next for a task."""

    wait = "wait"  # for ratings or verdicts that are under way
    more = "more"  # one more rating
    adjudicate = "adjudicate"
    decide = "decide"


@dataclass(frozen=True, slots=True)
class Filled:
    """How far the ratings of an open task are: those that stand, and those accepted of them.

    `sure` says that the answer needs nobody else: it is sure enough, or somebody adjudicated.
    """

    overlap: int
    open_slots: int
    standing: int
    accepted: int
    sure: bool


def usual(overlap: int, hall: Sureness | None) -> Sureness | None:
    """The rule of a project that says nothing of it; none where the overlap is fixed.

    Who asks for one rating a task wants one, and who asks for the most already gets no more.
    """
    return hall if hall is not None and 1 < overlap < hall.most else None


def next_step(task: Filled, rule: Sureness | None) -> Step:
    """What is next for an open task by that rule; without one only verdicts are waited for."""
    if task.open_slots or task.standing < task.overlap:
        return Step.wait
    if rule is None or task.sure:
        return Step.decide if task.accepted >= task.overlap else Step.wait
    return Step.more if task.overlap < rule.most else Step.adjudicate
