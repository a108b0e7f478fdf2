"""The terms of the hall, when they changed since the person agreed."""

from datetime import datetime

from bot.domain.gates import Gate, GateKind
from bot.domain.people import Person
from bot.domain.projects import Project
from storage import hall_terms
from storage.database import Tx


async def find(tx: Tx, person: Person, project: Project, now: datetime) -> Gate | None:
    """The version that holds now, until the person agreed to it."""
    del project, now
    version = await hall_terms.version(tx)
    return Gate(GateKind.consent, str(version)) if person.consented < version else None
