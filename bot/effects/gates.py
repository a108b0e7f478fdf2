"""What a person is still asked before a job of a project: the facts for the gates."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.domain.gates import Gate, GateKind, mark_of
from bot.domain.people import Person
from bot.domain.projects import Project
from bot.effects import consent_gate, learning_gate, profile_gate
from storage import read_marks
from storage.database import Tx

Find = Callable[[Tx, Person, Project, datetime], Awaitable[Gate | None]]


async def _warning(tx: Tx, person: Person, project: Project, now: datetime) -> Gate | None:
    """The content warning, until this very text was accepted."""
    del now
    text = project.offer.content_warning
    if text is None:
        return None
    mark = mark_of(text)
    if await read_marks.is_there(tx, person.id, project.id, GateKind.warning, mark):
        return None
    return Gate(GateKind.warning, mark)


# In the order in which a person meets them; nobody learns what the tasks hold after an exam.
GATES: tuple[Find, ...] = (
    consent_gate.find, profile_gate.find, _warning, learning_gate.find_training,
    learning_gate.find_exam, learning_gate.find_guidelines,
)  # fmt: skip


# What must be behind a person who is asked privately: the time that a place is held is too short
# for a course, and an answer about oneself can turn out to be a reason.
_QUALIFYING: tuple[Find, ...] = (
    profile_gate.find, learning_gate.find_training, learning_gate.find_exam,
)  # fmt: skip


async def is_qualified(tx: Tx, person: Person, project: Project, *, now: datetime) -> bool:
    """Whether the person, who may claim, could begin a job of the project within minutes."""
    for find in _QUALIFYING:
        if await find(tx, person, project, now) is not None:
            return False
    return True


async def next_gate(tx: Tx, person: Person, project: Project, *, now: datetime) -> Gate | None:
    """What the person is asked next before a job of the project; none when nothing is left."""
    for find in GATES:
        gate = await find(tx, person, project, now)
        if gate is not None:
            return gate
    return None
