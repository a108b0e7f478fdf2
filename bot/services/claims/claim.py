"""What comes of asking for a job."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.gates import Gate
from bot.domain.jobs import Job
from bot.domain.people import Person
from bot.domain.projects import Project
from bot.domain.refusal import Refused


@dataclass(frozen=True, slots=True)
class Claim:
    """What came of a tap: a job, a held place, a question first, the list, or a hand in a draw.

    `no` is why an answer did not lead to a job; `again` that the job or hand was there before.
    """

    job: Job | None = None
    again: bool = False
    draw_until: datetime | None = None
    arrived: bool = True
    held_until: datetime | None = None
    list_place: int | None = None
    list_until: datetime | None = None
    gate: Gate | None = None
    no: Refused | None = None


@dataclass(frozen=True, slots=True)
class GateView:
    """What a person is asked before a job of the project, and until when a place is held."""

    gate: Gate
    person: Person
    project: Project
    held_until: datetime | None
