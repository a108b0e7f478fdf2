"""Whether a training, an exam or the guidelines stand between a person and a job."""

from datetime import datetime

from bot.domain.gates import Gate, GateKind
from bot.domain.learning import is_to_read
from bot.domain.people import Person
from bot.domain.projects import Project
from storage import guidelines as stored
from storage import qualifications
from storage.database import Tx


async def find_training(tx: Tx, person: Person, project: Project, now: datetime) -> Gate | None:
    """The first training of the project that the person has not completed."""
    wanted = project.offer.learning.training
    return await _course(tx, GateKind.training, wanted, person, now)


async def find_exam(tx: Tx, person: Person, project: Project, now: datetime) -> Gate | None:
    """The first exam of the project that the person has not passed."""
    return await _course(tx, GateKind.exam, project.offer.learning.exam, person, now)


async def _course(
    tx: Tx, kind: GateKind, wanted: tuple[str, ...], person: Person, now: datetime
) -> Gate | None:
    if not wanted:
        return None
    held = await qualifications.keys_held(tx, person.id, now)
    missing = next((key for key in wanted if key not in held), None)
    return Gate(kind, missing) if missing is not None else None


async def find_guidelines(tx: Tx, person: Person, project: Project, now: datetime) -> Gate | None:
    """The guidelines, where they changed since the person worked under them, or have a check."""
    del now
    has_check = bool(project.offer.learning.check)
    current, due = await stored.versions(tx, project.id)
    if due == 1 and not has_check:
        # They never changed in a way that has to be read.
        return None
    found = await stored.read_by(tx, person.id, project.id)
    if not is_to_read(found, has_check=has_check):
        return None
    return Gate(GateKind.guidelines, str(current))
